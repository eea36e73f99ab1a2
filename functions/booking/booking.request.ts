/** What somebody asks for who books: the checked request, in JSON or from a form. Codes of errors, never what was sent. */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.ts";
import { readEmail, readPhone } from "../disclosure/disclosure.contact.ts";
import { personIdentityKinds, readIdentityNumber } from "../disclosure/disclosure.identity.ts";
import { accept, readChoice, readText, textOf } from "../disclosure/disclosure.text.ts";
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

const personFields = [
  "name",
  "identityKind",
  "identityNumber",
  "phone",
  "email",
  "agentName",
  "agentPhone",
  "topic",
] as const;
type PersonField = (typeof personFields)[number];
type Sent = Readonly<Partial<Record<PersonField, unknown>>>;

/** Each field as it was read. The number is checked under its document, and an agent needs a telephone of their own. */
function readPerson(sent: Sent, { today, isTopicAsked }: PersonAsked) {
  const kind = sent.identityKind === undefined ? "resident_id" : textOf(sent.identityKind);
  const identityKind = readChoice(kind, personIdentityKinds, "identity_kind.choose");
  const agentName = readText(sent.agentName, { topic: "name", optional: true });
  const hasAgent = agentName.ok && agentName.value !== "";
  return {
    name: readText(sent.name, { topic: "name" }),
    identityKind,
    identityNumber: readIdentityNumber(
      sent.identityNumber,
      identityKind.ok ? identityKind.value : undefined,
      today,
    ),
    phone: readPhone(sent.phone),
    email: readEmail(sent.email, true),
    agentName,
    agentPhone: hasAgent ? readPhone(sent.agentPhone) : accept(""),
    topic: readText(sent.topic, { topic: "visit_topic", optional: !isTopicAsked }),
  };
}

interface PersonAsked {
  readonly today: Day;
  readonly isTopicAsked: boolean;
}

/**
 * The person and, when somebody comes in their place, the agent. `today` is for birthdays that are still to come;
 * `isTopicAsked`: what they want to talk about must be said.
 */
export const personSchema = (today: Day, isTopicAsked = false) =>
  v.pipe(
    v.record(v.string(), v.unknown(), "person.required"),
    v.rawTransform<Sent, Party>(({ dataset, addIssue, NEVER }) => {
      const read = readPerson(dataset.value, { today, isTopicAsked });
      for (const key of personFields) {
        const field = read[key];
        const path = [{ type: "object", origin: "value", input: dataset.value, key, value: "" }] as const;
        if (!field.ok) addIssue({ message: field.code, path: [...path] });
      }
      const { name, identityKind, identityNumber, phone, email, agentName, agentPhone, topic } = read;
      if (!name.ok || !identityKind.ok || !identityNumber.ok || !phone.ok || !email.ok) return NEVER;
      if (!agentName.ok || !agentPhone.ok || !topic.ok) return NEVER;
      const party: Party = {
        name: name.value,
        identityKind: identityKind.value,
        identityNumber: identityNumber.value,
        phone: phone.value,
        ...(email.value === "" ? {} : { email: email.value }),
        ...(topic.value === "" ? {} : { topic: topic.value }),
      };
      if (agentName.value === "") return party;
      return { ...party, agent: { name: agentName.value, phone: agentPhone.value } };
    }),
  );

export interface BookingRequest {
  readonly wanted: VisitWanted;
  readonly party: Party;
  /** Only the public pool is for everybody; the desk and the hotline have theirs. */
  readonly pool: (typeof pools)[number];
  readonly channel: (typeof channels)[number];
  readonly lang: "zh" | "en";
  /** Of who was there before the hour at which the seats opened. */
  readonly ticket?: string | undefined;
  /** Names this request: a form's token or a client's key, bound to the person by the code. */
  readonly key: string;
}
