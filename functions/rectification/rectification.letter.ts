/** A correction of records in the form in which letters see a case. Pure. */
import type { Application } from "../disclosure/disclosure.ts";
import type { LetterHead } from "../letter/letter.record.ts";
import type { RectificationHead } from "./rectification.case.ts";
import type { RectificationOutcome } from "./rectification.flow.ts";
import type { RectificationApplication } from "./rectification.form.ts";

/** Letters are Chinese documents. */
export const rectificationSaid: Readonly<Record<RectificationOutcome, string>> = {
  corrected: "予以更正",
  forwarded: "已转送有权更正的行政机关",
  directed: "不属于本机关职能范围，请向有权更正的行政机关提出",
  not_corrected: "不予更正",
};

export function letterHead(head: RectificationHead): LetterHead {
  const { reference, version, unit, title, state, assignee, due, answer } = head;
  return {
    ...{ reference, version, unit, title, state, assignee },
    clock: { submittedOn: due.startedOn, confirmedOn: due.startedOn },
    due: { on: due.on },
    matter: "rectification",
    ...(answer === undefined
      ? {}
      : {
          said: rectificationSaid[answer.outcome],
          answer: {
            ...{ outcome: answer.outcome, reply: answer.reply, files: [], on: answer.on },
            ...(answer.organ === undefined ? {} : { pointer: `有权更正的行政机关：${answer.organ}` }),
          },
        }),
  };
}

/** How it is answered follows from how it came: what was handed in here is read here. */
export function letterApplication(
  { channel }: RectificationHead,
  { record, wrong, right: _right, ...who }: RectificationApplication,
): Application {
  return {
    ...who,
    title: record,
    description: wrong,
    form: "electronic",
    route: channel === "internet" ? "site" : "post",
  };
}
