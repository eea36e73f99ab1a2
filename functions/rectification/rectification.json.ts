/** A correction of records as JSON in: the same field names and rules as the form. */
import * as v from "valibot";
import { applicationShape, checkedJson, enteredContacts } from "../disclosure/disclosure.json.ts";
import type { ApplicationContext } from "../disclosure/disclosure.pages.ts";
import { textLimits } from "../disclosure/disclosure.text.ts";
import type { RectificationApplication } from "./rectification.form.ts";
import { rectificationFields, validateRectification } from "./rectification.form.ts";

const text = (description: string, most: number) =>
  v.pipe(v.string(), v.maxLength(most), v.description(description));

const {
  title: _title,
  documentNumber: _number,
  description: _description,
  form: _form,
  route: _route,
  ...who
} = applicationShape.entries;

/** The shape for the API's document; its examples pass the check. */
export const rectificationEntries = {
  ...who,
  address: v.optional(text("Where letters reach you", textLimits.address)),
  postcode: v.optional(text("Six digits", textLimits.postcode)),
  record: text("What the record is called; it stands in lists, so name nobody in it", textLimits.title),
  wrong: text("What is wrong in it; kept encrypted", textLimits.description),
  right: text("What is right; kept encrypted", textLimits.description),
};
/** Where an office enters what came on paper: the unit is its own, and one way to reach the person is enough. */
const { unit: _unit, ...ownEntries } = rectificationEntries;
export const enteredEntries = { ...ownEntries, ...enteredContacts };

export const rectificationJson = (context: ApplicationContext) =>
  checkedJson<RectificationApplication>(rectificationFields, (values) =>
    validateRectification(values, context),
  );
