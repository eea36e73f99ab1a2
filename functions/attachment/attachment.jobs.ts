/** What happens to files by the stream. The clock sweeps expired drafts first; this catches what it missed. */
import type { Change } from "../kit/table.stream.ts";

/**
 * Removes the files of a draft that the engine let expire. A draft that was handed in has no `work` any more: its
 * files belong to a case.
 */
export async function removeExpiredFiles(
  attachments: { remove(fileIds: readonly string[]): Promise<void> },
  { expired, before }: Change,
): Promise<void> {
  if (!expired || !before?.pk.startsWith("DRAFT#") || before.work !== "draft") return;
  const fileIds = Object.keys((before.files as object | undefined) ?? {});
  if (fileIds.length > 0) await attachments.remove(fileIds);
}
