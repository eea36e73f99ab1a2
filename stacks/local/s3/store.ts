import { createHash, randomUUID } from "node:crypto";
import { createReadStream, linkSync, mkdirSync, openSync, readdirSync, rmSync } from "node:fs";
import { open } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type { Readable } from "node:stream";

/**
 * Objects on disk: each body is a file of its own under a random name, and a row of a small SQLite database says which
 * key it belongs to. The row is the moment of truth: an upload is there whole or not at all, as S3 promises, however
 * the process ends. No key ever becomes part of a path.
 */
export interface Store {
  /** Writes a body that belongs to no key yet; it is removed again when `chunks` throws. */
  receive(chunks: AsyncIterable<Buffer>): Promise<Draft>;
  /** Makes the draft the object of `key`; false when `only` does not hold for what is there now. */
  commit(key: string, draft: Draft, options: CommitOptions): boolean;
  /** A second body with the same bytes. */
  duplicate(object: StoredObject): Draft;
  find(key: string): StoredObject | undefined;
  /** The body from `start` to `end`, both included. A later overwrite or removal does not disturb the reading. */
  read(object: StoredObject, range?: { start: number; end: number }): Readable;
  remove(key: string): void;
  /** Keys in order, greater than `after`. */
  list(prefix: string, after: string, limit: number): StoredObject[];
  close(): void;
}

export interface Draft {
  readonly body: string;
  readonly size: number;
  readonly md5: string;
}

export interface CommitOptions {
  /** Stored headers: `content-type`, `x-amz-meta-...`. */
  readonly headers: Readonly<Record<string, string>>;
  readonly modified: Date;
  readonly only?: (current: StoredObject | undefined) => boolean;
}

export interface StoredObject {
  readonly key: string;
  readonly body: string;
  readonly size: number;
  /** With its quotes. */
  readonly etag: string;
  readonly modified: Date;
  readonly headers: Readonly<Record<string, string>>;
}

interface Row {
  readonly key: string;
  readonly body: string;
  readonly size: number;
  readonly md5: string;
  readonly modified: number;
  readonly headers: string;
}

export function openStore(folder: string): Store {
  const bodies = join(folder, "bodies");
  mkdirSync(bodies, { recursive: true });
  const database = new DatabaseSync(join(folder, "objects.db"), { timeout: 5_000 });
  database.exec(
    `PRAGMA journal_mode = WAL;
     CREATE TABLE IF NOT EXISTS objects (key TEXT PRIMARY KEY, body TEXT NOT NULL, size INTEGER NOT NULL,
       md5 TEXT NOT NULL, modified INTEGER NOT NULL, headers TEXT NOT NULL) WITHOUT ROWID`,
  );
  const select = database.prepare("SELECT * FROM objects WHERE key = ?");
  const upsert = database.prepare(
    "REPLACE INTO objects (key, body, size, md5, modified, headers) VALUES (?,?,?,?,?,?)",
  );
  const erase = database.prepare("DELETE FROM objects WHERE key = ?");
  const page = database.prepare(
    "SELECT * FROM objects WHERE key > ? AND key >= ? AND key < ? ORDER BY key LIMIT ?",
  );
  const forget = (body: string): void => rmSync(join(bodies, body), { force: true });
  const find = (key: string): StoredObject | undefined => toObject(select.get(key) as Row | undefined);
  dropOrphans(database, bodies);

  return {
    receive: (chunks) => receive(bodies, chunks),
    duplicate({ body, size, etag }) {
      // A body never changes once it is written, so another name for it is as good as another copy.
      const twin = randomUUID();
      linkSync(join(bodies, body), join(bodies, twin));
      return { body: twin, size, md5: etag.replaceAll('"', "") };
    },
    find,
    commit(key, draft, { headers, modified, only }) {
      const current = find(key);
      if (only && !only(current)) {
        forget(draft.body);
        return false;
      }
      upsert.run(key, draft.body, draft.size, draft.md5, modified.getTime(), JSON.stringify(headers));
      if (current) forget(current.body);
      return true;
    },
    read(object, range) {
      // Opened here and now, in the same turn as the caller's find: an unlinked file stays readable.
      const descriptor = openSync(join(bodies, object.body), "r");
      return createReadStream("", { fd: descriptor, ...(range ?? { start: 0 }) });
    },
    remove(key) {
      const current = find(key);
      erase.run(key);
      if (current) forget(current.body);
    },
    list: (prefix, after, limit) =>
      (page.all(after, prefix, `${prefix}\u{10FFFF}`, limit) as unknown as Row[]).map(fromRow),
    close: () => database.close(),
  };
}

async function receive(bodies: string, chunks: AsyncIterable<Buffer>): Promise<Draft> {
  const body = randomUUID();
  const path = join(bodies, body);
  const file = await open(path, "wx");
  const hash = createHash("md5");
  let size = 0;
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      size += chunk.length;
      await file.writeFile(chunk);
    }
    return { body, size, md5: hash.digest("hex") };
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Bodies of uploads that were cut off by the end of an earlier process belong to nobody. */
function dropOrphans(database: DatabaseSync, bodies: string): void {
  const known = new Set(
    database
      .prepare("SELECT body FROM objects")
      .all()
      .map((row) => row.body),
  );
  for (const name of readdirSync(bodies)) if (!known.has(name)) rmSync(join(bodies, name), { force: true });
}

const toObject = (row: Row | undefined): StoredObject | undefined => (row ? fromRow(row) : undefined);

function fromRow(row: Row): StoredObject {
  return {
    key: row.key,
    body: row.body,
    size: row.size,
    etag: `"${row.md5}"`,
    modified: new Date(row.modified),
    headers: JSON.parse(row.headers) as Record<string, string>,
  };
}
