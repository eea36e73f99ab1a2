import type { FailedNotice } from "../../../functions/notice/notice.office.service.ts";
import {
  Button,
  Card,
  Details,
  EmptyState,
  NotificationBanner,
  Select,
  SummaryList,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeNoticeCopy } from "../../copy/office-notice.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import { noticePaths } from "../../paths.notice.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatInstant, formatReference } from "../../words.ts";

export interface NoticesPageProps {
  view: View;
  person: { name: string; unit: string };
  unit: { code: string; name: string };
  /** Empty for who may look into one unit alone. */
  units: readonly { code: string; name: string }[];
  notices: readonly FailedNotice[];
  maySettle: boolean;
  done: "again" | "given_up" | "gone" | undefined;
}

/** What the machine could not deliver, as work for the unit that it speaks for. */
export function NoticesPage(props: NoticesPageProps) {
  const { view, person, unit, notices, done } = props;
  const { common } = copy(view.lang);
  const words = officeNoticeCopy(view.lang);
  return (
    <OfficePage view={view} title={`${words.title} - ${unit.name}`} person={person} current="notices">
      {done === undefined ? null : (
        <NotificationBanner
          title={done === "gone" ? common.important : common.success}
          {...(done === "gone" ? {} : { kind: "success" as const })}
          text={words.done[done]}
        />
      )}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <UnitChoice {...props} />
      {notices.length === 0 ? (
        <EmptyState icon="check" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <p class="govuk-body">{words.lead}</p>
      )}
      {notices.map((notice, place) => (
        <OneNotice {...props} notice={notice} place={place} />
      ))}
    </OfficePage>
  );
}

function UnitChoice({ view, unit, units }: NoticesPageProps) {
  const words = officeNoticeCopy(view.lang);
  if (units.length === 0) return null;
  return (
    <form method="get" action={paths.officeNotices()}>
      <Select
        id="unit"
        name="unit"
        label={words.unit}
        value={unit.code}
        options={units.map(({ code, name }) => ({ value: code, text: name }))}
      />
      <Button kind="secondary">{words.show}</Button>
    </form>
  );
}

function OneNotice(props: NoticesPageProps & { notice: FailedNotice; place: number }) {
  const { view, notice, maySettle } = props;
  const { lang } = view;
  const words = officeNoticeCopy(lang);
  const { template, channel, address, failure, attempts, failedAt } = notice;
  const way = channel === undefined ? words.noChannel : words.channels[channel];
  return (
    <Card title={words.templates[template]}>
      <SummaryList
        rows={[
          { key: words.rows.about, value: <About {...props} /> },
          { key: words.rows.to, value: `${way} ${address ?? words.noAddress}` },
          { key: words.rows.why, value: words.failures[failure ?? "died"] },
          { key: words.rows.tries, value: words.times(attempts) },
          { key: words.rows.when, value: formatInstant(failedAt, lang) },
        ]}
      />
      {maySettle ? <Acts {...props} /> : null}
    </Card>
  );
}

function About({ view, notice }: NoticesPageProps & { notice: FailedNotice }) {
  const words = officeNoticeCopy(view.lang);
  const { reference, visitAt, template } = notice;
  if (reference === undefined)
    return <>{visitAt === undefined ? "" : words.visit(formatInstant(visitAt, view.lang))}</>;
  return (
    <a
      class="govuk-link"
      href={
        template.startsWith("advice_") ? advicePaths.officeThread(reference) : paths.officeCase(reference)
      }
    >
      {formatReference(reference)}
    </a>
  );
}

function Acts({ view, unit, notice, place }: NoticesPageProps & { notice: FailedNotice; place: number }) {
  const words = officeNoticeCopy(view.lang);
  const handle = <input type="hidden" name="notice" value={notice.handle} />;
  return (
    <>
      <form method="post" action={noticePaths.act("again", unit.code)}>
        {handle}
        <Button kind="secondary">{words.again}</Button>
      </form>
      <Details summary={words.giveUp} id={`give-up-${place + 1}`}>
        <form method="post" action={noticePaths.act("give-up", unit.code)}>
          {handle}
          <p class="govuk-body">{words.giveUpHint}</p>
          <Button kind="warning">{words.giveUpNow}</Button>
        </form>
      </Details>
    </>
  );
}
