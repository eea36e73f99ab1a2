import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import { showErrors } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import type { Language } from "../../view.ts";

/** The codes of an application in words; an organisation has no name of its own but one of the organisation. */
export function showApplicationErrors(
  errors: FieldErrors,
  lang: Language,
  organisation: boolean,
): ShownErrors {
  const words = copy(lang);
  const { fields, errors: sentences, organisationErrors } = disclosureCopy(lang);
  return showErrors(errors, {
    copy: words,
    labels: Object.fromEntries(Object.entries(fields).map(([name, { short }]) => [name, short])),
    sentences: organisation ? { ...sentences, ...organisationErrors } : sentences,
  });
}
