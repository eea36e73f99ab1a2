/**
 * How a file comes in and goes out. The browser posts it straight to the bucket; what arrives there is nothing yet.
 * It becomes an attachment once its size, its type by content and its hash are known, as a copy that nobody can
 * write to. Used for applicants and offices alike; `owner` is whatever the upload belongs to.
 */
import { createHash } from "node:crypto";
import type { Bucket, UploadForm } from "../kit/bucket.ts";
import type { Random } from "../kit/id.ts";
import type { Vault } from "../kit/vault.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import { decodeUploadedName } from "./attachment.name.ts";
import type { CaseFile, FileKind } from "./attachment.ts";
import {
  citizenKinds,
  detectKind,
  kindFacts,
  MAX_SIZE_BYTES,
  safeFileName,
  shownFileName,
} from "./attachment.ts";

export interface Offer {
  /** Bound to its owner: nobody else can accept what is posted under it. */
  readonly uploadId: string;
  readonly form: UploadForm;
}

/**
 * `file_missing`: nothing was posted in time, or the id is not the owner's: both look the same, so that ids cannot
 * be tried out. `file_changed`: somebody replaced the bytes while they were being looked at. `file_secret`: it bears the
 * mark of a state secret, and nothing of it is kept.
 */
export const uploadErrors = [
  "file_missing",
  "file_empty",
  "file_too_large",
  "file_type",
  "file_changed",
  "file_secret",
] as const;
export type UploadError = (typeof uploadErrors)[number];

export type Accepted =
  | { readonly ok: true; readonly file: CaseFile }
  | { readonly ok: false; readonly code: UploadError };

/** A file of data: whatever its reader makes of it, so nothing but its size was looked at. */
export interface DataFile {
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number;
}

export type AcceptedData =
  | { readonly ok: true; readonly file: DataFile }
  | { readonly ok: false; readonly code: UploadError };

export interface Attachments {
  /**
   * A form for one file, good for half an hour. `redirectTo` makes the address that a browser without scripts goes to.
   * The same owner and `slot` give the same upload again, for a client that asks twice for what it was promised.
   */
  offer(owner: string, redirectTo?: (uploadId: string) => string, slot?: string): Promise<Offer>;
  /** Verifies what was posted, one of `kinds`. Asking again for the same upload gives the same file. */
  accept(owner: string, uploadId: string, kinds?: readonly FileKind[]): Promise<Accepted>;
  /** A link that downloads the file as an attachment, good for a minute. */
  link(file: CaseFile): Promise<string>;
  /** Forgets files that no case and no draft holds any more. */
  remove(fileIds: readonly string[]): Promise<void>;
}

/** The same way in for files of data. */
export interface DataFiles extends Pick<Attachments, "offer" | "remove"> {
  /** Keeps what was posted as data. Asking again for the same upload gives the same file. */
  acceptData(owner: string, uploadId: string, mostBytes: number): Promise<AcceptedData>;
  readData(file: DataFile): Promise<Uint8Array>;
  /** Keeps a file that was made here, such as a cleaned copy, under a new id and with its own hash. */
  keepMade(made: { bytes: Uint8Array; name: string; kind: FileKind }): Promise<CaseFile>;
}

export interface AttachmentOptions {
  readonly bucket: Bucket;
  readonly vault: Vault;
  readonly random: Random;
}

const OFFER_SECONDS = 30 * 60;
/** The bucket lets more in than is kept: whoever has no script would read its XML instead of our sentence. */
const OFFER_MAX_BYTES = 3 * MAX_SIZE_BYTES;
export const LINK_SECONDS = 60;
const UNNAMED = "附件";
const incomingKey = (id: string) => `incoming/${id}`;
const keptKey = (id: string) => `kept/${id}`;
const refuse = (code: UploadError): Accepted => ({ ok: false, code });

function sizeError(sizeBytes: number, mostBytes: number): UploadError | undefined {
  if (sizeBytes === 0) return "file_empty";
  return sizeBytes > mostBytes ? "file_too_large" : undefined;
}

