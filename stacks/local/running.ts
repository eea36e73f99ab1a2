import { existsSync, readFileSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { type DataFolder, isTaken, writeWhole } from "./folder.ts";

/** Where the stores of a running stack are, for commands that work beside it. */
export interface RunningStores {
  readonly dynamodbEndpoint: string;
  readonly s3Endpoint: string;
  readonly publicOrigin: string;
  /** The page of what was sent. */
  readonly outbox: string;
}

const fileName = "running.json";

/** Says where the stores are; what is given back unsays it. */
export function tellStores(folder: DataFolder, stores: RunningStores): () => void {
  const { dynamodbEndpoint, s3Endpoint, publicOrigin, outbox } = stores;
  writeWhole(folder.file(fileName), JSON.stringify({ dynamodbEndpoint, s3Endpoint, publicOrigin, outbox }));
  return () => rmSync(folder.file(fileName), { force: true });
}

/** The stores of the stack that runs on a folder; undefined when none does, whatever one that was killed left behind. */
export function runningStores(path: string): RunningStores | undefined {
  const file = join(resolve(path), fileName);
  if (!existsSync(file) || !isTaken(path)) return undefined;
  return JSON.parse(readFileSync(file, "utf8")) as RunningStores;
}
