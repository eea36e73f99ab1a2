/**
 * Where an index is kept: its files compressed under a version of their own, which never change, and one manifest
 * that says which version is in use and which was before. Who reads the manifest first and the files then always
 * reads files that belong together.
 */
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import * as v from "valibot";
import type { Bucket } from "../kit/bucket.ts";
import type { IndexFiles } from "./search.ts";

const text = v.pipe(v.string(), v.minLength(1), v.maxLength(100));

/**
 * Goes up when the files that questions are asked of change their form: then older ones are not read, names stand in,
 * and the next publish builds anew. The documents are JSON and stay readable.
 */
export const FORMAT = 1;

const versionSchema = v.object({
  version: text,
  format: v.number(),
  /** Name and compressed size of each file. */
  files: v.record(text, v.pipe(v.number(), v.integer(), v.minValue(0))),
  publishedAt: v.string(),
});
export type IndexVersion = v.InferOutput<typeof versionSchema>;

const manifestSchema = v.object({
  schema: v.literal(1),
  current: versionSchema,
  earlier: v.exactOptional(versionSchema),
});
export type Manifest = v.InferOutput<typeof manifestSchema>;

export interface StoredManifest {
  readonly manifest: Manifest;
  readonly etag: string;
}

export interface IndexStore {
  /** Undefined when nothing was ever published; throws when what is there is no manifest. */
  manifest(): Promise<StoredManifest | undefined>;
  /** Replaces the manifest that was read, or puts the first one; false when another was faster. */
  replaceManifest(manifest: Manifest, read: StoredManifest | undefined): Promise<boolean>;
  /** Throws when one of them is missing or damaged. */
  readFiles(of: IndexVersion, names: readonly string[]): Promise<IndexFiles>;
  writeFiles(version: string, files: IndexFiles): Promise<IndexVersion["files"]>;
  removeFiles(of: Pick<IndexVersion, "version" | "files">): Promise<void>;
}

export type IndexBucket = Pick<Bucket, "read" | "readTagged" | "put" | "replace" | "remove">;

const compress = promisify(gzip);
const decompress = promisify(gunzip);

/** `name` keeps the indexes of several capabilities apart. */
export function openIndexStore(bucket: IndexBucket, name: string): IndexStore {
  const manifestKey = `index/${name}/manifest.json`;
  const fileKey = (version: string, file: string): string => `index/${name}/${version}/${file}.gz`;
  return {
    async manifest() {
      const found = await bucket.readTagged(manifestKey);
      if (found === undefined) return undefined;
      const manifest = v.parse(manifestSchema, JSON.parse(new TextDecoder().decode(found.bytes)));
      return { manifest, etag: found.etag };
    },
    replaceManifest: (manifest, read) =>
      bucket.replace(manifestKey, new TextEncoder().encode(JSON.stringify(manifest)), read?.etag),
    async readFiles({ version }, names) {
      const read = names.map(async (file) => {
        const bytes = await bucket.read(fileKey(version, file));
        return [file, new Uint8Array(await decompress(bytes))] as const;
      });
      return Object.fromEntries(await Promise.all(read));
    },
    async writeFiles(version, files) {
      const written = Object.entries(files).map(async ([file, bytes]) => {
        // Numbers, not prose: filtered takes as long as the default and makes the postings smaller.
        const packed = await compress(bytes, { strategy: constants.Z_FILTERED });
        await bucket.put(fileKey(version, file), packed, "application/gzip");
        return [file, packed.length] as const;
      });
      return Object.fromEntries(await Promise.all(written));
    },
    async removeFiles({ version, files }) {
      await Promise.all(Object.keys(files).map((file) => bucket.remove(fileKey(version, file))));
    },
  };
}
