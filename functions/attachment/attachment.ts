/** What a file that comes with a case may be: how large, of which kind, under what name. */
import * as v from "valibot";

export { detectKind } from "./attachment.type.ts";

/** MiB, because that is what most people's file managers call MB; a file of 10,000,000 bytes passes too. */
export const MAX_SIZE_MEBIBYTES = 10;
export const MAX_SIZE_BYTES = MAX_SIZE_MEBIBYTES * 1024 * 1024;
export const MOST_FILES = 5;
const MOST_NAME_CHARACTERS = 100;

export const fileKinds = ["pdf", "jpeg", "png", "docx", "ofd", "xlsx"] as const;
export type FileKind = (typeof fileKinds)[number];

/** What a citizen may hand in. */
export const citizenKinds: readonly FileKind[] = ["pdf", "jpeg", "png", "docx", "ofd"];
/** What an office may answer with: tables too. */
export const replyKinds: readonly FileKind[] = fileKinds;

interface FileKindFacts {
  readonly contentType: string;
  /** Small letters without a dot, the usual one first. */
  readonly extensions: readonly [string, ...string[]];
}

/** OFD is the national format for fixed layout (GB/T 33190). */
export const kindFacts: Readonly<Record<FileKind, FileKindFacts>> = {
  pdf: { contentType: "application/pdf", extensions: ["pdf"] },
  jpeg: { contentType: "image/jpeg", extensions: ["jpg", "jpeg"] },
  png: { contentType: "image/png", extensions: ["png"] },
  docx: {
    contentType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  ofd: { contentType: "application/ofd", extensions: ["ofd"] },
  xlsx: {
    contentType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extensions: ["xlsx"],
  },
};

/** For the `accept` attribute of a file input: extensions and types, as phones know one or the other. */
const typesOf = (kinds: readonly FileKind[]): readonly string[] =>
  kinds.flatMap((kind) => [
    ...kindFacts[kind].extensions.map((extension) => `.${extension}`),
    kindFacts[kind].contentType,
  ]);
export const acceptedTypes = typesOf(citizenKinds);
export const acceptedReplyTypes = typesOf(replyKinds);

/** A verified file; its bytes never change, so its hash is its proof. */
export const fileSchema = v.object({
  id: v.string(),
  name: v.string(),
  kind: v.picklist(fileKinds),
  sizeBytes: v.number(),
  sha256: v.string(),
});
export type CaseFile = v.InferOutput<typeof fileSchema>;

/** A name can be no longer than this and still matter; only its end is looked at. */
const LONGEST_RAW = 2_000;
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const FORBIDDEN = /[<>:"/\\|?*%]+/g;
const DEVICE_NAME = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;
/** Something like an extension: letters and digits, at least one letter, so that "v1.2" keeps its 2. */
const EXTENSION = /\.(?=[^.]*[a-z])[a-z0-9]{1,8}$/i;

function baseOf(raw: string): string {
  const [name = ""] = raw.slice(-LONGEST_RAW).split(/[/\\]/).slice(-1);
  const visible = name.normalize("NFC").replace(UNSEEN, "").replace(FORBIDDEN, "_");
  return visible.replace(/\s+/g, " ").trim();
}

/** A name that can be shown, whatever the file is; "" when nothing of it can. */
export const shownFileName = (raw: string): string =>
  [...baseOf(raw)].slice(0, MOST_NAME_CHARACTERS).join("");

/**
 * A name that can be shown and saved anywhere: without its path, without characters that a file system or a terminal
 * takes for something else, at most 100 code points, with an extension of the kind that the content proved to be.
 */
export function safeFileName(raw: string, kind: FileKind): string {
  const { extensions } = kindFacts[kind];
  const base = baseOf(raw);
  const written = EXTENSION.exec(base)?.[0] ?? "";
  const extension = extensions.find((each) => `.${each}` === written.toLowerCase()) ?? extensions[0];
  const stem = base.slice(0, base.length - written.length).replace(/^[.\s]+|[.\s]+$/g, "");
  const room = MOST_NAME_CHARACTERS - extension.length - 2;
  const cut = [...stem]
    .slice(0, room)
    .join("")
    .replace(/[.\s]+$/, "");
  const safe = DEVICE_NAME.test(cut) ? `_${cut}` : cut;
  return `${/[^_]/.test(safe) ? safe : "file"}.${extension}`;
}
