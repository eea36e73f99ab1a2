import { Checkboxes } from "../../../web/components/checkboxes.tsx";
import { Radios } from "../../../web/components/radios.tsx";
import { errorOf, fieldsetOptions, legendOf } from "./field-options.ts";
import type { Options } from "./fixtures.ts";
import { compareWithFixtures, content, flag, part, parts, text } from "./fixtures.ts";

const supported = [
  ...fieldsetOptions,
  "fieldset.classes",
  "name",
  "idPrefix",
  "classes",
  "hint.text",
  "errorMessage.text",
  "formGroup.classes",
  "items[].id",
  "items[].text",
  "items[].html",
  "items[].value",
  "items[].checked",
  "items[].disabled",
  "items[].divider",
  "items[].hint.text",
  "items[].conditional.html",
] as const;

const refused = [
  "attributes",
  "fieldset.attributes",
  "items[].attributes",
  "items[].label.classes",
  "items[].label.attributes",
] as const;

function shared(options: Options) {
  const fieldset = part(options, "fieldset");
  return {
    name: text(options, "name") ?? "",
    id: text(options, "idPrefix"),
    legend: legendOf(fieldset),
    describedBy: text(fieldset, "describedBy") ?? text(options, "describedBy"),
    fieldsetClass: text(fieldset, "classes"),
    hint: content(part(options, "hint")),
    error: errorOf(options),
    groupClass: text(part(options, "formGroup"), "classes"),
    class: text(options, "classes"),
    items: parts(options, "items").map((item) => {
      const divider = text(item, "divider");
      if (divider) return { divider };
      const conditional = part(item, "conditional");
      return {
        value: text(item, "value") ?? "",
        label: content(item),
        hint: content(part(item, "hint")),
        id: text(item, "id"),
        disabled: flag(item, "disabled"),
        conditional: content(conditional),
      };
    }),
  };
}

/** What is marked as checked one by one stands before what is given for the whole. */
function checked(options: Options, whole: readonly string[]): string[] {
  return parts(options, "items")
    .filter((item) => item.checked === true || (item.checked !== false && whole.includes(String(item.value))))
    .map((item) => text(item, "value") ?? "");
}

compareWithFixtures({
  component: "radios",
  supported: [...supported, "value"],
  refused,
  // Holes in a list still count when ids are numbered, and an empty element is no element: lists here have no holes.
  skipped: ["with falsy items", "with empty conditional"],
  runs: 36,
  render: (options) => (
    <Radios {...shared(options)} value={checked(options, [text(options, "value") ?? "\0"])[0]} />
  ),
});

compareWithFixtures({
  component: "checkboxes",
  supported: [...supported, "values[]", "describedBy"],
  refused: [
    ...refused,
    // Boxes of different names are different questions.
    "items[].name",
    // "None of these" needs govuk-frontend's script to be more than a label.
    "items[].behaviour",
  ],
  skipped: ["with falsy values", "empty conditional"],
  runs: 29,
  render: (options) => (
    <Checkboxes
      {...shared(options)}
      values={checked(options, Array.isArray(options.values) ? options.values.map(String) : [])}
    />
  ),
});
