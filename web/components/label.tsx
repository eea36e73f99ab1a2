import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export type Size = "s" | "m" | "l" | "xl";

export interface LabelProps {
  for?: string | undefined;
  size?: Size | undefined;
  /** The label is the question and so the page's one h1. */
  pageHeading?: boolean | undefined;
  class?: string | undefined;
  children?: Content;
}

export function Label({ for: id, size, pageHeading, class: extra, children }: LabelProps) {
  const label = (
    <label class={join("govuk-label", size && `govuk-label--${size}`, extra)} for={id}>
      {children}
    </label>
  );
  return pageHeading ? <h1 class="govuk-label-wrapper">{label}</h1> : label;
}
