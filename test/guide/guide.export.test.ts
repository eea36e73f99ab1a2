import { describe, expect, test } from "vitest";
import { national } from "../../functions/guide/guide.dictionary.ts";
import { type ExportFormat, exportText } from "../../functions/guide/guide.export.ts";
import { readGuides } from "../../functions/guide/guide.import.file.ts";
import { durationOf, guideLd } from "../../functions/guide/guide.jsonld.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import { csvRowsText, csvStart } from "../../functions/sheet/sheet.text.ts";
import { escapeFormula, unescapeFormula } from "../../functions/sheet/sheet.ts";
import { complete } from "./samples.ts";

const addressOf = (code: string): string => `https://banshi.example/guides/${code}`;

/** A guide with everything that a table has trouble with. */
const thorny: Guide = {
  ...complete,
  taskHandleItem: `${complete.taskCode}01`,
  taskName: '"补领", 换领\u3001挂失',
  aliases: ["社保卡；医保卡", "补卡"],
  taskType: { system: "guangdong", code: "21", name: "公共服务" },
  useLevel: { system: "local", code: "", name: "园区" },
  serverType: [national("serverType", "1"), { system: "local", code: "", name: "个体户，农户" }],
  acceptCondition: "一、已领卡；\n二、已遗失。\n=1+1",
  duty: "-负责",
  anticipate: { day: 20, type: "calendar", explain: "含公示" },
  steps: [{ name: "受理", role: "窗口", limit: { day: 1, type: "working" } }, { name: "制证" }],
  isFee: true,
  fees: [{ name: "工本费", standard: "20元/张", basis: "价费字〔2019〕1号", isReducible: false }],
  results: [{ name: "社会保障卡", type: national("resultType", "10") }],
  limitSceneNum: 0,
  isExpress: false,
  isOnline: true,
  linkAddr: "https://banshi.example.gov.cn/apply?a=1&copy=2",
  places: [{ name: "大厅", address: "人民路1号", hours: "周一至周五" }, { address: "南环路5号" }],
  linkWay: [{ label: "县局", number: "0999-5550101" }, { number: "0999-12333-9-1转2" }],
  questions: [{ question: "可以代办吗？", answer: "可以；带身份证。\n带委托书。" }],
  topics: ["社会保障（社会保险、社会救助）", "证件"],
  lifeEvents: ["退休"],
  policies: [{ name: "办法", link: "https://a.gov.cn/" }],
  planEffectiveDate: "2026-05-01",
};

async function* each(guides: readonly Guide[]): AsyncGenerator<Guide> {
  yield* guides;
}

async function textOf(guides: readonly Guide[], format: ExportFormat): Promise<string> {
  let text = "";
  for await (const part of exportText(each(guides), format, addressOf)) text += part;
  return text;
}

async function readBack(text: string): Promise<readonly Guide[]> {
  async function* bytes() {
    yield Buffer.from(text);
  }
  const guides: Guide[] = [];
  for await (const row of (await readGuides(bytes())).rows) {
    if (!("guide" in row)) throw new Error(`row ${row.row}: ${row.reject.reason} ${row.reject.field ?? ""}`);
    guides.push(row.guide);
  }
  return guides;
}

describe("what goes out comes back the same", () => {
  test.each(["jsonl", "csv"] as const)("%s", async (format) => {
    expect(await readBack(await textOf([complete, thorny], format))).toEqual([complete, thorny]);
  });

  test("in the shape of Guangdong as far as it goes", async () => {
    const [back] = await readBack(await textOf([thorny], "guangdong"));
    const { taskCode, taskHandleItem, anticipate, promise, linkWay, topics, lifeEvents, serverType } = thorny;
    expect(back).toMatchObject({
      taskCode,
      taskHandleItem,
      promise,
      linkWay,
      topics,
      lifeEvents,
      serverType,
    });
    expect(back?.anticipate).toEqual({ day: anticipate?.day, type: anticipate?.type });
    expect(back?.taskType).toEqual(thorny.taskType);
  });

  test("a table for a spreadsheet begins with its mark and runs no formula", async () => {
    const text = await textOf([thorny], "csv");
    expect(text.startsWith("\ufeff实施编码,")).toBe(true);
    expect(text).toContain(",'-负责,");
    expect(csvStart(["行", "说明"]) + csvRowsText([["1", "@SUM(A1)"]])).toBe(
      "\ufeff行,说明\r\n1,'@SUM(A1)\r\n",
    );
  });

  test.each(["=1", "'=1", "''+1", "-", "'", "文", "", "@"])("the mark before %j comes off again", (cell) => {
    expect(unescapeFormula(escapeFormula(cell))).toBe(cell);
  });
});

describe("as a public service of CPSV-AP", () => {
  const ld = guideLd(thorny, addressOf) as Record<string, never>;

  test("the parts that the vocabulary has", () => {
    expect(ld).toMatchObject({
      id: addressOf(`${complete.taskCode}01`),
      type: "cpsv:PublicService",
      name: thorny.taskName,
      processingTime: "P7D",
      hasCompetentAuthority: { type: "cv:PublicOrganisation", label: complete.deptName },
      hasChannel: [
        { kind: "现场办理", address: "人民路1号", openingHours: { description: "周一至周五" } },
        { kind: "现场办理", address: "南环路5号" },
        { kind: "网上办理", page: thorny.linkAddr },
      ],
      hasCost: [{ description: "工本费：20元/张", "cv:isDefinedBy": { description: "价费字〔2019〕1号" } }],
      hasInput: [{ type: "cv:Evidence", name: "居民身份证" }],
      produces: [{ type: "cv:Output", name: "社会保障卡" }],
      hasLegalResource: [{ description: complete.byLaw }, { name: "办法", page: "https://a.gov.cn/" }],
      isGroupedBy: [{ type: "cv:LifeEvent", name: "退休" }],
      contactPoint: [
        { description: "咨询：县局", telephone: "0999-5550101" },
        { description: "咨询" },
        { description: "投诉" },
      ],
    });
  });

  test("every name in it has a meaning in its context", () => {
    const known = new Set(Object.keys(ld["@context"] ?? {}));
    const names = new Set<string>();
    const collect = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(collect);
      else if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) {
          names.add(key);
          collect(inner);
        }
    };
    const { "@context": _, ...node } = ld;
    collect(node);
    expect([...names].filter((name) => !known.has(name) && !known.has(name.split(":")[0] ?? ""))).toEqual([]);
  });

  test("working days as calendar time: five of them are a week", () => {
    const days = [0, 1, 5, 20].map((day) => durationOf({ day, type: "working" }));
    expect(days).toEqual(["P0D", "P2D", "P7D", "P28D"]);
    expect(durationOf({ day: 30, type: "calendar" })).toBe("P30D");
  });

  test("no fee is a cost of nothing; nothing said is no cost", () => {
    expect(guideLd(complete, addressOf).hasCost).toEqual([
      { type: "cv:Cost", description: "不收费", "cv:hasValue": 0 },
    ]);
    const { isFee: _, ...unsaid } = complete;
    expect(guideLd(unsaid, addressOf)).not.toHaveProperty("hasCost");
  });

  test("a file of them is one document", async () => {
    const document = JSON.parse(await textOf([complete, thorny], "jsonld"));
    expect(document["@graph"]).toHaveLength(2);
    expect(document["@graph"][0]).not.toHaveProperty("@context");
    expect(JSON.parse(await textOf([], "jsonld"))["@graph"]).toEqual([]);
  });
});
