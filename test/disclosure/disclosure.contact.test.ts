import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  lastFourOf,
  readAddress,
  readEmail,
  readPhone,
  readPostcode,
} from "../../functions/disclosure/disclosure.contact.ts";

describe("telephone", () => {
  test.each([
    ["13812341234", "13812341234"],
    ["138 1234 1234", "13812341234"],
    ["138-1234-1234", "13812341234"],
    ["1381234-1234", "13812341234"],
    ["＋86 138 1234 1234", "13812341234"],
    ["0086-13812341234", "13812341234"],
    ["8613812341234", "13812341234"],
    ["１３８１２３４１２３４", "13812341234"],
    ["0571-88880000", "0571-88880000"],
    ["（0571）8888 0000", "0571-88880000"],
    ["057188880000", "0571-88880000"],
    ["+86 571 8888 0000", "0571-88880000"],
    ["+86 0571 8888 0000", "0571-88880000"],
    ["010-65551234", "010-65551234"],
    ["021 5555 1234 转 123", "021-55551234-123"],
    ["0571-88880000-123", "0571-88880000-123"],
    ["0755-2345678-1", "0755-2345678-1"],
    ["400-800-1234", "4008001234"],
    ["+852 2345 6789", "+85223456789"],
    ["0085223456789", "+85223456789"],
  ])("%j is %s", (raw, value) => {
    expect(readPhone(raw)).toEqual({ ok: true, value });
    expect(readPhone(value)).toEqual({ ok: true, value });
  });
  test.each([
    ["", "phone.required"],
    ["12812341234", "phone.invalid"],
    ["1381234123", "phone.invalid"],
    ["138123412345", "phone.invalid"],
    ["13812341234 转 5", "phone.invalid"],
    ["88880000", "phone.area_code"],
    ["8888-0000", "phone.area_code"],
    ["0571-1234567", "phone.invalid"],
    ["电话没有", "phone.invalid"],
    ["13812341234😀", "phone.invalid"],
    ["1381234\u20281234x", "phone.invalid"],
    ["138\u202e12341234", "phone.characters"],
    ["+86", "phone.invalid"],
    ["+", "phone.invalid"],
    ["1".repeat(41), "phone.too_long"],
    ["-".repeat(10_000), "phone.too_long"],
  ])("%# is refused with its code", (raw, code) => {
    expect(readPhone(raw)).toEqual({ ok: false, code });
  });
  test("a number that was read reads as itself", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[+0-9 ()转x-]{0,24}$/), (raw) => {
        const read = readPhone(raw);
        if (read.ok) expect(readPhone(read.value)).toEqual(read);
      }),
      { numRuns: 2000 },
    );
  });
  test.each([
    ["13812341234", "1234"],
    ["0571-88880000-123", "0000"],
    ["0755-2345678", "5678"],
    ["4008001234-9", "1234"],
    ["+85223456789", "6789"],
  ])("the last four of %s are %s", (phone, last) => {
    expect(lastFourOf(phone)).toBe(last);
  });
});

describe("e-mail", () => {
  test.each([
    ["name@example.com", "name@example.com"],
    [" Name.Last+x@Example.COM ", "Name.Last+x@example.com"],
    ["ｎａｍｅ＠ｅｘａｍｐｌｅ．ｃｏｍ", "name@example.com"],
    ["a@mail.gov.cn", "a@mail.gov.cn"],
  ])("%j is %s", (raw, value) => {
    expect(readEmail(raw, false)).toEqual({ ok: true, value });
  });
  test.each([
    ["", "email.required"],
    ["name", "email.invalid"],
    ["name@", "email.invalid"],
    ["name@host", "email.invalid"],
    ["a..b@example.com", "email.invalid"],
    [".a@example.com", "email.invalid"],
    ["a@-example.com", "email.invalid"],
    ["a@example..com", "email.invalid"],
    ["a b@example.com", "email.invalid"],
    ["a@example.com\r\nBcc: b@example.com", "email.invalid"],
    ["张@example.com", "email.invalid"],
    ["a@exa\u0000mple.com", "email.characters"],
    [`${"a".repeat(65)}@example.com`, "email.invalid"],
    [`a@${"b".repeat(10_000)}.com`, "email.too_long"],
  ])("%# is refused with its code", (raw, code) => {
    expect(readEmail(raw, false)).toEqual({ ok: false, code });
  });
  test("may be left empty where no answer goes there", () => {
    expect(readEmail("  ", true)).toEqual({ ok: true, value: "" });
    expect(readEmail("name", true)).toEqual({ ok: false, code: "email.invalid" });
  });
});

describe("post", () => {
  test.each([
    ["310012", { ok: true, value: "310012" }],
    ["３１００ １２", { ok: true, value: "310012" }],
    ["31001", { ok: false, code: "postcode.invalid" }],
    ["31001a", { ok: false, code: "postcode.invalid" }],
    ["", { ok: false, code: "postcode.required" }],
    ["3".repeat(10_000), { ok: false, code: "postcode.too_long" }],
  ])("postcode %#", (raw, expected) => {
    expect(readPostcode(raw)).toEqual(expected);
  });
  test.each([
    [" 浙江省杭州市\n西湖区文三路100号 ", { ok: true, value: "浙江省杭州市 西湖区文三路100号" }],
    ["12345", { ok: false, code: "address.characters" }],
    ["路".repeat(201), { ok: false, code: "address.too_long" }],
    ["", { ok: false, code: "address.required" }],
  ])("address %#", (raw, expected) => {
    expect(readAddress(raw)).toEqual(expected);
  });
});
