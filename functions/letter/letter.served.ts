/**
 * How a letter reached whom it was for, and what proves it (国办公开办函〔2016〕235号): posted through the postal enterprise,
 * by the number of the posting; handed over, by the signature; by e-mail or fax, by the other side's word that it came.
 * That somebody has read it on this site is noted by the site itself. Pure.
 */
import { isDay } from "../calendar/calendar.ts";
import { DELIVERY_RULES } from "../disclosure/disclosure.delivery.ts";
import type { InformationRoute } from "../disclosure/disclosure.route.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { proseErrors } from "../report/report.ts";

/** Those that a person notes. */
export const notedRoutes = ["post", "in_person", "email", "fax", "other"] as const;
export type NotedRoute = (typeof notedRoutes)[number];

export interface ServiceTyped {
  readonly route: string;
  readonly on: string;
  /** What proves it; no personal data. */
  readonly note: string;
}

/** The service that fits how the applicant wishes to be given the information; on this site it needs nobody's note. */
export const serviceFor = (route: InformationRoute | undefined): NotedRoute | undefined =>
  route === undefined || route === "site"
    ? undefined
    : ({ email: "email", post: "post", pick_up: "in_person", read_on_the_spot: "in_person" } as const)[route];

/** As every number of the post has: digits in a row, with or without letters around them. */
const POSTING = /\d{6,}/;
const MOST_CHARACTERS = 200;

interface ServiceFacts {
  readonly issuedOn: string;
  readonly today: string;
}

/** What is wrong by field; what the rules on delivery stand against names them. */
export function serviceErrors(typed: ServiceTyped, facts: ServiceFacts): FieldErrors {
  const route = notedRoutes.find((each) => each === typed.route);
  return [
    ...(route === undefined ? [{ field: "route", code: "route.choose" }] : []),
    ...dayErrors(typed.on, facts),
    ...(route === undefined
      ? proseErrors("note", typed.note, MOST_CHARACTERS)
      : proofErrors(route, typed.note)),
  ];
}

function dayErrors(on: string, { issuedOn, today }: ServiceFacts): FieldErrors {
  if (!isDay(on)) return [{ field: "on", code: "day.invalid" }];
  if (on < issuedOn) return [{ field: "on", code: "day.too_early", basis: DELIVERY_RULES }];
  return on > today ? [{ field: "on", code: "day.future", basis: DELIVERY_RULES }] : [];
}

function proofErrors(route: NotedRoute, note: string): FieldErrors {
  const isProof = note !== "" && (route !== "post" || POSTING.test(note));
  if (!isProof) return [{ field: "note", code: `note.${route}`, basis: DELIVERY_RULES }];
  return proseErrors("note", note, MOST_CHARACTERS);
}
