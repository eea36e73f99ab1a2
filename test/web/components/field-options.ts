import type { FieldError } from "../../../web/components/attributes.ts";
import type { Legend } from "../../../web/components/fieldset.tsx";
import type { FieldProps } from "../../../web/components/form-group.tsx";
import type { Options } from "./fixtures.ts";
import { content, flag, part, text } from "./fixtures.ts";

/** Options that all single-control fields share, and the props that they become. */
export const fieldOptions = [
  "id",
  "name",
  "label.text",
  "label.html",
  "label.classes",
  "label.isPageHeading",
  "hint.text",
  "errorMessage.text",
  "describedBy",
  "formGroup.classes",
  "classes",
] as const;

export function fieldProps(options: Options): FieldProps {
  return {
    name: text(options, "name") ?? "",
    id: text(options, "id"),
    label: content(part(options, "label")),
    labelClass: text(part(options, "label"), "classes"),
    pageHeading: flag(part(options, "label"), "isPageHeading"),
    hint: content(part(options, "hint")),
    error: errorOf(options),
    describedBy: text(options, "describedBy"),
    groupClass: text(part(options, "formGroup"), "classes"),
    class: text(options, "classes"),
  };
}

export function errorOf(options: Options): FieldError | undefined {
  const message = text(part(options, "errorMessage"), "text");
  return message ? { text: message, prefix: "Error" } : undefined;
}

export const fieldsetOptions = [
  "fieldset.legend.text",
  "fieldset.legend.html",
  "fieldset.legend.classes",
  "fieldset.legend.isPageHeading",
  "fieldset.describedBy",
] as const;

export function legendOf(options: Options | undefined): Legend | undefined {
  const legend = part(options, "legend");
  return (
    legend && {
      text: content(legend),
      class: text(legend, "classes"),
      pageHeading: flag(legend, "isPageHeading"),
    }
  );
}
