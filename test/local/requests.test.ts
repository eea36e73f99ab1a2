import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { keepingOf } from "../../functions/wiring.old.ts";
import { type ImportCommand, readCommand } from "../../stacks/local/requests/command.ts";
import { importRequests } from "../../stacks/local/requests/import.ts";
import type { Place } from "../../stacks/local/requests/place.ts";
import { csvOf, xlsxOf } from "../old/samples.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const folder = mkdtempSync(join(tmpdir(), "yichuang-requests-"));
const file = (name: string): string => join(folder, name);
let place: Place;
let said: string[] = [];

beforeAll(() => {
  const parts = partsOf(disclosureOn(engine.table).options);
  place = { keeping: keepingOf(parts), units: ["zfb", "zrzy"], close: async () => {} };
  vi.spyOn(console, "log").mockImplementation((line: string) => void said.push(line));
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const command: Omit<ImportCommand, "file"> = { unit: undefined, report: undefined, isDryRun: false };
async function run(name: string, change: Partial<typeof command> = {}): Promise<string> {
  said = [];
  await importRequests({ ...command, ...change, file: file(name) }, place);
  return said.join("\n");
}

describe("npm run requests -- import", () => {
  test("dry, says what would come of each row and writes nothing; then takes it in, once", async () => {
    const rows = [
      { number: "命-1", receivedOn: "43529" },
      { number: "命-2" },
      { number: "命-3", receivedOn: "1301-01-01" },
    ];
    writeFileSync(file("old.xlsx"), await xlsxOf(rows));
    engine.forget();
    const dry = await run("old.xlsx", { isDryRun: true, report: file("report.csv") });
    expect(dry).toMatch(
      /XLSX, 3 rows[\s\S]*new +2 +nothing was written[\s\S]*refused +1 +received_too_early 1/,
    );
    expect(engine.consumed.map(({ operation }) => operation)).not.toContain("transaction");
    const report = readFileSync(file("report.csv"), "utf8");
    expect(report).toContain("5,命-3,未导入,received_too_early,收到日期,");
    expect(report).toContain("3,命-1,已整理,day_from_serial,收到日期,");
    expect(report).not.toContain("王小明");
    expect(await run("old.xlsx")).toMatch(/added +2[\s\S]*unchanged +0/);
    expect(await run("old.xlsx")).toMatch(/added +0[\s\S]*unchanged +2/);
  });

  test("what is no register, no file or no unit is said in a sentence", async () => {
    writeFileSync(file("page.csv"), "<!doctype html>");
    await expect(run("page.csv")).rejects.toThrow("page.csv: This is a web page, not a register.");
    await expect(run("none.csv")).rejects.toThrow(/cannot be read \(ENOENT\)/);
    writeFileSync(file("good.csv"), csvOf([{ number: "命-9" }]));
    await expect(run("good.csv", { unit: "nobody" })).rejects.toThrow("There is no unit nobody");
  });

  test("is told by its words", () => {
    expect(readCommand(["import", "a.xlsx", "--dry-run", "--unit", "zfb"])).toEqual({
      file: "a.xlsx",
      unit: "zfb",
      report: undefined,
      isDryRun: true,
    });
    expect(readCommand([])).toBe("help");
    for (const words of [["export"], ["import"], ["import", "a", "b"], ["import", "a", "--loud"]])
      expect(() => readCommand(words)).toThrow();
  });
});
