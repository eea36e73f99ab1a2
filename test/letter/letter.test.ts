/** Every letter in its default wording: complete, filled without a gap, and saying what the law says. */
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { outcomeCodes, remedyOf } from "../../functions/disclosure/disclosure.outcome.ts";
import { readAsked } from "../../functions/letter/letter.asked.ts";
import { checkTemplate, MAX_TEMPLATE_BYTES } from "../../functions/letter/letter.check.ts";
import { letterData } from "../../functions/letter/letter.data.ts";
import { askedFields, knownTags } from "../../functions/letter/letter.field.ts";
import type { LetterDefinition } from "../../functions/letter/letter.kind.ts";
import { letterOf, letters, requiredTagsOf, tagsOf } from "../../functions/letter/letter.kind.ts";
import { merge, TemplateError, tagsIn } from "../../functions/letter/letter.merge.ts";
import type { ReadBlock } from "../../functions/letter/letter.reading.ts";
import { readLetter } from "../../functions/letter/letter.reading.ts";
import { remedyParagraphs } from "../../functions/letter/letter.remedy.ts";
import { sampleFacts } from "../../functions/letter/letter.sample.ts";
import { defaultTemplate } from "../../functions/letter/letter.template.ts";
import { settings } from "./rig.ts";

const calendar = chinaCalendar();
const unit = {
  name: "示范县自然资源局",
  government: "示范县人民政府",
  phone: "0999-5550103",
  address: "建设路6号",
  hours: "工作日",
};
const facts = (letter: LetterDefinition) =>
  sampleFacts(letter, { unit, settings, issuedOn: "2026-03-10", calendar });
const definition = (kind: string): LetterDefinition => {
  const found = letterOf(kind);
  if (found === undefined) throw new Error(`no letter ${kind}`);
  return found;
};
const textOf = (blocks: readonly ReadBlock[]): string =>
  blocks
    .flatMap((block) =>
      block.kind === "paragraph" ? [block] : block.rows.flat().flatMap(({ paragraphs }) => paragraphs),
    )
    .map(({ lines }) => lines.map((line) => line.map(({ text }) => text).join("")).join("\n"))
    .join("\n");

/** A template with something done to one of its parts. */
function changed(template: Uint8Array, part: string, change: (text: string) => string): Uint8Array {
  const files = unzipSync(template);
  return zipSync({ ...files, [part]: strToU8(change(strFromU8(files[part] ?? new Uint8Array()))) });
}
const MAIN = "word/document.xml";
interface Grounds {
  readonly pointer?: string;
  readonly earlier?: string;
  readonly hasFile?: boolean;
}

describe("the letters", () => {
  test("are the receipt, eleven process documents, 21 outcomes, a correction of records, a proof of service", () => {
    expect(letters).toHaveLength(1 + 11 + 21 + 1 + 1);
    expect(new Set(letters.map(({ kind }) => kind)).size).toBe(35);
    expect(letters.flatMap(({ outcome }) => outcome ?? [])).toEqual(outcomeCodes);
    for (const { remedy, outcome } of letters) if (outcome !== undefined) expect(remedy).toBeDefined();
  });

  test("no two placeholders have one name", () => {
    const tags = [...knownTags, ...Object.values(askedFields).map(({ tag }) => tag)];
    expect(new Set(tags).size).toBe(tags.length);
  });

  test.each(letters.map((letter) => [letter.kind, letter] as const))("%s", async (_kind, letter) => {
    const template = await defaultTemplate(letter);
    const data = letterData(facts(letter));
    expect(await checkTemplate(template, letter, data)).toBeUndefined();
    const tags = await tagsIn(template);
    expect(tags.filter((tag) => !tagsOf(letter).includes(tag))).toEqual([]);
    expect(requiredTagsOf(letter).filter((tag) => !tags.includes(tag))).toEqual([]);
    const text = textOf(await readLetter(await merge(template, data)));
    expect(text).toContain(letter.title.zh);
    expect(text).toContain("示公开〔2026〕1号");
    expect(text).not.toMatch(/[{}]|undefined|NaN|null/);
    expect(text).not.toMatch(/[。；，、：]{2}/);
  });

  test("have no empty paragraph where nothing is attached, but that above the seal", async () => {
    for (const letter of letters.filter(({ outcome }) => outcome !== undefined)) {
      const { head, ...rest } = facts(letter);
      const isSilent = letter.outcome === "correction_not_made" || letter.outcome === "fee_not_paid";
      const answer = head.answer && { ...head.answer, files: [], ...(isSilent ? { reply: "" } : {}) };
      const data = letterData({ ...rest, head: { ...head, answer } });
      const blocks = await readLetter(await merge(await defaultTemplate(letter), data));
      expect(blocks.filter((block) => textOf([block]) === "")).toHaveLength(1);
      expect(textOf(blocks.slice(-3, -2))).toBe("");
    }
  });

  test.each([
    ["not_held", {}, "依照《中华人民共和国政府信息公开条例》第三十六条第（四）项的规定"],
    [
      "not_held",
      { pointer: "县档案馆。" },
      "依照《中华人民共和国政府信息公开条例》第三十六条第（五）项的规定",
    ],
    ["repeated", { earlier: "440305G26022700001A" }, "此前已经答复的申请，编号为440305G26022700001A。"],
    ["disclosed", {}, "条例》第三十六条第（一）项、第三十六条第（二）项的规定"],
    ["disclosed", { hasFile: true }, "依照《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定"],
  ])("%s with %j rests on the item that it is", async (code, { hasFile, ...more }: Grounds, says) => {
    const letter = definition(`outcome_${code}`);
    const { head, ...rest } = facts(letter);
    const files = hasFile ? (head.answer?.files ?? []) : [];
    const answer = head.answer && { ...head.answer, files, ...more };
    const data = letterData({ ...rest, head: { ...head, answer } });
    const text = textOf(await readLetter(await merge(await defaultTemplate(letter), data)));
    expect(text).toContain(says);
    expect(text).not.toContain("。。");
  });

  test("each outcome names its own article", async () => {
    for (const letter of letters.filter(({ outcome }) => outcome !== undefined)) {
      const numbers = letter.articles.flatMap((article) => /^(\d+)/.exec(article)?.[1] ?? []);
      const text = textOf(
        await readLetter(await merge(await defaultTemplate(letter), letterData(facts(letter)))),
      );
      const han = (number: string) =>
        `第${number.length === 2 ? `${"一二三四"[Number(number[0]) - 1]}十${"零一二三四五六七八九"[Number(number[1])]}`.replace("一十", "十").replace("零", "") : number}条`;
      for (const number of numbers)
        expect([letter.kind, text]).toEqual([letter.kind, expect.stringContaining(han(number))]);
    }
  });
});

