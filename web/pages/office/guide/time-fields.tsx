import { DateInput, Fieldset, Input, Select } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import type { BoxProps } from "./field-ground.tsx";
import { hintOf, valueAt } from "./field-ground.tsx";
import { labelOf } from "./words.ts";

export function DayBoxes(props: BoxProps) {
  const { name, ground } = props;
  const { common } = copy(ground.lang);
  const copies = guideDeskCopy(ground.lang);
  const part = (key: "year" | "month" | "day", width: 2 | 4) => ({
    name: key,
    label: common[key],
    value: valueAt(ground.values, `${name}-${key}`),
    width,
  });
  const parts = [part("year", 4), part("month", 2), part("day", 2)];
  return (
    <DateInput
      id={name}
      namePrefix={name}
      legend={{ text: labelOf(name, copies) }}
      hint={hintOf(props)}
      parts={ground.lang === "zh" ? parts : parts.toReversed()}
      error={ground.errorAt(name)}
    />
  );
}

/** A number of days with its unit, side by side, and room for an explanation. */
export function LimitBoxes(props: BoxProps) {
  const { name, ground } = props;
  const copies = guideDeskCopy(ground.lang);
  const { labels, days } = copies.fields;
  const hint = hintOf(props);
  return (
    <Fieldset
      legend={{ text: labelOf(name, copies) }}
      class="limit"
      describedBy={hint ? `${name}-hint` : undefined}
    >
      {hint ? (
        <div class="govuk-hint" id={`${name}-hint`}>
          {hint}
        </div>
      ) : null}
      <div class="limit__boxes" id={name}>
        <Input
          name={`${name}.day`}
          label={labels.day}
          width={4}
          inputmode="numeric"
          value={valueAt(ground.values, `${name}.day`)}
          error={ground.errorAt(`${name}.day`) ?? ground.errorAt(name)}
        />
        <Select
          name={`${name}.type`}
          label={labels.type}
          value={valueAt(ground.values, `${name}.type`) || "working"}
          options={[
            { value: "working", text: days.working },
            { value: "calendar", text: days.calendar },
          ]}
        />
        <Input
          name={`${name}.explain`}
          label={labels.explain}
          value={valueAt(ground.values, `${name}.explain`)}
          groupClass="limit__explain"
        />
      </div>
    </Fieldset>
  );
}
