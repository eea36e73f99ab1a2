/** `stacks/access.ts` and the stores must speak of the same partitions: what only one of them knows fails on AWS. */
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { type Access, access } from "../../stacks/access.ts";
import { table } from "../../stacks/table.ts";
import { root } from "./recording.ts";

const sources = globSync("functions/**/*.{ts,tsx}", { cwd: root }).map((file) =>
  readFileSync(join(root, file), "utf8"),
);
const granted = Object.values<Access>(access);
const found = (pattern: RegExp) => [
  ...new Set(sources.flatMap((source) => [...source.matchAll(pattern)].map(([, name]) => name ?? ""))),
];

/** `pk: keyOf("CASE"` and `casePartition = ... => keyOf("CASE"`; sort keys are not spoken of by any role. */
const PARTITION = /(?:\bpk:|[pP]artition\b[^;]*?=>)\s*keyOf\(\s*"([A-Z]+)"/g;

test("every partition that a store writes to is granted to somebody", () => {
  const prefixes = new Set(
    granted.flatMap(({ read, write, change, add }) => [...read, ...write, ...change, ...add]),
  );
  const partitions = found(PARTITION);
  expect(partitions).toEqual(expect.arrayContaining(["CASE", "LOOKUP", "SESSION"]));
  expect(partitions.filter((word) => !prefixes.has(`${word}#`))).toEqual([]);
});

test("every index that a store asks is granted to somebody, and none is granted that does not exist", () => {
  const indexes = new Set(granted.flatMap((one) => one.indexes));
  const asked = found(/(?:index|name): "(by[A-Z]\w*)"/g);
  expect(asked).not.toEqual([]);
  expect(asked.filter((index) => !indexes.has(index))).toEqual([]);
  expect([...indexes].filter((index) => !(index in table.indexes))).toEqual([]);
});

test("every folder of the bucket that is named in the code is granted to somebody", () => {
  const folders = new Set(granted.flatMap(({ files }) => [...files.read, ...files.write, ...files.remove]));
  expect(
    found(/`((?:incoming|kept|index|letters|templates|bundles)\/)\$\{/g).filter(
      (folder) => !folders.has(folder),
    ),
  ).toEqual([]);
});

test("a prefix ends with the separator, so that CASE# does not grant CASEBOOK#", () => {
  for (const { read, write, change, add, remove, files } of granted) {
    for (const prefix of [...read, ...write, ...change, ...add, ...remove])
      expect(prefix).toMatch(/^[A-Z]+#$/);
    for (const prefix of [...files.read, ...files.write, ...files.remove])
      expect(prefix).toMatch(/^[a-z]+\/$/);
  }
});
