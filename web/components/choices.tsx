import type { Content, FieldError } from "./attributes.ts";
import { join } from "./attributes.ts";
import type { Legend } from "./fieldset.tsx";
import { Fieldset } from "./fieldset.tsx";
import { descriptionIds, Group, HintAndError } from "./form-group.tsx";
import { Hint } from "./hint.tsx";
import { Label } from "./label.tsx";

export interface Choice {
  value: string;
  label: Content;
  hint?: Content;
  id?: string | undefined;
  disabled?: boolean | undefined;
  /** Fields that belong to this choice; always there without JavaScript, shown with the choice where it runs. */
  conditional?: Content;
}

export interface Divider {
  divider: string;
}

export interface ChoicesProps {
  name: string;
  /** The question. Without a legend the caller wraps the choices in a fieldset of its own. */
  legend?: Legend | undefined;
  items: readonly (Choice | Divider)[];
  hint?: Content;
  error?: FieldError | undefined;
  id?: string | undefined;
  describedBy?: string | undefined;
  fieldsetClass?: string | undefined;
  groupClass?: string | undefined;
  class?: string | undefined;
}

type Kind = "radios" | "checkboxes";

/** Radios and checkboxes share all but the control; the first control's id is the field's own, for error links. */
export function Choices({
  kind,
  checked,
  ...props
}: ChoicesProps & { kind: Kind; checked: readonly string[] }) {
  const id = props.id ?? props.name;
  const describedBy = descriptionIds({ ...props, id });
  const inner = (
    <>
      <HintAndError id={id} hint={props.hint} error={props.error} />
      <div class={join(`govuk-${kind}`, props.class)} data-module={`govuk-${kind}`}>
        {props.items.map((item, index) =>
          "divider" in item ? (
            <div class={`govuk-${kind}__divider`}>{item.divider}</div>
          ) : (
            <Item
              kind={kind}
              item={item}
              id={item.id ?? (index ? `${id}-${index + 1}` : id)}
              name={props.name}
              checked={checked.includes(item.value)}
              // A group of checkboxes without a fieldset has nowhere else to say its description.
              describedBy={!props.legend && kind === "checkboxes" ? describedBy : undefined}
            />
          ),
        )}
      </div>
    </>
  );
  return (
    <Group error={Boolean(props.error)} class={props.groupClass}>
      {props.legend ? (
        <Fieldset legend={props.legend} describedBy={describedBy} class={props.fieldsetClass}>
          {inner}
        </Fieldset>
      ) : (
        inner
      )}
    </Group>
  );
}

interface ItemProps {
  kind: Kind;
  item: Choice;
  id: string;
  name: string;
  checked: boolean;
  describedBy: string | undefined;
}

function Item({ kind, item, id, name, checked, describedBy }: ItemProps) {
  const hintId = `${id}-item-hint`;
  const conditionalId = `conditional-${id}`;
  return (
    <>
      <div class={`govuk-${kind}__item`}>
        <input
          class={`govuk-${kind}__input`}
          id={id}
          name={name}
          type={kind === "radios" ? "radio" : "checkbox"}
          value={item.value}
          checked={checked}
          disabled={item.disabled}
          data-aria-controls={item.conditional ? conditionalId : undefined}
          aria-describedby={join(describedBy, item.hint ? hintId : false)}
        />
        <Label for={id} class={`govuk-${kind}__label`}>
          {item.label}
        </Label>
        {item.hint ? (
          <Hint id={hintId} class={`govuk-${kind}__hint`}>
            {item.hint}
          </Hint>
        ) : null}
      </div>
      {item.conditional ? (
        <div
          class={join(`govuk-${kind}__conditional`, !checked && `govuk-${kind}__conditional--hidden`)}
          id={conditionalId}
        >
          {item.conditional}
        </div>
      ) : null}
    </>
  );
}
