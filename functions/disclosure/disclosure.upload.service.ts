/** How a file joins a request that was handed in already, as an API client does it: form by form, file by file. */
import type { Attachments, Offer } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { citizenKinds, replyKinds } from "../attachment/attachment.ts";
import { actionsFor } from "../case/flow.ts";
import type { Applicant, Staff } from "../identity/identity.ts";
import { busy, conflict, Problem } from "../kit/problem.ts";
import type { DisclosureHead } from "./disclosure.case.ts";
import { mostFilesOf, standingOf } from "./disclosure.case.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface UploadOptions {
  readonly disclosure: Pick<Disclosure, "act" | "readForApplicant">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
}

/** What a kind of case says of its files. */
export interface FilesOf<Head extends { readonly attachments: readonly CaseFile[] }> {
  readonly attachments: UploadOptions["attachments"];
  act(command: {
    readonly reference: string;
    readonly action: "attach" | "add_scan";
    readonly data: { readonly file: CaseFile };
    readonly actor: Applicant | Staff;
    readonly commandId: string;
  }): Promise<unknown>;
  headOf(actor: Applicant): Promise<Head>;
  /** Whether its applicant may add one now. */
  isOpen(head: Head, actor: Applicant): boolean;
  mostFiles(head: Head): number;
}

/** All files of a request may arrive at once: each then finds the case changed by the others, so many times at most. */
const MOST_ROUNDS = 12;

/** Files of the applicant and files of the office's reply belong to different owners, and neither can pass for both. */
const ownerOf = (reference: string) => `case:${reference}`;
const scanOwnerOf = (reference: string) => `scan:${reference}`;
const replyOwnerOf = (reference: string) => `reply:${reference}`;

export const openCaseUploads = ({ disclosure, attachments }: UploadOptions) =>
  openUploadsOf<DisclosureHead>({
    attachments,
    act: disclosure.act,
    headOf: async (actor) => (await disclosure.readForApplicant(actor.reference, actor)).head,
    isOpen: (head, actor) => actionsFor(disclosureFlow, standingOf(head), actor).includes("attach"),
    mostFiles: mostFilesOf,
  });

export function openUploadsOf<Head extends { readonly attachments: readonly CaseFile[] }>({
  attachments,
  act,
  headOf,
  isOpen,
  mostFiles,
}: FilesOf<Head>) {
  /** Raises 422 for what is no acceptable file. */
  async function accepted(owner: string, uploadId: string, kinds = citizenKinds): Promise<CaseFile> {
    const result = await attachments.accept(owner, uploadId, kinds);
    if (!result.ok) throw new Problem(422, result.code);
    return result.file;
  }

  function demandRoom(head: Head, actor: Applicant): void {
    if (!isOpen(head, actor)) throw conflict("out_of_turn");
    if (head.attachments.length >= mostFiles(head)) throw conflict("too_many_files");
  }

  async function join(file: CaseFile, actor: Applicant): Promise<CaseFile> {
    const { reference } = actor;
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      try {
        await act({ reference, action: "attach", data: { file }, actor, commandId: file.id });
        return file;
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 409) throw error;
        const known = (await headOf(actor)).attachments.find((each) => each.id === file.id);
        if (known !== undefined) return known;
        if (error.code === "case_changed") continue;
        // The case went on, or is full: nobody holds this file.
        await attachments.remove([file.id]);
        throw error;
      }
    }
    throw busy();
  }

  return {
    /** Forms for the files that were declared with a request; asked again, the same uploads with fresh forms. */
    offers: (reference: string, count: number): Promise<readonly Offer[]> =>
      Promise.all(
        Array.from({ length: count }, (_, place) =>
          attachments.offer(ownerOf(reference), undefined, String(place)),
        ),
      ),
    /**
     * Verifies what was posted and makes it an attachment; again gives the same file. Raises 422 for what is no
     * acceptable file, 409 `out_of_turn` once the office has confirmed receipt, 409 `too_many_files`.
     */
    async attach(actor: Applicant, uploadId: string): Promise<CaseFile> {
      const head = await headOf(actor);
      const id = uploadId.slice(0, Math.max(0, uploadId.indexOf(".")));
      const known = head.attachments.find((each) => each.id === id);
      if (known !== undefined) return known;
      demandRoom(head, actor);
      return join(await accepted(ownerOf(actor.reference), uploadId), actor);
    },
    /** A form for one more file of the applicant. Raises 409 when none is taken now. */
    async offerMore(actor: Applicant): Promise<Offer> {
      demandRoom(await headOf(actor), actor);
      return attachments.offer(ownerOf(actor.reference));
    },
    /** A form whose browser is led to an address of ours afterwards. */
    offer: (reference: string, redirectTo: (uploadId: string) => string): Promise<Offer> =>
      attachments.offer(ownerOf(reference), redirectTo),
    offerScan: (reference: string, redirectTo?: (uploadId: string) => string): Promise<Offer> =>
      attachments.offer(scanOwnerOf(reference), redirectTo),
    /** Makes what was posted a scan of the case; again adds nothing. Raises 422 for the file, 409 for the case. */
    async scan(reference: string, uploadId: string, actor: Staff): Promise<CaseFile> {
      const file = await accepted(scanOwnerOf(reference), uploadId);
      for (let round = 1; ; round += 1) {
        try {
          await act({ reference, action: "add_scan", data: { file }, actor, commandId: file.id });
          return file;
        } catch (error) {
          const changed = error instanceof Problem && error.code === "case_changed";
          if (!changed || round >= MOST_ROUNDS) throw error;
        }
      }
    },
    offerReplyFile: (reference: string): Promise<Offer> => attachments.offer(replyOwnerOf(reference)),
    /** The verified files of a reply, in the order of their uploads; the first that fails raises 422. */
    async replyFiles(reference: string, uploadIds: readonly string[]): Promise<readonly CaseFile[]> {
      const files: CaseFile[] = [];
      for (const uploadId of uploadIds)
        files.push(await accepted(replyOwnerOf(reference), uploadId, replyKinds));
      return files;
    },
  };
}

export type CaseUploads = ReturnType<typeof openCaseUploads>;
