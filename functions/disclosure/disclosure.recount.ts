/** The dates of requests, as the clock counts them again. */
import type { DatedKind } from "../case/case.recount.service.ts";
import { datedKind } from "../case/case.recount.service.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { dueDate } from "./disclosure.clock.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

export const disclosureDates = ({
  cases,
  calendar,
}: Pick<DisclosureParts, "cases" | "calendar">): DatedKind =>
  datedKind<DisclosureHead>(cases, (head) => {
    const due = dueDate(head.clock, calendar);
    return due.on === head.due.on && due.provisional === head.due.provisional ? undefined : { ...head, due };
  });
