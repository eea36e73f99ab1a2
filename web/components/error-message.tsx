import type { FieldError } from "./attributes.ts";

/** One sentence next to a field. The prefix ("错误") is for screen readers; an empty one is left out. */
export function ErrorMessage({ id, error }: { id?: string | undefined; error: FieldError }) {
  if (!error.prefix) {
    return (
      <p id={id} class="govuk-error-message">
        {error.text}
      </p>
    );
  }
  return (
    <p id={id} class="govuk-error-message">
      <span class="govuk-visually-hidden">{error.prefix}:</span> {error.text}
    </p>
  );
}
