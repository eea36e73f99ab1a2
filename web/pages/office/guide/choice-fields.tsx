import type { GuideField } from "../../../../functions/guide/guide.section.ts";
import { Checkboxes, Radios, Select } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import type { BoxProps, FieldGround } from "./field-ground.tsx";
import { hintOf, valueAt } from "./field-ground.tsx";
import { labelOf, termOf } from "./words.ts";

export function YesNo(props: BoxProps) {
  const { name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const { yes, no, unsaid } = copies.fields;
  return (
    <Radios
      name={name}
      class="govuk-radios--inline"
      legend={{ text: labelOf(name, copies) }}
      hint={hintOf(props)}
      items={[
        { value: "yes", label: yes },
        { value: "no", label: no },
        { value: "", label: unsaid, id: `${name}-unsaid` },
      ]}
      value={valueAt(ground.values, name)}
      error={ground.errorAt(name)}
    />
  );
}

/** What a dictionary allows, and what stands there now, should a source have given something else. */
export function CodedBox(props: BoxProps) {
  const { field, name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const known = choicesOf(field, ground);
  const value = valueAt(ground.values, name);
  const other =
    value === "" || known.some((one) => one.value === value) ? [] : [{ value, text: nameIn(value) }];
  return (
    <Select
      name={name}
      label={labelOf(name, copies)}
      hint={hintOf(props)}
      value={value}
      options={[
        { value: "", text: copies.fields.unsaid },
        ...known.map((one) => ({ value: one.value, text: termOf(one.name, copies) })),
        ...other,
      ]}
      error={ground.errorAt(name)}
    />
  );
}

export function CodedBoxes(props: BoxProps) {
  const { field, name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const known = choicesOf(field, ground);
  const values = Object.hasOwn(ground.values, name) ? [ground.values[name] ?? []].flat() : [];
  const others = values.filter((value) => value !== "" && !known.some((one) => one.value === value));
  return (
    <Checkboxes
      name={name}
      class="govuk-checkboxes--small"
      legend={{ text: labelOf(name, copies) }}
      hint={hintOf(props)}
      items={[
        ...known.map((one) => ({ value: one.value, label: termOf(one.name, copies) })),
        ...others.map((value) => ({ value, label: nameIn(value) })),
      ]}
      values={values}
      error={ground.errorAt(name)}
    />
  );
}

const choicesOf = (field: GuideField, { choices }: FieldGround) =>
  "dictionary" in field ? (choices[field.dictionary] ?? []) : [];

/** The name inside `local||信用后补`. */
const nameIn = (value: string): string => value.split("|").slice(2).join("|");

export function OwnerBox(props: BoxProps) {
  const { name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const value = valueAt(ground.values, name);
  const gone =
    value === "" || ground.owners.some(({ id }) => id === value)
      ? []
      : [{ value, text: copies.fields.otherOwner(value) }];
  return (
    <Select
      name={name}
      label={labelOf(name, copies)}
      hint={hintOf(props)}
      value={value}
      options={[
        { value: "", text: copies.fields.nobody },
        ...ground.owners.map((one) => ({ value: one.id, text: one.name })),
        ...gone,
      ]}
      error={ground.errorAt(name)}
    />
  );
}
