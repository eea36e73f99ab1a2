import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { bundling, esbuildOptions } from "../bundling.ts";
import { writeWhole } from "./folder.ts";
import { entries } from "./functions.ts";

export { entries };

const root = resolve(import.meta.dirname, "../..");
export const buildFolder = join(root, ".build");

/** What SST puts in front of an ESM bundle, for packages that still call `require`. */
const banner = [
  "import { createRequire as topLevelCreateRequire } from 'module';",
  "import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from 'url';",
  "const require = topLevelCreateRequire(import.meta.url);",
  "const __filename = topLevelFileUrlToPath(import.meta.url);",
  "const __dirname = topLevelFileUrlToPath(new topLevelURL('.', import.meta.url));",
].join("");

/** As `stacks/lambda.ts` has SST bundle a function for Node 24. */
export async function bundle(sources: readonly string[], target: string, minify: boolean): Promise<void> {
  await build({
    absWorkingDir: root,
    entryPoints: [...sources],
    outdir: target,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    ...bundling,
    ...esbuildOptions,
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    sourcemap: minify ? false : "linked",
    minify,
    banner: { js: banner },
    logLevel: "error",
  });
}

/** All entries of a folder at once, so that one process loads what they share once. */
export async function bundleEntries(source: string, target: string, minify = false): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  const sources = entries.map((name) => join(source, `${name}.ts`));
  await bundle(sources, target, minify);
}

export interface WebAssets {
  /** The folder of the build's files. */
  readonly folder: string;
  /** Where pages find them: `/assets/3f2a91`. */
  readonly address: string;
}

/** Builds style and script, unless nothing that they are made of has changed since the last time. */
export async function webAssets(target: string): Promise<WebAssets> {
  // The deployment reads it too, for the version (stacks/built.ts).
  const note = join(target, "built.json");
  const fingerprint = fingerprintOf(["web/build.ts", "web/assets", "package-lock.json"]);
  const last = existsSync(note)
    ? (JSON.parse(readFileSync(note, "utf8")) as { fingerprint: string; version: string })
    : undefined;
  let version = last?.version;
  if (last?.fingerprint !== fingerprint || !version || !existsSync(join(target, version))) {
    mkdirSync(target, { recursive: true });
    const { buildAssets } = await import("../../web/build.ts");
    ({ version } = await buildAssets(target));
    writeWhole(note, JSON.stringify({ fingerprint, version }), 0o644);
  }
  return { folder: join(target, version), address: `/assets/${version}` };
}

function fingerprintOf(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const whole = join(root, path);
    const files = path.includes(".")
      ? [whole]
      : readdirSync(whole, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name))
          .sort();
    for (const file of files) hash.update(file).update("\0").update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The order that `run.ts` gives to a process of its own: what to bundle, and where to. */
export interface BuildOrder {
  readonly entriesFolder: string;
  readonly bundleFolder: string;
  readonly minify?: boolean;
}

/**
 * `npm run build`: everything that a deployment or a start needs, once. The local stack runs it beside its own start,
 * so that neither the compilers' time nor their memory is the stack's. The last line is the WebAssets in JSON.
 */
if (import.meta.main) {
  const product = {
    entriesFolder: join(root, "functions"),
    bundleFolder: join(buildFolder, "functions"),
    minify: true,
  };
  const order: BuildOrder =
    process.argv[2] === undefined ? product : (JSON.parse(process.argv[2]) as BuildOrder);
  try {
    const [assets] = await Promise.all([
      webAssets(join(buildFolder, "assets")),
      bundleEntries(order.entriesFolder, order.bundleFolder, order.minify),
    ]);
    console.log(JSON.stringify(assets));
  } catch (error) {
    // esbuild has already shown its errors where they are.
    if (!(error instanceof Error && "errors" in error)) console.error(error);
    process.exitCode = 1;
  }
}
