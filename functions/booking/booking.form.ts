/** The form of a booking: who it is for, kept for a while, and what was booked with it, so that a second tap finds it. */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { VisitWanted } from "./booking.request.ts";
import type { Party } from "./booking.ts";

/** As the form sends it; empty for what was left out. */
export interface PersonTyped {
  readonly name: string;
  readonly identityKind: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly agentName: string;
  readonly agentPhone: string;
  /** What it is about, where that is asked. */
  readonly topic: string;
}

export interface BookingForm {
  /** The filling-in it belongs to, which stands in the address of its pages: any other page shows and books nothing of it. */
  readonly flow: string;
  /** Checked, and gone as soon as it is booked. */
  readonly person?: Party;
  /** Grows with every person that is put in, so that a page of another tab cannot book for somebody it does not show. */
  readonly turn: number;
  /** What was booked, by `visitName`, with the code of the booking. */
  readonly done: Readonly<Record<string, string>>;
}

/** An identity number lies here, so it lies here for as long as a form takes and not longer. */
export const FORM_SECONDS = 2 * 3600;
export const formEnds = (savedAt: Instant): Instant => plusSeconds(savedAt, FORM_SECONDS);

const FLOW_CHARACTERS = 10;
export const flowFrom = (id: string): string => id.slice(0, FLOW_CHARACTERS);
export const isFlow = (text: string): boolean => text.length === FLOW_CHARACTERS && /^[\w-]+$/.test(text);

/** Names one visit among all that may be booked with a form. */
export const visitName = ({ hall, place, services, day, time, party }: VisitWanted): string =>
  [hall, place, services.join("."), day, time, party].join(" ");

export const nothingTyped: PersonTyped = {
  name: "",
  identityKind: "resident_id",
  identityNumber: "",
  phone: "",
  agentName: "",
  agentPhone: "",
  topic: "",
};

export const typedOf = ({ agent, ...person }: Party): PersonTyped => ({
  name: person.name,
  identityKind: person.identityKind,
  identityNumber: person.identityNumber,
  phone: person.phone,
  agentName: agent?.name ?? "",
  agentPhone: agent?.phone ?? "",
  topic: person.topic ?? "",
});
