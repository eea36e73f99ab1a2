import { basisCopy } from "../../copy/basis.ts";
import type { Language } from "../../view.ts";

const digits = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"] as const;

/** 36 as 三十六, for 1 to 99. */
function chineseNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? "" : `${tens === 1 ? "" : digits[tens]}十`;
  return head + (ones === 0 && tens > 0 ? "" : digits[ones]);
}

/** Article 36 lists its cases as numbered items (项); the others count their paragraphs (款). */
const articlesOfItems: ReadonlySet<number> = new Set([36]);

/** The place within the 条例, such as 第三十六条第（一）项; undefined for another instrument. */
function placeWords(article: string, lang: Language): string | undefined {
  const [, number, part] = /^(\d{1,2})(?:\((\d{1,2})\))?$/.exec(article) ?? [];
  if (number === undefined) return undefined;
  if (lang === "en") return article;
  const name = `第${chineseNumber(Number(number))}条`;
  if (part === undefined) return name;
  const place = chineseNumber(Number(part));
  return articlesOfItems.has(Number(number)) ? `${name}第（${place}）项` : `${name}第${place}款`;
}

/** ["36(1)"] as 《政府信息公开条例》第三十六条第（一）项; another instrument is named as it is written. */
export function basisWords(articles: readonly string[], lang: Language): string {
  const { regulation, between, instruments } = basisCopy(lang);
  const named: Readonly<Record<string, string>> = instruments;
  const own = articles.flatMap((article) => placeWords(article, lang) ?? []);
  const others = articles
    .filter((article) => placeWords(article, lang) === undefined)
    .map((article) => named[article] ?? article);
  return [...(own.length > 0 ? [regulation + own.join(between)] : []), ...others].join(between);
}

/** One article with the name of its instrument. */
export const articleWords = (article: string, lang: Language): string => basisWords([article], lang);
