import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { readBuiltAssets } from "../../stacks/built.ts";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "built-"));
  mkdirSync(join(folder, "3f2a91/images"), { recursive: true });
  writeFileSync(join(folder, "3f2a91/app.css"), "body{}");
  writeFileSync(join(folder, "3f2a91/images/icon.svg"), "<svg/>");
  writeFileSync(join(folder, "built.json"), '{"fingerprint":"x","version":"3f2a91"}');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the files of the version that was built last, with their types", () => {
  mkdirSync(join(folder, "000000"));
  writeFileSync(join(folder, "000000/app.css"), "earlier");
  const { version, files } = readBuiltAssets(folder);
  expect(version).toBe("3f2a91");
  expect(files).toEqual([
    { name: "app.css", path: join(folder, "3f2a91/app.css"), contentType: "text/css; charset=utf-8" },
    { name: "images/icon.svg", path: join(folder, "3f2a91/images/icon.svg"), contentType: "image/svg+xml" },
  ]);
});

test.each([
  ["nothing built", () => rmSync(join(folder, "built.json"))],
  ["a build that is gone", () => rmSync(join(folder, "3f2a91"), { recursive: true })],
  ["a version that is a path", () => writeFileSync(join(folder, "built.json"), '{"version":"../../etc"}')],
])("%s stops the deployment", (_, spoil) => {
  spoil();
  expect(() => readBuiltAssets(folder)).toThrow("npm run build");
});

test("a file of no known type stops the deployment", () => {
  writeFileSync(join(folder, "3f2a91/tool.exe"), "");
  expect(() => readBuiltAssets(folder)).toThrow("tool.exe");
});
