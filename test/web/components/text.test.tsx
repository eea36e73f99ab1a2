import { Button } from "../../../web/components/button.tsx";
import { ErrorMessage } from "../../../web/components/error-message.tsx";
import { ErrorSummary } from "../../../web/components/error-summary.tsx";
import { Fieldset } from "../../../web/components/fieldset.tsx";
import { Hint } from "../../../web/components/hint.tsx";
import { Label } from "../../../web/components/label.tsx";
import { legendOf } from "./field-options.ts";
import { compareWithFixtures, content, flag, parts, text } from "./fixtures.ts";

compareWithFixtures({
  component: "button",
  supported: [
    "text",
    "html",
    "classes",
    "disabled",
    "href",
    "id",
    "name",
    "value",
    "type",
    "preventDoubleClick",
  ],
  refused: ["attributes", "isStartButton"],
  runs: 33,
  render: (options) => (
    <Button
      href={text(options, "href")}
      type={text(options, "type") as "submit" | undefined}
      name={text(options, "name")}
      value={text(options, "value")}
      id={text(options, "id")}
      disabled={flag(options, "disabled") || undefined}
      preventDoubleClick={flag(options, "preventDoubleClick")}
      class={text(options, "classes")}
    >
      {content(options)}
    </Button>
  ),
});

compareWithFixtures({
  component: "label",
  supported: ["text", "html", "classes", "for", "isPageHeading"],
  refused: ["attributes"],
  // Without words there is no label; we never make one.
  skipped: ["empty"],
  runs: 15,
  render: (options) => (
    <Label
      for={text(options, "for")}
      class={text(options, "classes")}
      pageHeading={flag(options, "isPageHeading")}
    >
      {content(options)}
    </Label>
  ),
});

compareWithFixtures({
  component: "hint",
  supported: ["text", "html", "id", "classes"],
  refused: ["attributes"],
  runs: 5,
  render: (options) => (
    <Hint id={text(options, "id")} class={text(options, "classes")}>
      {content(options)}
    </Hint>
  ),
});

compareWithFixtures({
  component: "error-message",
  supported: ["text", "id", "visuallyHiddenText"],
  refused: ["attributes", "html", "classes"],
  runs: 5,
  render: (options) => (
    <ErrorMessage
      id={text(options, "id")}
      error={{
        text: text(options, "text") ?? "",
        // Empty words are how the template is told to leave the prefix out.
        prefix: options.visuallyHiddenText === "" ? "" : (text(options, "visuallyHiddenText") ?? "Error"),
      }}
    />
  ),
});

compareWithFixtures({
  component: "fieldset",
  supported: [
    "legend.text",
    "legend.html",
    "legend.classes",
    "legend.isPageHeading",
    "classes",
    "describedBy",
    "role",
    "html",
  ],
  refused: ["attributes"],
  runs: 17,
  render: (options) => (
    <Fieldset
      legend={legendOf(options)}
      describedBy={text(options, "describedBy")}
      role={text(options, "role") as "group" | undefined}
      class={text(options, "classes")}
    >
      {content(options)}
    </Fieldset>
  ),
});

compareWithFixtures({
  component: "error-summary",
  supported: ["titleText", "descriptionText", "descriptionHtml", "errorList[].text", "errorList[].href"],
  refused: [
    "attributes",
    "classes",
    "disableAutoFocus",
    "titleHtml",
    "errorList[].html",
    "errorList[].attributes",
  ],
  // `false` spelled out is written into the HTML; we never ask either way.
  skipped: ["autofocus explicitly enabled"],
  runs: 11,
  render: (options) => (
    <ErrorSummary
      title={text(options, "titleText") ?? ""}
      description={content(options, "description")}
      errors={parts(options, "errorList").map((error) => ({
        text: text(error, "text") ?? "",
        href: text(error, "href"),
      }))}
    />
  ),
});
