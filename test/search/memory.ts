import type { IndexBucket } from "../../functions/search/search.store.ts";

/** A bucket for indexes that holds its files in memory. */
export function memoryBucket(): IndexBucket {
  const files = new Map<string, { readonly bytes: Uint8Array; readonly etag: string }>();
  let writes = 0;
  const write = (key: string, bytes: Uint8Array): void => {
    writes += 1;
    files.set(key, { bytes, etag: `"${writes}"` });
  };
  return {
    async read(key) {
      const file = files.get(key);
      if (file === undefined) throw new Error("NoSuchKey");
      return file.bytes;
    },
    readTagged: async (key) => files.get(key),
    put: async (key, bytes) => write(key, bytes),
    async replace(key, bytes, etag) {
      if (files.get(key)?.etag !== etag) return false;
      write(key, bytes);
      return true;
    },
    remove: async (key) => void files.delete(key),
  };
}