describe("what a template may be", () => {
  const letter = definition("outcome_not_held");
  const check = async (change: (template: Uint8Array) => Uint8Array) =>
    checkTemplate(change(await defaultTemplate(letter)), letter, letterData(facts(letter)));

  test.each([
    ["a placeholder that nobody knows", "{单位}", "{单位名称}", "template.unknown", ["单位名称"]],
    ["no number", "{文号}", "", "template.missing", ["文号"]],
    ["no remedies", "{救济途径}", "", "template.missing", ["救济途径"]],
    ["a brace without its pair", "{单位}", "{单位", "template.syntax", expect.anything()],
    ["raw markup", "{答复内容}", "{@答复内容}", "template.syntax", ["答复内容"]],
    ["a loop", "{单位}", "{#单位}甲{/单位}", "template.syntax", ["单位"]],
    ["a way into an object", "{单位}", "{constructor}", "template.unknown", ["constructor"]],
  ])("%s is refused", async (_case, from, to, code, tags) => {
    expect(await check((template) => changed(template, MAIN, (text) => text.replace(from, to)))).toEqual({
      code,
      tags,
    });
  });

  test("text, formatting and further paragraphs are the office's to change", async () => {
    const change = (text: string) =>
      text
        .replace("收悉。", "收悉，感谢关注。")
        .replace("<w:body>", "<w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>特急</w:t></w:r></w:p>");
    expect(await check((template) => changed(template, MAIN, change))).toBeUndefined();
  });

  test.each([
    ["word/_rels/document.xml.rels", "attachedTemplate"],
    ["word/_rels/document.xml.rels", "image"],
    ["word/_rels/settings.xml.rels", "frame"],
  ])("%s may not fetch a remote %s", async (part, type) => {
    const relation = `<Relationship Id="rIdX" Type="http://x/${type}" Target="https://evil.example/a" TargetMode="External"/>`;
    const add = (text: string) =>
      text === ""
        ? `<Relationships>${relation}</Relationships>`
        : text.replace("</Relationships>", `${relation}</Relationships>`);
    expect(await check((template) => changed(template, part, add))).toEqual({
      code: "template.active",
      tags: [],
    });
  });

  test.each(["word/vbaProject.bin", "word/activeX/activeX1.xml", "word/embeddings/oleObject1.bin"])(
    "%s is refused",
    async (part) => {
      expect(await check((template) => changed(template, part, () => "x"))).toMatchObject({
        code: "template.active",
      });
    },
  );

  test("no ZIP, half a ZIP, a ZIP without a letter, a large one", async () => {
    const data = letterData(facts(letter));
    const whole = await defaultTemplate(letter);
    const codes = [
      strToU8("MZ"),
      whole.slice(0, whole.length / 2),
      zipSync({ "a.txt": strToU8("a") }),
      new Uint8Array(MAX_TEMPLATE_BYTES + 1),
    ].map(async (bytes) => (await checkTemplate(bytes, letter, data))?.code);
    expect(await Promise.all(codes)).toEqual([
      "template.damaged",
      "template.damaged",
      "template.damaged",
      "template.too_large",
    ]);
  });
});

