import { createRequire } from "node:module";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { type Child, startChild } from "./child.ts";
import { StartFailure } from "./failure.ts";
import { freePort } from "./port.ts";

export { createTable } from "./create-table.ts";

export interface LocalDynamoDB {
  /** Such as `http://127.0.0.1:34567`. */
  readonly endpoint: string;
  readonly pid: number;
  /** Resolves when the engine has ended, for whatever reason. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

export interface DynamoDBOptions {
  /** The database file, created when missing; in memory when left out. */
  readonly dbPath?: string;
}

const attempts = 5;

/** Starts the embedded DynamoDB on a free loopback port and resolves when it answers. */
export async function startDynamoDB(options: DynamoDBOptions = {}): Promise<LocalDynamoDB> {
  const binary = engineBinary();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const database = options.dbPath === undefined ? [] : ["--db-path", options.dbPath];
    const child = startChild(binary, ["--host", "127.0.0.1", "--port", String(port), ...database]);
    try {
      await child.until(/listening on/, 8_000);
      return running(child, port);
    } catch {
      await child.stop();
      // Somebody took the port between our asking and the engine's binding.
      if (/already in use/.test(child.output()) && attempt < attempts) continue;
      throw new StartFailure(`The embedded DynamoDB did not start: ${lastLine(child.output())}`);
    }
  }
}

/** A client for an embedded engine (or any `DYNAMODB_ENDPOINT`): it takes every credential, but wants one. */
export function localClient(
  endpoint: string,
  credentials = { accessKeyId: "local", secretAccessKey: "local" },
): DynamoDBClient {
  return new DynamoDBClient({ endpoint, region: "cn-north-1", credentials });
}

function running(child: Child, port: number): LocalDynamoDB {
  return {
    endpoint: `http://127.0.0.1:${port}`,
    pid: child.pid,
    ended: child.ended,
    stop: () => child.stop(),
  };
}

/** The engine for a platform such as `linux-x64`; an optional dependency, so it may be missing. */
export function engineBinary(platform = `${process.platform}-${process.arch}`): string {
  const package_ = `@dynoxide/${platform}`;
  try {
    return createRequire(import.meta.url).resolve(`${package_}/dynoxide`);
  } catch {
    throw new StartFailure(
      `The embedded DynamoDB (${package_}) is not installed for this platform: set DYNAMODB_ENDPOINT to a DynamoDB you run yourself, such as DynamoDB Local.`,
    );
  }
}

function lastLine(output: string): string {
  const lines = output.split("\n").filter((line) => line.trim() !== "");
  return (
    lines.find((line) => line.startsWith("error:")) ??
    lines.at(-1) ??
    "it ended without a word"
  ).trim();
}
