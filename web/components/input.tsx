import type { Content, Hooks } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { FieldProps } from "./form-group.tsx";
import { descriptionIds, Field } from "./form-group.tsx";

export interface InputProps extends FieldProps {
  value?: string | undefined;
  type?: "text" | "search" | "tel" | "email" | "password" | undefined;
  /** The field is as wide as what belongs in it: characters. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30 | undefined;
  inputmode?: "text" | "numeric" | "tel" | "email" | "search" | undefined;
  autocomplete?: string | undefined;
  autocapitalize?: "none" | "characters" | "sentences" | "words" | undefined;
  pattern?: string | undefined;
  spellcheck?: boolean | undefined;
  maxlength?: number | undefined;
  disabled?: boolean | undefined;
  prefix?: Content;
  suffix?: Content;
  wrapperClass?: string | undefined;
  hooks?: Hooks | undefined;
}

export function Input(props: InputProps) {
  const { prefix, suffix } = props;
  const control = <Control {...props} />;
  return (
    <Field field={props}>
      {prefix || suffix ? (
        <div class={join("govuk-input__wrapper", props.wrapperClass)}>
          {prefix ? <Affix kind="prefix">{prefix}</Affix> : null}
          {control}
          {suffix ? <Affix kind="suffix">{suffix}</Affix> : null}
        </div>
      ) : (
        control
      )}
    </Field>
  );
}

function Control(props: InputProps) {
  const { error, width } = props;
  const id = props.id ?? props.name;
  return (
    <input
      class={join(
        "govuk-input",
        width && `govuk-input--width-${width}`,
        props.class,
        error && "govuk-input--error",
      )}
      id={id}
      name={props.name}
      type={props.type ?? "text"}
      spellcheck={props.spellcheck}
      value={props.value}
      disabled={props.disabled}
      aria-describedby={descriptionIds({ ...props, id })}
      autocomplete={props.autocomplete}
      autocapitalize={props.autocapitalize}
      pattern={props.pattern}
      inputmode={props.inputmode}
      maxlength={props.maxlength}
      {...props.hooks}
    />
  );
}

function Affix({ kind, children }: { kind: "prefix" | "suffix"; children?: Content }) {
  return (
    <div class={`govuk-input__${kind}`} aria-hidden="true">
      {children}
    </div>
  );
}
