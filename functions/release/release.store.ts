/** Where the checks of outgoing files are kept: `CASE#reference / RELEASE#file`, beside whatever else goes out. Bytes never change, so neither does it. */
import * as v from "valibot";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import type { FileCheck } from "./release.ts";
import { fileCheckSchema } from "./release.ts";

/** A change to what is looked for makes older checks be made again. */
export const CHECK_VERSION = 2;

/** Of a cleaned copy: the file that it was made from. */
export const originSchema = v.object({ id: v.string(), name: v.string(), sha256: v.string() });
export type Origin = v.InferOutput<typeof originSchema>;

const item = v.object({
  version: v.number(),
  sha256: v.string(),
  scanner: v.optional(v.string()),
  check: fileCheckSchema,
  origin: v.optional(originSchema),
});
export type KeptCheck = v.InferOutput<typeof item>;

export interface ReleaseStore {
  read(reference: string, fileId: string): Promise<KeptCheck | undefined>;
  keep(reference: string, kept: KeptCheck): Promise<void>;
}

/** What a file goes out with. */
export type Releasing = "CASE" | "GAZETTE";

export function openReleaseStore(table: Table, of: Releasing = "CASE"): ReleaseStore {
  const keyFor = (reference: string, fileId: string): Key => ({
    pk: keyOf(of, reference),
    sk: keyOf("RELEASE", fileId),
  });
  return {
    async read(reference, fileId) {
      const found = await table.get(keyFor(reference, fileId));
      return found === undefined ? undefined : v.parse(item, found);
    },
    keep: (reference, kept) =>
      table.commit([{ kind: "put", key: keyFor(reference, kept.check.file), item: { ...kept } }]),
  };
}

export type { FileCheck };
