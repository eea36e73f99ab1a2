import fc from "fast-check";
import { expect, test } from "vitest";
import { codeFrom, groupedCode, readCode, readLastFour } from "../../functions/booking/booking.code.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const bytes = fc.uint8Array({ minLength: 7, maxLength: 32 });
const code = bytes.map(codeFrom);

test("a code has ten characters and a check, and is read as it is written", () => {
  fc.assert(
    fc.property(code, (one) => {
      expect(one).toMatch(/^[0-9A-HJKMNP-TV-Z]{11}$/);
      expect(readCode(one)).toBe(one);
      expect(readCode(groupedCode(one).toLowerCase())).toBe(one);
      expect(readCode(one.replaceAll("0", "O").replaceAll("1", "l"))).toBe(one);
    }),
  );
});

test("every single wrong character shows", () => {
  fc.assert(
    fc.property(code, fc.nat(10), fc.nat(31), (one, place, digit) => {
      const wrong = one.slice(0, place) + alphabet.charAt(digit) + one.slice(place + 1);
      expect(readCode(wrong)).toBe(wrong === one ? one : undefined);
    }),
    { numRuns: 1000 },
  );
});

test("every swap of two characters shows", () => {
  fc.assert(
    fc.property(code, fc.nat(10), fc.nat(10), (one, i, j) => {
      const letters = [...one];
      [letters[i], letters[j]] = [letters[j] ?? "", letters[i] ?? ""];
      const swapped = letters.join("");
      expect(readCode(swapped)).toBe(swapped === one ? one : undefined);
    }),
    { numRuns: 1000 },
  );
});

test.each(["", "ABC", "ABCDEFGHJKMN", "!!!!!!!!!!!", "A".repeat(5000)])("%s is no code", (text) => {
  expect(readCode(text)).toBeUndefined();
});

test.each([
  ["1234", "1234"],
  ["１２３４", "1234"],
  ["+86 138-0000-1234", "1234"],
  [" 12 34 ", "1234"],
  ["123", undefined],
  ["12a4", undefined],
  ["", undefined],
])("the last four digits of %s are %s", (typed, read) => {
  expect(readLastFour(typed)).toBe(read);
});

test("it takes fifty bits of the hash", () => {
  expect(() => codeFrom(new Uint8Array(6))).toThrow(RangeError);
  expect(codeFrom(new Uint8Array(7))).toBe("00000000000");
  expect(codeFrom(new Uint8Array([0, 0, 0, 0, 0, 0, 64]))).toMatch(/^0000000001/);
  expect(groupedCode("7KQ2M9XD4BT")).toBe("7KQ2 M9XD 4BT");
});
