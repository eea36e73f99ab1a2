/** The real guides of Guangdong as documents. They are not part of the project: what needs them skips aloud without. */
import { existsSync, readFileSync } from "node:fs";
import type { SearchDocument } from "../../functions/search/search.ts";

const path = "../shared/data/guangdong-guides.jsonl";
export const hasGuangdong: boolean = existsSync(path);

export function skipsAloud(what: string): boolean {
  if (!hasGuangdong) console.warn(`${path} is not there: ${what} skipped`);
  return !hasGuangdong;
}

type Row = Readonly<Record<string, string | readonly string[] | null>>;

const NOTHING = new Set(["无", ""]);
const list = (value: Row[string] | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value ?? ""]).map(String).filter((each) => !NOTHING.has(each));
const text = (value: Row[string] | undefined): string => list(value).join(" ");

export function guangdongDocuments(): readonly SearchDocument[] {
  const rows = readFileSync(path, "utf8")
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as Row);
  const bodies = lent(rows.map(bodyOf));
  const seen = new Map<string, number>();
  return rows.map((row, at) => ({
    id: onlyOne(text(row.TASK_CODE), seen),
    code: text(row.TASK_CODE),
    name: text(row.TASK_NAME),
    aliases: [...new Set([...list(row.matter_short), ...list(row.matter_daily)])].flatMap((alias) =>
      alias.split(/[，,;；、]/),
    ),
    unit: text(row.ORGCODE),
    unitName: text(row.DEPT_NAME),
    audience: list(row.service_object_name),
    topics: list(row.theme_category),
    lifeEvents: [],
    kind: text(row.TASK_TYPE_TEXT),
    area: text(row.AREACODE),
    areaName: text(row.AREA_CODE_TEXT),
    phones: [...list(row.consult_phone), ...list(row.complain_phone)],
    body: bodies[at] ?? "",
  }));
}

/** An item that stands under several topics is several rows with one code. */
function onlyOne(code: string, seen: Map<string, number>): string {
  const times = (seen.get(code) ?? 0) + 1;
  seen.set(code, times);
  return times === 1 ? code : `${code}-${times}`;
}

const bodyOf = (row: Row): string =>
  [row.CATANAME, row.parentCatalogName, row.accept_standard, row.handle_location, row.material_intro]
    .map(text)
    .filter((part) => part !== "")
    .join("\n");

/** Short texts are given the text of another item, so that a body is as large as those of real guides are. */
function lent(bodies: readonly string[]): readonly string[] {
  const long = bodies.filter((body) => body.length >= LEAST_BODY);
  return bodies.map((body, at) => (body.length < LEAST_BODY ? `${body}\n${long[at % long.length]}` : body));
}

const LEAST_BODY = 60;

/** As many as wanted: the real ones again and again, each time as those of another place. */
export function replicated(documents: readonly SearchDocument[], wanted: number): readonly SearchDocument[] {
  return Array.from({ length: wanted }, (_, at) => {
    const round = Math.floor(at / documents.length);
    const document = documents[at % documents.length] as SearchDocument;
    if (round === 0) return document;
    const place = `${places[(round - 1) % places.length]}${round > places.length ? "新区" : "市"}`;
    const there = (said: string) => said.replace(/广东省|广州市/g, place);
    const numbered = (code: string) => `${code.slice(0, 2)}${String(round).padStart(6, "0")}${code.slice(8)}`;
    return {
      ...document,
      id: numbered(document.id),
      code: numbered(document.code),
      unit: `${document.unit}-${round}`,
      unitName: there(document.unitName),
      area: `44${String(round).padStart(2, "0")}00`,
      areaName: place,
      body: there(document.body),
    };
  });
}

const places =
  "深圳 珠海 汕头 佛山 韶关 湛江 肇庆 江门 茂名 惠州 梅州 汕尾 河源 阳江 清远 东莞 中山 潮州 揭阳 云浮".split(
    " ",
  );
