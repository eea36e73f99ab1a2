import { Pagination } from "../../components/pagination.tsx";
import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { ResultsProps } from "./results.tsx";

/** The first, the last, and those around this one. */
function shownPages(page: number, pages: number): (number | undefined)[] {
  const wanted = [1, page - 1, page, page + 1, pages].filter((each) => each >= 1 && each <= pages);
  const sorted = [...new Set(wanted)].sort((one, other) => one - other);
  return sorted.flatMap((each, index) => {
    const before = sorted[index - 1];
    return before !== undefined && each - before > 1 ? [undefined, each] : [each];
  });
}

export function ResultPages({ view, q, filters, page, pages }: ResultsProps) {
  if (pages < 2) return null;
  const words = copy(view.lang).common;
  const href = (number: number) =>
    paths.guidesBy({ q, ...filters, page: number === 1 ? undefined : String(number) });
  return (
    <Pagination
      label={words.pagination}
      previous={page > 1 ? { href: href(page - 1), text: words.previousPage } : undefined}
      next={page < pages ? { href: href(page + 1), text: words.nextPage } : undefined}
      items={shownPages(page, pages).map((number) =>
        number === undefined
          ? { ellipsis: true }
          : {
              number: String(number),
              href: href(number),
              label: words.page(number),
              current: number === page,
            },
      )}
    />
  );
}
