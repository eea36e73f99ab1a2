/**
 * The check of a file before it leaves: what in it is not to be seen and yet can be found. What was found is told to the
 * office before the answer goes out; each finding is taken out of a copy, or accepted by the reviewer with a reason. Pure.
 */
import * as v from "valibot";
import type { CaseFile } from "../attachment/attachment.ts";

/** What can be wrong with an outgoing file; each has its sentence in the copy. */
export const findingCodes = [
  /** A virus or the like; nothing can let it out. */
  "infected",
  /** The scanner that is configured did not answer, so nobody knows. */
  "not_scanned",
  /** Encrypted, broken or too large to be looked into. */
  "not_examined",
  /** An ID number, phone or e-mail address in the file's name. */
  "name_personal",
  "metadata",
  "comments",
  "tracked_changes",
  "hidden_text",
  "hidden_sheets",
  "hidden_rows",
  "pivot_cache",
  "embedded",
  "external",
  "attachments",
  "annotations",
  "scripts",
  "covered_text",
  "invisible_text",
  "earlier_versions",
] as const;
export type FindingCode = (typeof findingCodes)[number];

/** `where`: pages or names of parts, never what stands there. */
export const findingSchema = v.object({
  code: v.picklist(findingCodes),
  count: v.number(),
  where: v.optional(v.string()),
});
export type Finding = v.InferOutput<typeof findingSchema>;

export const fileCheckSchema = v.object({
  file: v.string(),
  /** Which scanner looked for malware; absent where none is configured. */
  scanner: v.optional(v.string()),
  findings: v.array(findingSchema),
});
/** What the check of one file came to. */
export type FileCheck = v.InferOutput<typeof fileCheckSchema>;

const officeRemovable: readonly FindingCode[] = [
  "metadata",
  "comments",
  "tracked_changes",
  "hidden_text",
  "external",
];
/** What a cleaned copy of each kind of file is without; the rest has to be taken out where the file was made. */
const removable: Readonly<Record<CaseFile["kind"], readonly FindingCode[]>> = {
  docx: officeRemovable,
  xlsx: ["metadata", "comments", "pivot_cache"],
  pdf: ["metadata", "attachments", "annotations", "scripts", "covered_text", "earlier_versions"],
  jpeg: ["metadata"],
  png: ["metadata"],
  // A seal signs every byte of an OFD, so a cleaned copy would be one without its seal.
  ofd: [],
};

export const isRemovable = ({ kind }: Pick<CaseFile, "kind">, code: FindingCode): boolean =>
  code === "name_personal" || removable[kind].includes(code);

/** Nothing can let it out. */
export const isFatal = (code: FindingCode): boolean => code === "infected";

const PERSONAL_IN_NAME = [
  // 居民身份证, 18 or 15 digits.
  /(?<!\d)[1-9]\d{5}(?:(?:19|20)\d{2})(?:0[1-9]|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?!\d)/g,
  /(?<!\d)1[3-9]\d{9}(?!\d)/g,
  /[\w.+-]+@[\w-]+\.[\w.]+[a-z]/gi,
];

/** What of a file's name tells of a person. */
export const nameFindings = (name: string): readonly Finding[] => {
  const count = PERSONAL_IN_NAME.reduce((sum, pattern) => sum + (name.match(pattern) ?? []).length, 0);
  return count === 0 ? [] : [{ code: "name_personal", count }];
};

/** The name without it. The extension stays. */
export const cleanedName = (name: string): string =>
  PERSONAL_IN_NAME.reduce((cleaned, pattern) => cleaned.replace(pattern, "＊＊＊"), name);

/** One finding for each code, its places put together. */
export function gathered(findings: readonly Finding[]): Finding[] {
  const found = findingCodes.map((code) => ({ code, all: findings.filter((each) => each.code === code) }));
  return found.flatMap(({ code, all }) => {
    if (all.length === 0) return [];
    const where = [...new Set(all.flatMap((each) => each.where ?? []))].join("、").slice(0, LONGEST_WHERE);
    const count = all.reduce((sum, each) => sum + each.count, 0);
    return [{ code, count, ...(where === "" ? {} : { where }) }];
  });
}

const LONGEST_WHERE = 120;

/** "1、3–5": pages as a reader writes them. */
export function pageList(pages: readonly number[]): string {
  const runs: [number, number][] = [];
  for (const page of [...new Set(pages)].sort((one, other) => one - other)) {
    const last = runs.at(-1);
    if (last !== undefined && page === last[1] + 1) last[1] = page;
    else runs.push([page, page]);
  }
  return runs.map(([from, through]) => (from === through ? `${from}` : `${from}–${through}`)).join("、");
}
