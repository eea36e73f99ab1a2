/** What can stop a question about published answers, in words that may be shown to people. */
import { commonProblems, type ProblemCatalogue } from "../kit/json.ts";

export const publishedProblems = {
  ...commonProblems,
  published_not_found: {
    status: 404,
    zh: "没有这条公开的答复。",
    en: "There is no such published answer.",
  },
  published_withdrawn: {
    status: 410,
    zh: "这条答复已经撤下。",
    en: "This answer was published and has been taken back.",
  },
} as const satisfies ProblemCatalogue;

/** What can stop an office at its answers for everybody. */
export const publishedOfficeProblems = {
  published_not_found: publishedProblems.published_not_found,
  published_changed: {
    status: 409,
    zh: "这条答复刚刚有变化，请读取最新内容后再操作。",
    en: "It has changed meanwhile; read it again before you act.",
  },
  published_state: {
    status: 409,
    zh: "这条答复现在的状态不能做这个操作，可做的操作见 actions。",
    en: "It is in a state where this cannot be done; its `actions` name what can.",
  },
  not_answered: {
    status: 409,
    zh: "这件申请还没有可以公开的答复，请先答复。",
    en: "The request was given nothing yet that can be published; answer it first.",
  },
  own_work: {
    status: 403,
    zh: "自己写的不能自己公开，请另一位有审核权限的人来看。",
    en: "Nobody publishes what they wrote; somebody else who may review has to look at it.",
  },
} as const satisfies ProblemCatalogue;
