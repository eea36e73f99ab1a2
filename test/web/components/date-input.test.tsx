import { DateInput } from "../../../web/components/date-input.tsx";
import { errorOf, fieldsetOptions, legendOf } from "./field-options.ts";
import type { Options } from "./fixtures.ts";
import { compareWithFixtures, content, flag, part, parts, text } from "./fixtures.ts";

const dateParts = ["day", "month", "year"] as const;

compareWithFixtures({
  component: "date-input",
  supported: [
    "id",
    "namePrefix",
    "hint.text",
    "errorMessage.text",
    "formGroup.classes",
    "classes",
    ...fieldsetOptions,
    "values.day",
    "values.month",
    "values.year",
    "items[].name",
    "items[].value",
    "items[].autocomplete",
    "items[].error",
    "items[].id",
    "items[].classes",
  ],
  refused: [
    "attributes",
    "items[].attributes",
    "items[].pattern",
    "items[].inputmode",
    // The three parts by name are another way to say what `items` says.
    ...dateParts.flatMap((name) =>
      ["name", "label", "error", "classes", "value"].map((one) => `${name}.${one}`),
    ),
    ...["dob", "dob-user1"].flatMap((prefix) => dateParts.map((name) => `values.${prefix}-${name}`)),
  ],
  skipped: [
    // One part taken away by `false`, or freed of the error by `false`: we pass the parts that there are.
    "day and month",
    "month and year",
    "with error on single field by omission",
    // Classes of the caller's own on one part.
    "items with classes",
  ],
  runs: 27,
  render: (options) => (
    <DateInput
      id={text(options, "id") ?? ""}
      namePrefix={text(options, "namePrefix")}
      legend={legendOf(part(options, "fieldset"))}
      describedBy={text(part(options, "fieldset"), "describedBy")}
      hint={content(part(options, "hint"))}
      error={errorOf(options)}
      groupClass={text(part(options, "formGroup"), "classes")}
      class={text(options, "classes")}
      parts={partsOf(options)}
    />
  ),
});

function partsOf(options: Options) {
  const items = parts(options, "items");
  const named: Options[] = items.length > 0 ? items : dateParts.map((name) => ({ name }));
  return named.map((item) => {
    const name = text(item, "name") ?? "";
    const classes = text(item, "classes") ?? "";
    return {
      name,
      id: text(item, "id"),
      label: name.charAt(0).toUpperCase() + name.slice(1),
      value: text(item, "value") ?? text(part(options, "values"), name),
      autocomplete: text(item, "autocomplete"),
      width:
        classes.includes("width-4") || (!classes.includes("width-") && name === "year")
          ? (4 as const)
          : (2 as const),
      error: classes.includes("--error") || flag(item, "error"),
    };
  });
}
