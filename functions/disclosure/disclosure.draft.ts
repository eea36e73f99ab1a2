/**
 * A draft of a disclosure request: the answers of each page in their normal form, and the files that were verified.
 * It lives for a day after the last save and is no case yet; nothing of the office sees it.
 */
import { wayOf } from "../apply/apply.way.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import type { ApplicationValues } from "./disclosure.ts";
import { pagesFor, validateApplication } from "./disclosure.ts";

export interface Draft {
  /** By the id of the page that asked. */
  readonly pages: Readonly<Record<string, ApplicationValues>>;
  /** In the order in which they came. */
  readonly files: readonly CaseFile[];
  /** What the last upload came to, a code, shown once. */
  readonly notice?: string | undefined;
}

export const DRAFT_SECONDS = 24 * 3600;

/** The answers as one form; no two pages ask for the same field. What no longer applies is left out later. */
export const valuesOf = (draft: Pick<Draft, "pages">): ApplicationValues =>
  Object.assign({}, ...Object.values(draft.pages));

/** The way through the form of a request. */
export const disclosureWay = wayOf({ files: "attachments", pagesFor, validate: validateApplication });
