/** What a cold start opens: one file beside the entry, however many rooms share however many modules. */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { bundleEntry } from "../../stacks/local/build.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "one-floor-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const sources: Readonly<Record<string, string>> = {
  "entry.ts": `import { open } from "./app.ts"; console.log(JSON.stringify([...await open(), globalThis.loads]));`,
  "app.ts": `
    import { both } from "./both.ts"; import { first } from "./first.ts"; import { second } from "./second.ts";
    export const open = async () => {
      const rooms = [await import("./room-1.ts"), await import("./room-2.ts")];
      const old = await import("./old.cjs");
      return [both === rooms[0].both && both === rooms[1].both, first() + second(), rooms[0].own, old.default.word];
    };`,
  "both.ts": `globalThis.loads = (globalThis.loads ?? 0) + 1; export const both = {};`,
  "first.ts": `export const first = () => "1";`,
  "second.ts": `export const second = () => "2";`,
  "room-1.ts": `export { both } from "./both.ts"; import { first } from "./first.ts"; export const own = first() + "!";`,
  "room-2.ts": `export { both } from "./both.ts"; export { second } from "./second.ts"; export const large = "${"x".repeat(999)}";`,
  "old.cjs": `module.exports = { word: "old" };`,
};

function write(): string {
  for (const [name, text] of Object.entries(sources)) {
    const file = join(folder, "source", name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return join(folder, "source/entry.ts");
}

/** The files that loading one opens, itself among them. */
function opened(file: string, seen = new Set<string>()): Set<string> {
  if (seen.has(file)) return seen;
  seen.add(file);
  for (const [, path = ""] of readFileSync(file, "utf8").matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
    opened(join(dirname(file), path), seen);
  return seen;
}

test("one file holds what is loaded at once, each room has its own, and each module is there once", async () => {
  const entry = write();
  const target = join(folder, "target");
  await bundleEntry(entry, target);
  expect(opened(join(target, "entry.mjs")).size).toBeLessThanOrEqual(2);
  const whole = readdirSync(target).map((name) => [name, readFileSync(join(target, name), "utf8")] as const);
  expect(whole.filter(([, text]) => text.includes("x".repeat(999))).map(([name]) => name)).toEqual([
    expect.stringMatching(/^room-2-/),
  ]);
  const said = execFileSync(process.execPath, [join(target, "entry.mjs")], { encoding: "utf8" });
  expect(JSON.parse(said)).toEqual([true, "12", "1!", "old", 1]);
});

test("source maps go where they are not uploaded", async () => {
  const entry = write();
  await bundleEntry(entry, join(folder, "target"), join(folder, "maps"));
  expect(readdirSync(join(folder, "target")).filter((name) => name.endsWith(".map"))).toEqual([]);
  expect(readdirSync(join(folder, "maps"))).toContain("entry.mjs.map");
});
