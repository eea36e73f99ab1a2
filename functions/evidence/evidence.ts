/**
 * The evidence of a case, as a review body or a court asks for it within five working days (复议法 54): what is in it,
 * under which names, and the manifest that proves each file. Pure.
 */
import type { By } from "../identity/identity.ts";
import type { Instant } from "../kit/clock.ts";

/** What a file of a bundle is; also its folder, in this order. */
export const evidenceParts = ["application", "events", "reply", "letters", "record"] as const;
export type EvidencePart = (typeof evidenceParts)[number];

export const partFolders: Readonly<Record<EvidencePart, string>> = {
  application: "1-申请",
  events: "2-办理过程",
  reply: "3-答复附件",
  letters: "4-公文",
  record: "5-操作记录",
};

export interface EvidenceFile {
  readonly path: string;
  readonly part: EvidencePart;
  readonly sizeBytes: number;
  /** SHA-256 in hex. */
  readonly sha256: string;
  /** The hash that was on record when the file came in or went out; it must be the same. */
  readonly recordedSha256?: string | undefined;
}

export interface Manifest {
  readonly schema: 1;
  readonly reference: string;
  readonly title: string;
  readonly unit: string;
  readonly createdAt: Instant;
  readonly createdBy: By;
  readonly chain: {
    readonly ok: boolean;
    readonly events: number;
    readonly chained: number;
    /** The hash that the events end in. */
    readonly head: string | null;
    readonly fault?: string;
  };
  readonly files: readonly EvidenceFile[];
  /** SHA-256 of the page at its front. */
  readonly frontSha256: string;
  /** SHA-256 over all of the above. */
  readonly seal: string;
}

/** What the page at the front is made from: the manifest before that page is in it. */
export type Contents = Omit<Manifest, "frontSha256" | "seal">;

/** Files that are not what was on record. */
export const changedFiles = ({ files }: Pick<Manifest, "files">): readonly EvidenceFile[] =>
  files.filter(({ sha256, recordedSha256 }) => recordedSha256 !== undefined && recordedSha256 !== sha256);

/** Numbered, so that two files of one name stay two. */
export const pathOf = (part: EvidencePart, place: number, name: string): string =>
  `${partFolders[part]}/${String(place).padStart(2, "0")}-${name}`;
