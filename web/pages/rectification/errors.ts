import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import { showErrors } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import type { Language } from "../../view.ts";

/** The codes of an application in words: those of the shared questions, and those of what is wrong and right. */
export function showRectificationErrors(
  errors: FieldErrors,
  lang: Language,
  organisation: boolean,
  more: Readonly<Record<string, string>> = {},
): ShownErrors {
  const shared = disclosureCopy(lang);
  const own = rectificationCopy(lang);
  const fields = Object.entries({ ...shared.fields, ...own.fields });
  return showErrors(errors, {
    copy: copy(lang),
    labels: Object.fromEntries(fields.map(([name, { short }]) => [name, short])),
    sentences: {
      ...shared.errors,
      ...(organisation ? shared.organisationErrors : {}),
      ...own.errors,
      ...more,
    },
  });
}
