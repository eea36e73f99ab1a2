/** The words that staff edit, and the log of what was not found, on the real engine. */
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { openSearchLog, SAMPLED_ONE_IN } from "../../functions/search/search.missed.service.ts";
import { openMissedStore, SLOTS, slotOf } from "../../functions/search/search.missed.store.ts";
import { countable, missedOf, monthsBack } from "../../functions/search/search.missed.ts";
import { openWording, WORDS_SUBJECT } from "../../functions/search/search.wording.service.ts";
import { openWordingStore } from "../../functions/search/search.wording.store.ts";
import { readWords, writeWords } from "../../functions/search/search.wording.ts";
import { demoWords } from "../../stacks/local/demo-words.ts";
import { people } from "../guide/desk.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt, seededRandom } from "../support/world.ts";

const engine = useEngine();
const clock = clockAt("2026-03-02T02:00:00.000Z");
const random = seededRandom("words");

describe("words as staff write them", () => {
  test("are read line by line, whatever stands between, and written back so that nothing changes", () => {
    const text = {
      synonyms: "社保卡、社会保障卡，医保卡\r\n\n挖马路 / 占用挖掘 挖马路",
      stopPhrases: "怎么办\n需要什么材料 怎么办",
      pinned: "社保卡丢了 = A-1 A-2",
    };
    const { words, errors } = readWords(text);
    expect(errors).toEqual([]);
    expect(words).toEqual({
      synonyms: [
        ["社保卡", "社会保障卡", "医保卡"],
        ["挖马路", "占用挖掘"],
      ],
      stopPhrases: ["怎么办", "需要什么材料"],
      pinned: [{ phrase: "社保卡丢了", ids: ["A-1", "A-2"] }],
    });
    expect(words && readWords(writeWords(words)).words).toEqual(words);
  });

  test("the words that a county starts with can be edited", () => {
    const { words, errors } = readWords(writeWords(demoWords));
    expect(errors).toEqual([]);
    expect(words?.synonyms.length).toBe(demoWords.synonyms.length);
  });

  test.each([
    [{ synonyms: "社保卡" }, "synonyms", "words.alone.1"],
    [
      { synonyms: Array.from({ length: 21 }, (_, n) => `词${n}`).join(" ") },
      "synonyms",
      "words.too_many_names.1",
    ],
    [{ synonyms: `甲 ${"长".repeat(41)}` }, "synonyms", "words.too_long.1"],
    [{ stopPhrases: "长".repeat(41) }, "stopPhrases", "words.too_long.1"],
    [
      { stopPhrases: Array.from({ length: 501 }, (_, n) => `话${n}`).join("\n") },
      "stopPhrases",
      "words.too_many",
    ],
    [{ pinned: "社保卡丢了" }, "pinned", "words.pinned_shape.1"],
    [{ pinned: " = A" }, "pinned", "words.pinned_shape.1"],
    [{ pinned: "甲 = A\n\n乙" }, "pinned", "words.pinned_shape.3"],
    [{ stopPhrases: `怎么办\n ${"长".repeat(41)}` }, "stopPhrases", "words.too_long.2"],
  ])("%o is wrong at %s: %s", (change, field, code) => {
    const read = readWords({ synonyms: "", stopPhrases: "", pinned: "", ...change });
    expect(read).toEqual({ words: undefined, errors: [{ field, code }] });
  });

  test("whatever is written, it is refused or read back as it was", () => {
    const text = fc.string({ unit: "grapheme", maxLength: 60 });
    fc.assert(
      fc.property(fc.record({ synonyms: text, stopPhrases: text, pinned: text }), (written) => {
        const { words, errors } = readWords(written);
        expect(words === undefined).toBe(errors.length > 0);
        if (words !== undefined) expect(readWords(writeWords(words)).words).toEqual(words);
      }),
    );
  });
});

