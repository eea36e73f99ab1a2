import type { Block } from "../../../functions/gazette/gazette.ts";
import { paths } from "../../paths.ts";

/** The text of an item: headings and paragraphs, in the language of the office. */
export function GazetteText({ blocks, level = 2 }: { blocks: readonly Block[]; level?: 2 | 3 }) {
  const Heading = `h${level}` as const;
  return (
    <div class="gazette-text" lang="zh-CN">
      {blocks.map(({ kind, text }) =>
        kind === "heading" ? (
          <Heading class="govuk-heading-m">{text}</Heading>
        ) : (
          <p class="govuk-body typed-text">{text.split(ADDRESS).map((part) => linked(part))}</p>
        ),
      )}
    </div>
  );
}

/** Chinese follows an address without a space, and what ends a sentence is no part of it. */
const ADDRESS = /(https?:\/\/[\w.~:/?#@!$&*+=%,;-]*[\w/#=&-])/;

/** Whoever reads it on a phone cannot type an address from the page that it stands on. */
function linked(part: string) {
  const href = part.startsWith("http") ? paths.outside(part) : undefined;
  return href === undefined ? (
    part
  ) : (
    <a class="govuk-link" href={href} rel="noopener noreferrer">
      {part}
    </a>
  );
}
