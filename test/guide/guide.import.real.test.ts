/** The real file: every row accounted for, and nothing left in it that a citizen should not read. */
import { createReadStream, existsSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { beforeAll, describe, expect, test } from "vitest";
import { exportText } from "../../functions/guide/guide.export.ts";
import { readGuides } from "../../functions/guide/guide.import.file.ts";
import type { AcceptedRow, ImportedRow } from "../../functions/guide/guide.import.ts";
import { isAccepted } from "../../functions/guide/guide.import.ts";
import { hasErrors } from "../../functions/guide/guide.lint.ts";
import type { Guide } from "../../functions/guide/guide.ts";

const file = new URL("../../../shared/data/guangdong-guides.jsonl", import.meta.url);
const isMissing = !existsSync(file);
if (isMissing) console.warn("skipped: ../shared/data/guangdong-guides.jsonl is not there");

async function read(bytes: AsyncIterable<Uint8Array>): Promise<readonly ImportedRow[]> {
  const rows: ImportedRow[] = [];
  for await (const row of (await readGuides(bytes)).rows) rows.push(row);
  return rows;
}

const counted = (names: readonly string[]): Readonly<Record<string, number>> =>
  Object.fromEntries([...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]));

describe.skipIf(isMissing)("2,262 items of Guangdong", () => {
  let rows: readonly ImportedRow[] = [];
  let accepted: readonly AcceptedRow[] = [];
  beforeAll(async () => {
    rows = await read(createReadStream(file));
    accepted = rows.filter(isAccepted);
  });

  test("all rows are accounted for, and each item has one key", () => {
    expect(rows).toHaveLength(2262);
    expect(rows.length - accepted.length).toBe(0);
    expect(new Set(accepted.map(({ code }) => code)).size).toBe(2262);
    expect(accepted.filter(({ guide }) => guide.taskHandleItem !== undefined)).toHaveLength(363);
    expect(accepted.every(({ guide }) => guide.codeScheme === "national")).toBe(true);
  });

  test("repairs by reason", () => {
    expect(counted(accepted.flatMap(({ repairs }) => repairs.map(({ reason }) => reason)))).toEqual({
      booking_without_address: 1864,
      end_mark_removed: 24,
      label_removed: 1431,
      lines: 60,
      no_counter: 831,
      phone_missing: 2,
      phone_text_left_out: 28,
      placeholder: 13_645,
      split: 10,
      whitespace: 48,
    });
  });

  test("what keeps each of them from being published", () => {
    expect(accepted.filter(({ findings }) => !hasErrors(findings))).toEqual([]);
    const errors = accepted.flatMap(({ findings }) =>
      findings.filter(({ severity }) => severity === "error"),
    );
    expect(counted(errors.map(({ field, code }) => `${field} ${code}`))).toEqual({
      "acceptCondition required": 959,
      "byLaw required": 2262,
      "checkedOn required": 2262,
      "duty required": 2262,
      "handleFlow required": 2262,
      "isFee required": 2262,
      "linkWay required": 80,
      "ownerId required": 2262,
      "places place.none": 4,
      "promise required": 539,
      "results required": 2262,
      "superviseWay required": 118,
    });
  });

  test("no tag, no entity, no control character and no placeholder is left in any text", () => {
    const links = new Set(["linkAddr", "reservationAddr"]);
    const dirty: string[] = [];
    const look = (value: unknown, field: string): void => {
      if (typeof value === "object" && value !== null)
        for (const [key, inner] of Object.entries(value)) look(inner, key);
      if (typeof value !== "string" || links.has(field)) return;
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
      if (/<\/?[a-z]|&[#a-z0-9]+;|[\u0000-\u0009\u000b-\u001f]|^无。?$|^\s|\s$| {2}|\u3000/i.test(value))
        dirty.push(`${field}: ${value.slice(0, 40)}`);
    };
    for (const { guide } of accepted) look(guide, "");
    expect(dirty).toEqual([]);
  });

  test("no promise is longer than the law allows", () => {
    const both = accepted.flatMap(({ guide: { promise, anticipate } }) =>
      promise !== undefined && anticipate !== undefined ? [{ promise, anticipate }] : [],
    );
    expect(both).toHaveLength(1522);
    expect(both.filter(({ promise, anticipate }) => promise.day > anticipate.day)).toEqual([]);
    const units = accepted.map(({ guide }) => guide.promise?.type);
    expect(units.filter((unit) => unit === "calendar")).toHaveLength(2);
  });

  test("visits, places and telephones as the file has them", () => {
    expect(counted(accepted.map(({ guide }) => String(guide.limitSceneNum)))).toEqual({
      0: 2171,
      1: 86,
      2: 4,
      3: 1,
    });
    expect(accepted.filter(({ guide }) => guide.places.length === 0)).toHaveLength(831);
    const numbers = accepted.flatMap(({ guide }) => [...guide.linkWay, ...guide.superviseWay]);
    expect(numbers.filter(({ number }) => !/^(\+86)?[\d -]{3,20}(转\d+)?$/.test(number))).toEqual([]);
  });

  test.each(["jsonl", "csv", "guangdong"] as const)(
    "going out as %s it comes back the same",
    async (format) => {
      async function* guides(): AsyncGenerator<Guide> {
        for (const { guide } of accepted) yield guide;
      }
      async function* bytes(): AsyncGenerator<Uint8Array> {
        for await (const text of exportText(guides(), format, (code) => code)) yield Buffer.from(text);
      }
      const again = (await read(bytes())).filter(isAccepted);
      expect(again).toHaveLength(accepted.length);
      const other = again.filter(({ guide }, place) => !isDeepStrictEqual(guide, accepted[place]?.guide));
      expect(other).toEqual([]);
    },
  );
});
