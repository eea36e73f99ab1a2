import { join, resolve } from "node:path";
import type { BuildOrder, WebAssets } from "./build.ts";
import { startChild } from "./child.ts";
import { seedDemo, stepsNamed } from "./demo.ts";
import { DemoFailure } from "./demo-visitor.ts";
import { StartFailure } from "./failure.ts";
import { type DataFolder, takeFolder } from "./folder.ts";
import { people } from "./people.ts";
import { readSettings } from "./settings.ts";
import type { Stack, StackOptions } from "./stack.ts";
import { units } from "./units.ts";

export interface RunOptions {
  /** Where the entries are; the product's own when left out. */
  readonly entriesFolder?: string;
}

/** Runs the stack until Ctrl-C or SIGTERM. What stands in the way of a start is one sentence and exit code 1. */
export async function run(options: RunOptions = {}): Promise<void> {
  process.setSourceMapsEnabled(true);
  const starting = startOrExplain(options);
  const stopping = untilSignal();
  const stack = await Promise.race([starting, stopping]);
  if (!stack) return end(0, starting);
  console.log(`ready ${stack.address}\n${introduction(stack)}`);
  void stopping.then(() => end(0, starting));
  void stack.broken.then(() => {
    if (ending) return;
    console.error(
      "The embedded DynamoDB has ended; see above. Start again: what was acknowledged is on disk.",
    );
    return end(1, starting);
  });
  // Other entries than the product's own have none of the doors that the demo data comes through.
  if (options.entriesFolder === undefined && stepsNamed(process.env.DEMO).length > 0) seeding = seed(stack);
}

async function startOrExplain(options: RunOptions): Promise<Stack> {
  try {
    const settings = readSettings(process.env);
    // A part of the demo that is not there is said now and not after a minute.
    if (options.entriesFolder === undefined) stepsNamed(process.env.DEMO);
    const folder = takeFolder(settings.folder);
    const built = buildIn(folder, options.entriesFolder ?? resolve(import.meta.dirname, "../../functions"));
    // It is awaited further down; a failure before that is not one that nobody handles.
    built.catch(() => undefined);
    // Loaded only now, so that the build has the other processor meanwhile.
    const { startStack } = await import("./stack.ts");
    return await startStack({ settings, folder, built });
  } catch (error) {
    console.error(error instanceof StartFailure ? error.message : error);
    process.exit(1);
  }
}

async function buildIn(folder: DataFolder, entriesFolder: string): StackOptions["built"] {
  const bundleFolder = folder.file("functions");
  const order: BuildOrder = { entriesFolder, bundleFolder };
  const child = startChild(process.execPath, [join(import.meta.dirname, "build.ts"), JSON.stringify(order)]);
  await child.ended;
  const last = child.output().trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{"))
    throw new StartFailure(`The functions could not be built:\n${child.output().trim()}`);
  return { bundleFolder, assets: JSON.parse(last) as WebAssets };
}

/** Resolves at the first signal; the second one ends us where we stand (the engine's lifeline takes it along). */
function untilSignal(): Promise<undefined> {
  return new Promise((resolve) => {
    if (process.env.npm_lifecycle_event) whenOrphaned(() => resolve(undefined));
    let asked = false;
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve(undefined);
      });
    }
  });
}

/** Whoever kills `npm start` means the stack, which npm cannot tell us when it is killed outright. */
function whenOrphaned(tell: () => void): void {
  const parent = process.ppid;
  const looking = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(looking);
    tell();
  }, 500).unref();
}

let ending = false;
let seeding: Promise<void> = Promise.resolve();
const noMoreDemo = new AbortController();

async function end(code: number, starting: Promise<Stack>): Promise<void> {
  if (ending) return;
  ending = true;
  // A function that hangs must not keep the stack from stopping.
  setTimeout(() => process.exit(code), 10_000).unref();
  const stack = await starting;
  noMoreDemo.abort();
  await seeding;
  await stack.stop();
  stack.folder.release();
  process.exit(code);
}

/** After `ready`, and never in the way of the stack: what stops it is one sentence. */
async function seed(stack: Stack): Promise<void> {
  try {
    const place = { ...stack, stopped: noMoreDemo.signal };
    const lines = await seedDemo(place, stack.folder.file("demo.json"), stepsNamed(process.env.DEMO));
    if (!ending) console.log(lines.join("\n"));
  } catch (error) {
    if (!ending) console.error(error instanceof DemoFailure ? error.message : error);
  }
}

function introduction({ publicOrigin, issuer, outbox, clientSecret, folder }: Stack): string {
  const accounts = units.map(({ code, name }) => {
    const ids = people.filter(({ unit }) => unit === code).map(({ id }) => id);
    return `    ${name.zh}：${ids.join("  ")}`;
  });
  return [
    "",
    `  citizens       ${publicOrigin}/`,
    `  progress       ${publicOrigin}/progress`,
    `  office         ${publicOrigin}/office`,
    `  API            ${publicOrigin}/api/v1/openapi.json`,
    `  sent           ${outbox}/ (mail and SMS; files in ${folder.file("mail")} and ${folder.file("sms")})`,
    "",
    `  Sign-in is a demo (${issuer}): pick one of these people, no password is asked.`,
    ...accounts,
    "",
    `  Scripts: client_credentials at ${issuer}/token, HTTP Basic`,
    `    script-clerk-zfb, script-handler-zfb, script-reviewer-zfb, script-auditor : ${clientSecret}`,
    "",
    "  Ctrl-C stops everything; the data stays in the folder.",
  ].join("\n");
}
