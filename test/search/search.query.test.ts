import { build } from "esbuild";
import * as fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { buildIndex } from "../../functions/search/search.build.ts";
import { readDocuments } from "../../functions/search/search.documents.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { SearchDocument, Searcher } from "../../functions/search/search.ts";
import { MOST_OTHERS, noWords } from "../../functions/search/search.ts";
import { documentOf, searcherOf } from "./documents.ts";

const rsj = { unit: "rsj", unitName: "人力资源和社会保障局", area: "440101", areaName: "甲县" };
const gaj = { unit: "gaj", unitName: "公安局", area: "440101", areaName: "甲县" };

const documents: readonly SearchDocument[] = [
  documentOf({
    id: "card",
    code: "11440000MB2D0001XA4440114001000",
    name: "社会保障卡挂失与补办",
    aliases: ["社保卡补办"],
    audience: ["自然人"],
    topics: ["社会保障"],
    lifeEvents: ["就业"],
    kind: "公共服务",
    phones: ["0750-1234567"],
    body: "凭本人身份证办理，立等可取。",
    ...rsj,
  }),
  documentOf({
    id: "pension",
    code: "11440000MB2D0001XA4440114002000",
    name: "城乡居民基本养老保险参保登记",
    audience: ["自然人"],
    topics: ["社会保障"],
    kind: "行政确认",
    phones: ["0750-7654321"],
    body: "年满十六周岁的城乡居民。",
    ...rsj,
  }),
  documentOf({
    id: "passport",
    name: "普通护照签发",
    audience: ["自然人"],
    topics: ["出境入境"],
    kind: "行政许可",
    ...gaj,
  }),
  documentOf({
    id: "dig",
    name: "占用、挖掘城市道路审批",
    audience: ["企业法人"],
    kind: "行政许可",
    unit: "cgj",
    unitName: "城市管理局",
  }),
  documentOf({ id: "etc", name: "ETC业务咨询", kind: "公共服务", unit: "jtj", unitName: "交通运输局" }),
  documentOf({
    id: "dig2",
    name: "占用、挖掘城市道路审批",
    kind: "行政许可",
    unit: "zjj",
    unitName: "住房和城乡建设局",
    area: "440102",
    areaName: "乙县",
  }),
];

const words = {
  synonyms: [
    ["社保卡", "社会保障卡", "医保卡"],
    ["挖马路", "挖掘城市道路"],
    ["丢了", "挂失", "补办"],
  ],
  stopPhrases: ["怎么办", "需要什么材料", "办理"],
  pinned: [{ phrase: "证件", ids: ["passport", "gone", "card"] }],
};

describe("a focused answer", () => {
  const texts: readonly SearchDocument[] = [
    documentOf({ id: "workers", name: "公开招聘社区工作者公告", body: "笔试、面试各占一半。" }),
    documentOf({ id: "teachers", name: "教师补充公告", body: "今年公开招聘教师三十名。" }),
    documentOf({ id: "works", name: "水利工程施工公告", body: "工期三个月，工人工资按月发。" }),
    documentOf({ id: "old", name: "高龄津贴发放办法", body: "八十岁以上的老人。" }),
    documentOf({ id: "allowance", name: "乡村教师津贴办法", body: "按月发。" }),
    documentOf({ id: "news", name: "民政工作动态", body: "高龄津贴打到社会保障卡。" }),
  ];
  const hiring = { synonyms: [["招工", "招人", "招聘"]] };
  const ids = async (text: string, focused: boolean) => {
    const { search } = await searcherOf(texts, hiring);
    return search({ text, focused }).hits.map(({ id }) => id);
  };

  test("has what is meant in other words, and not what shares one character", async () => {
    expect(await ids("招工", true)).toEqual(["workers", "teachers"]);
    expect(await ids("招工", false)).toContain("works");
  });

  test("has what says it in its text alone, and not what shares one of its words", async () => {
    expect(await ids("高龄津贴", true)).toEqual(["old", "news"]);
    expect(await ids("高龄津贴", false)).toContain("allowance");
  });

  test("of one character is everything that has it", async () => {
    expect((await ids("工", true)).sort()).toEqual((await ids("工", false)).sort());
  });
});

let searcher: Searcher;
beforeAll(async () => {
  searcher = await searcherOf(documents, words);
});
const ids = (text: string, more: object = {}) => searcher.search({ text, ...more }).hits.map(({ id }) => id);

