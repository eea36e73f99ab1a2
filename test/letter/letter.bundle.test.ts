/** What is deployed is a bundle, in which packages loaded late look different: there, too, letters and files are made. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bundleEntry, bundleTogether } from "../../stacks/local/build.ts";

test.each(["deployed", "local"])(
  "the %s bundle makes a letter, a document and a spreadsheet",
  async (kind) => {
    const folder = mkdtempSync(join(tmpdir(), "yichuang-letter-"));
    try {
      const source = join(import.meta.dirname, "fixtures/letter.ts");
      await (kind === "local" ? bundleTogether([source], folder) : bundleEntry(source, folder));
      const said = execFileSync(process.execPath, [join(folder, "letter.mjs")], { encoding: "utf8" });
      expect(JSON.parse(said)).toEqual({ letter: true, document: true, sheets: 3 });
    } finally {
      rmSync(folder, { recursive: true });
    }
  },
  60_000,
);
