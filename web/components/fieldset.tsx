import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { Size } from "./label.tsx";

export interface Legend {
  text: Content;
  size?: Size | undefined;
  pageHeading?: boolean | undefined;
  class?: string | undefined;
}

export interface FieldsetProps {
  legend?: Legend | undefined;
  describedBy?: string | undefined;
  role?: "group" | undefined;
  class?: string | undefined;
  children?: Content;
}

export function Fieldset({ legend, describedBy, role, class: extra, children }: FieldsetProps) {
  return (
    <fieldset class={join("govuk-fieldset", extra)} role={role} aria-describedby={describedBy}>
      {legend && (
        <legend class={join("govuk-fieldset__legend", legendSize(legend), legend.class)}>
          {legend.pageHeading ? <h1 class="govuk-fieldset__heading">{legend.text}</h1> : legend.text}
        </legend>
      )}
      {children}
    </fieldset>
  );
}

function legendSize(legend: Legend): string | undefined {
  return legend.size && `govuk-fieldset__legend--${legend.size}`;
}
