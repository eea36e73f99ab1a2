import type { Content } from "./attributes.ts";

export interface ErrorSummaryProps {
  title: string;
  description?: Content;
  errors: readonly { text: string; href?: string | undefined }[];
}

/** At the head of a page whose form was refused: each line leads to its field. Takes the focus where scripts run. */
export function ErrorSummary({ title, description, errors }: ErrorSummaryProps) {
  return (
    <div class="govuk-error-summary" data-module="govuk-error-summary">
      <div role="alert">
        <h2 class="govuk-error-summary__title">{title}</h2>
        <div class="govuk-error-summary__body">
          {description ? <p>{description}</p> : null}
          {errors.length > 0 && (
            <ul class="govuk-list govuk-error-summary__list">
              {errors.map((error) => (
                <li>{error.href ? <a href={error.href}>{error.text}</a> : error.text}</li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </div>
  );
}
