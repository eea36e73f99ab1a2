/** What `npm run build` left: static files, whose `built.json` names the version, which is the folder beside it; and functions. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { extname, join, relative, sep } from "node:path";

export interface BuiltAssets {
  /** Changes with any byte of any file, and is part of every address. */
  readonly version: string;
  readonly files: readonly { readonly name: string; readonly path: string; readonly contentType: string }[];
}

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".woff2": "font/woff2",
};

/** Throws when there is nothing to publish, or a file that nobody has given a type. */
export function readBuiltAssets(folder: string): BuiltAssets {
  const version = readVersion(join(folder, "built.json"));
  const home = join(folder, version ?? "");
  if (version === undefined || !existsSync(home)) {
    throw new Error(`No static files in ${folder}: run "npm run build" first.`);
  }
  const files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .map((path) => ({ ...typed(relative(home, path).split(sep).join("/")), path }));
  return { version, files };
}

/** The folder of a function's bundle. Throws when there is none. */
export function builtFunction(folder: string, name: string): string {
  const home = join(folder, name);
  if (!existsSync(join(home, "functions", `${name}.mjs`)))
    throw new Error(`No bundle of ${name} in ${home}: run "npm run build" first.`);
  return home;
}

function readVersion(note: string): string | undefined {
  if (!existsSync(note)) return undefined;
  const { version } = JSON.parse(readFileSync(note, "utf8")) as { version?: unknown };
  return typeof version === "string" && /^[0-9a-z]{6,64}$/.test(version) ? version : undefined;
}

function typed(name: string) {
  const contentType = CONTENT_TYPES[extname(name)];
  if (contentType === undefined)
    throw new Error(`stacks/built.ts knows no type for the static file ${name}.`);
  return { name, contentType };
}
