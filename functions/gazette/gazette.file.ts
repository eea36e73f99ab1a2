/**
 * The files of a text (附件): added while it is a draft, looked at before anybody may read them, public as long as the
 * text is, and kept with each text that was published. Pure.
 */
import type { CaseFile } from "../attachment/attachment.ts";
import type { FindingCode } from "../release/release.ts";
import { isRemovable } from "../release/release.ts";

export const MOST_GAZETTE_FILES = 10;

/**
 * Whether what the release check found keeps a file from the public. Everything does that is not to be seen, and is
 * taken out here or where the file was made; but who made an OFD stands in it for good, because a seal signs all of it.
 */
export const keepsBack = (file: Pick<CaseFile, "kind">, code: FindingCode): boolean =>
  code !== "metadata" || isRemovable(file, code);
