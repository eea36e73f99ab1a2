/**
 * Files that go along with an answer for everybody. They are out of those that went out with the answer behind the
 * release check, chosen by who writes, ticked by who publishes, and looked at again: what the applicant may have with a
 * finding that a reviewer has accepted, everybody may not.
 */
import type { Attachments, DataFiles } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import type { OfficeView } from "../disclosure/disclosure.service.ts";
import type { FieldError } from "../kit/problem.ts";
import { invalid, notFound, Problem } from "../kit/problem.ts";
import type { ReleaseChecks } from "../release/release.service.ts";
import { isRemovable } from "../release/release.ts";
import { knownOf, personalIn } from "./published.personal.ts";
import type { PublicAnswer, WithdrawnAnswer } from "./published.ts";

export interface PublishedFileParts {
  readonly attachments: Pick<Attachments & DataFiles, "link" | "readData">;
  readonly release: () => Promise<Pick<ReleaseChecks, "check">>;
}
export type PublishedFiles = ReturnType<typeof openPublishedFiles>;

/** The field of a file in a form. */
const fieldOf = ({ id }: CaseFile): string => `file-${id}`;

export function openPublishedFiles({ attachments, release }: PublishedFileParts) {
  /** Throws 422 for each file with `files.hidden` while something that is not to be seen is in it. */
  async function demandClean(reference: string, files: readonly CaseFile[]): Promise<void> {
    if (files.length === 0) return;
    const { check } = await release();
    const errors: FieldError[] = [];
    for (const file of files) {
      const { findings } = await check(reference, file);
      // Who made an OFD stands in it for good, because a seal signs all of it.
      if (findings.some(({ code }) => code !== "metadata" || isRemovable(file, code)))
        errors.push({ field: fieldOf(file), code: "files.hidden" });
    }
    if (errors.length > 0) throw invalid(errors);
  }

  /**
   * Those of the answer's files that were chosen. Throws 422 for what did not go out with the answer, and for each file
   * in which something is hidden or that tells who asked.
   */
  async function chosen(record: OfficeView, ids: readonly string[]): Promise<readonly CaseFile[]> {
    const sent = record.head.answer?.files ?? [];
    if (ids.some((id) => sent.every((file) => file.id !== id)))
      throw invalid([{ field: "files", code: "files.not_sent" }]);
    const files = sent.filter(({ id }) => ids.includes(id));
    await demandClean(record.head.reference, files);
    const errors: FieldError[] = [];
    for (const file of files)
      if (await tellsWho(file, record)) errors.push({ field: fieldOf(file), code: "files.personal" });
    if (errors.length > 0) throw invalid(errors);
    return files;
  }

  async function tellsWho(file: CaseFile, { application }: OfficeView): Promise<boolean> {
    const { wordsOf } = await import("../attachment/attachment.words.ts");
    const known = knownOf(application);
    const words = await wordsOf(file.kind, await attachments.readData(file));
    return [file.name, words].some((text) => personalIn(text, known).length > 0);
  }

  return {
    chosen,
    demandClean,
    /** A link for everybody, good for a minute. Throws 404, and 410 once the answer is taken back. */
    async linkOf(answer: PublicAnswer | WithdrawnAnswer | undefined, fileId: string): Promise<string> {
      if (answer === undefined) throw notFound("published_not_found");
      if (answer.state === "withdrawn") throw new Problem(410, "published_withdrawn");
      const file = answer.files.find(({ id }) => id === fileId);
      if (file === undefined) throw notFound("file_not_found");
      return attachments.link(file);
    },
  };
}
