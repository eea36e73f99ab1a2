/** The application as it is stored: versioned, and everything that tells who the applicant is sealed by field. */
import * as v from "valibot";
import { applicantKinds } from "./disclosure.applicant.ts";
import { identityKinds } from "./disclosure.identity.ts";
import { type ApplicationField, informationForms, informationRoutes } from "./disclosure.pages.ts";
import type { Application } from "./disclosure.ts";

/** Fields that are never stored in clear. The texts about the information are what the office works on. */
export const sealedFields = [
  "name",
  "legalRepresentative",
  "contactName",
  "identityNumber",
  "phone",
  "email",
  "address",
  "postcode",
] as const satisfies readonly ApplicationField[];
export type SealedField = (typeof sealedFields)[number];

const sealed = v.string();

export const applicationItemSchema = v.object({
  schema: v.literal(1),
  applicantKind: v.picklist(applicantKinds),
  name: sealed,
  legalRepresentative: v.exactOptional(sealed),
  contactName: v.exactOptional(sealed),
  identityKind: v.exactOptional(v.picklist(identityKinds)),
  identityNumber: v.exactOptional(sealed),
  unit: v.string(),
  title: v.string(),
  documentNumber: v.exactOptional(v.string()),
  description: v.string(),
  form: v.exactOptional(v.picklist(informationForms)),
  route: v.exactOptional(v.picklist(informationRoutes)),
  phone: v.exactOptional(sealed),
  email: v.exactOptional(sealed),
  address: v.exactOptional(sealed),
  postcode: v.exactOptional(sealed),
});
export type ApplicationItem = v.InferOutput<typeof applicationItemSchema>;

/** Seals or opens one value; the field's name belongs into the context of the seal. */
export type FieldCipher = (value: string, field: SealedField) => string;

function withSealedFields<Holder extends Partial<Record<SealedField, string>>>(
  holder: Holder,
  change: FieldCipher,
): Holder {
  const changed = sealedFields.flatMap((name) => {
    const value = holder[name];
    return value === undefined ? [] : [[name, change(value, name)] as const];
  });
  return { ...holder, ...Object.fromEntries(changed) };
}

export const toItem = (application: Application, seal: FieldCipher): ApplicationItem => ({
  schema: 1,
  ...withSealedFields(application, seal),
});

/** Throws what `open` throws when a value was changed or its key is gone. */
export function fromItem(item: ApplicationItem, open: FieldCipher): Application {
  const { schema: _, ...application } = item;
  return withSealedFields(application, open);
}
