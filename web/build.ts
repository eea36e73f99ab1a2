import { createHash } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { compileAsync, NodePackageImporter } from "sass";

const source = fileURLToPath(new URL("./assets/", import.meta.url));

/** The files of one build, by the name that follows `/assets/<version>/`. */
export interface Assets {
  /** Short hash of all contents: a new content is a new address, so browsers may keep the old one for ever. */
  version: string;
  files: { name: string; path: string; type: string; bytes: number }[];
}

/** Compiles the stylesheet and the script into `outDir`/<version>/; both the local stack and the one on AWS call it. */
export async function buildAssets(outDir: string): Promise<Assets> {
  const contents = [
    ...(await Promise.all(stylesheets.map(stylesheetFile))),
    ...(await Promise.all(scripts.map(scriptFile))),
    { name: "icon.svg", type: "image/svg+xml", text: await readFile(join(source, "icon.svg"), "utf8") },
  ];
  const hash = createHash("sha256");
  for (const { name, text } of contents) hash.update(name).update("\0").update(text).update("\0");
  const version = hash.digest("hex").slice(0, 10);
  const folder = join(outDir, version);
  await mkdir(folder, { recursive: true });
  const files = await Promise.all(
    contents.map(async ({ name, type, text }) => {
      const path = join(folder, name);
      await writeFile(path, text);
      return { name, path, type, bytes: Buffer.byteLength(text) };
    }),
  );
  return { version, files };
}

/** The sizes of `_settings.scss` in rem, and the custom properties that stand for them. */
const sizes: readonly [rem: string, property: string][] = [
  ["2rem", "--display"],
  ["1.75rem", "--h1"],
  ["1.375rem", "--h2"],
  ["1.25rem", "--h2"],
  ["1.0625rem", "--text"],
  [".9375rem", "--small"],
];

/** `app` is every page's; the others come with the pages of one capability, so that nobody else loads them. */
const stylesheets = ["app", "visit"] as const;

async function stylesheetFile(name: (typeof stylesheets)[number]) {
  return { name: `${name}.css`, type: "text/css; charset=utf-8", text: await stylesheet(name) };
}

/**
 * govuk-frontend computes font sizes as numbers, so a custom property cannot be passed in; it is put in afterwards.
 * That one step lets the desk, the elder view and paper set all sizes with six lines each.
 */
async function stylesheet(name: (typeof stylesheets)[number]): Promise<string> {
  const { css } = await compileAsync(join(source, `${name}.scss`), {
    style: "compressed",
    charset: false,
    importers: [new NodePackageImporter()],
    quietDeps: true,
  });
  const sized = sizes.reduce(
    (text, [rem, property]) => text.replaceAll(`font-size:${rem}`, `font-size:var(${property})`),
    css,
  );
  const unseen = sized.match(/@media print\{[^{}]*\{font-family:inherit\}\}/g) ?? [];
  return unseen.reduce((text, rule) => text.replace(rule, ""), sized);
}

/** What every page loads; the worker, and the page that it shows without a network, load the others when they come up. */
const scripts = ["app", "offline", "sw", "proof"] as const;

async function scriptFile(name: (typeof scripts)[number]) {
  const text = await script(name);
  return { name: `${name}.js`, type: "text/javascript; charset=utf-8", text };
}

async function script(name: (typeof scripts)[number]): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(source, `${name}.ts`)],
    bundle: true,
    minify: true,
    write: false,
    // The worker is imported by `/sw.js`, and scripts of workers are no modules everywhere.
    format: name === "sw" ? "iife" : "esm",
    // WeChat's browser on an old phone; what it cannot parse it ignores, and the pages work without.
    target: "es2020",
    legalComments: "none",
  });
  return outputFiles[0]?.text ?? "";
}
