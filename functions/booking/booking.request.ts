/** What somebody asks for who books: the checked request, in JSON or from a form. Codes of errors, never what was sent. */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { readPhone } from "../disclosure/disclosure.contact.ts";
import {
  type IdentityKind,
  personIdentityKinds,
  readIdentityNumber,
} from "../disclosure/disclosure.identity.ts";
import { field, readChoice, readText } from "../disclosure/disclosure.text.ts";
import { idSchema, type pools } from "./booking.hall.ts";
import { daySchema, timeSchema } from "./booking.time.ts";
import type { channels, Party } from "./booking.ts";

/** What is wanted: services in a row at one place, at one time. */
const MOST_SERVICES = 5;
export const visitEntries = {
  hall: v.pipe(v.string("hall.required"), idSchema),
  place: v.pipe(v.string("place.required"), idSchema),
  services: v.pipe(
    v.array(v.pipe(v.string("service.required"), idSchema), "service.required"),
    v.minLength(1, "service.required"),
    v.maxLength(MOST_SERVICES, "service.too_many"),
  ),
  day: daySchema,
  time: timeSchema,
  party: v.optional(
    v.pipe(
      v.number("party.invalid"),
      v.integer("party.invalid"),
      v.minValue(1, "party.invalid"),
      v.maxValue(10, "party.too_many"),
    ),
    1,
  ),
};
export const visitSchema = v.object(visitEntries);
export type VisitWanted = v.InferOutput<typeof visitSchema>;

/** The person and, when somebody comes in their place, the agent. `today` is for birthdays that are still to come. */
export const personSchema = (today: Day) =>
  v.pipe(
    v.object({
      name: field((raw) => readText(raw, { topic: "name" })),
      identityKind: field((raw) =>
        readChoice(raw ?? "resident_id", personIdentityKinds, "identity_kind.choose"),
      ),
      identityNumber: v.optional(v.unknown(), ""),
      phone: field(readPhone),
      agentName: field((raw) => readText(raw, { topic: "name", optional: true })),
      agentPhone: v.optional(v.unknown(), ""),
    }),
    v.rawTransform(({ dataset, addIssue, NEVER }) => {
      const { identityKind, identityNumber, agentName, agentPhone, name, phone } = dataset.value;
      const identity = readIdentityNumber(identityNumber, identityKind as IdentityKind, today);
      const agent = agentName === "" ? undefined : readPhone(agentPhone);
      const wrong = (key: "identityNumber" | "agentPhone", message: string) =>
        addIssue({
          message,
          path: [{ type: "object", origin: "value", input: dataset.value, key, value: "" }],
        });
      if (!identity.ok) wrong("identityNumber", identity.code);
      if (agent?.ok === false) wrong("agentPhone", agent.code);
      if (!identity.ok || agent?.ok === false) return NEVER;
      const party: Party = { name, identityKind, identityNumber: identity.value, phone };
      return agent === undefined ? party : { ...party, agent: { name: agentName, phone: agent.value } };
    }),
  );

export interface BookingRequest {
  readonly wanted: VisitWanted;
  readonly party: Party;
  /** Only the public pool is for everybody; the desk and the hotline have theirs. */
  readonly pool: (typeof pools)[number];
  readonly channel: (typeof channels)[number];
  readonly lang: "zh" | "en";
  /** Names this request: a form's token or a client's key, bound to the person by the code. */
  readonly key: string;
}
