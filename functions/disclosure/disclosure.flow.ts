/** The flow of a disclosure request: the five steps that Art. 45 of the 条例 asks every office to have. */
import type { Flow } from "../case/flow.ts";
import type { DisclosureAction, DisclosureState } from "./disclosure.flow.move.ts";
import { disclosureMoves } from "./disclosure.flow.move.ts";

export type { DisclosureAction, DisclosureState } from "./disclosure.flow.move.ts";
export { disclosureActions, disclosureStates } from "./disclosure.flow.move.ts";

export const disclosureSteps = ["register", "examine", "handle", "reply", "archive"] as const;
export type DisclosureStep = (typeof disclosureSteps)[number];

export const disclosureFlow: Flow<DisclosureState, DisclosureAction, DisclosureStep> = {
  id: "disclosure",
  version: 1,
  initial: "submitted",
  steps: [
    {
      id: "register",
      role: "clerk",
      content: { zh: "登记：与申请人确认收到申请", en: "Register: confirm receipt with the applicant" },
      limitWorkingDays: 1,
    },
    {
      id: "examine",
      role: "clerk",
      content: {
        zh: "审核：看申请是否齐全，分给承办人",
        en: "Examine: check the application, assign a handler",
      },
      limitWorkingDays: 2,
    },
    {
      id: "handle",
      role: "handler",
      content: { zh: "办理：查找信息，拟出答复", en: "Handle: search, draft the answer" },
      limitWorkingDays: 12,
    },
    {
      id: "reply",
      role: "reviewer",
      content: {
        zh: "答复：另一人审核后答复申请人",
        en: "Reply: another person reviews, then the answer goes out",
      },
      limitWorkingDays: 3,
    },
    {
      id: "archive",
      role: "clerk",
      content: { zh: "归档：整理案卷", en: "Archive: put the file in order" },
      limitWorkingDays: 10,
    },
  ],
  states: {
    submitted: { step: "register", pending: true },
    accepted: { step: "examine", pending: true },
    correcting: { step: "examine", pending: true },
    handling: { step: "handle", pending: true },
    awaiting_payment: { step: "handle", pending: true },
    proposed: { step: "reply", pending: true },
    approved: { step: "reply", pending: true },
    answered: { step: "archive", pending: false },
    lapsed: { step: "archive", pending: false },
    split: { step: "archive", pending: false },
    archived: { step: "archive", pending: false },
    withdrawn: { step: "archive", pending: false },
  },
  moves: disclosureMoves,
};

/** States that nothing leaves; they stand in no queue. */
export const isClosed = (state: DisclosureState): boolean =>
  state === "archived" || state === "withdrawn" || state === "split";
