/** The flow of a question or a suggestion: the office replies to whoever asked, and another person lets everybody read. */
import type { Flow, Move } from "../case/flow.ts";

export const adviceStates = ["submitted", "accepted", "replied", "reviewing", "public"] as const;
export type AdviceState = (typeof adviceStates)[number];
export const adviceSteps = ["receive", "handle", "review", "done"] as const;
export type AdviceStep = (typeof adviceSteps)[number];

/** What an office does, in the order in which it is offered. */
export const officeActions = [
  "accept",
  "reply",
  "transfer",
  "propose_public",
  "publish",
  "return_public",
  "unpublish",
] as const;
export type OfficeAction = (typeof officeActions)[number];
export type AdviceAction = OfficeAction | "rate";

const answered: readonly AdviceState[] = ["replied", "reviewing", "public"];

const moves: readonly Move<AdviceState, AdviceAction>[] = [
  { action: "accept", from: ["submitted"], to: "accepted", permission: "advice.accept" },
  { action: "reply", from: ["accepted"], to: "replied", permission: "advice.reply" },
  /** Something was left out, or has changed: the earlier reply stays where it is. */
  { action: "reply", from: ["replied"], permission: "advice.reply" },
  { action: "transfer", from: ["submitted", "accepted"], to: "submitted", permission: "advice.transfer" },
  { action: "propose_public", from: ["replied"], to: "reviewing", permission: "advice.propose_public" },
  {
    action: "publish",
    from: ["reviewing"],
    to: "public",
    permission: "advice.publish",
    conditions: ["not_proposer"],
  },
  { action: "return_public", from: ["reviewing"], to: "replied", permission: "advice.return_public" },
  { action: "unpublish", from: ["public"], to: "replied", permission: "advice.unpublish" },
  { action: "rate", from: answered, permission: "advice.rate" },
];

export const adviceFlow: Flow<AdviceState, AdviceAction, AdviceStep> = {
  id: "advice",
  version: 1,
  initial: "submitted",
  steps: [
    {
      id: "receive",
      role: "clerk",
      content: { zh: "受理：看是不是本单位的事", en: "Receive: see whose matter it is" },
      limitWorkingDays: 1,
    },
    {
      id: "handle",
      role: "handler",
      content: { zh: "办理：回复提问人", en: "Handle: reply to whoever asked" },
      limitWorkingDays: 6,
    },
    {
      id: "review",
      role: "reviewer",
      content: { zh: "复核：另一人看过再公开", en: "Review: another person looks before it is public" },
      limitWorkingDays: 3,
    },
    {
      id: "done",
      role: "handler",
      content: { zh: "已回复", en: "Replied" },
      limitWorkingDays: 1,
    },
  ],
  states: {
    submitted: { step: "receive", pending: true },
    accepted: { step: "handle", pending: true },
    replied: { step: "done", pending: false },
    reviewing: { step: "review", pending: false },
    public: { step: "done", pending: false },
  },
  moves,
};

export const isPending = (state: AdviceState): boolean => adviceFlow.states[state].pending;
