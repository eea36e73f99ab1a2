import type { OfficeThread } from "../../../../functions/advice/advice.seen.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Card,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  SummaryList,
  Timeline,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeAdviceCopy } from "../../../copy/office-advice.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { advicePaths } from "../../../paths.advice.ts";
import type { View } from "../../../view.ts";
import { formatInstant, formatReference } from "../../../words.ts";
import { WayBack } from "../way-back.tsx";
import { Actions, shownErrors } from "./actions.tsx";
import { Due } from "./list.tsx";

export interface OfficeAdviceProps {
  view: View;
  person: { name: string; unit: string };
  thread: OfficeThread;
  /** All units, by code. */
  units: readonly { code: string; name: string }[];
  stamp: { version: number; command: string };
  done?: string | undefined;
  /** A form that came back, with what was typed in it. */
  refused?:
    | {
        readonly action: string;
        readonly values: Readonly<Record<string, string>>;
        readonly errors: FieldErrors;
      }
    | undefined;
  /** Somebody else was faster. */
  changed?: boolean | undefined;
}

/** Left what was asked and answered, then what can be done now, below what was done. */
export function OfficeAdvicePage(props: OfficeAdviceProps) {
  const { view, person, thread, refused, changed } = props;
  const { common } = copy(view.lang);
  const words = officeAdviceCopy(view.lang);
  const shown = shownErrors(view.lang, refused);
  const done =
    props.done !== undefined && Object.hasOwn(words.done, props.done) ? words.done[props.done] : "";
  return (
    <OfficePage
      view={view}
      title={`${thread.head.subject} ${formatReference(thread.head.reference)}`}
      person={person}
      current="advice"
      error={shown.any}
      before={<WayBack lang={view.lang} href={advicePaths.office()} text={words.back} />}
    >
      {shown.any ? (
        <ErrorSummary
          title={common.errorTitle}
          errors={shown.summary.map(({ text, href }) => ({
            text,
            href: href.replace("#", `#${refused?.action}-`),
          }))}
        />
      ) : null}
      {changed ? <NotificationBanner title={common.important} role="alert" text={words.changed} /> : null}
      {done ? <NotificationBanner title={common.success} kind="success" text={done} /> : null}
      <h1 class="govuk-heading-l">
        <bdi>{thread.head.subject}</bdi>
      </h1>
      <Asked {...props} />
      <Replies {...props} />
      <Publication {...props} />
      <section>
        <h2 class="govuk-heading-m">{words.now}</h2>
        {thread.actions.length === 0 ? <p class="govuk-body">{words.nothing}</p> : <Actions {...props} />}
      </section>
      <Card title={words.events}>
        <Timeline label={words.events} items={eventsOf(props)} />
      </Card>
    </OfficePage>
  );
}

const nameIn = (units: OfficeAdviceProps["units"], code: string): string =>
  units.find((unit) => unit.code === code)?.name ?? code;

function Asked({ view, thread, units }: OfficeAdviceProps) {
  const words = officeAdviceCopy(view.lang);
  const { head, text, name, phone, masked, standing } = thread;
  return (
    <Card title={words.asked}>
      <p class="govuk-body typed-text">{text}</p>
      {head.transfer ? (
        <InsetText>
          {words.transferredFrom(nameIn(units, head.transfer.from), head.transfer.reason)}
        </InsetText>
      ) : null}
      <SummaryList
        rows={[
          { key: words.columns.state, value: `${words.kinds[head.kind]} · ${words.states[head.state]}` },
          { key: words.dueOn, value: <Due row={standing} lang={view.lang} /> },
          { key: words.name, value: name ?? words.noName },
          { key: words.phone, value: <span class="number">{phone}</span> },
          ...(head.assignee ? [{ key: words.assignee, value: head.assignee.name }] : []),
          { key: words.submittedAt, value: formatInstant(head.submittedAt, view.lang) },
        ]}
      />
      {masked ? <p class="muted">{words.masked}</p> : null}
    </Card>
  );
}

function Replies({ view, thread, units }: OfficeAdviceProps) {
  const words = officeAdviceCopy(view.lang);
  const { replies, rating } = thread.head;
  if (replies.length === 0) return null;
  const said = rating === undefined ? "none" : rating.satisfied ? "yes" : "no";
  return (
    <Card title={words.replies}>
      {replies.map(({ text, at, unit }) => (
        <>
          <p class="govuk-body typed-text">{text}</p>
          <p class="muted">
            {nameIn(units, unit)} · {formatInstant(at, view.lang)}
          </p>
        </>
      ))}
      <p class="govuk-body">{words.rating[said]}</p>
    </Card>
  );
}

/** What everybody may read of it, or may soon. */
function Publication({ view, thread }: OfficeAdviceProps) {
  const words = officeAdviceCopy(view.lang);
  const { publication, state } = thread.head;
  if (publication === undefined) return null;
  const { content, author, reason, publishedAt } = publication;
  const back = publishedAt === undefined ? words.publication.returned : words.publication.withdrawn;
  return (
    <Card title={words.publication.title(content.subject)}>
      {state === "replied" && reason ? <InsetText>{back(reason)}</InsetText> : null}
      <p class="govuk-body typed-text">{content.question}</p>
      <p class="govuk-body typed-text">{content.answer}</p>
      <p class="muted">{words.publication.by(author.name)}</p>
      {thread.ownWork ? <InsetText>{words.publication.own}</InsetText> : null}
      {thread.publicId ? (
        <p>
          <a class="govuk-link" href={advicePaths.answer(thread.publicId)}>
            {words.publication.see}
          </a>
        </p>
      ) : null}
    </Card>
  );
}

/** The newest first: that is what somebody who opens it again looks for. */
function eventsOf({ view, thread }: OfficeAdviceProps) {
  const words = officeAdviceCopy(view.lang);
  return thread.events.toReversed().map(({ kind, at, by, reason }) => ({
    title: words.event[kind],
    when: formatInstant(at, view.lang),
    datetime: at,
    who:
      by.kind === "staff"
        ? by.name
        : by.kind === "machine"
          ? words.by.machine(by.name)
          : by.kind === "system"
            ? words.by.system
            : words.by.applicant,
    ...(reason === undefined ? {} : { detail: reason }),
  }));
}
