import type { Content, FieldError } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { Legend } from "./fieldset.tsx";
import { Fieldset } from "./fieldset.tsx";
import { descriptionIds, Group, HintAndError } from "./form-group.tsx";
import { Input } from "./input.tsx";

/** One of the three boxes. In Chinese they stand as 年 月 日; in English as day, month, year: the caller orders them. */
export interface DatePart {
  name: string;
  label: string;
  value?: string | undefined;
  width?: 2 | 4 | undefined;
  autocomplete?: string | undefined;
  id?: string | undefined;
  error?: boolean | undefined;
}

export interface DateInputProps {
  id: string;
  namePrefix?: string | undefined;
  parts: readonly DatePart[];
  legend?: Legend | undefined;
  hint?: Content;
  error?: FieldError | undefined;
  describedBy?: string | undefined;
  groupClass?: string | undefined;
  class?: string | undefined;
}

export function DateInput(props: DateInputProps) {
  // An error that names no box marks all of them.
  const named = props.parts.some((part) => part.error);
  const inner = (
    <>
      <HintAndError id={props.id} hint={props.hint} error={props.error} />
      <div class={join("govuk-date-input", props.class)} id={props.id}>
        {props.parts.map((part) => (
          <div class="govuk-date-input__item">
            <Input
              id={part.id ?? `${props.id}-${part.name}`}
              name={props.namePrefix ? `${props.namePrefix}-${part.name}` : part.name}
              label={part.label}
              labelClass="govuk-date-input__label"
              class={join(
                "govuk-date-input__input",
                isWrong(part, props.error, named) && "govuk-input--error",
              )}
              width={part.width ?? 2}
              value={part.value}
              inputmode="numeric"
              autocomplete={part.autocomplete}
            />
          </div>
        ))}
      </div>
    </>
  );
  const describedBy = descriptionIds(props);
  return (
    <Group error={Boolean(props.error)} class={props.groupClass}>
      {props.legend ? (
        <Fieldset legend={props.legend} describedBy={describedBy} role="group">
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  );
}

function isWrong(part: DatePart, error: FieldError | undefined, named: boolean): boolean {
  return part.error === true || (error !== undefined && part.error !== false && !named);
}
