import { join } from "./attributes.ts";
import type { FieldProps } from "./form-group.tsx";
import { descriptionIds, Field } from "./form-group.tsx";

export interface Option {
  /** Without a value the text is what is sent. */
  value?: string | undefined;
  text: string;
  disabled?: boolean | undefined;
}

export interface SelectProps extends FieldProps {
  options: readonly Option[];
  value?: string | undefined;
  disabled?: boolean | undefined;
}

export function Select(props: SelectProps) {
  const id = props.id ?? props.name;
  return (
    <Field field={props}>
      <select
        class={join("govuk-select", props.class, props.error && "govuk-select--error")}
        id={id}
        name={props.name}
        disabled={props.disabled}
        aria-describedby={descriptionIds({ ...props, id })}
      >
        {props.options.map((option) => (
          <option value={option.value} selected={isSelected(option, props.value)} disabled={option.disabled}>
            {option.text}
          </option>
        ))}
      </select>
    </Field>
  );
}

function isSelected(option: Option, value: string | undefined): boolean {
  return value !== undefined && value !== "" && (option.value ?? option.text) === value;
}
