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
import { accept, field, type Read, readChoice, readText, refuse, textOf } from "./disclosure.text.ts";

/** What a form sent or a draft keeps: a text for each field, several where a field came twice (the last counts). */
export type ApplicationValues = Readonly<Record<string, string | readonly string[]>>;

/** What the rules depend on besides the answers. */
export interface ApplicationContext {
  readonly today: Day;
  /** Codes of the units that can be addressed. */
  readonly units: readonly string[];
}

/** 提供方式: on paper, as a file, on a disc. */
export const informationForms = ["electronic", "paper", "disc"] as const;
export type InformationForm = (typeof informationForms)[number];
/** 获取途径: on this site, by e-mail, by post, picked up, read on the spot. */
export const informationRoutes = ["site", "email", "post", "pick_up", "read_on_the_spot"] as const;
export type InformationRoute = (typeof informationRoutes)[number];

/** Which routes can carry a form; the others would only lead to a correction notice (Art. 30). */
export const routesOfForm: Readonly<Record<InformationForm, readonly InformationRoute[]>> = {
  electronic: ["site", "email", "pick_up", "read_on_the_spot"],
  paper: ["post", "pick_up", "read_on_the_spot"],
  disc: ["post", "pick_up", "read_on_the_spot"],
};

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
  appliesTo(values: ApplicationValues): boolean;
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

function readRoute(raw: unknown, values: ApplicationValues): Read<InformationRoute> {
  const route = readChoice(raw, informationRoutes, "route.choose");
  const form = chosen(values.form, informationForms);
  if (!route.ok || form === undefined || routesOfForm[form].includes(route.value)) return route;
  return refuse("route.form");
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
        route: field((raw) => readRoute(raw, values)),
      }),
  },
  {
    id: "contact",
    fields: ["phone", "email"],
    appliesTo: always,
    schema: (values) =>
      v.object({
        phone: field(readPhone),
        email: field((raw) => readEmail(raw, routeIn(values) !== "email")),
      }),
  },
  {
    id: "address",
    fields: ["address", "postcode"],
    appliesTo: (values) => routeIn(values) === "post",
    schema: () => v.object({ address: field(readAddress), postcode: field(readPostcode) }),
  },
] as const satisfies readonly ApplicationPage<string>[];

/** What is asked for, as far as it has been typed. */
export const requestIn = (
  values: ApplicationValues,
): { readonly title: string; readonly description: string } => ({
  title: textOf(values.title),
  description: textOf(values.description),
});
