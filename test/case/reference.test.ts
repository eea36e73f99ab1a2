import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "../../functions/calendar/calendar.ts";
import {
  CODE_BYTES,
  codeFromBytes,
  formReference,
  groupCode,
  groupReference,
  normaliseCode,
  parseReference,
  type ReferenceKind,
} from "../../functions/case/reference.ts";

const parts = fc.record({
  regionCode: fc.stringMatching(/^\d{6}$/),
  kind: fc.constantFrom<ReferenceKind>("B", "Y", "G", "Z"),
  day: fc.integer({ min: 0, max: 30_000 }).map((days) => addDays("2000-01-01", days)),
  serial: fc.integer({ min: 1, max: 99_999 }),
});
const TYPED = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

describe("the number of a case", () => {
  test("has the parts of the standard and a check letter", () => {
    const reference = formReference({ regionCode: "440305", kind: "G", day: "2026-11-23", serial: 42 });
    expect(reference).toMatch(/^440305G26112300042[A-Z]$/);
    expect(groupReference(reference)).toMatch(/^440305 G261123 00042[A-Z]$/);
  });
  test("comes back from its text with the same parts", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const reference = formReference(given);
        expect(parseReference(reference)).toEqual({ ...given, reference });
        expect(parseReference(groupReference(reference))?.reference).toBe(reference);
      }),
    );
  });
  test("any one wrong character gives the same number or none, never another", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const reference = formReference(given);
        for (let place = 0; place < reference.length; place += 1) {
          for (const typed of TYPED) {
            const text = reference.slice(0, place) + typed + reference.slice(place + 1);
            expect([undefined, reference]).toContain(parseReference(text)?.reference);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  test("a wrong digit and a wrong check letter are refused", () => {
    fc.assert(
      fc.property(parts, fc.nat(18), fc.integer({ min: 1, max: 9 }), (given, place, shift) => {
        const reference = formReference(given);
        const digit = reference.charAt(place);
        if (!/\d/.test(digit)) return;
        const wrong = String((Number(digit) + shift) % 10);
        expect(
          parseReference(reference.slice(0, place) + wrong + reference.slice(place + 1)),
        ).toBeUndefined();
      }),
    );
  });
  test("any swap of two characters, neighbours or not, gives the same number or none", () => {
    fc.assert(
      fc.property(parts, (given) => {
        const reference = formReference(given);
        for (let one = 0; one < reference.length; one += 1) {
          for (let other = one + 1; other < reference.length; other += 1) {
            const characters = [...reference];
            [characters[one], characters[other]] = [characters[other] ?? "", characters[one] ?? ""];
            const swapped = characters.join("");
            const expected = swapped === reference ? reference : undefined;
            expect(parseReference(swapped)?.reference).toBe(expected);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
  const reference = formReference({ regionCode: "110105", kind: "G", day: "2026-10-08", serial: 10_258 });
  const full = [...reference].map((c) => String.fromCodePoint((c.codePointAt(0) ?? 0) + 0xfee0)).join("");
  test.each([
    reference.toLowerCase(),
    full,
    ` ${reference.slice(0, 6)} - ${reference.slice(6, 13)}—${reference.slice(13)}\u3000`,
    `${reference.slice(0, 6)}－${reference.slice(6)}`,
    `\u200b${reference}\ufeff`,
    reference.slice(0, 6).replaceAll("1", "I").replaceAll("0", "O") + reference.slice(6),
    reference.slice(0, 6).replaceAll("1", "l").replaceAll("0", "o") + reference.slice(6),
    reference.replace("10258", "IOZSB"),
  ])("%j is read as it was meant", (text) => {
    expect(parseReference(text)?.reference).toBe(reference);
  });
  test.each([
    "",
    " ",
    "G",
    reference.slice(1),
    `${reference}A`,
    "9".repeat(19),
    "x".repeat(10_000),
    "😀".repeat(19),
  ])("what cannot be a number is refused (%#)", (text) => {
    expect(parseReference(text)).toBeUndefined();
  });
  test("an impossible day is refused even with a right check letter", () => {
    const body = "110105G26023000001";
    const answers = [...TYPED].map((letter) => parseReference(body + letter));
    expect(answers.filter(Boolean)).toEqual([]);
  });
  test.each([
    { regionCode: "11010", kind: "G", day: "2026-10-08", serial: 1 },
    { regionCode: "110105", kind: "G", day: "2026-02-30", serial: 1 },
    { regionCode: "110105", kind: "G", day: "1999-10-08", serial: 1 },
    { regionCode: "110105", kind: "G", day: "2026-10-08", serial: 0 },
    { regionCode: "110105", kind: "G", day: "2026-10-08", serial: 100_000 },
    { regionCode: "110105", kind: "G", day: "2026-10-08", serial: 1.5 },
  ] as const)("parts out of range are a mistake of the program (%#)", (given) => {
    expect(() => formReference(given)).toThrow(RangeError);
  });
});

describe("the query code", () => {
  const bytes = fc.uint8Array({ minLength: CODE_BYTES, maxLength: CODE_BYTES });
  test("has eight characters, none of which can be taken for another, and no vowel", () => {
    fc.assert(
      fc.property(bytes, (random) => {
        const code = codeFromBytes(random);
        expect(code).toMatch(/^[2-9CDFGHJKLMNPRTVWX]{8}$/);
        expect(normaliseCode(code)).toBe(code);
        expect(normaliseCode(groupCode(code).toLowerCase())).toBe(code);
      }),
    );
  });
  test("gives each of the 24 characters nearly the same share of all byte pairs", () => {
    const seen = new Map<string, number>();
    for (let pair = 0; pair < 65_536; pair += 1) {
      const first = codeFromBytes(
        new Uint8Array(CODE_BYTES).fill(pair >> 8, 0, 1).fill(pair & 255, 1, 2),
      ).charAt(0);
      seen.set(first, (seen.get(first) ?? 0) + 1);
    }
    expect(seen.size).toBe(24);
    expect(Math.max(...seen.values()) - Math.min(...seen.values())).toBeLessThanOrEqual(1);
  });
  test("too few bytes are refused", () => {
    expect(() => codeFromBytes(new Uint8Array(CODE_BYTES - 1))).toThrow(RangeError);
  });
  test.each([
    ["c7df-92km", "C7DF92KM"],
    ["Ｃ７ＤＦ ９２ＫＭ", "C7DF92KM"],
    ["cb sz 1u k m", "C852LVKM"],
  ])("%j is read as %s", (text, code) => {
    expect(normaliseCode(text)).toBe(code);
  });
  test.each(["", "C7DF92K", "C7DF92KMM", "C7DF92KO", "C7DF92K😀", "x".repeat(10_000)])(
    "what cannot be a code is refused (%#)",
    (text) => {
      expect(normaliseCode(text)).toBeUndefined();
    },
  );
});
