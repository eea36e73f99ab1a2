/** What the office's API takes and answers about answers for everybody. Strict: nothing leaves which is not named. */
import * as v from "valibot";
import { day, file, instant } from "../disclosure/disclosure.api.shapes.ts";
import { fileView } from "../disclosure/disclosure.api.view.ts";
import { named } from "../kit/openapi.ts";
import type { Published } from "./published.service.ts";
import { MOST_CHARACTERS, publishedActs, publishedStates } from "./published.ts";

const person = v.strictObject({ id: v.string(), name: v.string() });
const acts = Object.keys(publishedActs) as (keyof typeof publishedActs)[];

const row = {
  id: v.string(),
  outcome: v.pipe(v.string(), v.description("Code of the outcome of the request")),
  state: v.picklist(publishedStates),
  version: v.pipe(v.number(), v.description("The ETag is the same in quotes")),
  author: v.pipe(person, v.description("Who wrote it, and may not publish it")),
  changedAt: instant,
};
export const officeAnswers = named(
  "OfficeAnswers",
  v.strictObject({
    items: v.array(v.strictObject({ ...row, subject: v.string() })),
    next: v.pipe(v.nullable(v.string()), v.description("The cursor of the next page; null after the last")),
  }),
);
export const officeAnswer = named(
  "OfficeAnswer",
  v.strictObject({
    ...row,
    reference: v.pipe(v.string(), v.description("The request; for the office alone")),
    unit: v.string(),
    answeredOn: day,
    subject: v.string(),
    question: v.string(),
    answer: v.string(),
    files: v.pipe(
      v.array(file),
      v.description("Of those that went out with the answer; public once ticked by who publishes"),
    ),
    publishedAt: v.pipe(v.nullable(instant), v.description("When everybody could read it first or again")),
    reason: v.pipe(v.nullable(v.string()), v.description("Why it was sent back or taken back")),
    actions: v.pipe(v.array(v.picklist(acts)), v.description("What you may do now")),
  }),
);

const text = (field: "subject" | "question" | "answer", description: string) =>
  v.pipe(v.string(), v.description(`${description}; ${MOST_CHARACTERS[field]} characters at most`));
export const writingBody = named(
  "WriteAnswer",
  v.object({
    subject: text("subject", "What it is about"),
    question: text("question", "What was asked, anew and without who asked"),
    answer: text("answer", "What everybody shall read"),
    files: v.optional(
      v.pipe(
        v.array(v.string("files.invalid"), "files.invalid"),
        v.maxLength(20, "files.invalid"),
        v.description("Ids of files of the answer that everybody may have too; checked again"),
      ),
      [],
    ),
  }),
);
export const writingExamples = {
  budget: {
    summary: "A report on the budget",
    value: {
      subject: "2025年度财政预算执行情况报告",
      question: "申请公开2025年度本级财政预算执行情况。",
      answer: "2025年度本级一般公共预算收入完成12.3亿元，报告全文见县政府网站。",
    },
  },
};

type Read = Awaited<ReturnType<Published["readForOffice"]>>;
export function officeView({ answer, acts: open }: Read): v.InferOutput<typeof officeAnswer> {
  const { id, outcome, state, version, author, changedAt, reference, unit, answeredOn, content } = answer;
  return {
    ...{ id, outcome, state, version, changedAt, reference, unit, answeredOn },
    author: { ...author },
    subject: content.subject,
    question: content.question,
    answer: content.answer,
    files: (answer.files ?? []).map(fileView),
    publishedAt: answer.publishedAt ?? null,
    reason: answer.reason ?? null,
    actions: [...open],
  };
}
