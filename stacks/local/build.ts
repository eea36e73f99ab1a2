import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import type { BuildOptions } from "esbuild";
import { build } from "esbuild";
import { writeWhole } from "./folder.ts";
import { entries } from "./functions.ts";
import { oneFloor } from "./one-floor.ts";

export { entries };

const root = resolve(import.meta.dirname, "../..");
export const buildFolder = join(root, ".build");

/** For packages that still call `require`, which a bundle of ES modules does not have. */
const banner = [
  "import { createRequire as topLevelCreateRequire } from 'module';",
  "import { fileURLToPath as topLevelFileUrlToPath, URL as topLevelURL } from 'url';",
  "const require = topLevelCreateRequire(import.meta.url);",
  "const __filename = topLevelFileUrlToPath(import.meta.url);",
  "const __dirname = topLevelFileUrlToPath(new topLevelURL('.', import.meta.url));",
].join("");

const options = {
  absWorkingDir: root,
  outExtension: { ".js": ".mjs" },
  bundle: true,
  format: "esm",
  // The SDK is loaded in parts where it is needed, which only a bundle in several files keeps apart.
  splitting: true,
  // Keeping the names of functions means a call for each of them while a bundle loads, a tenth of its time.
  keepNames: false,
  platform: "node",
  target: "node24",
  mainFields: ["module", "main"],
  banner: { js: banner },
  logLevel: "error",
} as const satisfies BuildOptions;

const entryOf = (folder: string, name: string): string => join(folder, `${name}.ts`);

/** One entry by itself, as it is deployed: `<target>/<name>.mjs`. Source maps go to `maps`, out of what is uploaded. */
export async function bundleEntry(source: string, target: string, maps?: string): Promise<void> {
  const { outputFiles } = await build({
    ...options,
    entryPoints: [source],
    outdir: target,
    minify: true,
    write: false,
    ...(maps === undefined ? {} : { sourcemap: "external" }),
    plugins: [oneFloor(source)],
  });
  rmSync(target, { recursive: true, force: true });
  for (const { path, contents } of outputFiles) {
    const file = path.endsWith(".map") && maps !== undefined ? join(maps, relative(target, path)) : path;
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, contents);
  }
}

/** What `sst deploy` uploads: each function's folder under `deploy`, named as its handler is. */
async function bundleDeployed(source: string): Promise<void> {
  const maps = join(buildFolder, "maps");
  rmSync(maps, { recursive: true, force: true });
  const made = entries.map((name) => {
    const target = join(buildFolder, "deploy", name, basename(source));
    return bundleEntry(entryOf(source, name), target, join(maps, name));
  });
  await Promise.all(made);
}

/** Several entries at once, so that one process, the local stack, loads what they share once. */
export async function bundleTogether(sources: readonly string[], target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  await build({ ...options, entryPoints: [...sources], outdir: target, sourcemap: "linked" });
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

/** The order that `run.ts` gives to a process of its own: what to bundle for the local stack, and where to. */
export interface BuildOrder {
  readonly entriesFolder: string;
  readonly bundleFolder: string;
}

/**
 * `npm run build`: everything that a deployment needs, in `.build`. The local stack runs it with an order beside its
 * own start, so that neither the compilers' time nor their memory is the stack's. The last line is the WebAssets in JSON.
 */
if (import.meta.main) {
  const order = process.argv[2] === undefined ? undefined : (JSON.parse(process.argv[2]) as BuildOrder);
  try {
    const [assets] = await Promise.all([
      webAssets(join(buildFolder, "assets")),
      order === undefined
        ? bundleDeployed(join(root, "functions"))
        : bundleTogether(
            entries.map((name) => entryOf(order.entriesFolder, name)),
            order.bundleFolder,
          ),
    ]);
    console.log(JSON.stringify(assets));
  } catch (error) {
    // esbuild has already shown its errors where they are.
    if (!(error instanceof Error && "errors" in error)) console.error(error);
    process.exitCode = 1;
  }
}
