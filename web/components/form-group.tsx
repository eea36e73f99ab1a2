import type { Content, FieldError } from "./attributes.ts";
import { join } from "./attributes.ts";
import { ErrorMessage } from "./error-message.tsx";
import { Hint } from "./hint.tsx";
import type { Size } from "./label.tsx";
import { Label } from "./label.tsx";

/** What every single-control field takes. `id` is the name unless given; errors link to `#id`. */
export interface FieldProps {
  name: string;
  id?: string | undefined;
  label: Content;
  labelSize?: Size | undefined;
  labelClass?: string | undefined;
  /** The label is the question and so the page's one h1. */
  pageHeading?: boolean | undefined;
  hint?: Content;
  error?: FieldError | undefined;
  /** Ids of further elements that describe the control. */
  describedBy?: string | undefined;
  groupClass?: string | undefined;
  class?: string | undefined;
}

/** The ids that `aria-describedby` of a field names: what the caller gave, then the hint, then the error. */
export function descriptionIds(field: {
  id: string;
  hint?: Content;
  error?: FieldError | undefined;
  describedBy?: string | undefined;
}): string | undefined {
  return join(field.describedBy, field.hint ? `${field.id}-hint` : false, field.error && `${field.id}-error`);
}

export function Group({
  error,
  class: extra,
  children,
}: {
  error: boolean;
  class?: string | undefined;
  children?: Content;
}) {
  return <div class={join("govuk-form-group", error && "govuk-form-group--error", extra)}>{children}</div>;
}

export function HintAndError({
  id,
  hint,
  error,
}: {
  id: string;
  hint?: Content;
  error?: FieldError | undefined;
}) {
  return (
    <>
      {hint ? <Hint id={`${id}-hint`}>{hint}</Hint> : null}
      {error ? <ErrorMessage id={`${id}-error`} error={error} /> : null}
    </>
  );
}

/** Label, hint and error above one control, in the order in which they are read. */
export function Field({ field, children }: { field: FieldProps; children?: Content }) {
  const id = field.id ?? field.name;
  return (
    <Group error={Boolean(field.error)} class={field.groupClass}>
      {field.label ? (
        <Label for={id} size={field.labelSize} pageHeading={field.pageHeading} class={field.labelClass}>
          {field.label}
        </Label>
      ) : null}
      <HintAndError id={id} hint={field.hint} error={field.error} />
      {children}
    </Group>
  );
}
