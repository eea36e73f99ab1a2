import type { Content } from "../../components/attributes.ts";
import { SummaryList } from "../../components/summary-list.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import { dayOf, formatDay } from "../../words.ts";
import { NameOf, Said } from "./said.tsx";
import { Folded, Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

/** What the guide rests on, which version of it this is, and how to say that it is wrong. */
export function AboutSection(props: GuideProps) {
  const { view, shown, unfolded } = props;
  const words = guideCopy(view.lang).guide.about;
  const { duty, byLaw, policies } = shown.guide;
  return (
    <Section view={view} name="about">
      <SummaryList class="dense" rows={factsOf(props).map(([key, value]) => ({ key, value }))} />
      <Folded view={view} title={words.law} text={byLaw} open={unfolded} />
      <Folded view={view} title={words.duty} text={duty} open={unfolded} />
      {policies.length > 0 ? (
        <>
          <h3 class="guide__title">{words.policies}</h3>
          <ul class="govuk-list">
            {policies.map(({ name, link }) => {
              const href = paths.outside(link);
              return (
                <li>
                  {href ? (
                    <a href={href} rel="noopener noreferrer">
                      <Said view={view}>{name}</Said>
                    </a>
                  ) : (
                    <Said view={view}>{name}</Said>
                  )}
                </li>
              );
            })}
          </ul>
        </>
      ) : null}
      <p class="govuk-body no-print">
        <a href={paths.guideReport(shown.id)}>{words.wrong}</a>
        <span class="muted"> {words.wrongLead}</span>
      </p>
    </Section>
  );
}

function factsOf({ view, shown }: GuideProps): readonly [string, Content][] {
  const words = guideCopy(view.lang).guide.about;
  const { guide, checkedOn, publishedAt, version, id } = shown;
  const { deptName, unionDept, taskType, useLevel, areaName } = guide;
  const published = `${formatDay(dayOf(publishedAt), view.lang)} · ${words.version(version)}`;
  return [
    [words.unit, <Said view={view}>{deptName}</Said>],
    ...(unionDept ? [[words.union, <Said view={view}>{unionDept}</Said>] as [string, Content]] : []),
    [words.kind, <NameOf view={view} coded={taskType} />],
    ...(useLevel ? [[words.level, <NameOf view={view} coded={useLevel} />] as [string, Content]] : []),
    ...(areaName ? [[words.area, <Said view={view}>{areaName}</Said>] as [string, Content]] : []),
    [words.code, <span class="number guide__code">{id}</span>],
    ...(checkedOn ? [[words.checked, formatDay(checkedOn, view.lang)] as [string, Content]] : []),
    [words.published, published],
  ];
}
