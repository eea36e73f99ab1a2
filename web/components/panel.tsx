import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface PanelProps {
  title: Content;
  headingLevel?: 1 | 2 | 3 | undefined;
  class?: string | undefined;
  children?: Content;
}

/** The head of a receipt: something was handed in. */
export function Panel({ title, headingLevel = 1, class: extra, children }: PanelProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <div class={join("govuk-panel", "govuk-panel--confirmation", extra)}>
      <Heading class="govuk-panel__title">{title}</Heading>
      {children ? <div class="govuk-panel__body">{children}</div> : null}
    </div>
  );
}
