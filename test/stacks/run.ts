/** `npm run test:stacks`: the stacks under SST's real components and Pulumi's mocks, without AWS and without Pulumi. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { installPlatform } from "./platform.ts";
import { cache, root } from "./recording.ts";
import { scenarios } from "./scenarios.ts";

const bin = (name: string) => join(root, "node_modules/.bin", name);

function step(what: string, work: () => number): void {
  const started = performance.now();
  const status = work();
  if (status !== 0) {
    console.error(`${what}: failed`);
    process.exit(1);
  }
  console.log(`${what}: ok (${((performance.now() - started) / 1000).toFixed(1)} s)`);
}

const node = (script: string, ...rest: string[]) =>
  spawnSync(process.execPath, [join(import.meta.dirname, script), ...rest], { cwd: root, stdio: "inherit" });

/** SST comes as source, which our strictness was never asked of: only what is said of our own files counts. */
function typeCheck(): number {
  const { stdout } = spawnSync(bin("tsc"), ["-p", "stacks", "--noEmit", "--pretty", "false"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const lines = stdout.split("\n");
  const ours = lines.filter(
    (line, index) => isOurs(line) || (line.startsWith(" ") && belongsToUs(lines, index)),
  );
  if (ours.length > 0) console.error(ours.join("\n"));
  return ours.length > 0 ? 1 : 0;
}

const isOurs = (line: string) => /^(stacks\/|sst\.config\.ts|error )/.test(line);

/** Further lines of a message are indented under its first one. */
function belongsToUs(lines: readonly string[], index: number): boolean {
  for (let at = index; at >= 0; at--) {
    const line = lines[at] ?? "";
    if (!line.startsWith(" ")) return isOurs(line);
  }
  return false;
}

mkdirSync(cache, { recursive: true });
step("SST's components", installPlatform);
step("types of stacks/", typeCheck);
for (const name of Object.keys(scenarios))
  step(`recording ${name}`, () => node("record.ts", name).status ?? 1);
const tests = spawnSync(
  bin("vitest"),
  ["run", "--config", "test/stacks/vitest.config.ts", ...process.argv.slice(2)],
  {
    cwd: root,
    stdio: "inherit",
  },
);
process.exit(tests.status ?? 1);
