/** What the API's questions about guides take, and a guide as it shows it. */
import { createHash } from "node:crypto";
import type { Parameter } from "../kit/openapi.ts";
import type { LiveGuide } from "./guide.record.ts";

export const MOST_TEXT = 200;

const query = (name: string, description: string, example: string): Parameter => ({
  in: "query",
  name,
  description,
  schema: { type: "string" },
  example,
});
export const textParameter = query(
  "q",
  `In the words of whoever asks, ${MOST_TEXT} characters at most`,
  "社保卡丢了",
);

export const listParameters = [
  textParameter,
  query("unit", "Code of a unit", "rsj"),
  query("audience", "服务对象", "自然人"),
  query("topic", "主题", "社会保障"),
  query("kind", "事项类型", "公共服务"),
  query("area", "区划", "659901"),
  query("lifeEvent", "一件事", "开办餐饮店"),
  query("cursor", "`next` of the page before", "MjA"),
];

/**
 * A published version never changes, so what stands around it says all. Its text says less: the table gives the
 * members of a document back in any order.
 */
export function tagOf({ version, publishedAt, state, reason, checkedOn }: LiveGuide, type: string): string {
  const said = JSON.stringify([version, publishedAt, state, reason, checkedOn, type]);
  return `"${createHash("sha256").update(said).digest("hex").slice(0, 20)}"`;
}

/** Without what is ours alone: the layout's version and the unit that keeps it. */
export const publicGuide = ({ schema: _schema, unit: _unit, ...rest }: LiveGuide) => rest;
