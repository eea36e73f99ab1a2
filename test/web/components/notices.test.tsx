import { BackLink } from "../../../web/components/back-link.tsx";
import { Details } from "../../../web/components/details.tsx";
import { InsetText } from "../../../web/components/inset-text.tsx";
import { NotificationBanner } from "../../../web/components/notification-banner.tsx";
import { Panel } from "../../../web/components/panel.tsx";
import { Tag } from "../../../web/components/tag.tsx";
import { WarningText } from "../../../web/components/warning-text.tsx";
import { compareWithFixtures, content, flag, text } from "./fixtures.ts";

compareWithFixtures({
  component: "inset-text",
  supported: ["text", "html", "id", "classes"],
  refused: ["attributes"],
  runs: 5,
  render: (options) => (
    <InsetText id={text(options, "id")} class={text(options, "classes")}>
      {content(options)}
    </InsetText>
  ),
});

compareWithFixtures({
  component: "notification-banner",
  supported: ["titleText", "text", "html", "type", "role", "titleId", "titleHeadingLevel", "classes"],
  refused: ["attributes", "titleHtml", "disableAutoFocus"],
  // `false` spelled out is written into the HTML; we never ask either way.
  skipped: ["auto-focus explicitly enabled, with type as success"],
  runs: 16,
  render: (options) => {
    const success = text(options, "type") === "success";
    return (
      <NotificationBanner
        title={text(options, "titleText") ?? (success ? "Success" : "Important")}
        kind={success ? "success" : undefined}
        titleId={text(options, "titleId")}
        headingLevel={text(options, "titleHeadingLevel") as 2 | undefined}
        role={text(options, "role") as "alert" | undefined}
        class={text(options, "classes")}
        text={text(options, "html") ? undefined : text(options, "text")}
      >
        {content(options)}
      </NotificationBanner>
    );
  },
});

compareWithFixtures({
  component: "warning-text",
  supported: ["text", "html", "iconFallbackText", "classes"],
  refused: ["attributes"],
  runs: 7,
  render: (options) => (
    <WarningText prefix={text(options, "iconFallbackText") ?? "Warning"} class={text(options, "classes")}>
      {content(options)}
    </WarningText>
  ),
});

compareWithFixtures({
  component: "panel",
  supported: ["titleText", "titleHtml", "text", "html", "headingLevel", "classes"],
  refused: [
    "attributes",
    "actions.attributes",
    "actions.classes",
    ...["text", "href", "type", "classes", "attributes"].map((name) => `actions.items[].${name}`),
  ],
  // A panel that stops a person in the middle of a journey is a page of its own here.
  skipped: ["interruption", "interruption with custom classes", "interruption, no actions"],
  runs: 8,
  render: (options) => (
    <Panel
      title={content(options, "title")}
      headingLevel={options.headingLevel as 1 | undefined}
      class={text(options, "classes")}
    >
      {content(options)}
    </Panel>
  ),
});

compareWithFixtures({
  component: "tag",
  supported: ["text", "html", "classes"],
  refused: ["attributes"],
  runs: 11,
  render: (options) => <Tag class={text(options, "classes")}>{content(options)}</Tag>,
});

compareWithFixtures({
  component: "details",
  supported: ["summaryText", "summaryHtml", "text", "html", "id", "open", "classes"],
  refused: ["attributes"],
  runs: 9,
  render: (options) => (
    <Details
      summary={content(options, "summary")}
      open={flag(options, "open")}
      id={text(options, "id")}
      class={text(options, "classes")}
    >
      {content(options)}
    </Details>
  ),
});

compareWithFixtures({
  component: "back-link",
  supported: ["text", "html", "href", "classes"],
  refused: ["attributes"],
  runs: 6,
  render: (options) => (
    <BackLink href={text(options, "href") ?? "#"} class={text(options, "classes")}>
      {content(options) ?? "Back"}
    </BackLink>
  ),
});
