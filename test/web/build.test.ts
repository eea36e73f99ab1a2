import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Assets } from "../../web/build.ts";
import { buildAssets } from "../../web/build.ts";

let folder: string;
let assets: Assets;
const texts: Record<string, string> = {};

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "yichuang-assets-"));
  assets = await buildAssets(folder);
  for (const { name, path } of assets.files) texts[name] = await readFile(path, "utf8");
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const weigh = (name: string) => gzipSync(texts[name] ?? "", { level: 9 }).length;

describe("the assets", () => {
  test("stay within what a first visit may weigh", () => {
    expect(weigh("app.css")).toBeGreaterThan(1000);
    expect(weigh("app.css")).toBeLessThanOrEqual(14 * 1024);
    expect(weigh("visit.css")).toBeLessThanOrEqual(14 * 1024);
    expect(weigh("app.js")).toBeGreaterThan(500);
    expect(weigh("app.js")).toBeLessThanOrEqual(8 * 1024);
  });

  test("keep the worker and its page small too, which no first visit waits for", () => {
    for (const name of ["sw.js", "offline.js", "proof.js"]) {
      expect(weigh(name)).toBeGreaterThan(500);
      expect(weigh(name)).toBeLessThanOrEqual(3 * 1024);
    }
  });

  test("lie under a version that is their content", async () => {
    expect(assets.version).toMatch(/^[0-9a-f]{10}$/);
    expect(assets.files.map(({ path }) => path)).toEqual(
      ["app.css", "visit.css", "app.js", "offline.js", "sw.js", "proof.js", "icon.svg"].map((name) =>
        join(folder, assets.version, name),
      ),
    );
    expect((await buildAssets(folder)).version).toBe(assets.version);
  });

  test("take nothing from elsewhere and wear no other government's marks", () => {
    expect(texts["app.css"]).not.toMatch(/url\(|@import|GDS Transport|crest|@font-face/i);
    for (const name of ["app.js", "offline.js", "sw.js", "proof.js"])
      expect(texts[name]).not.toMatch(/https?:|innerHTML|eval\(|import\(/);
    expect(texts["icon.svg"]?.replace("http://www.w3.org/2000/svg", "")).not.toMatch(/http/);
  });

  test("leave every text size to a custom property, so that the elder view and paper can set it", () => {
    const fixed = (texts["app.css"] ?? "").match(/font-size:[\d.]+rem/g) ?? [];
    // The short notes of the calendar, and there in the elder view the names of its columns and months.
    expect([...new Set(fixed)]).toEqual(["font-size:.75rem", "font-size:1rem"]);
    expect(texts["app.css"]).toContain("font-size:var(--text)");
  });

  test("keep the yellow focus, also where a browser takes colours away", () => {
    expect(texts["app.css"]).toContain("--govuk-focus-colour");
    expect(texts["app.css"]).toMatch(/a:focus-visible[^}]*outline:3px solid var\(--focus\)/);
    expect(texts["app.css"]).not.toMatch(/:focus-visible\{[^}]*outline:none/);
  });
});
