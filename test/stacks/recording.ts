/** What a recorded deployment looks like, and how tests read it. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { ScenarioName } from "./scenarios.ts";

export const root = join(import.meta.dirname, "../..");
export const platform = join(root, ".sst/platform");
export const cache = join(root, "node_modules/.cache/stacks");

export type Inputs = Readonly<Record<string, unknown>>;

export interface Recorded {
  /** Such as `aws:s3/bucket:Bucket`. */
  readonly type: string;
  readonly name: string;
  readonly inputs: Inputs;
  readonly options: { readonly protect?: boolean; readonly retainOnDelete?: boolean };
}

/** What SST was asked to upload. */
export interface Build {
  readonly functionID: string;
  readonly handler: string;
  readonly bundle: string;
  readonly runtime: string;
  readonly links: Readonly<Record<string, unknown>>;
  readonly properties: Inputs;
}

export interface Recording {
  readonly app: {
    readonly name: string;
    readonly home: string;
    readonly removal: string;
    readonly protect: boolean;
  };
  readonly resources: readonly Recorded[];
  readonly builds: readonly Build[];
  readonly outputs: Inputs;
}

export function readRecording(name: ScenarioName): Recording {
  return JSON.parse(readFileSync(join(cache, `${name}.json`), "utf8")) as Recording;
}

/** All of AWS's resources of a type, given by its last part: `Bucket` for `aws:s3/bucket:Bucket`. */
export function all(recording: Recording, type: string): readonly Recorded[] {
  return recording.resources.filter(
    (resource) => resource.type.startsWith("aws:") && resource.type.endsWith(`:${type}`),
  );
}

/** The one resource of that type and name. Throws when there is none or more than one. */
export function one(recording: Recording, type: string, name?: string): Recorded {
  const found = all(recording, type).filter((resource) => name === undefined || resource.name === name);
  if (found.length !== 1 || found[0] === undefined)
    throw new Error(`${found.length} of ${type} ${name ?? ""}`);
  return found[0];
}
