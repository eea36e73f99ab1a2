/**
 * Tables 二 and 四 of the annual report: their rows and columns, which the office fills in, with totals that are never
 * typed. An empty cell is 0, as the form asks. Pure.
 */
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";

/** 第二十条第（一）项. */
export const documentRows = ["regulations", "normative_documents"] as const;
export const documentColumns = ["made", "repealed", "in_force"] as const;
/** 第二十条第（五）、（六）项: numbers of decisions. */
export const decisionRows = ["licences", "penalties", "coercive_measures"] as const;
/** 第二十条第（八）项, in 万元. */
export const CHARGES = "charges_wan_yuan";

type DocumentField = `${(typeof documentRows)[number]}.${(typeof documentColumns)[number]}`;
export type TwoField = DocumentField | (typeof decisionRows)[number] | typeof CHARGES;
export type TableTwo = Readonly<Record<TwoField, number>>;

export const twoFields: readonly TwoField[] = [
  ...documentRows.flatMap((row) => documentColumns.map((column) => `${row}.${column}` as const)),
  ...decisionRows,
  CHARGES,
];

/** 行政复议; 行政诉讼: 未经复议直接起诉, 复议后起诉. */
export const disputes = ["review", "direct_suit", "suit_after_review"] as const;
export type Dispute = (typeof disputes)[number];
/** 结果维持, 结果纠正, 其他结果, 尚未审结. */
export const results = ["upheld", "corrected", "other", "pending"] as const;
export type DisputeResult = (typeof results)[number];

export type FourField = `${Dispute}.${DisputeResult}`;
export type TableFour = Readonly<Record<FourField, number>>;

export const fourFields: readonly FourField[] = disputes.flatMap((dispute) =>
  results.map((result) => `${dispute}.${result}` as const),
);

/** 总计 of one block of table 四. */
export const totalOf = (four: TableFour, dispute: Dispute): number =>
  results.reduce((sum, result) => sum + four[`${dispute}.${result}`], 0);

const zeros = <Field extends string>(fields: readonly Field[]) =>
  Object.fromEntries(fields.map((field) => [field, 0])) as Record<Field, number>;
export const emptyTwo: TableTwo = zeros(twoFields);
export const emptyFour: TableFour = zeros(fourFields);

const LARGEST = 1e9;

/** A number as people write it: full-width digits, separators of thousands; undefined for what is none. */
function readNumber(raw: string, decimals: number): number | undefined {
  const text = raw.normalize("NFKC").replace(/[\s,]/g, "");
  if (text === "") return 0;
  const shape = decimals === 0 ? /^\d{1,10}$/ : new RegExp(`^\\d{1,10}(\\.\\d{1,${decimals}})?$`);
  const value = shape.test(text) ? Number(text) : Number.NaN;
  return value <= LARGEST ? value : undefined;
}

export interface TablesRead {
  readonly two: TableTwo;
  readonly four: TableFour;
  readonly errors: FieldErrors;
}

export const CHARGES_DECIMALS = 6;

/** Both tables of a form, with an error for each field that is no number; a field that was not sent is 0. */
export function readTables(values: FormValues): TablesRead {
  const errors: { field: string; code: string }[] = [];
  const read = <Field extends TwoField | FourField>(fields: readonly Field[]) =>
    Object.fromEntries(
      fields.map((field) => {
        const decimals = field === CHARGES ? CHARGES_DECIMALS : 0;
        const value = readNumber(fieldOf(values, field), decimals);
        if (value === undefined)
          errors.push({ field, code: decimals === 0 ? "number.whole" : "number.amount" });
        return [field, value ?? 0];
      }),
    ) as Record<Field, number>;
  return { two: read(twoFields), four: read(fourFields), errors };
}
