/** A policy as a row of data: its days are counted back from today, and its number is of the year in which it was written. */
import type { Days, DemoItem } from "./demo-item.ts";

export interface DemoPolicy extends Omit<DemoItem, "kind" | "more" | "state"> {
  /** Who signs it, where it is not the unit that puts it up. */
  readonly organ?: string;
  /** What stands before the year, and the number behind it: 示府规, 3. */
  readonly number: readonly [organ: string, serial: number];
  /** Of its index number, between the county and the year. */
  readonly index: string;
  /** How many days ago it was signed. */
  readonly written: number;
  /** Negative days are to come. */
  readonly validUntil?: number;
}

/** `{day 82}` in a text is the day 82 days ago, and `{year 82}` its year. */
const filled = ({ said, year }: Days, text: string): string =>
  text
    .replace(/\{day (-?\d+)\}/g, (_, ago) => said(Number(ago)))
    .replace(/\{year (-?\d+)\}/g, (_, ago) => year(Number(ago)));

export function policyOf(days: Days, policy: DemoPolicy): DemoItem {
  const { organ, number, index, written, validUntil, body, later, ...rest } = policy;
  const [before, serial] = number;
  const year = days.year(written);
  return {
    ...rest,
    kind: "policy",
    body: body.map((line) => filled(days, line)),
    more: {
      ...(organ === undefined ? {} : { organ }),
      documentNumber: `${before}〔${year}〕${serial}号`,
      indexNumber: `SF-${index}-${year}-${String(serial).padStart(4, "0")}`,
      writtenOn: days.day(written),
      ...(validUntil === undefined ? {} : { validUntil: days.day(validUntil) }),
    },
    ...(later === undefined ? {} : { later: { ...later, validityNote: filled(days, later.validityNote) } }),
  };
}
