import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface DetailsProps {
  summary: Content;
  open?: boolean | undefined;
  id?: string | undefined;
  class?: string | undefined;
  children?: Content;
}

export function Details({ summary, open, id, class: extra, children }: DetailsProps) {
  return (
    <details id={id} class={join("govuk-details", extra)} open={open}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  );
}
