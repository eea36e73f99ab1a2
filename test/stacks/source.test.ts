/** What the sources of the stacks must not say, whatever comes of them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { root } from "./recording.ts";

const folder = join(root, "stacks");
const sources = [
  ...readdirSync(folder)
    .filter((file) => file.endsWith(".ts"))
    .map((file) => [`stacks/${file}`, readFileSync(join(folder, file), "utf8")] as const),
  ["sst.config.ts", readFileSync(join(root, "sst.config.ts"), "utf8")] as const,
];

interface Rule {
  readonly name: string;
  /** What is found where it must not be. */
  readonly find: (source: string) => readonly string[];
  readonly wrong: string;
}

const matches = (pattern: RegExp) => (source: string) =>
  [...source.matchAll(pattern)].map(([found]) => found);
const handlers = matches(/handler: [^\n]+/g);

const rules: readonly Rule[] = [
  {
    name: "no ARN of one partition",
    find: matches(/arn:aws[a-z-]*:/g),
    wrong: 'const arn = "arn:aws:s3:::files";',
  },
  {
    name: "handlers by path only",
    find: (source) =>
      handlers(source).filter((line) => !/^handler: "functions\/[a-z]+\.handler",$/.test(line)),
    wrong: "lambda({ handler: citizenHandler })",
  },
  {
    name: "nothing imported from functions/ or web/",
    find: matches(/from "[^"]*\/(functions|web)\/[^"]*"/g),
    wrong: 'import { keyOf } from "../functions/kit/table.ts";',
  },
  {
    name: "no deprecated Cron",
    find: matches(/sst\.aws\.Cron\b/g),
    wrong: 'new sst.aws.Cron("Old", {})',
  },
];

describe.each(rules)("$name", ({ find, wrong }) => {
  test.each(sources)("%s", (_, source) => {
    expect(find(source)).toEqual([]);
  });

  test("and the rule can be broken", () => {
    expect(find(wrong)).not.toEqual([]);
  });
});

test("sst.config.ts has at most 30 lines", () => {
  expect(readFileSync(join(root, "sst.config.ts"), "utf8").trimEnd().split("\n").length).toBeLessThanOrEqual(
    30,
  );
});
