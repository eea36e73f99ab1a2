import type { Change } from "../../../../functions/guide/guide.difference.ts";
import type { Finding } from "../../../../functions/guide/guide.lint.ts";
import type { GuideHead, GuideVersion } from "../../../../functions/guide/guide.record.ts";
import type { GuideSection } from "../../../../functions/guide/guide.section.ts";
import { Card, ErrorSummary, InsetText, NotificationBanner } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatDay, formatInstant } from "../../../words.ts";
import type { ActionState, Stamp } from "../case-form.tsx";
import { WayBack } from "../way-back.tsx";
import { GuideActions, shownErrors } from "./actions.tsx";
import { Findings, Parts } from "./findings.tsx";
import { StateTag } from "./state.tsx";
import { Changes } from "./version.tsx";
import { Versions } from "./versions.tsx";
import { saidIn } from "./words.ts";

export interface GuidePageProps {
  view: View;
  person: { name: string; unit: string };
  head: GuideHead;
  versions: readonly GuideVersion[];
  /** The version that something can be done with: the one being written, otherwise what citizens read. */
  current: GuideVersion;
  unit: string;
  /** The owner's name, where they are known. */
  owner: string | undefined;
  actions: readonly string[];
  /** Whether this person may begin a change, go on writing, or say that it was checked. */
  mayWrite: boolean;
  /** What the version that is being written changes of what citizens read. */
  changes: { readonly against: number; readonly list: readonly Change[] } | undefined;
  findings: readonly Finding[];
  /** The parts in which it is written, with their fields and how many findings each has. */
  sections: readonly { section: GuideSection; fields: readonly string[]; findings: number }[];
  today: string;
  stamp: Stamp;
  state?: ActionState | undefined;
  changed?: boolean | undefined;
  /** What was asked for was not done, because of what the findings say. */
  blocked?: boolean | undefined;
  done?: string | undefined;
}

/** A guide at the desk: what it is, what is wrong with it, what can be done now, and its versions. */
export function GuideDeskPage(props: GuidePageProps) {
  const { view, person, head, current, state } = props;
  const { common } = copy(view.lang);
  const { desk } = guideDeskCopy(view.lang);
  const shown = shownErrors(state, view.lang);
  return (
    <OfficePage
      view={view}
      title={`${head.name} - ${desk.title}`}
      person={person}
      current="guides"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeGuides()} text={desk.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      <Notice {...props} />
      <h1 class="govuk-heading-l" lang={saidIn(head.name, view.lang)}>
        {head.name}
      </h1>
      <Facts {...props} />
      <p class="case__jump">
        <a class="govuk-link" href="#actions">
          {desk.act.title}
        </a>
      </p>
      <div class="columns case">
        <div>
          {current.returned !== undefined && current.state === "draft" ? <Returned {...props} /> : null}
          {head.work === undefined ? null : <Difference {...props} />}
          <Findings {...props} />
          <Parts {...props} />
        </div>
        <div class="columns__side">
          <GuideActions {...props} />
        </div>
      </div>
      <Versions {...props} />
    </OfficePage>
  );
}

function Notice({ view, changed, blocked, done, head }: GuidePageProps) {
  const { common } = copy(view.lang);
  const { desk } = guideDeskCopy(view.lang);
  if (blocked) return <NotificationBanner title={common.important} role="alert" text={desk.blocked} />;
  if (changed)
    return (
      <NotificationBanner title={common.important} role="alert">
        <p class="govuk-notification-banner__heading">{desk.changed.title}</p>
        <p class="govuk-body">{desk.changed.text}</p>
      </NotificationBanner>
    );
  const words: Readonly<Record<string, unknown>> = desk.done;
  const from = done === "approve" ? head.waiting?.from : undefined;
  const plain = done !== undefined && Object.hasOwn(words, done) ? words[done] : undefined;
  const text = from === undefined ? plain : desk.done.approveFrom(formatDay(from, view.lang));
  return typeof text === "string" ? (
    <NotificationBanner title={common.success} kind="success" text={text} />
  ) : null;
}

function Facts({ view, head, current, unit, owner, versions }: GuidePageProps) {
  const { desk } = guideDeskCopy(view.lang);
  const { facts } = desk;
  const { lang } = view;
  const { live, work, waiting } = head;
  const published = versions.find(({ n }) => n === live?.n)?.publishedAt;
  const state = (
    <>
      <StateTag state={live?.state ?? current.state} lang={lang} />
      {live !== undefined && work !== undefined ? ` ${desk.working[work.state]}` : null}
      {waiting === undefined ? null : ` ${desk.from(formatDay(waiting.from, lang))}`}
    </>
  );
  const checked = live?.checkedOn === undefined ? desk.never : formatDay(live.checkedOn, lang);
  const rows = [
    { key: facts.state, value: state },
    { key: facts.code, value: <span class="number typed-text">{head.id}</span> },
    { key: facts.unit, value: unit },
    ...(owner === undefined ? [] : [{ key: facts.owner, value: owner }]),
    ...(published === undefined ? [] : [{ key: facts.published, value: formatInstant(published, lang) }]),
    ...(live === undefined ? [] : [{ key: facts.checked, value: checked }]),
    ...(live?.until === undefined ? [] : [{ key: facts.until, value: formatDay(live.until, lang) }]),
  ];
  return (
    <dl class="facts">
      {rows.map((row) => (
        <div class="facts__item">
          <dt>{row.key}</dt>
          <dd>{row.value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Returned({ view, current }: GuidePageProps) {
  const { desk } = guideDeskCopy(view.lang);
  const { returned } = current;
  if (returned === undefined) return null;
  return (
    <InsetText>
      <strong>
        {desk.returned} {returned.by.name}
      </strong>
      <p class="govuk-body typed-text">{returned.reason}</p>
    </InsetText>
  );
}

/** What a reviewer must see before they decide; all of the content is one step further. */
function Difference({ view, head, current, changes }: GuidePageProps) {
  const { difference, version, versions } = guideDeskCopy(view.lang).desk;
  const name = version(current.n);
  return (
    <Card title={`${name} · ${difference.title}`}>
      {changes === undefined ? <p class="govuk-body">{difference.first}</p> : null}
      {changes?.list.length === 0 ? <p class="govuk-body">{difference.none}</p> : null}
      {changes !== undefined && changes.list.length > 0 ? (
        <Changes changes={changes.list} against={changes.against} lang={view.lang} />
      ) : null}
      <a class="govuk-link" href={paths.officeGuideVersion(head.id, current.n)}>
        {versions.see}
      </a>
    </Card>
  );
}
