import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type IdentityKind, readIdentityNumber } from "../../functions/disclosure/disclosure.identity.ts";
import { creditCode, residentId } from "./samples.ts";

const TODAY = "2026-11-23";
const read = (kind: IdentityKind, raw: unknown) => readIdentityNumber(raw, kind, TODAY);
const fullWidth = (text: string) =>
  [...text].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join("");

describe("a resident ID (GB 11643)", () => {
  const valid = "11010519491231002X";
  test.each([
    valid,
    valid.toLowerCase(),
    `  ${valid}\n`,
    "110105 19491231 002x",
    "110105-19491231-002X",
    "110105－19491231－002Ｘ",
    fullWidth(valid),
    `\u200b${valid}\ufeff`,
  ])("%j is read", (raw) => {
    expect(read("resident_id", raw)).toEqual({ ok: true, value: valid });
  });
  test.each([
    ["", "identity.required"],
    [" \u3000 - ", "identity.required"],
    ["110105194912310021", "identity.check_digit"],
    ["110105491231002", "identity.old_number"],
    ["1101051949123100", "identity.length"],
    ["11010519491231002XX", "identity.characters"],
    ["11010519491231X02X", "identity.characters"],
    ["11010519491231002Y", "identity.characters"],
    ["1101051949123100😀2", "identity.characters"],
    ["110105194912310\u202e02X", "identity.characters"],
    [residentId("11010520260230002"), "identity.birth_date"],
    [residentId("11010520261323002"), "identity.birth_date"],
    [residentId("11010518991231002"), "identity.birth_date"],
    [residentId("11010520261124002"), "identity.birth_future"],
    [residentId("11010521001231002"), "identity.birth_future"],
    ["1".repeat(60), "identity.too_long"],
    ["1".repeat(10_000), "identity.too_long"],
    [`1${" ".repeat(9_998)}1`, "identity.length"],
  ])("%# is refused with its code", (raw, code) => {
    expect(read("resident_id", raw)).toEqual({ ok: false, code });
  });
  test("who was born today may apply", () => {
    expect(read("resident_id", residentId("11010520261123002")).ok).toBe(true);
    expect(read("resident_id", residentId("11010520240229002")).ok).toBe(true);
  });
  test("each wrong digit and each swap of unequal neighbours is noticed", () => {
    fc.assert(
      fc.property(fc.nat(999), fc.nat(16), fc.integer({ min: 1, max: 9 }), (serial, place, shift) => {
        const number = residentId(`11010519900307${String(serial).padStart(3, "0")}`);
        const wrong = (Number(number.charAt(place)) + shift) % 10;
        expect(read("resident_id", number.slice(0, place) + wrong + number.slice(place + 1)).ok).toBe(false);
        const swapped =
          number.slice(0, place) + number.charAt(place + 1) + number.charAt(place) + number.slice(place + 2);
        expect(read("resident_id", swapped).ok).toBe(swapped === number);
      }),
    );
  });
});

describe("a unified social credit code (GB 32100)", () => {
  const valid = creditCode("91350100M000100Y4");
  test("the example of the standard", () => {
    expect(valid).toBe("91350100M000100Y43");
    expect(read("credit_code", "91350100M000100Y43")).toEqual({ ok: true, value: valid });
    expect(read("credit_code", " 9135 0100 m000 100y 43")).toEqual({ ok: true, value: valid });
    expect(read("credit_code", fullWidth(valid))).toEqual({ ok: true, value: valid });
  });
  test.each([
    ["91350100M000100Y44", "identity.check_digit"],
    ["91350100M000100Y4", "identity.length"],
    ["91350100M000100O43", "identity.characters"],
    ["9135010IM000100Y43", "identity.characters"],
    ["913501A0M000100Y43", "identity.characters"],
    ["", "identity.required"],
  ])("%# is refused with its code", (raw, code) => {
    expect(read("credit_code", raw)).toEqual({ ok: false, code });
  });
  test("each wrong character is noticed", () => {
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(..."0123456789ABCDEFGHJKLMNPQRTUWXY"), (place, wrong) => {
        const changed = valid.slice(0, place) + wrong + valid.slice(place + 1);
        expect(read("credit_code", changed).ok).toBe(changed === valid);
      }),
    );
  });
});

describe("other documents are free within sane limits", () => {
  test.each<[IdentityKind, string, string]>([
    ["passport", "e1234 5678", "E12345678"],
    ["passport", "Ｇ１２３４５６７８", "G12345678"],
    ["hk_macau_permit", "H1234567(8)", "H1234567(8)"],
    ["taiwan_permit", "01234567", "01234567"],
    ["foreign_permanent_resident_id", "911124198108030024", "911124198108030024"],
    ["other", "军字第 1234567 号", "军字第1234567号"],
  ])("%s %j is %s", (kind, raw, value) => {
    expect(read(kind, raw)).toEqual({ ok: true, value });
  });
  test.each<[IdentityKind, string, string]>([
    ["passport", "E12", "identity.length"],
    ["passport", "E".repeat(31), "identity.length"],
    ["passport", "护照一二三", "identity.characters"],
    ["other", "😀😀", "identity.characters"],
    ["other", "a", "identity.length"],
    ["other", "<script>", "identity.characters"],
    ["other", "x".repeat(51), "identity.too_long"],
  ])("%s %# is refused", (kind, raw, code) => {
    expect(read(kind, raw)).toEqual({ ok: false, code });
  });
  test("without a chosen kind only the common rules hold", () => {
    expect(readIdentityNumber("110105491231002", undefined, TODAY).ok).toBe(true);
    expect(readIdentityNumber(undefined, undefined, TODAY)).toEqual({ ok: false, code: "identity.required" });
  });
});
