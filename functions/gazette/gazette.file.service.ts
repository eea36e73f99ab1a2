/** The files of a draft, on the way in that all uploads take and behind the check that all outgoing files pass. */
import type { Attachments, DataFiles, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { replyKinds } from "../attachment/attachment.ts";
import type { Staff } from "../identity/identity.ts";
import { conflict, notFound, Problem } from "../kit/problem.ts";
import { neverPublicIn } from "../published/published.personal.ts";
import type { ReleaseChecks } from "../release/release.service.ts";
import { isRemovable } from "../release/release.ts";
import { edit } from "./gazette.change.ts";
import { keepsBack, MOST_GAZETTE_FILES } from "./gazette.file.ts";
import type { GazetteHead } from "./gazette.record.ts";
import type { Gazette } from "./gazette.service.ts";

export interface GazetteFileParts {
  readonly gazette: Pick<Gazette, "draftOf" | "commit" | "readForOffice" | "readVersion" | "headOf">;
  readonly attachments: Pick<Attachments & DataFiles, "offer" | "accept" | "link" | "remove" | "readData">;
  readonly release: () => Promise<ReleaseChecks>;
  readonly now: () => string;
}

export type GazetteFiles = ReturnType<typeof openGazetteFiles>;
export type GazetteFileError = UploadError | "file_personal" | "files.too_many";

const MOST_ROUNDS = 5;
const filesOf = ({ work }: GazetteHead): readonly CaseFile[] => work?.content.files ?? [];

export function openGazetteFiles({ gazette, attachments, release, now }: GazetteFileParts) {
  /** Of one person and one text, so that nobody can add what another has posted. */
  const ownerOf = (actor: Staff, id: string): string => `gazette ${id} ${actor.id}`;

  /** Whoever writes the text at the same moment loses nothing, nor does this. */
  async function change(
    actor: Staff,
    id: string,
    changed: (files: readonly CaseFile[]) => readonly CaseFile[],
  ): Promise<void> {
    for (let round = 1; ; round += 1) {
      const { head, work } = await gazette.draftOf(actor, id);
      const before = work.content.files ?? [];
      const files = changed(before);
      if (files === before) return;
      const by = { id: actor.id, name: actor.name };
      const after = edit(head, work, { content: { ...work.content, files }, at: now(), by });
      try {
        await gazette.commit(head, after, { actor, action: "edit" });
        return;
      } catch (error) {
        const isSlower = error instanceof Problem && error.code === "gazette_changed";
        if (!isSlower || round >= MOST_ROUNDS) throw error;
      }
    }
  }

  /** What is public, or was, is kept for ever; what only the draft has is forgotten with it. */
  async function forget(actor: Staff, id: string, files: readonly CaseFile[]): Promise<void> {
    const { live } = await gazette.headOf(id);
    const kept = live === undefined ? [] : await versionFiles(actor, id, live.n);
    await attachments.remove(
      files.filter((file) => kept.every((each) => each.id !== file.id)).map((file) => file.id),
    );
  }

  const versionFiles = async (actor: Staff, id: string, n: number): Promise<readonly CaseFile[]> =>
    (await gazette.readVersion(actor, id, n)).version.content.files ?? [];

  return {
    /** A form for one file of a draft. Throws 403 with a record, 404 and 409. */
    async offer(actor: Staff, id: string, redirectTo: (uploadId: string) => string): Promise<Offer> {
      await gazette.draftOf(actor, id);
      return attachments.offer(ownerOf(actor, id), redirectTo);
    },
    /** Adds what was posted, once; the code of what is wrong with it otherwise. */
    async add(actor: Staff, id: string, uploadId: string): Promise<GazetteFileError | undefined> {
      await gazette.draftOf(actor, id);
      const accepted = await attachments.accept(ownerOf(actor, id), uploadId, replyKinds);
      if (!accepted.ok) return accepted.code;
      const { file } = accepted;
      const { wordsOf } = await import("../attachment/attachment.words.ts");
      const bytes = await attachments.readData(file);
      if (neverPublicIn(await wordsOf(file.kind, bytes)) !== undefined) {
        await attachments.remove([file.id]);
        return "file_personal";
      }
      let full = false;
      await change(actor, id, (files) => {
        const known = files.some((each) => each.id === file.id);
        full = !known && files.length >= MOST_GAZETTE_FILES;
        return known || full ? files : [...files, file];
      });
      return full ? "files.too_many" : undefined;
    },
    /** Takes a file out of the draft. */
    async remove(actor: Staff, id: string, fileId: string): Promise<void> {
      const { head } = await gazette.draftOf(actor, id);
      const gone = filesOf(head).filter((file) => file.id === fileId);
      if (gone.length === 0) return;
      await change(actor, id, (files) => files.filter((file) => file.id !== fileId));
      await forget(actor, id, gone);
    },
    /** Puts a copy without what is hidden in a file's place. Throws 422 `files.not_cleaned` where none can be made. */
    async clean(actor: Staff, id: string, fileId: string): Promise<void> {
      const { head } = await gazette.draftOf(actor, id);
      const file = filesOf(head).find((each) => each.id === fileId);
      if (file === undefined) return;
      const made = await (await release()).clean(id, file);
      await change(actor, id, (files) => files.map((each) => (each.id === fileId ? made : each)));
      await forget(actor, id, [file]);
    },
    forget,
    /** What the release check says of the files of a draft; nothing is loaded where there are none. */
    async checksOf(head: GazetteHead) {
      const files = filesOf(head);
      if (files.length === 0) return { checks: [], scanner: undefined };
      const { check, scanner } = await release();
      const checks = files.map(async (file) => {
        const seen = await check(head.id, file);
        const removable = seen.findings.flatMap(({ code }) => (isRemovable(file, code) ? [code] : []));
        return { ...seen, removable };
      });
      return { checks: await Promise.all(checks), scanner };
    },
    /** A file of the draft, of what is public, or of version `n`, for who may look into that office. Throws 403, 404. */
    async linkFor(
      actor: Staff,
      { id, fileId, n }: { id: string; fileId: string; n?: number | undefined },
    ): Promise<string> {
      const { head, live } = await gazette.readForOffice(actor, id);
      const known = n === undefined ? (live?.state === "published" ? (live.content.files ?? []) : []) : [];
      const all = n === undefined ? [...filesOf(head), ...known] : await versionFiles(actor, id, n);
      const file = all.find((each) => each.id === fileId);
      if (file === undefined) throw notFound();
      return attachments.link(file);
    },
  };
}

/** The gate of handing in and publishing. Throws 409 `gazette_files` while something hidden is in one of the files. */
export const openFileGate =
  (release: () => Promise<Pick<ReleaseChecks, "check">>) =>
  async (id: string, files: readonly CaseFile[]): Promise<void> => {
    const { check } = await release();
    for (const file of files) {
      const { findings } = await check(id, file);
      if (findings.some(({ code }) => keepsBack(file, code))) throw conflict("gazette_files");
    }
  };
