import type { Guide } from "../../../functions/guide/guide.ts";
import { Details } from "../../components/details.tsx";
import { guideCopy } from "../../copy/guide.ts";
import type { View } from "../../view.ts";
import { limitText, Said, SaidText } from "./said.tsx";
import { Folded, Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

/** The promise with whose it is, the law beside it, and the way step by step. */
export function LimitsSection({ view, shown, unfolded }: GuideProps) {
  const words = guideCopy(view.lang).guide;
  const { promise, anticipate, deptName, steps, handleFlow, specialProcedure } = shown.guide;
  return (
    <Section view={view} name="limits">
      {promise ? (
        <p class="limit">
          <Said view={view}>{deptName}</Said> {words.promises} <strong>{limitText(view, promise)}</strong>
          {promise.type === "calendar" && promise.day > 0 ? (
            <span class="muted"> {words.calendarNote}</span>
          ) : null}
        </p>
      ) : null}
      {anticipate ? (
        <p class="govuk-body">
          {words.legal} {limitText(view, anticipate)}
          {anticipate.type === "calendar" && anticipate.day > 0 ? (
            <span class="muted"> {words.calendarNote}</span>
          ) : null}
        </p>
      ) : null}
      {promise || anticipate ? null : <p class="govuk-body">{words.unknown}</p>}
      {promise?.explain ? <SaidText view={view} text={promise.explain} /> : null}
      {steps.length > 0 ? <Steps view={view} steps={steps} open={unfolded} /> : null}
      <Folded view={view} title={words.flow} text={handleFlow} open={unfolded} />
      <Folded view={view} title={words.special} text={specialProcedure} open={unfolded} />
    </Section>
  );
}

interface StepsProps {
  view: View;
  steps: Guide["steps"];
  open?: boolean | undefined;
}

function Steps({ view, steps, open }: StepsProps) {
  const words = guideCopy(view.lang).guide;
  return (
    <Details summary={words.stepList} open={open}>
      <ol class="timeline">
        {steps.map(({ name, role, limit, standard, result }) => (
          <li class="timeline__item">
            <p class="timeline__title">
              <strong>
                <Said view={view}>{name}</Said>
              </strong>
            </p>
            <p class="timeline__meta">
              {limit ? <span>{limitText(view, limit)}</span> : null}
              {role ? (
                <span>
                  {words.stepRole}: <Said view={view}>{role}</Said>
                </span>
              ) : null}
            </p>
            {standard ? (
              <p class="timeline__meta">
                {words.stepStandard}: <Said view={view}>{standard}</Said>
              </p>
            ) : null}
            {result ? (
              <p class="timeline__meta">
                {words.stepResult}: <Said view={view}>{result}</Said>
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </Details>
  );
}