describe("changing the words", () => {
  let wording: ReturnType<typeof openWording>;
  let audit: ReturnType<typeof openAuditStore>;
  const text = { synonyms: "甲 乙", stopPhrases: "怎么办", pinned: "甲 = A" };
  beforeAll(() => {
    audit = openAuditStore(engine.table, random);
    const unknownIds = async (ids: readonly string[]) => ids.filter((id) => id !== "A");
    wording = openWording({ store: openWordingStore(engine.table), audit, clock: clock.now, unknownIds });
  });

  test("is a version on record, of which one of two at once is kept", async () => {
    const { clerk, admin, handler } = people;
    expect(await wording.read(clerk)).toMatchObject({ version: 0 });
    const both = await Promise.allSettled([
      wording.save(text, { actor: clerk, expectedVersion: 0 }),
      wording.save(text, { actor: admin, expectedVersion: 0 }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const one of both) if (one.status === "rejected") expect(one.reason.code).toBe("words_changed");
    await wording.save({ ...text, stopPhrases: "" }, { actor: admin, expectedVersion: 1 });
    expect(await wording.read(handler)).toMatchObject({ version: 2, words: { stopPhrases: [] } });
    expect((await audit.list(WORDS_SUBJECT, 10)).filter(({ result }) => result === "done")).toHaveLength(2);
  });

  test("is refused to who may not, on record, and for a code that nobody can find", async () => {
    await expect(wording.save(text, { actor: people.reviewer })).rejects.toMatchObject({
      status: 403,
      code: "role",
    });
    expect(await audit.list(WORDS_SUBJECT, 10)).toContainEqual(
      expect.objectContaining({ result: "refused", reason: "role" }),
    );
    const unknown = wording.save({ ...text, pinned: "甲 = B" }, { actor: people.clerk });
    await expect(unknown).rejects.toMatchObject({
      errors: [{ field: "pinned", code: "words.unknown_code.1" }],
    });
  });
});

describe("the log of what was not found", () => {
  test.each([
    ["挖马路", "挖马路"],
    [" ＳＨＢＸ  卡 ", "shbx 卡"],
    ["13800000000", undefined],
    ["电话138 0000 0000", undefined],
    ["1-3-8-0-0-0", undefined],
    ["659901199003070027 身份证", undefined],
    ["zhang@example.com", undefined],
    ["新A12345 年检", undefined],
    ["2026年社保", "2026年社保"],
    ["长".repeat(31), undefined],
    ["？！", undefined],
    ["x".repeat(10_000), undefined],
  ])("%s is counted as %s", (typed, phrase) => expect(countable(typed)).toBe(phrase));

  test("no phrase holds five digits in a row, whatever is put between them", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.stringMatching(/^\d([ -]?\d){4,17}$/),
        (around, number) => {
          const phrase = countable(around + number) ?? "";
          expect(phrase.replace(/[^\p{L}\p{N}]/gu, "")).not.toMatch(/\d{5}/);
        },
      ),
    );
  });

  const logOn = () =>
    openSearchLog({
      store: openMissedStore(engine.table),
      clock: clock.now,
      random,
      log: { info() {}, warn() {}, error() {} },
    });

  test("a search that found nothing costs one write of one unit, a number costs none", async () => {
    const log = logOn();
    engine.forget();
    await log.none("挖马路");
    await log.none("13800000000");
    expect(engine.consumed).toEqual([{ operation: "write", capacityUnits: 1 }]);
    await log.none("挖马路");
    await log.none("只有一次");
    for (let n = 0; n < 4; n += 1) await log.shown("上户口");
    await log.chosen("上户口");
    engine.forget();
    const read = await log.read(people.clerk, "2026-03");
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["query"]);
    expect(read.none).toMatchObject([{ phrase: "挖马路", none: 2 }]);
    expect(read.passedOver).toMatchObject([{ phrase: "上户口", shown: 4, passedOver: 3 }]);
  });

  test("one instance notes so many a minute and no more", async () => {
    const log = logOn();
    engine.forget();
    await Promise.all(Array.from({ length: 100 }, (_, n) => log.none(`甲${n}`)));
    expect(engine.consumed.filter(({ operation }) => operation === "write").length).toBeLessThanOrEqual(60);
    clock.pass(60);
    engine.forget();
    await log.none("甲0");
    expect(engine.consumed).toHaveLength(1);
  });

  test("a slot stays with its phrase, and gives way only when that was rare and some days ago", async () => {
    const store = openMissedStore(engine.table);
    const first = "甲";
    const rival = Array.from({ length: 5 * SLOTS }, (_, n) => `乙${n}`).find(
      (one) => slotOf(one) === slotOf(first),
    );
    if (rival === undefined) throw new Error("a thousand slots and five thousand phrases");
    expect(await store.count("none", first, "2026-05-01")).toBe(true);
    expect(await store.count("none", rival, "2026-05-02")).toBe(false);
    expect(await store.count("none", rival, "2026-05-08")).toBe(true);
    for (let n = 0; n < 3; n += 1) await store.count("none", rival, "2026-05-09");
    expect(await store.count("none", first, "2026-05-30")).toBe(false);
    expect(await store.read("2026-05")).toMatchObject([{ phrase: rival, none: 4 }]);
  });

  test("a flood of phrases fills the slots of a month and no more", () => {
    const slots = new Set(Array.from({ length: 20_000 }, (_, n) => slotOf(`甲${n}`)));
    expect(slots.size).toBe(SLOTS);
  });

  test("what is rare is nobody's business, and what people open is well", () => {
    const row = (phrase: string, none: number, shown: number, chosen: number) => ({
      phrase,
      none,
      shown,
      chosen,
      seenOn: "2026-03-02",
    });
    const all = [
      row("一", 1, 0, 0),
      row("二", 5, 0, 0),
      row("三", 0, 10, 9),
      row("四", 0, 10, 2),
      row("五", 0, 2, 0),
    ];
    const { none, passedOver } = missedOf(all);
    expect([none.map(({ phrase }) => phrase), passedOver.map(({ phrase }) => phrase)]).toEqual([
      ["二"],
      ["四"],
    ]);
  });

  test("months go back over the new year, and a sample is about a tenth", () => {
    expect(monthsBack("2026-02-10", 4)).toEqual(["2026-02", "2026-01", "2025-12", "2025-11"]);
    const log = logOn();
    const sampled = Array.from({ length: 2000 }, () => log.isSampled()).filter(Boolean).length;
    expect(sampled / 2000).toBeGreaterThan(0.5 / SAMPLED_ONE_IN);
    expect(sampled / 2000).toBeLessThan(2 / SAMPLED_ONE_IN);
  });
});
