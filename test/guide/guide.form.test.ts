import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPart, rowsIn, tidy, writePart } from "../../functions/guide/guide.form.ts";
import { lint } from "../../functions/guide/guide.lint.ts";
import {
  fixedFields,
  isRows,
  partsOf,
  sectionNames,
  sectionOf,
} from "../../functions/guide/guide.section.ts";
import { guideSchema } from "../../functions/guide/guide.ts";
import { complete } from "./samples.ts";

const today = "2026-03-02";
const full = {
  ...complete,
  anticipate: { day: 20, type: "calendar" as const, explain: "自受理之日起" },
  isFee: true,
  fees: [{ name: "工本费", standard: "20元", basis: "粤价〔2020〕1号", isReducible: false }],
  questions: [{ question: "可以代办吗？", answer: "可以。\n带上双方身份证。" }],
  policies: [{ name: "《社会保障卡管理办法》" }],
  planEffectiveDate: "2026-04-01",
  aliases: ["社保卡补办", "补卡"],
};

test("every field of a guide is written in one part, or fixed when the guide begins", () => {
  const written = sectionNames.flatMap((section) =>
    partsOf(section).map((part) => (isRows(part) ? part.list : part.name)),
  );
  expect([...written, ...fixedFields].sort()).toEqual(Object.keys(guideSchema.entries).sort());
  expect(new Set(written).size).toBe(written.length);
});

test("every finding leads to the part in which it is put right", () => {
  const bare = {
    ...complete,
    steps: [],
    results: [],
    linkWay: [],
    superviseWay: [],
    serverType: [],
    places: [],
  };
  for (const { field } of lint(bare)) expect(sectionOf(field)).toBeDefined();
});

test.each(sectionNames)("%s: what is shown and sent back unchanged changes nothing", (section) => {
  const values = writePart(section, full);
  expect(readPart(section, full, { values, today })).toEqual({ guide: full, errors: [] });
});

describe("rows", () => {
  const rows = {
    "steps.0.name": "受理",
    "steps.0.limit.type": "working",
    "steps.1.name": "",
    "steps.1.limit.type": "working",
    "steps.2.name": "审查",
    "steps.7.name": "决定",
  };
  const names = (values: Readonly<Record<string, unknown>>) =>
    rowsIn("steps", values as never).map((place) => values[`steps.${place}.name`]);

  test("without a word are gone, the others are counted anew", () => {
    const kept = tidy("steps", { ...rows, handleFlow: "x" });
    expect(rowsIn("steps", kept)).toEqual([0, 1, 2]);
    expect(names(kept)).toEqual(["受理", "审查", "决定"]);
    expect(kept.handleFlow).toBe("x");
  });

  test.each([
    ["remove", 2, ["受理", "决定"]],
    ["remove", 9, ["受理", "审查", "决定"]],
    ["raise", 2, ["审查", "受理", "决定"]],
    ["raise", 7, ["受理", "决定", "审查"]],
    ["raise", 0, ["受理", "审查", "决定"]],
  ] as const)("%s %d", (deed, place, left) => {
    expect(names(tidy("steps", rows, { list: "steps", place, deed }))).toEqual(left);
  });

  test("an error names the row that the form shows", () => {
    const values = tidy("materials", { "materials.0.materialName": "", "materials.4.pageNum": "两" });
    expect(readPart("materials", full, { values, today }).errors).toEqual([
      { field: "materials.0.pageNum", code: "number" },
      { field: "materials.0.materialName", code: "required" },
    ]);
  });
});

test.each([
  ["basics", { taskName: " " }, "taskName", "required"],
  ["basics", { taskType: "national|77|x" }, "taskType", "choice"],
  ["basics", { serverType: ["national|1|自然人", "martian||"] }, "serverType", "choice"],
  ["conditions", { "promise.day": "很快" }, "promise.day", "number"],
  ["conditions", { "promise.day": "", "promise.explain": "见说明" }, "promise.day", "required"],
  [
    "upkeep",
    { "checkedOn-year": "2026", "checkedOn-month": "2", "checkedOn-day": "30" },
    "checkedOn",
    "day.invalid",
  ],
  [
    "upkeep",
    { "checkedOn-year": "２０２６", "checkedOn-month": "3", "checkedOn-day": "3" },
    "checkedOn",
    "day.future",
  ],
  ["steps", { handleFlow: "长".repeat(20_001) }, "handleFlow", "invalid.max_length"],
] as const)("%s: %o is wrong at %s: %s", (section, change, field, code) => {
  const values = { ...writePart(section, complete), ...change };
  const part = readPart(section, complete, { values, today });
  expect(part.guide).toBeUndefined();
  expect(part.errors).toContainEqual({ field, code });
});

test("whatever is sent, it is read or refused, and what is read can be kept", () => {
  const names = sectionNames.flatMap((section) => Object.keys(writePart(section, full)));
  const value = fc.oneof(
    fc.string({ unit: "grapheme" }),
    fc.constantFrom("yes", "national|1|", "\u0000", "9", "__proto__"),
  );
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names, "constructor", "__proto__"), value), (values) => {
      for (const section of sectionNames) {
        const sent = tidy(section, values);
        const { guide, errors } = readPart(section, full, { values: sent, today });
        expect(guide === undefined).toBe(errors.length > 0);
        if (guide !== undefined)
          expect(tidy(section, writePart(section, guide))).toEqual(writePart(section, guide));
      }
    }),
    { numRuns: 300 },
  );
});
