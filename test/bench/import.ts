/** What a cold start pays for: loading each entry's bundle, against loading the bare DynamoDB SDK. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { bundleEntry, entries } from "../../stacks/local/build.ts";
import { environmentOf } from "../../stacks/local/environment.ts";
import type { Measured, Row } from "./measure.ts";
import { inTurns } from "./measure.ts";

const folder = resolve(".build/bench");
const FLOOR = "bare @aws-sdk/client-dynamodb + lib-dynamodb, one file";

/** The SDK alone, with a client and the commands that the product sends. */
const bare = `import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { BatchGetCommand, DynamoDBDocumentClient, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand } from "@aws-sdk/lib-dynamodb";
const client = DynamoDBDocumentClient.from(new DynamoDBClient({}));
export const handler = [client, BatchGetCommand, GetCommand, PutCommand, QueryCommand, TransactWriteCommand, UpdateCommand];`;

/** As one file, which is what a bundler makes of it when nobody says otherwise, and in several, as our entries are. */
async function bundleFloors(): Promise<{ floor: string; splitFloor: string }> {
  const source = join(folder, "floor.ts");
  writeFileSync(source, bare);
  const outfile = join(folder, "floor.mjs");
  const require = "import { createRequire } from 'module';const require = createRequire(import.meta.url);";
  await build({
    entryPoints: [source],
    outfile,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "node",
    target: "node24",
    mainFields: ["module", "main"],
    banner: { js: require },
  });
  await bundleEntry(source, join(folder, "floor"));
  return { floor: outfile, splitFloor: join(folder, "floor", "floor.mjs") };
}

/** Each entry on its own, as it is deployed. */
async function bundled(name: string): Promise<string> {
  const target = join(folder, name);
  await bundleEntry(resolve("functions", `${name}.ts`), target);
  return join(target, `${name}.mjs`);
}

const environment = environmentOf({
  publicOrigin: "https://example.invalid",
  assetsPath: "/assets/0",
  dynamodbEndpoint: "http://127.0.0.1:9",
  s3Endpoint: "http://127.0.0.1:9",
  issuer: "https://issuer.invalid",
  smtpUrl: "smtp://127.0.0.1:9",
  dataKeys: JSON.stringify({ current: 1, keys: { 1: `plain:${Buffer.alloc(32).toString("base64")}` } }),
  oidcClientSecret: "none",
  noticeGateways: "{}",
  credentials: { accessKeyId: "none", secretAccessKey: "none" },
});

/** A process of its own each time, because a module loads once; the process itself is not part of the time. */
function load(file: string): Measured {
  const script = `const c=process.cpuUsage(),t=performance.now();await import(${JSON.stringify(file)});
const u=process.cpuUsage(c);console.log(JSON.stringify([performance.now()-t,(u.user+u.system)/1000]));process.exit(0)`;
  const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    env: { PATH: process.env.PATH, ...environment },
  });
  if (status !== 0) throw new Error(`an entry did not load: ${stderr}`);
  const [wallMilliseconds = 0, cpuMilliseconds = 0] = JSON.parse(stdout.trim().split("\n").at(-1) ?? "[]");
  return { wallMilliseconds, cpuMilliseconds };
}

/** All that an entry loads at once, not what it loads when it needs it. */
function sizeKilobytes(file: string, seen = new Set<string>()): number {
  if (seen.has(file)) return 0;
  seen.add(file);
  const text = readFileSync(file, "utf8");
  const parts = [
    ...text.matchAll(/(?:^|[;}\s])(?:import|export)\s*(?:[^"'();]*?from\s*)?["'](\.[^"']+)["']/g),
  ];
  const inner = parts.reduce((sum, [, path = ""]) => sum + sizeKilobytes(join(file, "..", path), seen), 0);
  return inner + gzipSync(text).length / 1000;
}

export async function benchImports(rounds: number): Promise<readonly Row[]> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: Record<string, string> = { ...(await bundleFloors()) };
  for (const name of entries) files[name] = await bundled(name);
  const works = Object.fromEntries(
    Object.entries(files).map(([name, file]) => [name, async () => load(file)]),
  );
  const measured = await inTurns(works, rounds);
  const wallOf = (name: string) => measured[name]?.wallMilliseconds ?? Number.NaN;
  const [base, split] = [wallOf("floor"), wallOf("splitFloor")];
  return entries.map((name) => {
    const own = wallOf(name);
    const size = sizeKilobytes(files[name] ?? "").toFixed(0);
    const detail = `${own.toFixed(0)} ms against ${base.toFixed(0)} ms (${split.toFixed(0)} ms in several files); ${size} KB gz at load`;
    return { what: `import of ${name}`, floor: FLOOR, ratio: own / base, aim: 1.25, detail };
  });
}
