import type { Block } from "../../../functions/gazette/gazette.ts";

/** The text of an item: headings and paragraphs, in the language of the office. */
export function GazetteText({ blocks, level = 2 }: { blocks: readonly Block[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div class="gazette-text" lang="zh-CN">
      {blocks.map(({ kind, text }) =>
        kind === "heading" ? (
          <Heading class="govuk-heading-m">{text}</Heading>
        ) : (
          <p class="govuk-body typed-text">{text}</p>
        ),
      )}
    </div>
  );
}
