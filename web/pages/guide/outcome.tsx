import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import { NameOf, Said, SaidText } from "./said.tsx";
import { Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

/** 收费标准 and 收费依据 of each fee, and whether it may be reduced. */
export function FeesSection({ view, shown }: GuideProps) {
  const words = guideCopy(view.lang).guide;
  const { isFee, fees } = shown.guide;
  const none = isFee === false ? words.free : words.unknown;
  return (
    <Section view={view} name="fees">
      {fees.length === 0 ? <p class="govuk-body">{isFee === true ? words.paid : none}</p> : null}
      {fees.map((fee) => (
        <div class="fee">
          <p class="govuk-body">
            <strong>
              <Said view={view}>{fee.name}</Said>
            </strong>
          </p>
          {fee.standard ? <SaidText view={view} text={fee.standard} /> : null}
          {fee.basis ? (
            <p class="muted">
              {words.feeBasis}: <Said view={view}>{fee.basis}</Said>
            </p>
          ) : null}
          {fee.isReducible ? (
            <p class="muted">
              {words.reducible}
              {fee.reductionBasis ? (
                <>
                  {" "}
                  · {words.reductionBasis}: <Said view={view}>{fee.reductionBasis}</Said>
                </>
              ) : null}
            </p>
          ) : null}
        </div>
      ))}
    </Section>
  );
}

export function ResultsSection({ view, shown }: GuideProps) {
  const words = guideCopy(view.lang).guide.results;
  const { results } = shown.guide;
  return (
    <Section view={view} name="results">
      {results.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {results.length > 0 ? (
        <ul class="govuk-list">
          {results.map(({ name, type, sample }) => {
            const href = paths.outside(sample);
            return (
              <li>
                <Said view={view}>{name}</Said>
                {type ? (
                  <span class="muted">
                    {" "}
                    <NameOf view={view} coded={type} />
                  </span>
                ) : null}
                {href ? (
                  <>
                    {" "}
                    <a class="no-print" href={href} rel="noopener noreferrer">
                      {words.sample}
                    </a>
                  </>
                ) : null}
              </li>
            );
          })}
        </ul>
      ) : null}
    </Section>
  );
}