export function openAttachments({ bucket, vault, random }: AttachmentOptions): Attachments & DataFiles {
  const signatureOf = (owner: string, id: string) => vault.hash("upload", `${owner} ${id}`);

  /** The file's own id when the upload is this owner's. */
  function idOf(owner: string, uploadId: string): string | undefined {
    const [, id = "", signature = ""] = /^(f[0-9a-f]{32})\.([\w-]{43})$/.exec(uploadId) ?? [];
    const right = equalInConstantTime(Buffer.from(signature), Buffer.from(signatureOf(owner, id)));
    return right ? id : undefined;
  }

  /** Looks at the kept copy, because its bytes can no longer change while they are looked at. */
  async function verify(id: string, kinds: readonly FileKind[]): Promise<Accepted> {
    const key = keptKey(id);
    const found = await bucket.head(key);
    if (found === undefined) return refuse("file_changed");
    const bytes = await bucket.read(key);
    const kind = await detectKind(bytes);
    if (kind === undefined || !kinds.includes(kind)) {
      await bucket.remove(key);
      return refuse("file_type");
    }
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const written = decodeUploadedName(found.metadata.name ?? "");
    const name = safeFileName(written || UNNAMED, kind);
    if (await isSecret(written, kind, bytes)) {
      await bucket.remove(key);
      return refuse("file_secret");
    }
    return { ok: true, file: { id, name, kind, sizeBytes: bytes.length, sha256 } };
  }

  /** Keeps what was posted, if its size may be kept at all; the copy never overwrites an earlier one. */
  async function keep(id: string, mostBytes: number): Promise<UploadError | undefined> {
    const found = await bucket.head(incomingKey(id));
    // Whoever asked at the same moment may have kept it since we looked.
    if (found === undefined)
      return (await bucket.head(keptKey(id))) === undefined ? "file_missing" : undefined;
    const wrong = sizeError(found.sizeBytes, mostBytes);
    if (wrong === undefined) {
      const copied = await bucket.copy(incomingKey(id), keptKey(id), found.etag);
      if (!copied && (await bucket.head(keptKey(id))) === undefined) return "file_changed";
    }
    await bucket.remove(incomingKey(id));
    return wrong;
  }

  return {
    async offer(owner, redirectTo, slot) {
      const bytes = slot === undefined ? random(16) : vault.derive("upload id", `${owner} ${slot}`);
      const id = `f${Buffer.from(bytes.subarray(0, 16)).toString("hex")}`;
      const uploadId = `${id}.${signatureOf(owner, id)}`;
      const form = await bucket.uploadForm({
        key: incomingKey(id),
        maxSizeBytes: OFFER_MAX_BYTES,
        expiresInSeconds: OFFER_SECONDS,
        ...(redirectTo === undefined ? {} : { redirectTo: redirectTo(uploadId) }),
      });
      return { uploadId, form };
    },
    async accept(owner, uploadId, kinds = citizenKinds) {
      const id = idOf(owner, uploadId);
      if (id === undefined) return refuse("file_missing");
      const kept = await bucket.head(keptKey(id));
      const wrong = kept === undefined ? await keep(id, MAX_SIZE_BYTES) : undefined;
      return wrong === undefined ? verify(id, kinds) : refuse(wrong);
    },
    async acceptData(owner, uploadId, mostBytes) {
      const id = idOf(owner, uploadId);
      if (id === undefined) return { ok: false, code: "file_missing" };
      const before = await bucket.head(keptKey(id));
      const wrong = before === undefined ? await keep(id, mostBytes) : undefined;
      if (wrong !== undefined) return { ok: false, code: wrong };
      const kept = before ?? (await bucket.head(keptKey(id)));
      if (kept === undefined) return { ok: false, code: "file_changed" };
      const name = shownFileName(decodeUploadedName(kept.metadata.name ?? "")) || UNNAMED;
      return { ok: true, file: { id, name, sizeBytes: kept.sizeBytes } };
    },
    readData: (file) => bucket.read(keptKey(file.id)),
    async keepMade({ bytes, name, kind }) {
      const id = `f${Buffer.from(random(16)).toString("hex")}`;
      await bucket.put(keptKey(id), bytes, kindFacts[kind].contentType);
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      return { id, name: safeFileName(name, kind), kind, sizeBytes: bytes.length, sha256 };
    },
    link: (file) => bucket.downloadLink(keptKey(file.id), file.name, LINK_SECONDS),
    async remove(fileIds) {
      await Promise.all(fileIds.map((id) => bucket.remove(keptKey(id))));
    },
  };
}

/** Readers of formats are loaded by whoever hands in such a file, and only when the name does not say it already. */
async function isSecret(name: string, kind: FileKind, bytes: Uint8Array): Promise<boolean> {
  const { isMarkedName, isMarkedText } = await import("./attachment.secret.ts");
  if (isMarkedName(name.replace(/\.\w+$/, ""))) return true;
  const { wordsOf } = await import("./attachment.words.ts");
  return isMarkedText(await wordsOf(kind, bytes));
}
