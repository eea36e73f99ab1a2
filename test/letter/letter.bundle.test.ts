/** What is deployed is a bundle, in which packages loaded late look different: there, too, letters and files are made. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundle } from "../../stacks/local/build.ts";

test.each([true, false])(
  "minified %s, the bundle makes a letter, a document and a spreadsheet",
  async (minify) => {
    const folder = mkdtempSync(join(tmpdir(), "yichuang-letter-"));
    try {
      await bundle([join(import.meta.dirname, "fixtures/letter.ts")], folder, minify);
      const said = execFileSync(process.execPath, [join(folder, "letter.mjs")], { encoding: "utf8" });
      expect(JSON.parse(said)).toEqual({ letter: true, document: true, sheets: 3 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
