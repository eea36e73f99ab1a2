import type { DictionaryName } from "../../../../functions/guide/guide.dictionary.ts";
import type { Finding } from "../../../../functions/guide/guide.lint.ts";
import type { GuideField } from "../../../../functions/guide/guide.section.ts";
import type { FormValues } from "../../../../functions/kit/form.ts";
import type { Content, FieldError } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import type { Language } from "../../../view.ts";
import { sentenceOf } from "./findings.tsx";

/** What every field of a form stands on. */
export interface FieldGround {
  lang: Language;
  values: FormValues;
  findings: readonly Finding[];
  choices: Readonly<Partial<Record<DictionaryName, readonly { value: string; name: string }[]>>>;
  owners: readonly { id: string; name: string }[];
  errorAt: (field: string) => FieldError | undefined;
}

export interface BoxProps {
  field: GuideField;
  /** Its name in the form, with its place in a list: `materials.2.sourceType`. */
  name: string;
  ground: FieldGround;
}

export const valueAt = (values: FormValues, name: string): string => {
  const value = Object.hasOwn(values, name) ? (values[name] ?? "") : "";
  return typeof value === "string" ? value : (value.at(-1) ?? "");
};

/** The hint of the field, and below it what was found; both are read out with the field. */
export function hintOf({ field, name, ground }: BoxProps): Content {
  const copies = guideDeskCopy(ground.lang);
  const { hints } = copies.fields;
  const plain = name.replace(/\.\d+\./, ".");
  const hint = Object.hasOwn(hints, plain)
    ? hints[plain]
    : Object.hasOwn(hints, field.name) && plain === name
      ? hints[field.name]
      : undefined;
  const found = ground.findings.filter(
    (finding) => finding.field === name || finding.field === name.replace(/\.number$/, ""),
  );
  if (found.length === 0) return hint;
  return (
    <>
      {hint}
      {found.map((finding) => (
        <FindingLine finding={finding} lang={ground.lang} />
      ))}
    </>
  );
}

/** The word in front says what the colour says. */
export function FindingLine({ finding, lang }: { finding: Finding; lang: Language }) {
  const copies = guideDeskCopy(lang);
  return (
    <span class={`finding finding--${finding.severity}`}>
      {copies.fields.pair(copies.desk.findings[finding.severity], sentenceOf(finding, copies))}
    </span>
  );
}