describe("filling", () => {
  test("what people typed is text, whatever it looks like", async () => {
    const letter = definition("receipt");
    const evil = "<w:p/> & \"' {文号} {#x} ]]> <script>";
    const data = { ...letterData(facts(letter)), 申请内容: evil };
    const filled = await merge(await defaultTemplate(letter), data);
    expect(textOf(await readLetter(filled))).toContain(evil);
  });

  test("lines of a value stay lines, on the page as in the file", async () => {
    const letter = definition("outcome_disclosed");
    const blocks = await readLetter(await merge(await defaultTemplate(letter), letterData(facts(letter))));
    const reply = blocks.find((block) => block.kind === "paragraph" && block.lines.length === 4);
    expect(reply).toMatchObject({
      lines: [
        [{ text: expect.stringMatching(/^您申请的/) }],
        [{ text: expect.stringMatching(/^　　其中/) }],
        [{ text: "　　附件：" }],
        [{ text: "　　1. 项目清单.pdf" }],
      ],
    });
    expect(blocks[0]).toMatchObject({ kind: "paragraph", heading: true, align: "center" });
  });

  test("a placeholder without a value is an error and no gap", async () => {
    const { 单位: _unit, ...rest } = letterData(facts(definition("receipt")));
    await expect(merge(await defaultTemplate(definition("receipt")), rest)).rejects.toEqual(
      new TemplateError([{ code: "unknown", tag: "单位" }]),
    );
  });

  test("a form is a table of labels and values", async () => {
    const letter = definition("registration");
    const blocks = await readLetter(await merge(await defaultTemplate(letter), letterData(facts(letter))));
    const table = blocks.find((block) => block.kind === "table");
    expect(table?.kind === "table" && table.rows).toHaveLength(11);
  });
});

describe("the remedies", () => {
  const say = (path: Parameters<typeof remedyOf>[0]["remedy"], on: string, online = false) =>
    remedyParagraphs(remedyOf({ remedy: path }, { on, online }, calendar), settings, on).join("\n");

  test("what is withheld goes to review first, and a court only after it", () => {
    const text = say("review_first", "2026-03-10");
    expect(text).toContain(
      "应当先自收到本告知书之日起60日内（按2026年3月10日收到计算，至2026年5月9日）向示范县人民政府",
    );
    expect(text).toContain("第二十三条");
    expect(text).not.toContain("6个月");
  });

  test("everything else leaves the choice: 60 days or six months, past days of rest", () => {
    // 31 August 2025 and six months is a Saturday that is worked; 60 days end on a day of rest of the October week.
    const text = say("review_or_suit", "2025-08-04");
    expect(text).toContain("至2025年10月9日");
    expect(text).toContain("6个月内（按2025年8月4日收到计算，至2026年2月4日）直接向示范县人民法院");
  });

  test("a partial answer has one paragraph for each part", () => {
    const lines = say("review_first_for_withheld", "2026-03-10").split("\n");
    expect(lines[0]).toMatch(/^您对不予公开的部分不服的，应当先/);
    expect(lines[1]).toMatch(/^您对其他部分不服的，可以/);
  });

  test("delivered online, it names the online way; after the announced holidays, it says that dates may move", () => {
    expect(say("review_or_suit", "2026-03-10", true)).toContain(
      "网上申请行政复议的途径：https://xzfy.example.gov.cn。",
    );
    expect(say("review_or_suit", "2026-03-10")).not.toContain("网上申请");
    expect(say("review_or_suit", `${calendar.announcedThrough}-12-01`)).toContain("国务院公布新的放假安排后");
  });

  test("no letter says three months", async () => {
    for (const letter of letters) expect(JSON.stringify(letter)).not.toMatch(/3个月|三个月/);
  });
});

describe("what is asked", () => {
  test("nothing of a fee is asked: the letter says what the applicant was told", async () => {
    const letter = definition("fee_notice");
    expect([letter.asks, readAsked(letter, {}).errors]).toEqual([[], []]);
    const { head, ...rest } = facts(letter);
    const fee = {
      ...({ scheme: "by_count", feeYuan: 100, on: "2026-03-10", until: "2026-04-08" } as const),
      basis: "本自然月内已有10件，本件为第11件：第11件每件100元，计100元。合计100元。",
      payment: "到县财政局缴纳。",
    } as const;
    expect(letterData({ ...rest, head: { ...head, fee } })).toMatchObject({
      ...{ 收费方式: "按件计收", 金额: "100", 缴费期限: "2026年4月8日", 缴费办法: "到县财政局缴纳。" },
      计算过程: fee.basis.slice(0, -1),
    });
  });

  test("a day that is none, a line with a break, a text that is too long", () => {
    const consultation = definition("third_party_consultation");
    expect(
      readAsked(consultation, { thirdParty: "甲\n乙", consultation: "字".repeat(4_001) }).errors,
    ).toEqual([
      { field: "thirdParty", code: "prose.characters" },
      { field: "consultation", code: "prose.too_long" },
    ]);
    expect(
      readAsked(definition("correction_notice"), { correctionWhat: "a", correctionUntil: "2026-02-30" })
        .errors,
    ).toEqual([{ field: "correctionUntil", code: "day.invalid" }]);
  });
});
