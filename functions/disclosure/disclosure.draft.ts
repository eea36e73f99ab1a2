/**
 * A draft of a disclosure request: the answers of each page in their normal form, and the files that were verified.
 * It lives for a day after the last save and is no case yet; nothing of the office sees it.
 */
import type { CaseFile } from "../attachment/attachment.ts";
import type { ApplicationContext, ApplicationPage, ApplicationValues } from "./disclosure.ts";
import { pageAfter, pageBefore, pagesFor, validateApplication } from "./disclosure.ts";

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

/** The steps after the last question. */
export const ATTACHMENTS = "attachments";
export const CHECK = "check";
export type StepId = ApplicationPage["id"] | typeof ATTACHMENTS | typeof CHECK;

/** Every step that these answers lead through, for "step 3 of 9". */
export const stepsFor = (values: ApplicationValues): readonly StepId[] => [
  ...pagesFor(values).map((page) => page.id),
  ATTACHMENTS,
  CHECK,
];

/** The first page that still lacks something, or undefined when the application is complete. */
export function openPage(
  values: ApplicationValues,
  context: ApplicationContext,
): ApplicationPage["id"] | undefined {
  const checked = validateApplication(values, context);
  return checked.ok ? undefined : checked.errors[0]?.page;
}

/** Where to go on: the first open page, or to the files when all is answered. */
export const nextStep = (values: ApplicationValues, context: ApplicationContext): StepId =>
  openPage(values, context) ?? ATTACHMENTS;

export const stepAfter = (values: ApplicationValues, page: ApplicationPage["id"]): StepId =>
  pageAfter(values, page) ?? ATTACHMENTS;

/** Undefined before the first. */
export function stepBefore(values: ApplicationValues, step: StepId): StepId | undefined {
  if (step === CHECK) return ATTACHMENTS;
  if (step === ATTACHMENTS) return pagesFor(values).at(-1)?.id;
  return pageBefore(values, step);
}

/** Whether the person may stand on this page: it is asked, and no page before it is open. */
export function reaches(
  values: ApplicationValues,
  page: ApplicationPage["id"],
  context: ApplicationContext,
): boolean {
  const steps = stepsFor(values);
  const open = openPage(values, context);
  return steps.includes(page) && (open === undefined || steps.indexOf(page) <= steps.indexOf(open));
}
