/**
 * The application as JSON in, for the API: the same field names and rules as the form. One schema documents the
 * shape (OpenAPI is made from it), the other does the checking, through the pages of the form.
 */
import * as v from "valibot";
import { applicantKinds } from "./disclosure.applicant.ts";
import { identityKinds } from "./disclosure.identity.ts";
import {
  type ApplicationContext,
  type ApplicationValues,
  applicationFields,
  informationForms,
  informationRoutes,
} from "./disclosure.pages.ts";
import { textLimits } from "./disclosure.text.ts";
import { validateApplication } from "./disclosure.ts";

const text = (description: string, most: number) =>
  v.pipe(v.string(), v.maxLength(most), v.description(description));

/** The shape for the API's document; its examples pass the check. */
export const applicationShape = v.pipe(
  v.object({
    applicantKind: v.pipe(
      v.picklist(applicantKinds),
      v.description("Category of table 三 of the annual report"),
    ),
    name: text("Name of the person or organisation", textLimits.name),
    legalRepresentative: v.optional(text("Organisations only", textLimits.legal_representative)),
    contactName: v.optional(text("Organisations only, where it is required", textLimits.contact_name)),
    identityKind: v.pipe(
      v.picklist(identityKinds),
      v.description("credit_code or other for organisations; all but credit_code for a person"),
    ),
    identityNumber: text("Resident ID by GB 11643, credit code by GB 32100", textLimits.identity),
    unit: text("Code of the unit addressed", 64),
    title: text("Name of the information wanted", textLimits.title),
    documentNumber: v.optional(text("文号, if known", textLimits.document_number)),
    description: text("What the unit needs to find it", textLimits.description),
    form: v.picklist(informationForms),
    route: v.pipe(
      v.picklist(informationRoutes),
      v.description("electronic does not go by post; paper and disc not by site or email"),
    ),
    phone: text("Mobile, landline with area code, or +country number", textLimits.phone),
    email: v.optional(text("Required when route is email", textLimits.email)),
    address: v.optional(text("Required when route is post", textLimits.address)),
    postcode: v.optional(text("Six digits; required when route is post", textLimits.postcode)),
  }),
  v.title("DisclosureApplication"),
  v.description("An application of Art. 29 of the 政府信息公开条例. No purpose is asked."),
);
/** Where an office enters what came: Art. 29 asks for contact details, of which a telephone is one of three. */
export const enteredContacts = {
  phone: v.optional(
    text(
      "Mobile, landline or +country number; one of phone, email and address is required",
      textLimits.phone,
    ),
  ),
  address: v.optional(text("Required when route is post, or without phone and email", textLimits.address)),
  postcode: v.optional(text("Six digits; required when route is post", textLimits.postcode)),
};
export type ApplicationJson = v.InferOutput<typeof applicationShape>;

/**
 * The schema that checks a submitted body: an application in its normal form out, or an issue for each field, whose
 * message is a code. Unknown members are ignored, because their names would come back in the answer otherwise.
 */
export const applicationJson = (context: ApplicationContext) =>
  checkedJson(applicationFields, (values) => validateApplication(values, context));

type Checked<Filled> =
  | { readonly ok: true; readonly value: Filled }
  | { readonly ok: false; readonly errors: readonly { readonly field: string; readonly code: string }[] };

/** The same for any form whose fields are texts. */
export const checkedJson = <Filled>(
  fields: readonly string[],
  validate: (values: ApplicationValues) => Checked<Filled>,
) =>
  v.pipe(
    v.record(v.string(), v.unknown(), "application.required"),
    v.rawTransform<Record<string, unknown>, Filled>(({ dataset, addIssue, NEVER }) => {
      const input = dataset.value;
      const values: ApplicationValues = Object.fromEntries(
        fields.flatMap((name) => {
          const value = input[name];
          return typeof value === "string" ? [[name, value]] : [];
        }),
      );
      const checked = validate(values);
      if (checked.ok) return checked.value;
      for (const { field, code } of checked.errors) {
        addIssue({
          message: code,
          path: [{ type: "object", origin: "value", input, key: field, value: input[field] }],
        });
      }
      return NEVER;
    }),
  );
