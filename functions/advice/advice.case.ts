/** A question or a suggestion as a case: its events, and its head as a fold over them. Pure. */
import * as v from "valibot";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { QueueEntry } from "../case/case.ts";
import type { Standing } from "../case/flow.ts";
import { after } from "../case/flow.ts";
import type { By } from "../identity/identity.ts";
import type { AdviceState } from "./advice.flow.ts";
import { adviceFlow, adviceStates, isPending } from "./advice.flow.ts";
import { promiseOf } from "./advice.rule.ts";
import { adviceKinds, publicSchema } from "./advice.ts";

const person = v.object({ id: v.string(), name: v.string() });
const nothing = v.object({});
const reason = v.object({ reason: v.string() });

const submitted = v.object({
  unit: v.string(),
  kind: v.picklist(adviceKinds),
  subject: v.string(),
  /** Empty where no name was given. */
  nameMasked: v.string(),
  /** What proves who asked: the salt of the query code, the keyed hash of the phone's last four digits. */
  access: v.object({ codeSalt: v.string(), phoneHash: v.string() }),
  /** Where notices go; a mobile number is sealed, see `noticeContext`. */
  notify: v.object({ lang: v.picklist(["zh", "en"]), phone: v.optional(v.string()) }),
});

const base = {
  n: v.number(),
  at: v.string(),
  by: v.custom<By>((by) => typeof by === "object" && by !== null),
};
const event = <const Kind extends string, Data extends v.GenericSchema>(kind: Kind, data: Data) =>
  v.object({ ...base, kind: v.literal(kind), data });

export const adviceEventSchema = v.variant("kind", [
  event("submit", submitted),
  event("accept", nothing),
  event("transfer", v.object({ unit: v.string(), reason: v.string() })),
  event("reply", v.object({ text: v.string() })),
  event("propose_public", publicSchema),
  event("publish", nothing),
  event("return_public", reason),
  event("unpublish", reason),
  event("rate", v.object({ satisfied: v.boolean() })),
]);
export type AdviceEvent = v.InferOutput<typeof adviceEventSchema>;
export type AdviceEventKind = AdviceEvent["kind"];

export const adviceHeadSchema = v.object({
  schema: v.literal(1),
  reference: v.string(),
  flow: v.object({ id: v.string(), version: v.number() }),
  version: v.number(),
  state: v.picklist(adviceStates),
  lastCommand: v.optional(v.string()),
  chain: v.optional(v.string()),
  ...submitted.entries,
  submittedAt: v.string(),
  /** Who took it up. */
  assignee: v.optional(person),
  /** Why it was handed on, the last time. */
  transfer: v.optional(v.object({ from: v.string(), reason: v.string(), at: v.string() })),
  /** The oldest first. */
  replies: v.array(v.object({ text: v.string(), at: v.string(), unit: v.string() })),
  /** What everybody may read, or may when another person has looked at it. */
  publication: v.optional(
    v.object({
      content: publicSchema,
      author: person,
      publishedAt: v.optional(v.string()),
      /** Why it was sent back or taken back. */
      reason: v.optional(v.string()),
    }),
  ),
  rating: v.optional(v.object({ satisfied: v.boolean(), at: v.string() })),
  /** What whoever asked may see, in order. */
  timeline: v.array(v.object({ n: v.number(), kind: v.string(), at: v.string() })),
});
export type AdviceHead = v.InferOutput<typeof adviceHeadSchema>;

const publicKinds: ReadonlySet<AdviceEventKind> = new Set(["submit", "accept", "transfer", "reply", "rate"]);

export function firstHead(reference: string, event: AdviceEvent): AdviceHead {
  if (event.kind !== "submit") throw new Error("a case begins with its submission");
  return {
    schema: 1,
    reference,
    flow: { id: adviceFlow.id, version: adviceFlow.version },
    version: event.n,
    state: adviceFlow.initial,
    ...event.data,
    submittedAt: event.at,
    replies: [],
    timeline: [{ n: event.n, kind: event.kind, at: event.at }],
  };
}

const personIn = (by: By): v.InferOutput<typeof person> =>
  "id" in by ? { id: by.id, name: by.name } : { id: "", name: "" };

function changes(head: AdviceHead, event: AdviceEvent): Partial<AdviceHead> {
  const { at, by } = event;
  switch (event.kind) {
    case "accept":
      return { assignee: personIn(by) };
    case "transfer":
      return {
        unit: event.data.unit,
        assignee: undefined,
        transfer: { from: head.unit, reason: event.data.reason, at },
      };
    case "reply":
      return { replies: [...head.replies, { text: event.data.text, at, unit: head.unit }] };
    case "propose_public":
      return { publication: { content: event.data, author: personIn(by) } };
    case "publish":
      return head.publication ? { publication: { ...head.publication, publishedAt: at } } : {};
    case "return_public":
    case "unpublish":
      return head.publication ? { publication: { ...head.publication, reason: event.data.reason } } : {};
    case "rate":
      return { rating: { satisfied: event.data.satisfied, at } };
    default:
      return {};
  }
}

/** The head after one more event. Throws when the flow knows no such move: the list of events is then not ours. */
export function applyEvent(head: AdviceHead, event: AdviceEvent): AdviceHead {
  const state = event.kind === "submit" ? undefined : after(adviceFlow, head.state, event.kind);
  if (state === undefined || event.n !== head.version + 1) throw new Error("this event cannot follow");
  const seen = publicKinds.has(event.kind) ? [{ n: event.n, kind: event.kind, at: event.at }] : [];
  const next = { ...head, ...changes(head, event), version: event.n, state };
  return { ...next, timeline: [...head.timeline, ...seen] };
}

export function fold(reference: string, events: readonly AdviceEvent[]): AdviceHead {
  const [first, ...rest] = events;
  if (first === undefined) throw new Error("a case has at least one event");
  return rest.reduce(applyEvent, firstHead(reference, first));
}

export const standingOf = (head: AdviceHead): Standing<AdviceState> => ({
  reference: head.reference,
  state: head.state,
  unit: head.unit,
  assigneeId: head.assignee?.id,
  proposerId: head.publication?.author.id,
});

/** Queues of their own, so that the list of requests under the law holds nothing else. */
export const queueName = (unit: string): string => `advice ${unit}`;

/** The dates that a queue is sorted by are those of the calendar that was known; the clock counts them again. */
export function queueOf(head: AdviceHead, calendar: Calendar): QueueEntry {
  const { step } = adviceFlow.states[head.state];
  const { due: dueOn, provisional } = promiseOf(dayOf(head.submittedAt), calendar);
  const { reference, unit, assignee } = head;
  return {
    unit: queueName(unit),
    // What is done is looked for by whether everybody may read it.
    step: head.state === "public" ? "public" : step,
    pending: isPending(head.state),
    assigneeId: assignee?.id,
    dueOn,
    provisional,
    card: {
      reference,
      kind: head.kind,
      title: head.subject,
      applicantMasked: head.nameMasked,
      state: head.state,
      step,
      unit,
      ...(assignee === undefined ? {} : { assigneeName: assignee.name }),
      submittedAt: head.submittedAt,
      dueOn,
      dueFrom: "submission",
      provisional,
    },
  };
}
