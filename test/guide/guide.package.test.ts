import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { packageOf } from "../../functions/guide/guide.package.ts";
import type { Guide } from "../../functions/guide/guide.ts";
import { complete } from "./samples.ts";

const part = (
  id: string,
  brings: readonly string[],
  gives: readonly string[],
  more: Partial<Guide> = {},
) => ({
  id,
  guide: {
    ...complete,
    materials: brings.map((materialName) => ({ materialName, pageNum: 1 })),
    results: gives.map((name) => ({ name })),
    ...more,
  },
});

describe("everything for one life event", () => {
  test("a guide comes after those whose results it asks for, whatever order they are found in", () => {
    const licence = part("licence", ["居民身份证"], ["个体工商户营业执照"]);
    const food = part("food", ["营业执照（复印件）", "身份证"], ["食品经营许可证"]);
    const sign = part("sign", ["《食品经营许可证》"], ["户外招牌备案"]);
    fc.assert(
      fc.property(fc.shuffledSubarray([licence, food, sign], { minLength: 3 }), (found) => {
        expect(packageOf(found).parts.map(({ id }) => id)).toEqual(["licence", "food", "sign"]);
      }),
    );
  });

  test("what several ask for is brought once, and what is given on the way is not brought at all", () => {
    const { materials, units } = packageOf([
      part("food", ["营业执照", "中华人民共和国居民身份证"], ["食品经营许可证"]),
      part("licence", ["身份证原件", "住所证明"], ["营业执照"], { deptName: "市场监督管理局" }),
    ]);
    expect(materials).toEqual([
      { name: "身份证原件", pageNum: 1, copyNum: 0, neededFor: [0, 1] },
      { name: "住所证明", pageNum: 1, copyNum: 0, neededFor: [0] },
      { name: "营业执照", pageNum: 1, copyNum: 0, neededFor: [1], givenBy: 0 },
    ]);
    expect(units).toEqual(["市场监督管理局", complete.deptName]);
  });

  test("guides that ask for each other's results stay as they stood", () => {
    const [one, other] = [part("one", ["b"], ["a"]), part("other", ["a"], ["b"])];
    expect(packageOf([one, other]).parts.map(({ id }) => id)).toEqual(["one", "other"]);
    expect(packageOf([]).parts).toEqual([]);
  });

  test("a guide that asks for what it gives, such as a renewal, does not wait for itself", () => {
    const { parts, materials } = packageOf([part("renewal", ["社会保障卡"], ["社会保障卡"])]);
    expect(parts).toHaveLength(1);
    expect(materials[0]?.givenBy).toBeUndefined();
  });
});
