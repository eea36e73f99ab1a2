import type { Content } from "./attributes.ts";
import type { LightColour } from "./light.tsx";
import { Light } from "./light.tsx";

export interface CaseCardProps {
  href: string;
  /** What it is about, short; the whole card opens by it. */
  title: string;
  /** The number, already in groups of four. */
  reference: string;
  light?: { colour: LightColour; text: string } | undefined;
  /** The state as a sentence: "单位正在办理，应于 3 月 20 日前答复". */
  state?: Content;
  /** Small facts, such as step, assignee, day received. */
  facts?: readonly { key: string; value: Content }[] | undefined;
  headingLevel?: 2 | 3 | undefined;
}

export function CaseCard({
  href,
  title,
  reference,
  light,
  state,
  facts = [],
  headingLevel = 2,
}: CaseCardProps) {
  const Heading = `h${headingLevel}` as const;
  return (
    <article class="card case-card">
      <div class="case-card__head">
        <Heading class="case-card__title">
          <a class="govuk-link case-card__link" href={href}>
            {title}
          </a>
        </Heading>
        {light ? <Light colour={light.colour}>{light.text}</Light> : null}
      </div>
      <p class="case-card__reference number">{reference}</p>
      {state ? <p class="case-card__state">{state}</p> : null}
      {facts.length > 0 ? (
        <dl class="case-card__facts">
          {facts.map((fact) => (
            <div>
              <dt>{fact.key}</dt>
              <dd>{fact.value}</dd>
            </div>
          ))}
        </dl>
      ) : null}
    </article>
  );
}
