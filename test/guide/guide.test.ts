import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { codeParts, codeProblem } from "../../functions/guide/guide.code.ts";
import { codedOf } from "../../functions/guide/guide.dictionary.ts";
import { difference } from "../../functions/guide/guide.difference.ts";
import {
  decideGuide,
  type GuideAction,
  guideActions,
  guideDiagram,
  guideStates,
} from "../../functions/guide/guide.flow.ts";
import { isStale } from "../../functions/guide/guide.freshness.ts";
import { hasErrors, lint } from "../../functions/guide/guide.lint.ts";
import { type Guide, guideSchema, isInForce, itemCodeOf } from "../../functions/guide/guide.ts";
import { complete } from "./samples.ts";

const without = (field: keyof Guide): Guide => {
  const { [field]: _, ...rest } = complete;
  return rest as Guide;
};

describe("the model", () => {
  test("a complete guide is stored as it is", () => {
    expect(v.parse(guideSchema, complete)).toEqual(complete);
    expect(v.safeParse(guideSchema, { ...complete, checkedOn: "2026-02-29" }).success).toBe(false);
  });

  test("the key is the item that is handled", () => {
    expect(itemCodeOf(complete)).toBe(complete.taskCode);
    expect(itemCodeOf({ taskCode: "A", taskHandleItem: "A01" })).toBe("A01");
  });

  test("the dates decide whether it is in force", () => {
    const dated = { ...complete, planEffectiveDate: "2026-05-01", planCancelDate: "2026-06-01" };
    const days = ["2026-04-30", "2026-05-01", "2026-05-31", "2026-06-01"];
    expect(days.map((day) => isInForce(dated, day))).toEqual([false, true, true, false]);
  });

  test("the same number is another kind in another list", () => {
    expect(codedOf("taskType", "20", "national")?.name).toBe("公共服务");
    expect(codedOf("taskType", "20", "guangdong")?.name).toBe("其他行政权力");
    expect(codedOf("serverType", "自然人", "guangdong")).toEqual({
      system: "national",
      code: "1",
      name: "自然人",
    });
    expect(codedOf("isNeed", "信用后补", "local")).toEqual({ system: "local", code: "", name: "信用后补" });
    expect(codedOf("taskType", "77", "national")).toBeUndefined();
  });

  test("it is stale after 180 days, and when nobody ever looked", () => {
    expect(["2026-08-29", "2026-08-30"].map((day) => isStale(complete, day))).toEqual([false, true]);
    expect(isStale({}, "2026-01-01")).toBe(true);
  });
});

test.each([
  ["11440000006939756B2440101007000", "national", undefined],
  ["11440000006940116U244010200300103", "national", undefined],
  ["11440000006940116U24401020030010", "national", "code.length"],
  ["11440000006940116U0440102003001", "national", "code.level"],
  ["11440000006940116U2440102003001A1", "national", "code.characters"],
  ["510100-000-201-1-00", "other", undefined],
  ["", "other", "code.required"],
  ["A".repeat(51), "other", "code.too_long"],
  ["a/../b", "other", "code.characters"],
] as const)("the code %s under the scheme %s: %s", (code, scheme, problem) => {
  expect(codeProblem(code, scheme)).toBe(problem);
});

test("the parts of a national code", () => {
  expect(codeParts("11440000006940116U244010200300103")).toEqual({
    organisation: "11440000006940116U",
    level: "2",
    catalog: "440102003001",
    item: "03",
  });
});

describe("the states", () => {
  const may = () => undefined;
  const ask = (action: GuideAction, actorId: string, more: object = {}) =>
    ({ action, actorId, denial: may, hasErrors: false, reason: "改版", ...more }) as const;

  test("every action in every state is in the table or out of turn", () => {
    const allowed = guideStates.flatMap((state) =>
      guideActions
        .filter((action) => {
          const actorId = action === "take_back" || action === "discard" ? "author" : "other";
          return "move" in decideGuide({ state, authorIds: ["author"] }, ask(action, actorId));
        })
        .map((action) => `${state} ${action}`),
    );
    expect(allowed).toEqual([
      "draft edit",
      "draft hand_in",
      "draft discard",
      "review take_back",
      "review return",
      "review approve",
      "published pause",
      "published replace",
      "published abolish",
      "paused resume",
      "paused replace",
      "paused abolish",
    ]);
  });

  test.each([
    ["approve", "author", {}, "same_person"],
    ["approve", "second author", {}, "same_person"],
    ["approve", "other", { hasErrors: true }, "has_errors"],
    ["return", "other", { reason: " " }, "reason_required"],
    ["take_back", "other", {}, "not_author"],
    ["edit", "author", {}, "out_of_turn"],
    ["edit", "author", { denial: () => "unit" }, "unit"],
  ] as const)("%s by %s with %o is refused: %s", (action, actorId, more, refusal) => {
    const standing = { state: "review", authorIds: ["author", "second author"] } as const;
    expect(decideGuide(standing, ask(action, actorId, more))).toEqual({ refusal });
  });

  test("the diagram has a line for every move", () => {
    expect(guideDiagram().split("\n")).toHaveLength(14);
    expect(guideDiagram()).toContain("    review --> published: approve");
  });
});

