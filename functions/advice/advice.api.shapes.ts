/** Questions and suggestions as JSON, and how each is made from what the services give. */
import * as v from "valibot";
import { advicePaths } from "../../web/paths.advice.ts";
import { named } from "../kit/openapi.ts";
import { adviceStates, officeActions } from "./advice.flow.ts";
import type { OpenRecord } from "./advice.public.ts";
import type { AdviceRow, AdviceThread, OfficeThread } from "./advice.seen.ts";
import type { AdviceReceipt } from "./advice.submit.service.ts";
import { adviceKinds } from "./advice.ts";

const kind = v.picklist(adviceKinds);
const day = v.pipe(v.string(), v.description("yyyy-mm-dd, in China"));
const unit = v.pipe(v.string(), v.description("Code of a unit"));
const reply = v.strictObject({ text: v.string(), at: v.string(), unit });
const light = v.picklist(["green", "amber", "red", "grey"]);

export const adviceBody = named(
  "Advice",
  v.object({
    kind,
    unit,
    subject: v.pipe(v.string(), v.description("In one sentence, at most 200 characters")),
    text: v.pipe(v.string(), v.description("At most 2,000 characters")),
    name: v.optional(v.string()),
    phone: v.pipe(v.string(), v.description("A mobile of the mainland gets a notice of the reply")),
    lang: v.optional(
      v.pipe(v.picklist(["zh", "en"], "lang.choose"), v.description("Language of the notices")),
      "zh",
    ),
  }),
);

export const adviceExamples = {
  question: {
    summary: "A question",
    value: {
      kind: "question",
      unit: "zfb",
      subject: "公交老年卡在哪里办",
      text: "我今年满六十五岁，想办公交老年卡，要带什么？",
      phone: "13800000000",
    },
  },
} as const;

export const receiptShape = named(
  "AdviceReceipt",
  v.strictObject({
    reference: v.string(),
    queryCode: v.string(),
    submittedAt: v.string(),
    dueOn: v.pipe(day, v.description("By when the government promises to reply")),
  }),
);
export const receiptView = ({ reference, queryCode, submittedAt, dueOn }: AdviceReceipt) => ({
  ...{ reference, queryCode, submittedAt, dueOn },
});

export const threadShape = named(
  "AdviceThread",
  v.strictObject({
    reference: v.string(),
    kind,
    unit,
    subject: v.string(),
    text: v.string(),
    state: v.picklist(["submitted", "accepted", "replied"]),
    submittedAt: v.string(),
    dueOn: day,
    replies: v.array(reply),
    satisfied: v.pipe(v.nullable(v.boolean()), v.description("Whether the reply helped, once said")),
  }),
);
export const threadView = (thread: AdviceThread) => ({
  reference: thread.reference,
  kind: thread.kind,
  unit: thread.unit,
  subject: thread.subject,
  text: thread.text,
  state: thread.state,
  submittedAt: thread.submittedAt,
  dueOn: thread.dueOn,
  replies: thread.replies.map(({ text, at, unit: by }) => ({ text, at, unit: by })),
  satisfied: thread.rating ?? null,
});

export const answerShape = named(
  "AdviceAnswer",
  v.strictObject({
    id: v.string(),
    kind,
    unit,
    repliedOn: day,
    publishedAt: v.string(),
    subject: v.string(),
    question: v.string(),
    answer: v.string(),
    link: v.pipe(v.string(), v.description("The page of it")),
  }),
);
export const answersShape = named(
  "AdviceAnswers",
  v.strictObject({
    items: v.array(answerShape),
    next: v.pipe(
      v.nullable(v.string()),
      v.description("The cursor of the page after it; a search has one page"),
    ),
  }),
);
/** One by one: the engine gives the attributes of a map in any order, and an ETag must not depend on it. */
export const answerView = (
  { id, kind: of, unit: by, repliedOn, publishedAt, content }: OpenRecord,
  publicOrigin: string,
) => ({
  id,
  kind: of,
  unit: by,
  repliedOn,
  publishedAt,
  subject: content.subject,
  question: content.question,
  answer: content.answer,
  link: `${publicOrigin}${advicePaths.answer(id)}`,
});

export const rowsShape = named(
  "AdviceRows",
  v.strictObject({
    items: v.array(
      v.strictObject({
        reference: v.string(),
        kind,
        subject: v.string(),
        nameMasked: v.string(),
        state: v.picklist(adviceStates),
        submittedAt: v.string(),
        dueOn: day,
        light,
        workingDaysLeft: v.pipe(v.number(), v.description("Negative when overdue, 0 today")),
      }),
    ),
    next: v.nullable(v.string()),
  }),
);
export const rowView = (row: AdviceRow) => ({
  reference: row.reference,
  kind: row.kind,
  subject: row.title,
  nameMasked: row.applicantMasked,
  state: row.state as (typeof adviceStates)[number],
  submittedAt: row.submittedAt,
  dueOn: row.dueOn,
  light: row.light,
  workingDaysLeft: row.workingDaysLeft,
});

export const officeShape = named(
  "OfficeAdvice",
  v.strictObject({
    reference: v.string(),
    version: v.number(),
    kind,
    unit,
    subject: v.string(),
    text: v.string(),
    name: v.nullable(v.string()),
    phone: v.string(),
    masked: v.pipe(v.boolean(), v.description("Name and telephone are masked for you")),
    state: v.picklist(adviceStates),
    submittedAt: v.string(),
    dueOn: day,
    light,
    replies: v.array(reply),
    satisfied: v.nullable(v.boolean()),
    actions: v.pipe(v.array(v.picklist(officeActions)), v.description("What you may do now")),
  }),
);
export const officeView = ({ head, text, name, phone, masked, standing, actions }: OfficeThread) => ({
  reference: head.reference,
  version: head.version,
  kind: head.kind,
  unit: head.unit,
  subject: head.subject,
  text,
  name: name ?? null,
  phone,
  masked,
  state: head.state,
  submittedAt: head.submittedAt,
  dueOn: standing.dueOn,
  light: standing.light,
  replies: head.replies,
  satisfied: head.rating?.satisfied ?? null,
  actions: [...actions],
});
