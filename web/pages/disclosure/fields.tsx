import type { ApplicationField } from "../../../functions/disclosure/disclosure.ts";
import type { ShownErrors } from "../../components/index.ts";
import { Input, Radios, Textarea } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import type { View } from "../../view.ts";

export type Values = Readonly<Record<string, string | readonly string[]>>;

/** What can be chosen, in the order in which it is shown. */
export interface Options {
  applicantKind: readonly string[];
  identityKind: readonly string[];
  form: readonly string[];
  route: readonly string[];
  unit: readonly { code: string; name: string; hint: string }[];
}

export interface FieldProps {
  name: ApplicationField;
  view: View;
  values: Values;
  options: Options;
  shown: ShownErrors;
  /** The applicant is an organisation, whose name and number are called otherwise. */
  organisation: boolean;
  /** Other words than an applicant reads, where somebody else fills it in. */
  words?: { label: string; hint?: string } | undefined;
  /** The field is the page's one question: its label is the heading. */
  question?: { title: string; hint: string } | undefined;
}

type Choices = Readonly<Record<string, { label: string; hint: string }>>;

export function textAt(values: Values, name: string): string {
  const value = values[name] ?? "";
  return typeof value === "string" ? value : (value.at(-1) ?? "");
}

/** One field of the application with the input attributes that a phone's keyboard and memory want. */
export function ApplicationInput(props: FieldProps) {
  const { name, view } = props;
  const { fields } = disclosureCopy(view.lang);
  switch (name) {
    case "applicantKind":
    case "identityKind":
    case "form":
    case "route":
    case "unit":
      return <Choice {...props} name={name} />;
    case "name":
      return props.organisation ? (
        <Text {...props} words={fields.organisationName} autocomplete="organization" />
      ) : (
        <Text {...props} words={props.words ?? fields.name} autocomplete="name" width={20} />
      );
    case "legalRepresentative":
      return <Text {...props} words={props.words ?? fields[name]} autocomplete="off" width={20} optional />;
    case "contactName":
      return <Text {...props} words={props.words ?? fields[name]} autocomplete="name" width={20} />;
    case "identityNumber":
      return <IdentityNumber {...props} />;
    case "documentNumber":
      return <Text {...props} words={fields[name]} autocomplete="off" width={30} optional />;
    case "description":
      return <Description {...props} />;
    case "phone":
      return (
        <Text {...props} words={fields[name]} type="tel" inputmode="tel" autocomplete="tel" width={20} />
      );
    case "email":
      return (
        <Text
          {...props}
          words={fields[name]}
          type="email"
          inputmode="email"
          autocomplete="email"
          optional={textAt(props.values, "route") !== "email"}
        />
      );
    case "address":
      return <Text {...props} words={fields[name]} autocomplete="street-address" />;
    case "postcode":
      return (
        <Text {...props} words={fields[name]} inputmode="numeric" autocomplete="postal-code" width={10} />
      );
    default:
      return <Text {...props} words={fields[name]} autocomplete="off" />;
  }
}

interface TextProps extends FieldProps {
  words: { label: string; hint?: string };
  type?: "tel" | "email";
  inputmode?: "tel" | "email" | "numeric";
  autocomplete: string;
  width?: 10 | 20 | 30;
  optional?: boolean;
}

function Text({ name, view, values, shown, question, words, optional, ...rest }: TextProps) {
  const label = question?.title ?? words.label;
  return (
    <Input
      name={name}
      label={optional ? copy(view.lang).common.optional(label) : label}
      labelSize={question ? "l" : "s"}
      pageHeading={Boolean(question)}
      hint={(question?.hint ?? words.hint) || undefined}
      value={textAt(values, name)}
      error={shown.at(name)}
      type={rest.type}
      inputmode={rest.inputmode}
      autocomplete={rest.autocomplete}
      autocapitalize={rest.type === "email" ? "none" : undefined}
      width={rest.width}
      spellcheck={false}
    />
  );
}

function IdentityNumber({ view, values, shown, organisation }: FieldProps) {
  const words = disclosureCopy(view.lang).fields.identityNumber;
  return (
    <Input
      name="identityNumber"
      label={words.label}
      labelSize="s"
      hint={organisation ? words.organisationHint : words.hint}
      value={textAt(values, "identityNumber")}
      error={shown.at("identityNumber")}
      width={20}
      class="number"
      autocomplete="off"
      autocapitalize="characters"
      spellcheck={false}
    />
  );
}

function Description({ view, values, shown }: FieldProps) {
  const words = disclosureCopy(view.lang).fields.description;
  return (
    <Textarea
      name="description"
      label={words.label}
      labelSize="s"
      hint={words.hint}
      rows={8}
      value={textAt(values, "description")}
      error={shown.at("description")}
      autocomplete="off"
    />
  );
}

type ChoiceName = "applicantKind" | "identityKind" | "form" | "route" | "unit";

function Choice({ name, view, values, shown, options, question }: FieldProps & { name: ChoiceName }) {
  const { fields, choices } = disclosureCopy(view.lang);
  const items =
    name === "unit"
      ? options.unit.map(({ code, name: label, hint }) => ({ value: code, label, hint }))
      : options[name].map((value) => choiceItem(value, choices[name]));
  return (
    <Radios
      name={name}
      legend={{
        text: question?.title ?? fields[name].label,
        size: question ? "l" : "s",
        pageHeading: Boolean(question),
      }}
      hint={question?.hint || undefined}
      items={items}
      value={textAt(values, name)}
      error={shown.at(name)}
    />
  );
}

function choiceItem(value: string, choices: Choices) {
  const words = choices[value];
  return { value, label: words?.label ?? value, hint: words?.hint || undefined };
}
