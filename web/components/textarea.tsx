import type { Hooks } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { FieldProps } from "./form-group.tsx";
import { descriptionIds, Field } from "./form-group.tsx";

export interface TextareaProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  autocomplete?: string | undefined;
  spellcheck?: boolean | undefined;
  maxlength?: number | undefined;
  hooks?: Hooks | undefined;
}

export function Textarea(props: TextareaProps) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <textarea
        class={join("govuk-textarea", props.error && "govuk-textarea--error", props.class)}
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        spellcheck={props.spellcheck}
        aria-describedby={descriptionIds({ ...props, id })}
        autocomplete={props.autocomplete}
        maxlength={props.maxlength}
        {...props.hooks}
      >
        {leadingNewline(props.value)}
      </textarea>
    </Field>
  );
}

/** A browser drops the first newline of a textarea; one more keeps what the person wrote. */
function leadingNewline(value: string | undefined): string | undefined {
  return value && /^\r?\n/.test(value) ? `\n${value}` : value;
}
