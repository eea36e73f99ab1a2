/** How a fee was computed, band by band, as the applicant reads it in the notice. Pure. */
import type { Fee, FeeLine } from "./disclosure.fee.ts";

const spanOf = ({ from, through }: FeeLine): string =>
  from === through ? `第${from}` : `第${from}至${through}`;

/** `before`: how many matters of the month stand before those of the notice. */
export function feeBasis({ scheme, units, lines, feeYuan }: Fee, before: number): string {
  const unit = scheme === "by_pages" ? "页" : "件";
  const what =
    scheme === "by_pages" ? `共${units}页` : `本自然月内已有${before}件，本件为第${before + units}件`;
  const priced = lines.map((line) =>
    line.yuanEach === 0
      ? `${spanOf(line)}${unit}不收费`
      : `${spanOf(line)}${unit}每${unit}${line.yuanEach}元，计${line.feeYuan}元`,
  );
  return `${what}：${priced.join("；")}。合计${feeYuan}元。`;
}
