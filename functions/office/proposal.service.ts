/** Writing an answer over several sittings: text and files are kept until they are proposed. */
import type { Attachments, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { replyKinds } from "../attachment/attachment.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { itemsOf, markErrors } from "../disclosure/disclosure.review.ts";
import type { Disclosure, OfficeView } from "../disclosure/disclosure.service.ts";
import type { Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict, forbidden, invalid } from "../kit/problem.ts";
import type { ReleaseChecks } from "../release/release.service.ts";
import { isRemovable } from "../release/release.ts";
import type { FormStamp } from "./case.form.ts";
import type { ProposalStore } from "./proposal.store.ts";
import type { ProposalDraft, ProposalText } from "./proposal.ts";
import { LONGEST_KEPT_REPLY, MOST_REPLY_FILES, NO_TEXT, proposalErrors, proposedOf } from "./proposal.ts";

export interface ProposalOptions {
  readonly disclosure: Pick<Disclosure, "readForOffice" | "demand" | "sameApplicant" | "act">;
  readonly attachments: Pick<Attachments, "offer" | "accept">;
  readonly store: ProposalStore;
  readonly clock: Clock;
  /** What looks at outgoing files is loaded with the first of them. */
  readonly release: () => Promise<ReleaseChecks>;
}

export type Proposals = ReturnType<typeof openProposals>;

const EMPTY: ProposalDraft = { ...NO_TEXT, files: [] };

const draftFrom = ({
  outcome,
  reply,
  files,
  objection = "",
  earlier = "",
  pointer = "",
}: NonNullable<DisclosureHead["proposal"]>): ProposalDraft => ({
  outcome,
  reply,
  files,
  objection,
  earlier,
  pointer,
});

export function openProposals({ disclosure, attachments, store, clock, release }: ProposalOptions) {
  const ownerOf = (reference: string, staff: Staff) => ({ reference, staffId: staff.id, at: clock() });
  /** Uploads belong to one person and one case, so nobody can accept what another has posted. */
  const uploadOwner = (reference: string, staff: Staff) => `reply ${reference} ${staff.id}`;

  /** The case for somebody who may propose. Throws 403 for everybody else, and that is on record. */
  async function look(reference: string, staff: Staff): Promise<OfficeView> {
    const record = await disclosure.readForOffice(reference, staff);
    await disclosure.demand(staff, "case.propose", record.head);
    return record;
  }

  /** The case for its handler, while it is theirs to answer. Throws 403 for everybody else, 409 when it is not. */
  async function open(reference: string, staff: Staff): Promise<OfficeView> {
    const record = await look(reference, staff);
    if (record.actions.includes("propose")) return record;
    throw record.head.state === "handling" ? forbidden("not_assignee") : conflict("out_of_turn");
  }

  /** Where the next answer starts: from the own one that was sent back, else from nothing. */
  const beginning = ({ proposal }: DisclosureHead, staff: Staff): ProposalDraft =>
    proposal?.by.id === staff.id ? draftFrom(proposal) : EMPTY;

  /** What was written so far. */
  async function draftOf(head: DisclosureHead, staff: Staff): Promise<ProposalDraft> {
    const { outcome, reply, objection, earlier, pointer, files } =
      (await store.read(ownerOf(head.reference, staff))) ?? beginning(head, staff);
    return { outcome, reply, objection, earlier, pointer, files };
  }

  /** Makes the beginning a draft, so that changing one part of it keeps the others. */
  async function begin(head: DisclosureHead, staff: Staff): Promise<void> {
    const owner = ownerOf(head.reference, staff);
    if ((await store.read(owner)) !== undefined) return;
    const { files, ...text } = beginning(head, staff);
    await store.saveText(owner, text);
    await store.changeFiles(owner, () => files);
  }

  async function save(head: DisclosureHead, staff: Staff, text: ProposalText): Promise<void> {
    if (text.reply.length > LONGEST_KEPT_REPLY) throw invalid([{ field: "reply", code: "reply.too_long" }]);
    await begin(head, staff);
    await store.saveText(ownerOf(head.reference, staff), text);
  }

  const offer = (reference: string, staff: Staff, redirectTo: (uploadId: string) => string): Promise<Offer> =>
    attachments.offer(uploadOwner(reference, staff), redirectTo);

  /** Verifies what was posted and adds it; asking again adds nothing twice. Gives the code of what is wrong. */
  async function addFile(
    head: DisclosureHead,
    staff: Staff,
    uploadId: string,
  ): Promise<UploadError | "files.too_many" | undefined> {
    const { reference } = head;
    const accepted = await attachments.accept(uploadOwner(reference, staff), uploadId, replyKinds);
    if (!accepted.ok) return accepted.code;
    await begin(head, staff);
    let full = false;
    await store.changeFiles(ownerOf(reference, staff), (files) => {
      const known = files.some((file) => file.id === accepted.file.id);
      full = !known && files.length >= MOST_REPLY_FILES;
      return known || full ? files : [...files, accepted.file];
    });
    return full ? "files.too_many" : undefined;
  }

  /** What the release check says of each file, and whether anybody looks for malware; nothing is loaded without a file. */
  async function checksOf({ reference }: DisclosureHead, files: readonly CaseFile[]) {
    if (files.length === 0) return { checks: [], scanner: undefined };
    const { check, scanner } = await release();
    const checks = files.map(async (file) => {
      const seen = await check(reference, file);
      const removable = seen.findings.flatMap(({ code }) => (isRemovable(file, code) ? [code] : []));
      return { ...seen, removable };
    });
    return { checks: await Promise.all(checks), scanner };
  }

  /** Puts a cleaned copy in a file's place. Throws 422 `files.not_cleaned` where none can be made. */
  async function cleanFile(head: DisclosureHead, staff: Staff, fileId: string): Promise<void> {
    const { reference } = head;
    const file = (await draftOf(head, staff)).files.find(({ id }) => id === fileId);
    if (file === undefined) return;
    const made = await (await release()).clean(reference, file);
    await begin(head, staff);
    await store.changeFiles(ownerOf(reference, staff), (files) =>
      files.map((each) => (each.id === fileId ? made : each)),
    );
  }

  const removeFile = (reference: string, staff: Staff, fileId: string): Promise<void> =>
    store.changeFiles(ownerOf(reference, staff), (files) => files.filter((file) => file.id !== fileId));

  /**
   * Keeps what is written and proposes it. Throws 422 with the fields that are wrong, and what `act` raises. A form
   * that is sent twice reaches `act` both times, which knows the second by its id.
   */
  async function submit(
    { text, tick, marks }: { text: ProposalText; tick: boolean; marks: readonly string[] },
    { reference, staff, stamp }: { reference: string; staff: Staff; stamp: FormStamp },
  ): Promise<void> {
    const { head, actions } = await look(reference, staff);
    const draft = { ...(await draftOf(head, staff)), ...text };
    if (actions.includes("propose")) {
      await save(head, staff, text);
      const errors = [...proposalErrors(draft, tick), ...markErrors(itemsOf(draft), marks)];
      if (errors.length > 0) throw invalid(errors);
    }
    await disclosure.act({
      reference,
      action: "propose",
      data: { ...proposedOf(text), files: [...draft.files], marks: [...marks] },
      actor: staff,
      commandId: stamp.commandId,
      expectedVersion: stamp.version,
    });
    await store.clear(ownerOf(reference, staff));
  }

  /** What the same applicant has had answered: a request can only repeat one of these. */
  const earlierAnswers = async ({ reference }: DisclosureHead, staff: Staff) =>
    (await disclosure.sameApplicant(reference, staff)).filter(
      ({ reference: other, answeredOn }) => other !== reference && answeredOn !== undefined,
    );

  const hasDraft = async (reference: string, staff: Staff): Promise<boolean> =>
    (await store.read(ownerOf(reference, staff))) !== undefined;

  return {
    ...{ look, open, draftOf, save, submit, hasDraft, earlierAnswers },
    ...{ offer, addFile, removeFile, checksOf, cleanFile },
  };
}
