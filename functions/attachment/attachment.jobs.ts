/** What happens to files by the stream. The clock sweeps expired drafts first; this catches what it missed. */

import type { Change } from "../kit/table.stream.ts";
import type { StoredItem } from "../kit/table.ts";

/**
 * Removes the files of what the engine let expire: of a draft, unless it was handed in and has no `work` any more,
 * because its files belong to a case then; and the file of an import.
 */
export async function removeExpiredFiles(
  attachments: { remove(fileIds: readonly string[]): Promise<void> },
  { expired, before }: Change,
): Promise<void> {
  if (!expired || before === undefined) return;
  const fileIds = filesOf(before);
  if (fileIds.length > 0) await attachments.remove(fileIds);
}

function filesOf(item: StoredItem): readonly string[] {
  if (item.pk.startsWith("DRAFT#") && item.work === "draft")
    return Object.keys((item.files as object | undefined) ?? {});
  return /^(?:GUIDE|OLD)IMPORT#/.test(item.pk) && typeof item.fileId === "string" ? [item.fileId] : [];
}
