import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export interface PageLink {
  href: string;
  text: Content;
  /** A second line that says what is there, such as the title of the next part. */
  label?: string | undefined;
}

export type PageItem =
  | { number: string; href: string; label: string; current?: boolean | undefined }
  | { ellipsis: true };

export interface PaginationProps {
  label: string;
  previous?: PageLink | undefined;
  next?: PageLink | undefined;
  /** Left out where pages are reached by a cursor and so have no numbers. */
  items?: readonly PageItem[] | undefined;
  class?: string | undefined;
}

export function Pagination({ label, previous, next, items, class: extra }: PaginationProps) {
  const block = !items && Boolean(previous || next);
  return (
    <nav class={join("govuk-pagination", block && "govuk-pagination--block", extra)} aria-label={label}>
      {previous ? <Arrow link={previous} kind="prev" block={block} /> : null}
      {items ? (
        <ul class="govuk-pagination__list">
          {items.map((item) => (
            <Numbered item={item} />
          ))}
        </ul>
      ) : null}
      {next ? <Arrow link={next} kind="next" block={block} /> : null}
    </nav>
  );
}

function Numbered({ item }: { item: PageItem }) {
  if ("ellipsis" in item) return <li class="govuk-pagination__item govuk-pagination__item--ellipsis">⋯</li>;
  return (
    <li class={join("govuk-pagination__item", item.current && "govuk-pagination__item--current")}>
      <a
        class="govuk-link govuk-pagination__link"
        href={item.href}
        aria-label={item.label}
        aria-current={item.current ? "page" : undefined}
      >
        {item.number}
      </a>
    </li>
  );
}

function Arrow({ link, kind, block }: { link: PageLink; kind: "prev" | "next"; block: boolean }) {
  const title = join(
    "govuk-pagination__link-title",
    block && !link.label && "govuk-pagination__link-title--decorated",
  );
  return (
    <div class={`govuk-pagination__${kind}`}>
      <a class="govuk-link govuk-pagination__link" href={link.href} rel={kind}>
        {block || kind === "prev" ? <ArrowIcon kind={kind} /> : null}
        <span class={title}>{link.text}</span>
        {link.label && block ? (
          <>
            <span class="govuk-visually-hidden">:</span>
            <span class="govuk-pagination__link-label">{link.label}</span>
          </>
        ) : null}
        {!block && kind === "next" ? <ArrowIcon kind={kind} /> : null}
      </a>
    </div>
  );
}

const arrows = {
  prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
  next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z",
} as const;

function ArrowIcon({ kind }: { kind: "prev" | "next" }) {
  return (
    <svg
      class={`govuk-pagination__icon govuk-pagination__icon--${kind}`}
      xmlns="http://www.w3.org/2000/svg"
      height="13"
      width="15"
      aria-hidden="true"
      focusable="false"
      viewBox="0 0 15 13"
    >
      <path d={arrows[kind]} />
    </svg>
  );
}
