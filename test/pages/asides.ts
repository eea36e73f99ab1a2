/** Cases beside their main way: the acts that bring a case there, as the people of its unit take them. */
import type { Actor } from "../../functions/identity/identity.ts";
import { approvalOf, people, reviewed } from "../disclosure/support.ts";
import type { CaseStep } from "../office/cases.ts";

export interface Act {
  readonly action: string;
  readonly actor: Actor;
  readonly data: object;
  /** The instant at which it is done; now, unless given. */
  readonly at?: string;
}

interface Aside {
  readonly from: CaseStep;
  readonly acts: (text: string) => readonly Act[];
}

const ON = "2026-03-02";
const { clerk, handler, reviewer, system } = people;
const extension = (reason: string): Act => ({
  action: "ask_extension",
  actor: handler,
  data: { workingDays: 10, reason },
});
const correction = (what: string): Act => ({
  action: "ask_correction",
  actor: clerk,
  data: { what, until: "2026-03-23" },
});
const consultation = (text: string, party = "third_party"): Act => ({
  action: "consult",
  actor: handler,
  data: { party, name: text, about: text },
});
const fee = (text: string): Act => ({
  action: "notify_fee",
  actor: handler,
  data: { scheme: "by_pages", pages: 68, payment: text },
});
const excess = (why: string): Act => ({
  action: "ask_reasons",
  actor: clerk,
  data: { why, until: "2026-03-11" },
});
const reasons = (text: string): Act => ({
  action: "give_reasons",
  actor: clerk,
  data: { on: ON, reasons: text },
});

/** What happens to the case, in the order in which it does. */
export const asideSteps = {
  extension_asked: { from: "handling", acts: (text) => [extension(text)] },
  extension_granted: {
    from: "handling",
    acts: (text) => [extension(text), { action: "extend", actor: reviewer, data: {} }],
  },
  correcting: { from: "accepted", acts: (text) => [correction(text)] },
  corrected: {
    from: "accepted",
    acts: (text) => [
      correction(text),
      { action: "correct", actor: clerk, data: { on: ON, title: text, description: text, note: text } },
    ],
  },
  lapsed: {
    from: "accepted",
    acts: (text) => [
      correction(text),
      { action: "lapse", actor: system, data: {}, at: "2026-04-20T02:00:00.000Z" },
    ],
  },
  consulting: { from: "handling", acts: (text) => [consultation(text)] },
  consulting_agency: { from: "handling", acts: (text) => [consultation(text, "co_author")] },
  objected: {
    from: "handling",
    acts: (text) => [
      consultation(text),
      {
        action: "opine",
        actor: handler,
        data: { id: "c4", on: ON, opinion: "object", reason: text, respondent: text },
      },
    ],
  },
  decided: {
    from: "handling",
    acts: (text) => [
      consultation(text),
      { action: "opine", actor: handler, data: { id: "c4", on: ON, opinion: "object", reason: text } },
      {
        action: "propose",
        actor: handler,
        data: reviewed({ outcome: "disclosed", reply: text, files: [], objection: text }),
      },
      { action: "approve", actor: reviewer, data: approvalOf({ files: [], objection: text }) },
      { action: "answer", actor: clerk, data: { on: ON } },
    ],
  },
  silent: {
    from: "handling",
    acts: (text) => [
      consultation(text),
      { action: "lapse_consultation", actor: system, data: {}, at: "2026-04-20T02:00:00.000Z" },
    ],
  },
  charged: { from: "handling", acts: (text) => [fee(text)] },
  paid: {
    from: "handling",
    acts: (text) => [fee(text), { action: "record_payment", actor: clerk, data: { on: ON, receipt: "1" } }],
  },
  waived: {
    from: "handling",
    acts: (text) => [fee(text), { action: "waive_fee", actor: reviewer, data: { reason: text } }],
  },
  reasons_asked: { from: "accepted", acts: (text) => [excess(text)] },
  reasons_given: { from: "handling", acts: (text) => [excess(text), reasons(text)] },
  delayed: {
    from: "handling",
    acts: (text) => [
      excess(text),
      reasons(text),
      { action: "delay", actor: reviewer, data: { until: "2026-06-30", reason: text } },
    ],
  },
  split: {
    from: "accepted",
    acts: (text) => [
      { action: "split", actor: clerk, data: { parts: [`${text} 1`, `${text} 2`, `${text} 3`] } },
    ],
  },
  transferred: {
    from: "accepted",
    acts: (text) => [{ action: "transfer", actor: clerk, data: { unit: "zrzy", reason: text } }],
  },
} as const satisfies Readonly<Record<string, Aside>>;

export type AsideStep = keyof typeof asideSteps;
