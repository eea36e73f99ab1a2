/** What can be done with a draft: start, save page by page, add files, hand in, start again, clear away. */
import type { Attachments, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { MOST_FILES } from "../attachment/attachment.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Clock } from "../kit/clock.ts";
import type { FormValues } from "../kit/form.ts";
import { check } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { Problem } from "../kit/problem.ts";
import type { DraftStore } from "./disclosure.draft.store.ts";
import { draftExpired } from "./disclosure.draft.store.ts";
import type { Draft } from "./disclosure.draft.ts";
import { valuesOf } from "./disclosure.draft.ts";
import type {
  Application,
  ApplicationContext,
  ApplicationPageId,
  ApplicationValues,
  PageSchema,
} from "./disclosure.ts";
import { validateApplication } from "./disclosure.ts";

/** What a draft is to become: the check of all its pages. */
export type DraftCheck<Filled, Page extends string> = (
  values: ApplicationValues,
  context: ApplicationContext,
) =>
  | { readonly ok: true; readonly value: Filled }
  | { readonly ok: false; readonly errors: readonly { readonly page: Page }[] };

/** A page of a draft: what it asks, and what its answers must fulfil. */
export interface DraftPage {
  readonly id: string;
  readonly fields: readonly string[];
  schema(values: ApplicationValues, context: ApplicationContext): PageSchema;
}

export interface DraftOptions<Filled, Page extends string> {
  readonly store: DraftStore;
  readonly attachments: Attachments;
  readonly clock: Clock;
  readonly random: Random;
  /** Codes of the units that can be addressed. */
  readonly units: readonly string[];
  readonly validate: DraftCheck<Filled, Page>;
}

/** What an upload came to, shown once on the page of the files. */
export type UploadNotice = UploadError | "received" | "removed" | "too_many_files";
export const isRefusal = (notice: string): boolean => notice !== "received" && notice !== "removed";

export type HandedIn<Filled, Page extends string> =
  | { readonly ok: true; readonly application: Filled; readonly files: readonly CaseFile[] }
  | { readonly ok: false; readonly page: Page };

/** Drafts of disclosure requests. */
export type Drafts = ReturnType<typeof openDrafts>;

export const openDrafts = (
  options: Omit<DraftOptions<Application, ApplicationPageId>, "validate">,
): ReturnType<typeof openDraftsOf<Application, ApplicationPageId>> =>
  openDraftsOf({ ...options, validate: validateApplication });

/** Drafts of any form whose pages ask one thing each. */
export function openDraftsOf<Filled, Page extends string>({
  store,
  attachments,
  clock,
  random,
  units,
  validate,
}: DraftOptions<Filled, Page>) {
  const moment = (id: string) => ({ id, now: clock() });
  const context = (): ApplicationContext => ({ today: dayOf(clock()), units });

  async function demand(id: string): Promise<Draft> {
    const draft = await store.read(moment(id));
    if (draft === undefined) throw draftExpired();
    return draft;
  }

  /** A sixth file is told so before it is looked at; what slips past that is refused by the store. */
  async function receive(id: string, uploadId: string): Promise<UploadNotice> {
    const draft = await demand(id);
    const known = draft.files.some((file) => uploadId.startsWith(`${file.id}.`));
    if (draft.files.length >= MOST_FILES && !known) return "too_many_files";
    const accepted = await attachments.accept(id, uploadId);
    if (!accepted.ok) return accepted.code;
    try {
      await store.addFile(moment(id), accepted.file, "received");
      return "received";
    } catch (error) {
      // A file that the draft had before may by now be part of the case that came of it.
      if (!known) await attachments.remove([accepted.file.id]);
      if (error instanceof Problem && error.code === "too_many_files") return "too_many_files";
      throw error;
    }
  }

  return {
    context,
    /** Gives the id of a new draft: 128 random bits that open it, so it belongs in a cookie and nowhere else. */
    async start(): Promise<string> {
      const id = randomId(random);
      await store.create(moment(id));
      return id;
    },
    read: (id: string) => store.read(moment(id)),
    /** The draft, or 410 `draft_expired`. */
    demand,
    /** Checks what a page's form sent and saves it; the errors are the page's own, nothing else is touched. */
    async save(id: string, page: DraftPage, sent: FormValues): Promise<FieldErrors> {
      const draft = await demand(id);
      const own = Object.fromEntries(page.fields.map((field) => [field, sent[field] ?? ""]));
      const checked = check(page.schema({ ...valuesOf(draft), ...own }, context()), own);
      if (!checked.ok) return checked.errors;
      await store.savePage(moment(id), page.id, checked.value);
      return [];
    },
    offerUpload: (id: string, redirectTo: (uploadId: string) => string): Promise<Offer> =>
      attachments.offer(id, redirectTo),
    /** Makes an upload a file of the draft, or keeps the reason why not, to be shown on the next page. */
    async receiveUpload(id: string, uploadId: string): Promise<void> {
      const notice = await receive(id, uploadId);
      if (isRefusal(notice)) await store.setNotice(moment(id), notice);
    },
    async removeFile(id: string, fileId: string): Promise<void> {
      const draft = await demand(id);
      if (!draft.files.some((file) => file.id === fileId)) return;
      const { owned } = await store.removeFile(moment(id), fileId);
      if (owned) await attachments.remove([fileId]);
      await store.setNotice(moment(id), "removed");
    },
    /** Takes the notice off a draft that was just read. */
    async noticeShown(id: string, draft: Draft): Promise<void> {
      if (draft.notice !== undefined) await store.clearNotice(moment(id));
    },
    /** The draft as an application, or the page that still lacks something. Raises 410 when it is not there. */
    async handIn(id: string): Promise<HandedIn<Filled, Page>> {
      const seen = validate(valuesOf(await demand(id)), context());
      if (!seen.ok) return { ok: false, page: firstOf(seen.errors) };
      const draft = await store.handIn(moment(id));
      const checked = validate(valuesOf(draft), context());
      if (checked.ok) return { ok: true, application: checked.value, files: draft.files };
      return { ok: false, page: firstOf(checked.errors) };
    },
    /** Deletes a draft; files that became a case's stay. */
    async discard(id: string): Promise<void> {
      await attachments.remove(await store.discard(id));
    },
    /** Removes drafts whose day is over and their files; gives how many. The files go first, so none is forgotten. */
    async sweep(): Promise<number> {
      const expired = await store.findExpired(clock());
      for (const { key, fileIds } of expired) {
        await attachments.remove(fileIds);
        await store.removeExpired(key);
      }
      return expired.length;
    },
  };
}

function firstOf<Page extends string>(errors: readonly { readonly page: Page }[]): Page {
  const [first] = errors;
  if (first === undefined) throw new Error("what is not complete lacks something");
  return first.page;
}
