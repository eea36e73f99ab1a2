/** The dates of corrections of records, as the clock counts them again: the period stays, the calendar is known better. */
import type { DatedKind } from "../case/case.recount.service.ts";
import { datedKind } from "../case/case.recount.service.ts";
import type { RectificationHead } from "./rectification.case.ts";
import type { RectificationParts } from "./rectification.parts.service.ts";
import { rectificationDue } from "./rectification.period.ts";

export const rectificationDates = ({
  cases,
  calendar,
}: Pick<RectificationParts, "cases" | "calendar">): DatedKind =>
  datedKind<RectificationHead>(cases, (head) => {
    const due = rectificationDue(head.due.startedOn, head.due.workingDays, calendar);
    return due.on === head.due.on && due.provisional === head.due.provisional ? undefined : { ...head, due };
  });
