/**
 * Telephone numbers out of what offices write into one field: several numbers, labels before or behind them, opening
 * hours, addresses, web addresses and chat names all in one sentence.
 */
import type { Phone } from "./guide.ts";

export interface ReadPhones {
  readonly phones: readonly Phone[];
  /** Words that are neither number nor label were there. */
  readonly hasRest: boolean;
}

/** Not numbers to call, though they look like it: web and mail addresses, times, post codes, rooms and houses. */
const NOT_A_NUMBER =
  /https?:\/\/[^\s，。；、]+|[\w.+-]+@[\w.-]+|\d{1,2}\s*[:：]\s*\d{2}|邮(?:政)?编(?:码)?[:：]?\s*\d{6}|[a-z_][\w-]*\d[\w-]*|\d+(?=\s*(?:号|室|楼|层|栋|房|座|年|月|日|%|元))/gi;

/** An area code or country code, the number, extensions by dash or 转. */
const NUMBER =
  /(?<![\d-])(?:\(\+?\d{2,5}\)\s?|\+\d{2,5}[-\s]?(?:\d{2,3}-)?|0\d{2,3}[-\s]\s?|0\d{2,3}(?=\d{7,8}(?!\d)))?\d{3,12}(?: \d{4})?(?:-\d{1,5})*(?:转\d{1,6})?(?!\d)/g;

const MOST_LABEL = 30;
const BOUNDARY = /[；;。\n,，、/（()）]|或者?|和/;
const SAME_GROUP = /^\s*(?:[、，,/]|或者?|和)\s*(?:拨打|致电)?\s*$/;
const EMPTY_LABEL =
  /^(?:号码|(?:咨询|联系|投诉|监督|服务|查询|举报)?(?:电话|热线|方式)?(?:咨询|投诉|查询)?(?:电话)?(?:号码)?|拨打|致电|及)$/;

/** The numbers in the order in which they are written. */
export function readPhones(written: string): ReadPhones {
  const text = plainDashes(written).replace(NOT_A_NUMBER, (found) => "※".repeat(found.length));
  const phones: Phone[] = [];
  let rest = "";
  let from = 0;
  let inherited: string | undefined;
  for (const match of text.matchAll(NUMBER)) {
    if (!isCallable(match[0])) continue;
    const before = text.slice(from, match.index);
    const cut = lastBoundary(before);
    const own = labelOf(before.slice(cut));
    const label = own.label ?? (SAME_GROUP.test(before) ? inherited : undefined);
    const behind = /^\s*[（(]([^（）()\d※]{1,20})[)）]/.exec(text.slice(match.index + match[0].length));
    rest += before.slice(0, cut) + own.rest;
    from = match.index + match[0].length + (behind?.[0].length ?? 0);
    inherited = label;
    const name = behind?.[1] ?? label;
    phones.push({ ...(name === undefined ? {} : { label: name }), number: plainNumber(match[0]) });
  }
  rest += text.slice(from);
  return { phones: once(phones), hasRest: /[\p{L}\d※]/u.test(withoutNoise(rest)) };
}

const withoutNoise = (rest: string): string =>
  rest.replace(
    /(?:咨询|联系|投诉|监督|服务|查询|举报)?(?:电话|热线)(?:咨询|投诉)?(?:号码)?|拨打|致电|或者?|和|及/g,
    "",
  );

const plainDashes = (text: string): string =>
  text
    .replace(/[－—–‐‑﹣]/g, "-")
    .replace(/[０-９（）]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/-+\s*(?=\d)/g, "-")
    .replace(/(?<!\d)86 (\d{2,3}) (?=\d{7})/g, "+86-$1-");

/** Seven digits, a five-digit hotline such as 12345, or a hotline behind an area code. */
function isCallable(number: string): boolean {
  const [main = ""] = number.split("转");
  const digits = main.replace(/\D/g, "");
  if (digits.length >= 7) return true;
  return /^(?:1\d{4}|9\d{4}|1[12]\d)(?:-\d{1,5})*$/.test(main);
}

/** `(020)8762` and `(8620) 8121` in the one form that can be called from anywhere. */
const plainNumber = (number: string): string =>
  number
    .replace(/^\((\+?\d+)\)\s?/, (_all, area: string) => `${/^86\d/.test(area) ? "+" : ""}${area}-`)
    .replace(/^(0\d{2,3})\s+/, "$1-");

/** Where the label of the next number begins. */
function lastBoundary(before: string): number {
  let end = 0;
  for (const match of before.matchAll(new RegExp(BOUNDARY, "g"))) end = match.index + match[0].length;
  return end;
}

/** The words in front of a number as its label, where they can be one; otherwise they are left over. */
function labelOf(before: string): { readonly label?: string; readonly rest: string } {
  const words = before.replace(/[:：\s]+$/, "").trim();
  const label = words.replace(/(?:咨询|联系|投诉|服务)?电话(?:号码)?$/, "") || words;
  if (EMPTY_LABEL.test(words)) return { rest: "" };
  if (label.length > MOST_LABEL || /[\d※]/.test(label)) return { rest: words };
  return { label, rest: "" };
}

function once(phones: readonly Phone[]): readonly Phone[] {
  const seen = new Set<string>();
  return phones.filter(({ number }) => !seen.has(number) && seen.add(number));
}