describe("finding", () => {
  test.each([
    ["社会保障卡挂失与补办", "card", "ranked", "its name"],
    ["社會保障卡掛失與補辦", "card", "ranked", "its name in traditional characters"],
    ["社保卡补办", "card", "ranked", "an alias"],
    ["医保卡丢了怎么办", "card", "ranked", "words of the office"],
    ["挖马路", "dig", "ranked", "slang"],
    ["十六周岁", "pension", "ranked", "the text"],
    ["办理护照需要什么材料", "passport", "ranked", "what is said around it"],
    ["护", "passport", "ranked", "one character"],
    ["shbzk", "card", "pinyin", "initials"],
    ["shehuibaozhang", "card", "pinyin", "pinyin"],
    ["She Hui Bao", "card", "pinyin", "pinyin with spaces"],
    ["yangl", "pension", "pinyin", "pinyin that is still being typed"],
    ["yibaoka", "card", "pinyin", "pinyin of a word of the office"],
    ["ETC", "etc", "pinyin", "letters that are letters"],
    ["11440000MB2D0001XA4440114002000", "pension", "code", "a code"],
    ["440114001000", "card", "code", "the end of a code"],
    ["0750-7654321", "pension", "code", "a phone"],
    ["7654321", "pension", "code", "a phone without its area"],
    ["証件", "passport", "pinned", "a pinned phrase"],
  ])("%s gives %s first (%s, by %s)", (text, id, how) => {
    const answer = searcher.search({ text });
    expect([answer.hits[0]?.id, answer.how]).toEqual([id, how]);
  });

  test("pinned answers stand in their order, before what is ranked; those that are gone are left out", () => {
    expect(ids("证件").slice(0, 2)).toEqual(["passport", "card"]);
    expect(ids("证件", { filters: { unit: "rsj" } })[0]).toBe("card");
  });

  test("a hit says whose it is", () => {
    expect(searcher.search({ text: "护照" }).hits[0]).toEqual({
      id: "passport",
      code: "",
      name: "普通护照签发",
      unit: "gaj",
      unitName: "公安局",
      areaName: "甲县",
      others: [],
    });
  });
});

describe("nothing found", () => {
  test("is never a dead end", () => {
    for (const text of ["外星人登陆", "外星人怎么办", "zzzzzz", "999999999", "qwrtp", "𠮷𠮷"]) {
      const { how, hits, total } = searcher.search({ text });
      expect([text, how]).toEqual([text, "nearest"]);
      expect(hits.length).toBeGreaterThan(0);
      expect(total).toBe(hits.length);
    }
  });

  test("and no name close: what people ask most, and not the first of all names", () => {
    const ids = searcher.search({ text: "宇宙 飞船" }).hits.map(({ id }) => id);
    expect(ids).toEqual(["passport"]);
    expect(searcher.search({ text: "外星人领社保卡" }).hits[0]?.id).toBe("card");
  });

  test("under a filter offers what there is without it", () => {
    const { how, hits } = searcher.search({ text: "护照", filters: { unit: "rsj" } });
    expect([how, hits[0]?.id]).toEqual(["nearest", "passport"]);
  });

  test("in an empty index is empty", async () => {
    const empty = await searcherOf([]);
    for (const text of ["", "护照", "hz", "12345"])
      expect(empty.search({ text })).toMatchObject({ total: 0, hits: [] });
    expect(empty.suggest("护", 5)).toEqual([]);
    expect(empty.documents).toEqual([]);
    expect(empty.facets({}).unit).toEqual([]);
  });
});

describe("equal names", () => {
  test("are one hit that names the other offices", () => {
    const { hits, total } = searcher.search({ text: "挖掘城市道路" });
    expect([total, hits[0]?.id, hits[0]?.others]).toEqual([
      1,
      "dig",
      [
        {
          id: "dig2",
          code: "",
          name: "占用、挖掘城市道路审批",
          unit: "zjj",
          unitName: "住房和城乡建设局",
          areaName: "乙县",
        },
      ],
    ]);
    const there = searcher.search({ text: "挖掘城市道路", filters: { area: "440102" } });
    expect([there.hits[0]?.id, there.hits[0]?.others]).toEqual(["dig2", []]);
  });

  test("name so many offices at most", async () => {
    const many = await searcherOf(
      Array.from({ length: 80 }, (_, at) =>
        documentOf({ id: `${at}`, name: "护照（签发）", unit: `u${at}` }),
      ),
    );
    expect(many.search({ text: "护照签发" }).hits.map(({ others }) => others.length)).toEqual([MOST_OTHERS]);
  });
});

