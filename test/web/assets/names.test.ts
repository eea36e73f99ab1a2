import { describe, expect, test } from "vitest";
import { findNames } from "../../../web/assets/names.ts";

const row = (name: string, initials: string, code = "11440000006939756B2440101007000") => ({
  id: name,
  code,
  name,
  unitName: "人社局",
  initials,
});
const names = [
  row("社会保障卡挂失与补领", "shbzkgsybl"),
  row("城乡居民基本养老保险参保登记", "cxjmjbylbxcbdj"),
  row("公司设立登记", "gssldj", "11659901DEMA01059R465073100200001"),
];
const found = (text: string) => findNames(names, text).map(({ name }) => name);

describe("searching the names on a phone", () => {
  test.each([
    ["社会保障卡", ["社会保障卡挂失与补领"]],
    ["挂失", ["社会保障卡挂失与补领"]],
    ["ＳＨＢＺ", ["社会保障卡挂失与补领"]],
    ["养老保险登记", ["城乡居民基本养老保险参保登记"]],
    ["公司登记", ["公司设立登记"]],
    ["65073100200001", ["公司设立登记"]],
    ["火星", []],
    ["  ", []],
    ["[(*", []],
  ])("%j finds %j", (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  test("a name that begins with it stands before one that has it inside", () => {
    expect(
      findNames([row("注销登记", "zxdj"), row("登记注销", "djzx")], "登记").map(({ name }) => name),
    ).toEqual(["登记注销", "注销登记"]);
  });

  test("5,000 names and a question of any length take a blink", () => {
    const many = Array.from({ length: 5_000 }, (_, n) =>
      row(`第${n}号道路运输经营许可变更登记`, "dlysjyxkbgdj"),
    );
    const started = performance.now();
    expect(findNames(many, "道路运输")).toHaveLength(30);
    findNames(many, "许".repeat(10_000));
    expect(performance.now() - started).toBeLessThan(500);
  });
});
