import { Breadcrumbs } from "../../../web/components/breadcrumbs.tsx";
import { Pagination } from "../../../web/components/pagination.tsx";
import type { SummaryAction } from "../../../web/components/summary-list.tsx";
import { SummaryList } from "../../../web/components/summary-list.tsx";
import { Table } from "../../../web/components/table.tsx";
import type { Options } from "./fixtures.ts";
import { compareWithFixtures, content, flag, part, parts, text } from "./fixtures.ts";

compareWithFixtures({
  component: "summary-list",
  supported: [
    "classes",
    "rows[].classes",
    "rows[].key.text",
    "rows[].key.html",
    "rows[].value.text",
    "rows[].value.html",
    "rows[].actions.items[].href",
    "rows[].actions.items[].text",
    "rows[].actions.items[].visuallyHiddenText",
    "card.title.text",
    "card.title.headingLevel",
    "card.classes",
    "card.actions.items[].href",
    "card.actions.items[].text",
  ],
  refused: [
    "attributes",
    "card.attributes",
    "card.title.html",
    "rows[].key.classes",
    "rows[].value.classes",
    "rows[].actions.classes",
    "rows[].actions.items[].html",
    "rows[].actions.items[].classes",
    "rows[].actions.items[].attributes",
  ],
  // A card without a title; ours always has one.
  skipped: ["summary card with custom classes"],
  runs: 19,
  render: (options) => {
    const card = part(options, "card");
    return (
      <SummaryList
        class={text(options, "classes")}
        rows={parts(options, "rows").map((row) => ({
          key: content(part(row, "key")),
          value: content(part(row, "value")),
          class: text(row, "classes"),
          actions: part(row, "actions")?.items ? actionsOf(part(row, "actions")) : undefined,
        }))}
        card={
          card && {
            title: text(part(card, "title"), "text") ?? "",
            headingLevel: (part(card, "title")?.headingLevel as 3 | undefined) ?? 2,
            class: text(card, "classes"),
            actions: actionsOf(part(card, "actions")),
          }
        }
      />
    );
  },
});

function actionsOf(options: Options | undefined): SummaryAction[] {
  return parts(options, "items").map((action) => ({
    href: text(action, "href") ?? "",
    text: text(action, "text") ?? "",
    hidden: text(action, "visuallyHiddenText"),
  }));
}

compareWithFixtures({
  component: "table",
  supported: [
    "caption",
    "captionClasses",
    "classes",
    "firstCellIsHeader",
    ...["head[]", "rows[][]"].flatMap((cell) =>
      ["text", "html", "format", "colspan", "rowspan", "classes"].map((name) => `${cell}.${name}`),
    ),
  ],
  refused: ["attributes", "head[].attributes", "rows[][].attributes"],
  runs: 17,
  render: (options) => (
    <Table
      caption={text(options, "caption")}
      captionSize={text(options, "captionClasses")?.endsWith("--m") ? "m" : undefined}
      class={text(options, "classes")}
      firstCellIsHeader={flag(options, "firstCellIsHeader")}
      head={options.head ? parts(options, "head").map(cellOf) : undefined}
      rows={rowsOf(options).map((row) => row.map(cellOf))}
    />
  ),
});

function rowsOf(options: Options): Options[][] {
  const rows = options.rows;
  return Array.isArray(rows) ? rows.filter(Boolean) : [];
}

function cellOf(options: Options) {
  return {
    content: content(options),
    numeric: text(options, "format") === "numeric",
    colspan: options.colspan as number | undefined,
    rowspan: options.rowspan as number | undefined,
    class: text(options, "classes"),
  };
}

compareWithFixtures({
  component: "breadcrumbs",
  supported: ["items[].text", "items[].html", "items[].href", "classes", "collapseOnMobile", "labelText"],
  refused: ["attributes", "items[].attributes"],
  runs: 10,
  render: (options) => (
    <Breadcrumbs
      label={text(options, "labelText") ?? "Breadcrumb"}
      items={parts(options, "items").map((item) => ({ text: content(item), href: text(item, "href") }))}
      collapseOnMobile={flag(options, "collapseOnMobile")}
      class={text(options, "classes")}
    />
  ),
});

compareWithFixtures({
  component: "pagination",
  supported: [
    "landmarkLabel",
    "classes",
    "items[].number",
    "items[].href",
    "items[].current",
    "items[].ellipsis",
    "items[].visuallyHiddenText",
    ...["previous", "next"].flatMap((link) => ["href", "text", "labelText"].map((name) => `${link}.${name}`)),
  ],
  refused: ["attributes", "items[].attributes", "previous.attributes", "next.attributes"],
  runs: 14,
  render: (options) => (
    <Pagination
      label={text(options, "landmarkLabel") ?? "Pagination"}
      class={text(options, "classes")}
      previous={linkOf(part(options, "previous"), "Previous")}
      next={linkOf(part(options, "next"), "Next")}
      items={
        options.items
          ? parts(options, "items")
              .filter((item) => Object.keys(item).length > 0)
              .map(pageOf)
          : undefined
      }
    />
  ),
});

function linkOf(options: Options | undefined, word: string) {
  if (!options) return undefined;
  const otherwise = (
    <>
      {word}
      <span class="govuk-visually-hidden"> page</span>
    </>
  );
  return {
    href: text(options, "href") ?? "",
    text: text(options, "text") ?? otherwise,
    label: text(options, "labelText"),
  };
}

function pageOf(options: Options) {
  if (flag(options, "ellipsis")) return { ellipsis: true as const };
  const number = text(options, "number") ?? "";
  return {
    number,
    href: text(options, "href") ?? "",
    label: text(options, "visuallyHiddenText") ?? `Page ${number}`,
    current: flag(options, "current"),
  };
}
