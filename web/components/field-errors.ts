import type { Copy } from "../copy/index.ts";
import type { FieldError } from "./attributes.ts";

/** What the form's own checks return: which field, a code that the copy has words for, the law where it refuses. */
export type FieldErrors = readonly { field: string; code: string; basis?: string | undefined }[];

/** A capability's own sentences, by "field.code" or by "code". */
export type ErrorSentences = Readonly<Record<string, string | ((label: string) => string)>>;

export interface ErrorWords {
  copy: Copy;
  /** The label of each field, as the page shows it. */
  labels: Readonly<Record<string, string>>;
  sentences?: ErrorSentences | undefined;
}

export interface ShownErrors {
  /** Give it to the field: `error={shown.at("phone")}`. */
  at(field: string): FieldError | undefined;
  /** Give it to `ErrorSummary`, in the order of the checks. */
  summary: { text: string; href: string }[];
  any: boolean;
}

/** Turns codes into sentences: a capability's own first, then the common ones, and "check it" for an unknown code. */
export function showErrors(errors: FieldErrors, words: ErrorWords): ShownErrors {
  const prefix = words.copy.common.errorPrefix;
  const shown = errors.map((error) => ({ field: error.field, text: sentence(error, words) }));
  return {
    at: (field) => {
      const found = shown.find((error) => error.field === field);
      return found && { text: found.text, prefix };
    },
    summary: shown.map(({ field, text }) => ({ text, href: `#${field}` })),
    any: shown.length > 0,
  };
}

function sentence({ field, code }: { field: string; code: string }, words: ErrorWords): string {
  const label = words.labels[field] ?? "";
  const found =
    ownOf(words.sentences, `${field}.${code}`) ??
    ownOf(words.sentences, code) ??
    ownOf(words.copy.errors, code);
  const said = found ?? words.copy.errors.invalid;
  return typeof said === "string" ? said : said(label);
}

/** Looks a code up without finding what every object inherits, such as "constructor". */
function ownOf(sentences: ErrorSentences | undefined, code: string): ErrorSentences[string] | undefined {
  return sentences && Object.hasOwn(sentences, code) ? sentences[code] : undefined;
}