describe("lint", () => {
  test("a complete guide has no findings", () => expect(lint(complete)).toEqual([]));

  test.each(["duty", "byLaw", "acceptCondition", "promise", "isFee", "ownerId", "checkedOn"] as const)(
    "%s is required",
    (field) => {
      expect(lint(without(field))).toEqual([{ field, code: "required", severity: "error" }]);
    },
  );

  test.each([
    [{ steps: [] }, "handleFlow", "required"],
    [{ steps: [], handleFlow: "窗口受理，当场办结。" }, undefined, undefined],
    [{ results: [] }, "results", "required"],
    [{ linkWay: [] }, "linkWay", "required"],
    [{ superviseWay: [] }, "superviseWay", "required"],
    [{ promise: { day: 21, type: "working" } }, "promise", "promise.longer_than_legal"],
    [
      { promise: { day: 21, type: "working" }, anticipate: { day: 20, type: "calendar" } },
      "promise",
      "promise.longer_than_legal",
    ],
    [{ promise: { day: 21, type: "calendar" } }, "promise", "promise.other_unit"],
    [{ promise: { day: 4, type: "working" } }, "steps", "steps.longer_than_promise"],
    [{ isFee: true }, "fees", "fee.none_listed"],
    [{ isFee: true, fees: [{ name: "工本费", standard: "20元" }] }, "fees.0.basis", "fee.basis"],
    [{ fees: [{ name: "工本费", standard: "20元", basis: "文件" }] }, "isFee", "fee.not_declared"],
    [{ places: [] }, "places", "place.none"],
    [{ places: [], linkAddr: "https://example.gov.cn/apply" }, undefined, undefined],
    [{ linkAddr: "javascript:alert(1)" }, "linkAddr", "link.shape"],
    [{ linkWay: [{ number: "见网站" }] }, "linkWay.0", "phone.shape"],
    [{ taskCode: "12" }, "taskCode", "code.length"],
    [{ planEffectiveDate: "2026-05-01", planCancelDate: "2026-05-01" }, "planCancelDate", "dates.order"],
  ] as const)("%o: %s %s", (change, field, code) => {
    const found = lint({ ...complete, ...change } as Guide);
    if (field === undefined) expect(found).toEqual([]);
    else expect(found).toContainEqual(expect.objectContaining({ field, ...(code && { code }) }));
  });

  test("a necessary material without a source stops the guide", () => {
    const [material] = complete.materials;
    if (material === undefined) throw new Error("the sample has a material");
    const { sourceType: _, ...bare } = material;
    const found = lint({ ...complete, materials: [bare] });
    expect(found).toEqual([{ field: "materials.0.sourceType", code: "material.source", severity: "error" }]);
    expect(hasErrors(found)).toBe(true);
    expect(hasErrors([{ field: "anticipate", code: "required", severity: "warning" }])).toBe(false);
  });
});

test("the difference of two versions names what changed, and a moved entry is no change", () => {
  const photo = { materialName: "照片" };
  const before = { ...complete, materials: [...complete.materials, photo] };
  const after: Guide = {
    ...complete,
    promise: { day: 3, type: "working" },
    materials: [{ ...photo, pageNum: 2 }, ...complete.materials],
    topics: ["社会保障", "证件办理"],
    results: [],
  };
  expect(difference(before, before)).toEqual([]);
  expect(difference(before, after)).toEqual([
    { field: "promise.day", before: "5", after: "3" },
    { field: "materials[照片].pageNum", after: "2" },
    { field: "topics", before: "社会保障", after: "社会保障、证件办理" },
    { field: "results[社会保障卡].name", before: "社会保障卡" },
  ]);
});
