/**
 * The application for correcting records about oneself (条例 Art. 41): whose records, which one, what is wrong, what is
 * right. Who applies and how to reach them is asked by the pages of the disclosure application; the evidence is files.
 */
import * as v from "valibot";
import { wayOf } from "../apply/apply.way.ts";
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import type { IdentityKind } from "../disclosure/disclosure.identity.ts";
import {
  type ApplicationContext,
  type ApplicationField,
  type ApplicationPage,
  type ApplicationValues,
  pages as disclosurePages,
  type PageSchema,
} from "../disclosure/disclosure.pages.ts";
import { readText, textOf } from "../disclosure/disclosure.text.ts";

export const ownFields = ["record", "wrong", "right"] as const;
export type OwnField = (typeof ownFields)[number];
export type RectificationField = OwnField | ApplicationField;

export const rectificationPageIds = [
  "applicant",
  "name",
  "organisation",
  "identity",
  "unit",
  "record",
  "contact",
  "address",
] as const;
export type RectificationPageId = (typeof rectificationPageIds)[number];

export interface RectificationPage {
  readonly id: RectificationPageId;
  readonly fields: readonly RectificationField[];
  appliesTo(values: ApplicationValues, context?: Pick<ApplicationContext, "enteredByStaff">): boolean;
  schema(values: ApplicationValues, context: ApplicationContext): PageSchema;
}

/** Everything in its normal form; a field that was not needed is absent. */
export interface RectificationApplication {
  readonly applicantKind: ApplicantKind;
  readonly name: string;
  readonly legalRepresentative?: string;
  readonly contactName?: string;
  readonly identityKind: IdentityKind;
  readonly identityNumber: string;
  /** The code of the unit addressed. */
  readonly unit: string;
  /** What the record is called; it stands in lists, so it should tell nobody's data. */
  readonly record: string;
  readonly wrong: string;
  readonly right: string;
  /** Absent only where somebody of the office entered what came without one. */
  readonly phone?: string;
  readonly email?: string;
  readonly address?: string;
  readonly postcode?: string;
}

export interface RectificationError {
  readonly page: RectificationPageId;
  readonly field: RectificationField;
  readonly code: string;
}
export type CheckedRectification =
  | { readonly ok: true; readonly value: RectificationApplication }
  | { readonly ok: false; readonly errors: readonly RectificationError[] };

/** A text by the rules of the disclosure application, with codes that name this field. */
const text = (name: OwnField, topic: "title" | "description") =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.rawTransform<unknown, string>(({ dataset, addIssue, NEVER }) => {
        const read = readText(dataset.value, { topic, lines: topic === "description" });
        if (read.ok) return read.value;
        addIssue({ message: read.code.replace(topic, name) });
        return NEVER;
      }),
    ),
    "",
  );

const recordPage: RectificationPage = {
  id: "record",
  fields: ownFields,
  appliesTo: () => true,
  schema: () =>
    v.object({
      record: text("record", "title"),
      wrong: text("wrong", "description"),
      right: text("right", "description"),
    }),
};

function pageWithId(id: RectificationPageId): RectificationPage {
  if (id === "record") return recordPage;
  const shared: readonly ApplicationPage[] = disclosurePages;
  const page = shared.find((each) => each.id === id);
  if (page === undefined) throw new Error("every other page is one of the disclosure application");
  return page as RectificationPage;
}

export const rectificationPages: readonly RectificationPage[] = rectificationPageIds.map(pageWithId);

/** The page of an id that came with a URL, or undefined. */
export const rectificationPageOf = (id: string): RectificationPage | undefined =>
  rectificationPages.find((page) => page.id === id);

export const rectificationPagesFor = (
  values: ApplicationValues,
  context?: Pick<ApplicationContext, "enteredByStaff">,
): readonly RectificationPage[] => rectificationPages.filter((page) => page.appliesTo(values, context));

export const rectificationFields: readonly RectificationField[] = rectificationPages.flatMap(
  ({ fields }) => fields,
);

/** Checks all pages at once and gives every error, in the order of the pages, one for a field. */
export function validateRectification(
  values: ApplicationValues,
  context: ApplicationContext,
): CheckedRectification {
  const answers: Record<string, string> = {};
  const errors: RectificationError[] = [];
  for (const page of rectificationPagesFor(values, context)) {
    const read = v.safeParse(page.schema(values, context), values);
    if (read.success) Object.assign(answers, read.output);
    else
      for (const issue of read.issues)
        errors.push({
          page: page.id,
          field: v.getDotPath(issue) as RectificationField,
          code: issue.message,
        });
  }
  if (errors.length > 0) return { ok: false, errors };
  const given = rectificationFields.filter((name) => answers[name]).map((name) => [name, answers[name]]);
  return { ok: true, value: Object.fromEntries(given) as unknown as RectificationApplication };
}

/** One line of check-your-answers; `value` is as typed, and the page is where it can be changed. */
export interface RectificationAnswer {
  readonly page: RectificationPageId;
  readonly field: RectificationField;
  readonly value: string;
}

export const rectificationAnswersOf = (values: ApplicationValues): readonly RectificationAnswer[] =>
  rectificationPagesFor(values).flatMap((page) =>
    page.fields.map((field) => ({ page: page.id, field, value: textOf(values[field]) })),
  );

/** The way through the form; its files are the evidence. */
export const rectificationWay = wayOf({
  files: "evidence",
  pagesFor: rectificationPagesFor,
  validate: validateRectification,
});
