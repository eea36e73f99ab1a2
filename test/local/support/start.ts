import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { expect } from "vitest";

const running = new Set<Run>();

/** For afterEach: whatever a failed test left running. */
export async function endAll(): Promise<void> {
  for (const run of running) await run.end("SIGKILL");
}

export interface Run {
  readonly process: ChildProcess;
  readonly origin: string;
  output(): string;
  errors(): string;
  end(signal: NodeJS.Signals): Promise<number | null>;
}

interface Wanted {
  readonly port: number;
  readonly data: string;
  readonly environment?: Record<string, string>;
  /** The command; the start with small entries in the product's place when left out. */
  readonly command?: readonly [string, ...string[]];
}

const fixture = [process.execPath, join(import.meta.dirname, "../fixtures/start.ts")] as const;

export function start({ port, data, environment = {}, command = fixture }: Wanted): Run {
  const [program, ...parameters] = command;
  const child = spawn(program, parameters, {
    env: { ...process.env, PORT: String(port), DATA_DIR: data, ...environment },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let [output, errors] = ["", ""];
  child.stdout?.on("data", (chunk: Buffer) => (output += chunk));
  child.stderr?.on("data", (chunk: Buffer) => (errors += chunk));
  const ended = once(child, "exit") as Promise<[number | null]>;
  const run: Run = {
    process: child,
    origin: `http://127.0.0.1:${port}`,
    output: () => output,
    errors: () => errors,
    async end(signal) {
      child.kill(signal);
      const [code] = await ended;
      running.delete(run);
      return code;
    },
  };
  running.add(run);
  void ended.then(() => running.delete(run));
  return run;
}

export async function ready(run: Run): Promise<Run> {
  for (let i = 0; i < 1000 && !run.output().includes("ready "); i += 1) {
    if (run.process.exitCode !== null) break;
    await wait(20);
  }
  expect(run.errors()).toBe("");
  expect(run.output()).toMatch(new RegExp(`^ready ${run.origin}\n`));
  return run;
}

export async function refusal(run: Run): Promise<string> {
  await once(run.process, "exit");
  expect(run.process.exitCode).toBe(1);
  expect(run.output()).toBe("");
  return run.errors();
}

/** Processes that were started by this one, by their parent or by what they run on. */
export function processesOn(data: string): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
    .map((name) => (existsSync(`/proc/${name}/cmdline`) ? readFileSync(`/proc/${name}/cmdline`, "utf8") : ""))
    .filter((line) => line.includes(data));
}

export async function nobodyOn(data: string): Promise<void> {
  for (let i = 0; i < 250 && processesOn(data).length > 0; i += 1) await wait(20);
  expect(processesOn(data)).toEqual([]);
}
