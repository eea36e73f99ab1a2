/** Codes and phones, for who types a number. */
import { type Rows, splitTabs } from "./search.rows.ts";

const LEAST_DIGITS = 4;
const OTHERS = /[^0-9a-z]/g;

/** The number in a normalised text; undefined when it reads like words. Codes have letters in them too. */
export function numberIn(text: string): string | undefined {
  const number = text.replaceAll(" ", "");
  const digits = number.replace(/\D/g, "").length;
  return /^[0-9a-z]+$/.test(number) && digits >= LEAST_DIGITS && digits * 2 > number.length
    ? number
    : undefined;
}

interface Numbers {
  readonly code: string;
  readonly phones: readonly string[];
}

/** The whole code, its beginning, a whole phone or its end without the area, then anything within; 0 is best. */
function distance(number: string, { code, phones }: Numbers): number | undefined {
  if (code === number) return 0;
  if (code.startsWith(number)) return 1;
  if (phones.includes(number)) return 2;
  if (phones.some((phone) => phone.endsWith(number))) return 3;
  if (code.includes(number)) return 4;
  return phones.some((phone) => phone.includes(number)) ? 5 : undefined;
}

/** Finds rows by a number, best first; what it looks through is made ready at the first question. */
export function openNumbers(rows: Rows): (number: string, kept: Uint8Array | undefined) => readonly number[] {
  let all: readonly Numbers[] | undefined;
  const read = (): readonly Numbers[] => {
    const phones = rows.phones.lines();
    return rows.allCodes().map((code, row) => ({
      code: code.toLowerCase().replace(OTHERS, ""),
      phones: splitTabs(phones[row] ?? "").map((phone) => phone.replace(/\D/g, "")),
    }));
  };
  return (number, kept) => {
    all ??= read();
    const found: { row: number; far: number }[] = [];
    all.forEach((numbers, row) => {
      const far = kept === undefined || kept[row] === 1 ? distance(number, numbers) : undefined;
      if (far !== undefined) found.push({ row, far });
    });
    return found.sort((a, b) => a.far - b.far || a.row - b.row).map(({ row }) => row);
  };
}
