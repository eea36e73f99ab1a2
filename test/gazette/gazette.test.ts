import { describe, expect, test } from "vitest";
import { faultsOf } from "../../functions/gazette/gazette.check.ts";
import type { GazetteStanding } from "../../functions/gazette/gazette.flow.ts";
import {
  gazetteActions,
  gazetteMoves,
  gazetteStates,
  refusalOf,
} from "../../functions/gazette/gazette.flow.ts";
import { documentNumberIn } from "../../functions/gazette/gazette.number.ts";
import { staleBefore } from "../../functions/gazette/gazette.record.ts";
import { blocksOf, dayIn, gazetteForm, summaryOf, validityOn } from "../../functions/gazette/gazette.ts";
import { isStale } from "../../functions/guide/guide.freshness.ts";
import { check } from "../../functions/kit/form.ts";
import { text } from "./rig.ts";

const today = "2026-03-02";

describe("the number of a document", () => {
  test.each([
    "示府规〔2026〕3号",
    "示府规【2026】3号",
    "示府规[2026]3号",
    "示府规(2026)3号",
    "示府规（２０２６）３号",
    " 示府规 2026 3号 ",
    "示府规〔2026〕第 003 号",
    "示府规2026年3号",
  ])("%s is read as it is usually written", (text) => {
    expect(documentNumberIn(text)).toBe("示府规〔2026〕3号");
  });

  test.each([
    "高龄津贴",
    "2026年3号",
    "示府规",
    "示府规〔3〕2026号",
    "示府规〔2026〕",
    "示府规〔2026〕3号文件全文",
  ])("%s is none", (text) => {
    expect(documentNumberIn(text)).toBeUndefined();
  });
});

describe("a day that was typed", () => {
  test.each(["2026-03-01", "2026.3.1", "2026/03/1", "2026年3月1日", "２０２６－０３－０１", " 2026-3-1 "])(
    "%s is the first of March",
    (typed) => expect(dayIn(typed)).toBe("2026-03-01"),
  );
  test.each(["", "2026-02-30", "2026", "3-1", "2026-13-01", "昨天", "2026-03-01T00:00"])(
    "%s is none",
    (typed) => expect(dayIn(typed)).toBeUndefined(),
  );
});

describe("a text", () => {
  test("is paragraphs and headings, and nothing in it is markup", () => {
    expect(blocksOf("# 一、对象\r\n第一段\n\n  <b>第二段</b>  \n#\n#不是小标题")).toEqual([
      { kind: "heading", text: "一、对象" },
      { kind: "paragraph", text: "第一段" },
      { kind: "paragraph", text: "<b>第二段</b>" },
      { kind: "paragraph", text: "#不是小标题" },
    ]);
  });

  test("is summed up by its first words, never through the middle of a character", () => {
    expect(summaryOf("# 标题\n短。")).toBe("短。");
    const long = summaryOf("𠮷".repeat(200));
    expect([...long]).toHaveLength(121);
    expect(long.endsWith("𠮷…")).toBe(true);
  });
});

describe("a policy", () => {
  test.each([
    ["in_force", undefined, "in_force"],
    ["in_force", "2026-03-02", "in_force"],
    ["in_force", "2026-03-01", "lapsed"],
    ["amended", "2026-03-01", "lapsed"],
    ["repealed", "2026-03-01", "repealed"],
  ] as const)("that is %s until %s is %s", (validity, validUntil, expected) =>
    expect(validityOn({ validity, ...(validUntil === undefined ? {} : { validUntil }) }, today)).toBe(
      expected,
    ),
  );
});

describe("a form", () => {
  const strings = {
    ...{ title: " 标题 ", organ: "县政府", documentNumber: "", indexNumber: "", writtenOn: "2026年3月1日" },
    ...{ issuedOn: "", from: "", until: "", validity: "x", validityNote: "", validUntil: "", body: "正文" },
    successor: "https://banshi.example/policies/abc",
    guides: "A1， A2\nA1",
  };

  test("is read as it was meant", () => {
    const read = check(gazetteForm, strings);
    expect(read.ok && read.value).toMatchObject({
      ...{ title: "标题", documentNumber: undefined, writtenOn: "2026-03-01", validity: "in_force" },
      ...{ successor: "abc", guides: ["A1", "A2"] },
    });
  });

  test.each([
    [{ title: " " }, "title", "title.required"],
    [{ title: "长".repeat(201) }, "title", "title.too_long"],
    [{ from: "下周" }, "from", "from.day"],
    [{ guides: "1 2 3 4 5 6 7 8 9" }, "guides", "guides.too_many"],
  ])("with %o is wrong at %s", (change, field, code) =>
    expect(check(gazetteForm, { ...strings, ...change })).toEqual({ ok: false, errors: [{ field, code }] }),
  );

  test.each([
    [{ writtenOn: undefined }, "writtenOn", "writtenOn.required"],
    [{ writtenOn: "2026-03-03" }, "writtenOn", "day.future"],
    [{ issuedOn: "2026-03-03" }, "issuedOn", "day.future"],
    [{ until: today }, "until", "until.early"],
    [{ from: "2026-04-01", until: "2026-04-01" }, "until", "until.early"],
    [{ validity: "repealed" }, "validityNote", "validityNote.required"],
    [{ validUntil: "2025-01-01" }, "validUntil", "validUntil.early"],
    [{ body: "张三，11010119900307002X" }, "body", "personal_identity"],
    [{ title: "付到 6217000000000000004 账户" }, "title", "personal_card"],
  ] as const)("with %o does not hold together at %s", (change, field, code) =>
    expect(faultsOf({ ...text, ...change }, "policy", today)).toEqual([{ field, code }]),
  );

  test("of news is asked for less", () =>
    expect(faultsOf({ ...text, writtenOn: undefined }, "news", today)).toEqual([]));
});

describe("what is stale here is stale for guides too", () => {
  test.each(["2025-09-02", "2025-09-03", "2025-09-04"])("checked on %s", (checkedOn) =>
    expect(checkedOn < staleBefore(today)).toBe(isStale({ checkedOn }, today)),
  );
});

describe("the flow", () => {
  const allow = () => undefined;
  const standing = (state: (typeof gazetteStates)[number], authorIds: readonly string[]): GazetteStanding =>
    state === "published" || state === "withdrawn" ? { live: { state } } : { work: { state, authorIds } };

  test("says for every state and action the same as its table", () => {
    for (const state of gazetteStates)
      for (const action of gazetteActions) {
        const move = gazetteMoves[action];
        const author = move.conditions.includes("author") ? "me" : "other";
        const request = { action, actorId: "me", denial: allow, reason: "因为" };
        const refused = refusalOf<string>(standing(state, [author]), request);
        expect([state, action, refused]).toEqual([
          state,
          action,
          move.from.includes(state) ? undefined : "out_of_turn",
        ]);
      }
  });

  test.each(["approve", "return"] as const)("nobody may %s what they wrote, even once", (action) =>
    expect(
      refusalOf<string>(standing("review", ["other", "me"]), {
        action,
        actorId: "me",
        denial: allow,
        reason: "x",
      }),
    ).toBe("same_person"),
  );

  test("a second draft beside the first there is not", () =>
    expect(
      refusalOf<string>(
        { live: { state: "published" }, work: { state: "draft", authorIds: [] } },
        { action: "revise", actorId: "me", denial: allow },
      ),
    ).toBe("out_of_turn"));

  test("who may not learns nothing of the state", () =>
    expect(refusalOf<string>({}, { action: "approve", actorId: "me", denial: () => "role" })).toBe("role"));
});
