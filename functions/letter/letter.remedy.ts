/**
 * How a letter may be contested: one paragraph for each way, made from the outcome and the route of delivery, never
 * typed. Forms that still say three months, or review and court where the review comes first, are wrong in law.
 */
import type { Remedy } from "../disclosure/disclosure.outcome.ts";
import { chineseDay } from "./letter.words.ts";

/** Where to contest, as the unit has set it; the law names the kind of body, not the name. */
export interface RemedyPlaces {
  readonly reviewBody: string;
  readonly court: string;
  /** 复议法 22: needed wherever a decision is delivered through the internet. */
  readonly onlineReview: string;
}

const REVIEW_LAW = "《中华人民共和国行政复议法》";

/** The paragraphs, in the order in which they are read. `deliveredOn`: the day from which the last days are counted. */
export function remedyParagraphs(
  remedy: Remedy,
  places: RemedyPlaces,
  deliveredOn: string,
): readonly string[] {
  const reviewBody = places.reviewBody || "有管辖权的行政复议机关";
  const court = places.court || "有管辖权的人民法院";
  const from = `自收到本告知书之日起${remedy.reviewDays}日内（按${chineseDay(deliveredOn)}收到计算，至${chineseDay(remedy.reviewUntil)}）向${reviewBody}申请行政复议`;
  const afterReview = `对行政复议决定不服的，可以自收到行政复议决定书之日起${remedy.suitDaysAfterReview}日内向人民法院提起行政诉讼`;
  const reviewFirst = `应当先${from}（${REVIEW_LAW}第二十三条）；${afterReview}`;
  const direct =
    remedy.suitUntil === undefined
      ? ""
      : `可以${from}，也可以自收到本告知书之日起${remedy.suitMonths}个月内（按${chineseDay(deliveredOn)}收到计算，至${chineseDay(remedy.suitUntil)}）直接向${court}提起行政诉讼`;
  const paths = {
    review_first: [`您对本告知书不服的，${reviewFirst}。`],
    review_or_suit: [`您对本告知书不服的，${direct}。`],
    review_first_for_withheld: [
      `您对不予公开的部分不服的，${reviewFirst}。`,
      `您对其他部分不服的，${direct}。`,
    ],
  } as const;
  return [
    ...paths[remedy.path],
    ...(remedy.needsOnlineChannel ? [`网上申请行政复议的途径：${places.onlineReview}。`] : []),
    ...(remedy.provisional
      ? ["以上截止日期按现行放假安排推算；国务院公布新的放假安排后有变化的，以变化后的日期为准。"]
      : []),
  ];
}
