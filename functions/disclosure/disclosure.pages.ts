/**
 * The application of Art. 29 as one question a page: which fields a page has, when it is asked, and what its answers
 * must fulfil. The form, check-your-answers and the API all read this one list. The law allows no question about the
 * purpose, so there is none. How and by which way the answer is wanted is asked before the contacts, because it
 * decides which of them are needed.
 */
import * as v from "valibot";
import type { Day } from "../calendar/calendar.day.ts";
import { type ApplicantKind, applicantKinds, isOrganisation, readName } from "./disclosure.applicant.ts";
import { readAddress, readEmail, readPhone, readPostcode } from "./disclosure.contact.ts";
import {
  type IdentityKind,
  identityKinds,
  organisationIdentityKinds,
  personIdentityKinds,
  readIdentityNumber,
} from "./disclosure.identity.ts";
import { informationForms, informationRoutes, readRoute } from "./disclosure.route.ts";
import { accept, field, type Read, readChoice, readText, refuse, textOf } from "./disclosure.text.ts";

export {
  type InformationForm,
  type InformationRoute,
  informationForms,
  informationRoutes,
  routesOfForm,
} from "./disclosure.route.ts";

/** What a form sent or a draft keeps: a text for each field, several where a field came twice (the last counts). */
export type ApplicationValues = Readonly<Record<string, string | readonly string[]>>;

/** What the rules depend on besides the answers. */
export interface ApplicationContext {
  readonly today: Day;
  /** Codes of the units that can be addressed. */
  readonly units: readonly string[];
  /** An office enters it. Art. 29 asks for contact details, of which a telephone is one: another way is enough here. */
  readonly enteredByStaff?: boolean;
}

export const applicationFields = [
  "applicantKind",
  "name",
  "legalRepresentative",
  "contactName",
  "identityKind",
  "identityNumber",
  "unit",
  "title",
  "documentNumber",
  "description",
  "form",
  "route",
  "phone",
  "email",
  "address",
  "postcode",
] as const;
export type ApplicationField = (typeof applicationFields)[number];

export type ApplicationPageId = (typeof pages)[number]["id"];

/** The schema of one page: what was typed in, the normal form out, "" for an optional field left empty. */
export type PageSchema = v.GenericSchema<object, Readonly<Record<string, string>>>;

/** No field stands on two pages, so the answers of all pages can be kept as one form. */
export interface ApplicationPage<Id extends string = ApplicationPageId> {
  readonly id: Id;
  readonly fields: readonly ApplicationField[];
  /** Whether the answers so far lead to this page. */
  appliesTo(values: ApplicationValues, context?: Pick<ApplicationContext, "enteredByStaff">): boolean;
  schema(values: ApplicationValues, context: ApplicationContext): PageSchema;
}

/** The answer of a closed list as it stands in the values, or undefined while there is none. */
function chosen<const Choice extends string>(raw: unknown, choices: readonly Choice[]): Choice | undefined {
  return choices.find((choice) => choice === textOf(raw));
}

export const applicantKindIn = (values: ApplicationValues): ApplicantKind | undefined =>
  chosen(values.applicantKind, applicantKinds);

/** The documents that the chosen kind of applicant can show; those of a person until a kind is chosen. */
export const identityKindsFor = (values: ApplicationValues): readonly IdentityKind[] =>
  byOrganisation(values) ? organisationIdentityKinds : personIdentityKinds;

const byOrganisation = (values: ApplicationValues): boolean =>
  isOrganisation(applicantKindIn(values) ?? "person");
const routeIn = (values: ApplicationValues) => chosen(values.route, informationRoutes);
const always = () => true;
const isTyped = (values: ApplicationValues, ...names: readonly ApplicationField[]): boolean =>
  names.some((name) => textOf(values[name]).trim() !== "");

/** The other ways to reach the applicant are read by their own rules, and refused there. */
function readPhoneOrOther(raw: unknown, values: ApplicationValues): Read<string> {
  const hasOther = routeIn(values) === "post" || isTyped(values, "email", "address");
  const phone = readPhone(raw, true);
  return phone.ok && phone.value === "" && !hasOther ? refuse("phone.or_other") : phone;
}

function readUnit(raw: unknown, { units }: ApplicationContext): Read<string> {
  const unit = textOf(raw);
  return units.includes(unit) ? accept(unit) : refuse("unit.choose");
}

export const pages = [
  {
    id: "applicant",
    fields: ["applicantKind"],
    appliesTo: always,
    schema: () =>
      v.object({ applicantKind: field((raw) => readChoice(raw, applicantKinds, "applicant_kind.choose")) }),
  },
  {
    id: "name",
    fields: ["name"],
    appliesTo: always,
    schema: () => v.object({ name: field((raw) => readName(raw, "name")) }),
  },
  {
    id: "organisation",
    fields: ["legalRepresentative", "contactName"],
    appliesTo: byOrganisation,
    schema: () =>
      v.object({
        legalRepresentative: field((raw) => readName(raw, "legal_representative", true)),
        contactName: field((raw) => readName(raw, "contact_name")),
      }),
  },
  {
    id: "identity",
    fields: ["identityKind", "identityNumber"],
    appliesTo: always,
    schema: (values, { today }) => {
      const kinds = identityKindsFor(values);
      const kind = chosen(values.identityKind, identityKinds);
      return v.object({
        identityKind: field((raw) => readChoice(raw, kinds, "identity_kind.choose")),
        identityNumber: field((raw) => readIdentityNumber(raw, kind, today)),
      });
    },
  },
  {
    id: "unit",
    fields: ["unit"],
    appliesTo: always,
    schema: (_values, context) => v.object({ unit: field((raw) => readUnit(raw, context)) }),
  },
  {
    id: "information",
    fields: ["title", "documentNumber", "description"],
    appliesTo: always,
    schema: () =>
      v.object({
        title: field((raw) => readText(raw, { topic: "title" })),
        documentNumber: field((raw) => readText(raw, { topic: "document_number", optional: true })),
        description: field((raw) => readText(raw, { topic: "description", lines: true })),
      }),
  },
  {
    id: "delivery",
    fields: ["form", "route"],
    appliesTo: always,
    schema: (values) =>
      v.object({
        form: field((raw) => readChoice(raw, informationForms, "form.choose")),
        route: field((raw) => readRoute(raw, chosen(values.form, informationForms))),
      }),
  },
  {
    id: "contact",
    fields: ["phone", "email"],
    appliesTo: always,
    schema: (values, { enteredByStaff }) =>
      v.object({
        phone: field((raw) => (enteredByStaff ? readPhoneOrOther(raw, values) : readPhone(raw))),
        email: field((raw) => readEmail(raw, routeIn(values) !== "email")),
      }),
  },
  {
    id: "address",
    fields: ["address", "postcode"],
    appliesTo: (values, context) =>
      routeIn(values) === "post" ||
      (context?.enteredByStaff === true && isTyped(values, "address", "postcode")),
    schema: (values) =>
      v.object({
        address: field((raw) => readAddress(raw)),
        postcode: field((raw) => readPostcode(raw, routeIn(values) !== "post")),
      }),
  },
] as const satisfies readonly ApplicationPage<string>[];

/** What is asked for, as far as it has been typed. */
export const requestIn = (
  values: ApplicationValues,
): { readonly title: string; readonly description: string } => ({
  title: textOf(values.title),
  description: textOf(values.description),
});
