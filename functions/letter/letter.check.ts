/**
 * Whether a Word file may become a template: no larger than a letter, nothing in it that would load or run something,
 * its placeholders known, those that make it the letter it is there, and it can be filled and read.
 */
import { readZip } from "../attachment/attachment.zip.ts";
import type { LetterData } from "./letter.data.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { requiredTagsOf, tagsOf } from "./letter.kind.ts";
import { merge, TemplateError, tagsIn } from "./letter.merge.ts";
import { readLetter } from "./letter.reading.ts";

export const MAX_TEMPLATE_BYTES = 1024 * 1024;
const MAX_UNPACKED_BYTES = 20 * 1024 * 1024;

export const templateProblems = [
  "template.too_large",
  "template.damaged",
  "template.active",
  "template.syntax",
  "template.unknown",
  "template.missing",
] as const;
export interface TemplateProblem {
  readonly code: (typeof templateProblems)[number];
  /** Names in braces that it is about. */
  readonly tags: readonly string[];
}

/** Parts that hold programs or other files, which a letter has no use for. */
const ACTIVE_PART = /(?:^|\/)(?:vbaProject|activeX|embeddings|oleObject|attachedToolbars)/i;
const RELATIONS = /\.rels$/;
/** Whatever is fetched from elsewhere when the letter is opened: a remote template, picture or frame. */
const EXTERNAL = /<Relationship\b[^>]*\bTargetMode\s*=\s*["']External["'][^>]*>/gi;
const HYPERLINK = /\bType\s*=\s*["'][^"']*\/hyperlink["']/i;

const problem = (code: TemplateProblem["code"], tags: readonly string[] = []): TemplateProblem => ({
  code,
  tags,
});

/** What is wrong with a file as the template of a letter; undefined when nothing is. `sample`: to fill it with. */
export async function checkTemplate(
  bytes: Uint8Array,
  letter: LetterDefinition,
  sample: LetterData,
): Promise<TemplateProblem | undefined> {
  if (bytes.length > MAX_TEMPLATE_BYTES) return problem("template.too_large");
  const entries = readZip(bytes);
  if (entries === undefined) return problem("template.damaged");
  const unpacked = entries.reduce((sum, { uncompressedBytes }) => sum + uncompressedBytes, 0);
  if (unpacked > MAX_UNPACKED_BYTES) return problem("template.too_large");
  if (entries.some(({ name }) => ACTIVE_PART.test(name)) || (await loadsFromElsewhere(bytes)))
    return problem("template.active");
  return checkTags(bytes, letter, sample);
}

async function loadsFromElsewhere(bytes: Uint8Array): Promise<boolean> {
  const { unzipSync, strFromU8 } = await import("fflate");
  const relations = unzipSync(bytes, { filter: ({ name }) => RELATIONS.test(name) });
  return Object.values(relations).some((part) =>
    [...strFromU8(part).matchAll(EXTERNAL)].some(([relation]) => !HYPERLINK.test(relation)),
  );
}

async function checkTags(
  bytes: Uint8Array,
  letter: LetterDefinition,
  sample: LetterData,
): Promise<TemplateProblem | undefined> {
  try {
    const tags = await tagsIn(bytes);
    const known = tagsOf(letter);
    const unknown = tags.filter((tag) => !known.includes(tag));
    if (unknown.length > 0) return problem("template.unknown", unknown);
    const missing = requiredTagsOf(letter).filter((tag) => !tags.includes(tag));
    if (missing.length > 0) return problem("template.missing", missing);
    await readLetter(await merge(bytes, sample));
    return undefined;
  } catch (error) {
    if (!(error instanceof TemplateError)) return problem("template.damaged");
    const [fault] = error.faults;
    return problem(
      fault?.code === "damaged" ? "template.damaged" : "template.syntax",
      error.faults.flatMap(({ tag }) => tag ?? []),
    );
  }
}
