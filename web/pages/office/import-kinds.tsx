import type { Language } from "../../view.ts";

export interface ImportKindsProps<Result extends string> {
  lang: Language;
  only: Result | undefined;
  counts: Readonly<Record<Result, number>>;
  kinds: readonly Result[];
  names: Readonly<Record<Result, string>>;
  words: { label: string; all: string; count: (name: string, count: string) => string };
  hrefOf: (only: Result | undefined) => string;
}

/** The kinds of lines that a report has, to look at one alone. */
export function ImportKinds<Result extends string>(props: ImportKindsProps<Result>) {
  const { only, counts, kinds, names, words, hrefOf } = props;
  const total = kinds.reduce((sum, kind) => sum + counts[kind], 0);
  const links = [
    { kind: undefined, name: words.all, count: total },
    ...kinds
      .filter((kind) => counts[kind] > 0)
      .map((kind) => ({ kind, name: names[kind], count: counts[kind] })),
  ];
  return (
    <nav aria-label={words.label}>
      <ul class="quick">
        {links.map(({ kind, name, count }) => (
          <li>
            <a
              class="quick__link"
              href={`${hrefOf(kind)}#report`}
              aria-current={kind === only ? "true" : undefined}
            >
              {words.count(name, count.toLocaleString("en"))}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
