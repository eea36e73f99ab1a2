/** How days, numbers and choices are written in a letter. */
import type { InformationForm, InformationRoute } from "../disclosure/disclosure.pages.ts";

/** `2026-03-10` as 2026年3月10日, without a weekday, as official documents have it. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

/** 〔2026〕12号 behind the unit's own word (发文机关代字); a preview has no serial yet. */
export const letterNumber = (
  word: string,
  { year, serial }: { year: number; serial?: number | string },
): string => `${word}〔${year}〕${serial ?? "　"}号`;

export const formWords: Readonly<Record<InformationForm, string>> = {
  electronic: "电子文件",
  paper: "纸质",
  disc: "光盘",
};

export const routeWords: Readonly<Record<InformationRoute, string>> = {
  site: "本网站",
  email: "电子邮件",
  post: "邮寄",
  pick_up: "自行领取",
  read_on_the_spot: "当场阅读、抄录",
};

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 36 as 三十六, for 1 to 99. */
function chineseNumber(value: number): string {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const head = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return head + (ones === 0 && tens > 0 ? "" : digits[ones]);
}

/** Article 36 lists its cases as items (项), the others count their paragraphs (款); other instruments by their name. */
export function provision(article: string): string {
  const [, number, part] = /^(\d{1,2})(?:\((\d{1,2})\))?$/.exec(article) ?? [];
  if (number === undefined) return article;
  const name = `《中华人民共和国政府信息公开条例》第${chineseNumber(Number(number))}条`;
  if (part === undefined) return name;
  const place = chineseNumber(Number(part));
  return number === "36" ? `${name}第（${place}）项` : `${name}第${place}款`;
}

/** Several, the name of the regulation once. */
export function provisions(articles: readonly string[]): string {
  const [first = "", ...others] = articles.map(provision);
  const name = /^《[^》]+》/.exec(first)?.[0] ?? "";
  return [first, ...others.map((each) => (name === "" ? each : each.replace(name, "")))].join("、");
}

/**
 * A template indents the first line of a paragraph; the lines that a value brings along begin two characters in, but not
 * in the box of a form.
 */
export const indented = (value: string): string => value.replaceAll("\n", "\n　　");
