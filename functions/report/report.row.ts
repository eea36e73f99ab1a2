/**
 * The form of table 三 of the annual report (国办公开办函〔2021〕30号): its 25 rows and 7 columns, with the words of the
 * form. Rows 3 to 23 are the 21 outcomes of a request, in their order.
 */
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import { applicantKinds } from "../disclosure/disclosure.applicant.ts";
import type { Outcome, OutcomeCode, OutcomeEffect } from "../disclosure/disclosure.outcome.ts";
import { outcomes } from "../disclosure/disclosure.outcome.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

export const reportColumns = [...applicantKinds, "total"] as const;
export type ReportColumn = (typeof reportColumns)[number];

export const columnLabels: Readonly<Record<ReportColumn, Words>> = {
  person: { zh: "自然人", en: "Natural persons" },
  company: { zh: "商业企业", en: "Companies" },
  research: { zh: "科研机构", en: "Research institutions" },
  charity: { zh: "社会公益组织", en: "Charities" },
  legal_service: { zh: "法律服务机构", en: "Legal services" },
  other_organisation: { zh: "其他", en: "Other" },
  total: { zh: "总计", en: "Total" },
};

/** 1 to 25, as they stand in the form. */
export type RowNumber = number;
export const ROWS = 25;
export const RECEIVED = 1;
export const CARRIED_IN = 2;
export const FIRST_OUTCOME = 3;
export const CONCLUDED = 24;
export const CARRIED_OUT = 25;

/** A block of 三、本年度办理结果; one of several rows has a label in front of them. */
export interface ReportBlock {
  readonly effect: OutcomeEffect;
  readonly label: Words;
}

export const blocks: readonly ReportBlock[] = [
  { effect: "disclosed", label: { zh: "（一）予以公开", en: "(1) Disclosed" } },
  {
    effect: "partly_disclosed",
    label: {
      zh: "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
      en: "(2) Partly disclosed (counted here only)",
    },
  },
  { effect: "withheld", label: { zh: "（三）不予公开", en: "(3) Withheld" } },
  { effect: "cannot_be_provided", label: { zh: "（四）无法提供", en: "(4) Cannot be provided" } },
  { effect: "not_handled", label: { zh: "（五）不予处理", en: "(5) Not handled" } },
  { effect: "otherwise_closed", label: { zh: "（六）其他处理", en: "(6) Otherwise closed" } },
];

export interface ReportRow {
  readonly number: RowNumber;
  /** `received`, `carried_in`, an outcome, `concluded`, `carried_out`. */
  readonly code: string;
  readonly label: Words;
  /** Of a row that is an outcome. */
  readonly block?: ReportBlock;
}

const all: readonly (Outcome & { readonly code: OutcomeCode })[] = outcomes;

/** 3.其他 in the form; the label of the outcome says a little more, because it stands alone elsewhere. */
const shortLabels: Partial<Record<OutcomeCode, Words>> = { other: { zh: "其他", en: "Other" } };

/** The label of an outcome behind the number that it has within its block. */
function leafOf({ code, row, label, effect }: (typeof all)[number]): Words {
  const place = /\d$/.exec(row)?.[0];
  const block = blocks.find((each) => each.effect === effect)?.label ?? label;
  if (place === undefined) return block;
  const { zh, en } = shortLabels[code] ?? label;
  return { zh: `${place}.${zh}`, en: `${place}. ${en.replace(/^[\w ]+: /, "")}` };
}

const outcomeRows: readonly ReportRow[] = all.map((outcome, index) => {
  const block = blocks.find(({ effect }) => effect === outcome.effect);
  const row = { number: FIRST_OUTCOME + index, code: outcome.code, label: leafOf(outcome) };
  return block === undefined ? row : { ...row, block };
});

export const reportRows: readonly ReportRow[] = [
  {
    number: RECEIVED,
    code: "received",
    label: { zh: "一、本年新收政府信息公开申请数量", en: "1. Received this year" },
  },
  {
    number: CARRIED_IN,
    code: "carried_in",
    label: { zh: "二、上年结转政府信息公开申请数量", en: "2. Carried over from last year" },
  },
  ...outcomeRows,
  { number: CONCLUDED, code: "concluded", label: { zh: "（七）总计", en: "(7) Total" } },
  {
    number: CARRIED_OUT,
    code: "carried_out",
    label: { zh: "四、结转下年度继续办理", en: "4. Carried over to next year" },
  },
];

export const rowOfOutcome = (code: OutcomeCode): RowNumber =>
  FIRST_OUTCOME + all.findIndex((outcome) => outcome.code === code);

export const rowAt = (number: RowNumber): ReportRow | undefined => reportRows[number - 1];

export const isColumn = (text: string): text is ReportColumn =>
  reportColumns.some((column) => column === text);
export const isKind = (text: string): text is ApplicantKind => applicantKinds.some((kind) => kind === text);
