import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

/** `prefix` ("注意") is read out in place of the sign. */
export function WarningText({
  prefix,
  class: extra,
  children,
}: {
  prefix: string;
  class?: string | undefined;
  children?: Content;
}) {
  return (
    <div class={join("govuk-warning-text", extra)}>
      <span class="govuk-warning-text__icon" aria-hidden="true">
        !
      </span>
      <strong class="govuk-warning-text__text">
        <span class="govuk-visually-hidden">{prefix}</span> {children}
      </strong>
    </div>
  );
}
