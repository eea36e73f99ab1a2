import type { OwnField, RectificationField } from "../../../functions/rectification/rectification.form.ts";
import { Input, Textarea } from "../../components/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import type { FieldProps } from "../disclosure/fields.tsx";
import { ApplicationInput, textAt } from "../disclosure/fields.tsx";

export type RectificationFieldProps = Omit<FieldProps, "name"> & { name: RectificationField };

const isOwn = (name: RectificationField): name is OwnField =>
  name === "record" || name === "wrong" || name === "right";

/** One field: which record, what is wrong and right; every other is a field of the disclosure application. */
export function RectificationInput({ name, ...props }: RectificationFieldProps) {
  if (!isOwn(name)) return <ApplicationInput {...props} name={name} />;
  const words = rectificationCopy(props.view.lang).fields[name];
  const shared = {
    name,
    label: words.label,
    labelSize: "s" as const,
    hint: words.hint,
    value: textAt(props.values, name),
    error: props.shown.at(name),
  };
  return name === "record" ? (
    <Input {...shared} autocomplete="off" spellcheck={false} />
  ) : (
    <Textarea {...shared} rows={4} autocomplete="off" />
  );
}
