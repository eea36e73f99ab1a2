import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";

/**
 * A child process that cannot outlive us. Its command runs by `exec` in a shell that first leaves a watcher behind;
 * the watcher holds the reading end of a pipe of which only we hold the writing end. However we die, SIGKILL included,
 * the kernel closes our end, the watcher reads the end of the file and kills the child. Needs nothing but a POSIX shell.
 */
export interface Child {
  readonly pid: number;
  /** Everything the child wrote on stdout and stderr so far. */
  output(): string;
  /** Resolves with the first match of `pattern` in the output; rejects with the output when the child ends before. */
  until(pattern: RegExp, milliseconds: number): Promise<void>;
  /** Resolves when the child has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** SIGTERM, then SIGKILL after `graceMilliseconds`; resolves when the child has ended. */
  stop(graceMilliseconds?: number): Promise<void>;
}

/** `read` succeeds on the line that says the child has ended by itself, and fails at the end of the file. */
const script = '(read -r line <&3 || kill -9 $$ 2>/dev/null) >/dev/null 2>&1 & exec "$@" 3<&-';

const kept = 16_384;

/** Starts `command` with its arguments; a session of its own keeps the terminal's Ctrl-C for us alone. */
export function startChild(command: string, args: readonly string[]): Child {
  const child = spawn("/bin/sh", ["-c", script, "sh", command, ...args], {
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const lifeline = child.stdio[3] as Writable;
  lifeline.on("error", () => undefined);
  const ended = once(child, "exit").then(() => void lifeline.end("ended\n"));
  const output = collect(child);
  return {
    pid: child.pid ?? 0,
    output: output.read,
    ended,
    until: (pattern, milliseconds) => output.until(pattern, milliseconds, ended),
    stop: (graceMilliseconds = 5_000) => stop(child, ended, graceMilliseconds),
  };
}

async function stop(child: ChildProcess, ended: Promise<void>, graceMilliseconds: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return ended;
  child.kill("SIGTERM");
  const impatience = setTimeout(() => child.kill("SIGKILL"), graceMilliseconds);
  await ended;
  clearTimeout(impatience);
}

interface Output {
  read(): string;
  until(pattern: RegExp, milliseconds: number, ended: Promise<void>): Promise<void>;
}

function collect(child: ChildProcess): Output {
  let text = "";
  const listeners = new Set<() => void>();
  const streams = [child.stdout, child.stderr].filter((stream): stream is Readable => stream !== null);
  for (const stream of streams) {
    stream.setEncoding("utf8");
    stream.on("data", (chunk: string) => {
      text = (text + chunk).slice(-kept);
      for (const listener of listeners) listener();
    });
  }
  return {
    read: () => text,
    until(pattern, milliseconds, ended) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      const look = (): void => {
        if (pattern.test(text)) resolve();
      };
      const giveUp = setTimeout(
        () => reject(new Error(`no answer within ${milliseconds} ms: ${text.trim()}`)),
        milliseconds,
      );
      // The last words of a child that ends can arrive after its exit: one more turn of the loop lets them in.
      void ended.then(() => setTimeout(() => reject(new Error(text.trim() || "ended without a word")), 50));
      listeners.add(look);
      look();
      return promise.finally(() => {
        listeners.delete(look);
        clearTimeout(giveUp);
      });
    },
  };
}
