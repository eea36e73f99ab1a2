/**
 * The application for disclosure (条例 Art. 29): its pages, what a complete one holds, and the one check that the
 * form, check-your-answers and the API share. What is stored is in `disclosure.item.ts`.
 */
import * as v from "valibot";
import type { ApplicantKind } from "./disclosure.applicant.ts";
import type { IdentityKind } from "./disclosure.identity.ts";
import {
  type ApplicationContext,
  type ApplicationField,
  type ApplicationPage,
  type ApplicationPageId,
  type ApplicationValues,
  applicationFields,
  type InformationForm,
  type InformationRoute,
  pages,
} from "./disclosure.pages.ts";
import { type ApplicationErrorCode, textOf } from "./disclosure.text.ts";

export { type ApplicantKind, applicantKinds, isOrganisation } from "./disclosure.applicant.ts";
export { lastFourOf } from "./disclosure.contact.ts";
export {
  type IdentityKind,
  identityKinds,
  organisationIdentityKinds,
  personIdentityKinds,
} from "./disclosure.identity.ts";
export * from "./disclosure.pages.ts";
export { type ApplicationErrorCode, applicationErrorCodes, textLimits } from "./disclosure.text.ts";

/** A complete application, every value in its normal form; a field that was not needed is absent. */
export interface Application {
  readonly applicantKind: ApplicantKind;
  readonly name: string;
  /** Of an organisation. */
  readonly legalRepresentative?: string;
  /** Of an organisation: whom to ask. */
  readonly contactName?: string;
  /** Absent only where a register from before this system does not say it; so are form and route. */
  readonly identityKind?: IdentityKind;
  readonly identityNumber?: string;
  /** The code of the unit addressed. */
  readonly unit: string;
  readonly title: string;
  readonly documentNumber?: string;
  readonly description: string;
  readonly form?: InformationForm;
  readonly route?: InformationRoute;
  /** Absent only where somebody of the office entered what came without one. */
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly postcode?: string;
}

export interface ApplicationError {
  readonly page: ApplicationPageId;
  readonly field: ApplicationField;
  readonly code: ApplicationErrorCode;
}

export type CheckedApplication =
  | { readonly ok: true; readonly value: Application }
  | { readonly ok: false; readonly errors: readonly ApplicationError[] };

/** The page of an id that came with a URL, or undefined. */
export const pageOf = (id: string): ApplicationPage | undefined => pages.find((page) => page.id === id);

/** The pages that these answers lead through, in order. */
export const pagesFor = (
  values: ApplicationValues,
  context?: Pick<ApplicationContext, "enteredByStaff">,
): readonly ApplicationPage[] => pages.filter((page) => page.appliesTo(values, context));

/** Only what the form asks, without what a page that no longer applies has left behind. */
export function relevantValues(
  values: ApplicationValues,
): Readonly<Partial<Record<ApplicationField, string>>> {
  const fields = pagesFor(values).flatMap((page) => page.fields);
  return Object.fromEntries(fields.map((name) => [name, textOf(values[name])]));
}

/** One line of check-your-answers; `value` is as typed, and the page is where it can be changed. */
export interface Answer {
  readonly page: ApplicationPageId;
  readonly field: ApplicationField;
  readonly value: string;
}

/** Everything asked, in the order of the pages, for check-your-answers; empty values included. */
export const answersOf = (values: ApplicationValues): readonly Answer[] =>
  pagesFor(values).flatMap((page) =>
    page.fields.map((name) => ({ page: page.id, field: name, value: textOf(values[name]) })),
  );

interface PageAnswers {
  readonly answers: Readonly<Record<string, string>>;
  readonly errors: readonly ApplicationError[];
}

function readPage(
  page: ApplicationPage,
  values: ApplicationValues,
  context: ApplicationContext,
): PageAnswers {
  const read = v.safeParse(page.schema(values, context), values);
  if (read.success) return { answers: read.output, errors: [] };
  const errors = read.issues.map((issue) => ({
    page: page.id,
    field: v.getDotPath(issue) as ApplicationField,
    code: issue.message as ApplicationErrorCode,
  }));
  return { answers: {}, errors };
}

/**
 * Checks all pages at once and gives every error, in the order of the pages, one for a field. A value of a page that
 * does not apply is dropped: nobody keeps an address that is not needed.
 */
export function validateApplication(
  values: ApplicationValues,
  context: ApplicationContext,
): CheckedApplication {
  const read = pagesFor(values, context).map((page) => readPage(page, values, context));
  const errors = read.flatMap((page) => page.errors);
  if (errors.length > 0) return { ok: false, errors };
  const answers = Object.assign({}, ...read.map((page) => page.answers)) as Record<ApplicationField, string>;
  const given = applicationFields.filter((name) => answers[name]).map((name) => [name, answers[name]]);
  return { ok: true, value: Object.fromEntries(given) as unknown as Application };
}
