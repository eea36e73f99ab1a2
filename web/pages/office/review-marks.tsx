import type { Item } from "../../../functions/disclosure/disclosure.review.ts";
import type { FieldError } from "../../components/index.ts";
import { Checkboxes, Fieldset } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";

export interface ReviewMarksProps {
  lang: Language;
  items: readonly { readonly item: Item; readonly name: string }[];
  /** Distinguishes the boxes of several forms on a page. */
  idOf: (field: string) => string;
  marked: readonly Item[];
  errorAt: (field: string) => FieldError | undefined;
  /** What belongs to an item, below its box. */
  below?: ((item: Item) => unknown) | undefined;
}

/** The name of the box of an item: the form is read by it, and its errors name it. */
const markField = (item: Item): string => `mark-${item}`;

/** What an error about a box names, by the box. */
export const markLabels = (items: ReviewMarksProps["items"]): Readonly<Record<string, string>> =>
  Object.fromEntries(items.map(({ item, name }) => [markField(item), name]));

/** The confidentiality review, one box for each item that leaves. */
export function ReviewMarks({ lang, items, idOf, marked, errorAt, below }: ReviewMarksProps) {
  const { review } = officeCopy(lang);
  return (
    <Fieldset legend={{ text: review.title, size: "s" }} class="review">
      <p class="muted">{review.text}</p>
      {items.map(({ item, name }) => {
        const field = markField(item);
        return (
          <div class="review__item">
            <Checkboxes
              name={field}
              id={idOf(field)}
              class="govuk-checkboxes--small"
              items={[{ value: "yes", label: review.mark(name) }]}
              values={marked.includes(item) ? ["yes"] : []}
              error={errorAt(field)}
            />
            {below?.(item) ?? null}
          </div>
        );
      })}
    </Fieldset>
  );
}
