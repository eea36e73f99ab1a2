import type { Content } from "../../components/attributes.ts";
import { guideCopy } from "../../copy/guide.ts";
import { limitText, Said } from "./said.tsx";
import type { GuideProps } from "./shown.ts";

interface Fact {
  term: string;
  text: Content;
}

/** Four facts that decide whether one reads on; what the guide does not say is left out. */
export function Glance({ view, shown }: GuideProps) {
  const words = guideCopy(view.lang).guide;
  const { promise, anticipate, isFee, fees, limitSceneNum, results } = shown.guide;
  const limit = promise ?? anticipate;
  const hasFee = isFee ?? (fees.length > 0 ? true : undefined);
  const facts: readonly (Fact | undefined)[] = [
    limit && { term: words.glance.limit, text: limitText(view, limit) },
    hasFee === undefined ? undefined : { term: words.glance.fee, text: hasFee ? words.paid : words.free },
    limitSceneNum === undefined
      ? undefined
      : { term: words.glance.visits, text: visits(limitSceneNum, words.visits) },
    results[0] && { term: words.glance.result, text: <Said view={view}>{results[0].name}</Said> },
  ];
  const known = facts.filter((fact) => fact !== undefined);
  if (known.length === 0) return null;
  return (
    <dl class="glance" aria-label={words.glance.label}>
      {known.map(({ term, text }) => (
        <div>
          <dt>{term}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function visits(
  count: number,
  words: { none: string; once: string; many: (count: number) => string },
): string {
  if (count === 0) return words.none;
  return count === 1 ? words.once : words.many(count);
}
