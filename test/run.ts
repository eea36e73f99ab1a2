/** `npm test`: the rules, routes and stores with vitest, then the journeys in a real browser, then one closing line. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { findOrInstallChromium } from "./support/chromium.ts";

interface Count {
  passed: number;
  failed: number;
  skipped: number;
}

const results = ".build/test";

function run(command: string, options: readonly string[], environment: Record<string, string> = {}): boolean {
  const { status } = spawnSync(command, options, {
    stdio: "inherit",
    env: { ...process.env, ...environment },
  });
  return status === 0;
}

function countVitest(): Count {
  const report = JSON.parse(readFileSync(`${results}/vitest.json`, "utf8"));
  const suites = report.numFailedTestSuites > 0 && report.numFailedTests === 0 ? 1 : 0;
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + suites, skipped };
}

function countJourneys(): Count {
  const { stats } = JSON.parse(readFileSync(`${results}/journeys.json`, "utf8"));
  return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
}

function counted(read: () => Count): Count {
  try {
    return read();
  } catch {
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });
let chromium: string;
try {
  chromium = findOrInstallChromium();
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
const vitest = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${results}/vitest.json`];
const rules = run("vitest", vitest);
const journeys = run("playwright", ["test"], {
  CHROMIUM_PATH: chromium,
  PLAYWRIGHT_JSON_OUTPUT_NAME: `${results}/journeys.json`,
});
const parts = [counted(countVitest), counted(countJourneys)];
const sum = (key: keyof Count) => parts.reduce((total, part) => total + part[key], 0);
const failed = Math.max(sum("failed"), rules && journeys ? 0 : 1);
console.log(`\n${sum("passed")} passed, ${failed} failed, ${sum("skipped")} skipped`);
process.exit(failed === 0 ? 0 : 1);