describe("browsing", () => {
  test("without words gives everything once, in the same order, page by page", () => {
    const all = ids("");
    expect(all).toHaveLength(5);
    expect(searcher.search({ text: " ?? " }).how).toBe("all");
    expect([0, 2, 4].flatMap((offset) => ids("", { offset, limit: 2 }))).toEqual(all);
  });

  test.each([
    [{ unit: "rsj" }, ["pension", "card"]],
    [{ topic: "社会保障", kind: "公共服务" }, ["card"]],
    [{ audience: "企业法人" }, ["dig"]],
    [{ lifeEvent: "就业" }, ["card"]],
    [{ area: "440102" }, ["dig2"]],
    [{ area: "" }, ["dig", "passport", "etc", "pension", "card"]],
    [{ unit: "nobody" }, []],
  ])("%o keeps %o", (filters, kept) => {
    const answer = searcher.search({ text: "", filters });
    expect(answer.hits.map(({ id }) => id).sort()).toEqual([...kept].sort());
    expect(answer.total).toBe(kept.length);
  });

  test.each([
    [{ offset: 1e9 }, 0],
    [{ offset: -5 }, 5],
    [{ offset: Number.NaN, limit: Number.NaN }, 1],
    [{ limit: 0 }, 1],
    [{ limit: -1 }, 1],
    [{ limit: 1e9 }, 5],
    [{ offset: Number.POSITIVE_INFINITY, limit: Number.NEGATIVE_INFINITY }, 0],
    [{ offset: 1.5, limit: 2.5 }, 2],
  ])("%o is brought into bounds", (page, count) => {
    expect(searcher.search({ text: "", ...page }).hits).toHaveLength(count);
    expect(searcher.search({ text: "", ...page }).total).toBe(5);
  });

  test("counts each facet under the filters of the others, names as hits do", () => {
    const { unit, kind, audience } = searcher.facets({ kind: "行政许可" });
    expect(unit).toEqual([
      { value: "cgj", label: "城市管理局", count: 1 },
      { value: "gaj", label: "公安局", count: 1 },
      { value: "zjj", label: "住房和城乡建设局", count: 1 },
    ]);
    expect(kind.map(({ value, count }) => [value, count])).toEqual([
      ["公共服务", 2],
      ["行政许可", 2],
      ["行政确认", 1],
    ]);
    expect(audience.map(({ value }) => value)).toEqual(["企业法人", "自然人"]);
  });
});

describe("as one types", () => {
  test.each([
    ["社", ["社会保障卡挂失与补办"]],
    ["城市道", ["占用、挖掘城市道路审批"]],
    ["社保", ["社会保障卡挂失与补办"]],
    ["ptfz", []],
    ["pthz", ["普通护照签发"]],
    ["", []],
    ["。", []],
  ])("%s suggests %o", (text, names) => {
    expect(searcher.suggest(text, 1).map(({ name }) => name)).toEqual(names);
  });
});

describe("the names pack", () => {
  test("has every document with the initials of its name", () => {
    expect(searcher.documents).toHaveLength(documents.length);
    expect(searcher.documents.find(({ id }) => id === "card")).toEqual({
      id: "card",
      code: "11440000MB2D0001XA4440114001000",
      name: "社会保障卡挂失与补办",
      unitName: "人力资源和社会保障局",
      initials: "shbzkgsybb",
    });
  });
});

describe("the files", () => {
  test("give back what they were made of, and are the same whatever the order it came in", async () => {
    const one = await buildIndex(documents, words);
    const other = await buildIndex([...documents].reverse(), words, one);
    expect(other).toEqual(one);
    const read = readDocuments(one.documents ?? new Uint8Array());
    expect(new Set(read.documents)).toEqual(new Set(documents));
    expect(read.words).toEqual(words);
  });

  test("hold the last of two documents with one id", async () => {
    const [card] = documents;
    const changed = await searcherOf([...documents, { ...(card as SearchDocument), name: "新名称" }]);
    expect(changed.documents).toHaveLength(documents.length);
    expect(changed.search({ text: "新名称" }).hits[0]?.id).toBe("card");
  });

  test.each(["terms", "postings", "rows", "words"])("cut short or missing: %s is refused", async (name) => {
    const files = await buildIndex(documents, noWords);
    const { [name]: file = new Uint8Array(), ...rest } = files;
    expect(() => openIndex(rest)).toThrow(RangeError);
    for (const length of [0, 1, Math.floor(file.length / 2), file.length - 1])
      expect(() => openIndex({ ...rest, [name]: file.subarray(0, length) })).toThrow();
  });

  test("with any byte changed are refused or answer something, and take no time over it", async () => {
    const files = await buildIndex(documents, words);
    const names = fc.constantFrom("terms", "postings", "rows");
    fc.assert(
      fc.property(names, fc.nat(), fc.integer({ min: 1, max: 255 }), (name, at, flip) => {
        const bytes = Uint8Array.from(files[name] ?? []);
        const place = at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ flip;
        const started = performance.now();
        try {
          openIndex({ ...files, [name]: bytes }).search({ text: "社保卡补办" });
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
        expect(performance.now() - started).toBeLessThan(1_000);
      }),
      { numRuns: 300 },
    );
  });
});

test("asking needs no package, and nothing that builds", async () => {
  const { metafile } = await build({
    entryPoints: ["functions/search/search.query.ts"],
    bundle: true,
    packages: "external",
    format: "esm",
    write: false,
    metafile: true,
  });
  const inputs = Object.entries(metafile.inputs);
  expect(inputs.flatMap(([, { imports }]) => imports.filter((each) => each.external))).toEqual([]);
  expect(inputs.map(([file]) => file).filter((file) => /build|invert|spell/.test(file))).toEqual([]);
});
