import type { AsideField } from "../../../functions/disclosure/disclosure.aside.ts";
import type { FieldError } from "../../components/index.ts";
import { DateInput, Input, Radios, Select, Textarea } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";

export interface AsideFieldProps {
  lang: Language;
  field: AsideField;
  /** What the field is called and how to fill it in. */
  words: { label: string; hint?: string | undefined };
  values: Readonly<Record<string, string>>;
  error: FieldError | undefined;
  /** The consultations that wait for their answer, by the name of who was asked. */
  consultations: readonly { id: string; name: string }[];
  /** The other units of the counter, for a field that asks for one. */
  units?: readonly { code: string; name: string }[] | undefined;
}

const LONG_TEXT = 1000;

/** One field of an act, by its kind. */
export function AsideFieldInput(props: AsideFieldProps) {
  const { lang, field, words, values, error } = props;
  const { common } = copy(lang);
  const office = officeCopy(lang);
  const { name, kind } = field;
  const label = field.optional ? common.optional(words.label) : words.label;
  const hint = words.hint || undefined;
  const shared = { name, label, labelSize: "s" as const, hint, value: values[name], error };
  switch (kind) {
    case "day":
      return <Day lang={lang} name={name} legend={label} hint={hint} values={values} error={error} />;
    case "choice": {
      const labels = office.aside.choices[name] ?? {};
      const items = field.choices.map((value) => ({ value, label: labels[value] ?? value }));
      return (
        <Radios
          name={name}
          class="govuk-radios--small"
          legend={{ text: label, size: "s" }}
          hint={hint}
          items={items}
          value={values[name]}
          error={error}
        />
      );
    }
    case "unit": {
      const options = (props.units ?? []).map(({ code, name: text }) => ({ value: code, text }));
      return <Select {...shared} options={[{ value: "", text: office.aside.choose }, ...options]} />;
    }
    case "lines":
      return <Textarea {...shared} rows={field.most} />;
    case "consultation": {
      const options = props.consultations.map(({ id, name: text }) => ({ value: id, text }));
      return <Select {...shared} options={[{ value: "", text: office.aside.choose }, ...options]} />;
    }
    case "number":
      return <Input {...shared} width={5} inputmode="numeric" autocomplete="off" />;
    case "line":
      return <Input {...shared} autocomplete="off" />;
    case "text":
      return <Textarea {...shared} rows={field.maxCharacters >= LONG_TEXT ? 6 : 3} />;
  }
}

interface DayProps {
  lang: Language;
  name: string;
  legend: string;
  hint: string | undefined;
  values: Readonly<Record<string, string>>;
  error: FieldError | undefined;
}

function Day({ lang, name, legend, hint, values, error }: DayProps) {
  const { common } = copy(lang);
  const parts = [
    { name: "year", label: common.year, value: values[`${name}-year`], width: 4 as const },
    { name: "month", label: common.month, value: values[`${name}-month`], width: 2 as const },
    { name: "day", label: common.day, value: values[`${name}-day`], width: 2 as const },
  ];
  return (
    <DateInput
      id={name}
      namePrefix={name}
      legend={{ text: legend, size: "s" }}
      hint={hint}
      parts={lang === "zh" ? parts : parts.toReversed()}
      error={error}
    />
  );
}

/** The box that an error leads to: the first of three where the field is a day. */
export const errorTarget = (fields: readonly AsideField[], name: string, lang: Language): string =>
  fields.some((field) => field.name === name && field.kind === "day")
    ? `${name}-${lang === "zh" ? "year" : "day"}`
    : name;
