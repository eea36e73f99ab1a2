import type { AdviceThread } from "../../../functions/advice/advice.seen.ts";
import type { Unit } from "../../../functions/kit/config.ts";
import type { TimelineItem } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Card,
  ContactCard,
  InsetText,
  PrintButton,
  SummaryList,
  Timeline,
} from "../../components/index.ts";
import { adviceCopy } from "../../copy/advice.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatInstant, formatReference } from "../../words.ts";

export interface AdviceThreadProps {
  view: View;
  thread: AdviceThread;
  /** Undefined when the unit has left the configuration. */
  unit: Unit | undefined;
  unitName: (code: string) => { zh: string; en: string } | undefined;
}

/** How it stands in one sentence, the reply, whether it helped, and what was asked. */
export function AdviceThreadPage({ view, thread, unit, unitName }: AdviceThreadProps) {
  const own = adviceCopy(view.lang).thread;
  return (
    <Page view={view} title={own.title} current="progress" phone={unit?.phone}>
      <h1 class="govuk-heading-l">{sentenceOf(view, thread)}</h1>
      {isOverdue(thread) ? <p class="govuk-body">{own.overdueHint}</p> : null}
      {thread.transferReason && thread.state !== "replied" ? (
        <InsetText>{own.transferred(thread.transferReason)}</InsetText>
      ) : null}
      {thread.replies.map((reply, place) => (
        <Card title={place === 0 ? own.reply(unitName(reply.unit)?.[view.lang] ?? "") : own.more}>
          <p class="govuk-body typed-text" lang="zh-CN">
            {reply.text}
          </p>
          <p class="muted">{formatInstant(reply.at, view.lang)}</p>
        </Card>
      ))}
      <Rating view={view} thread={thread} unit={unit} />
      {thread.publicId ? (
        <p>
          {own.public}{" "}
          <a class="govuk-link" href={advicePaths.answer(thread.publicId)}>
            {own.seePublic}
          </a>
        </p>
      ) : null}
      <Mine view={view} thread={thread} unit={unit} />
      <Card title={own.timeline}>
        <Timeline items={timelineOf(view, thread)} label={own.timeline} />
      </Card>
      {unit ? <Reach view={view} unit={unit} /> : null}
      <ButtonGroup>
        <PrintButton text={own.print} />
        <a class="govuk-link no-print" href={advicePaths.write()}>
          {own.another}
        </a>
      </ButtonGroup>
    </Page>
  );
}

const isOverdue = ({ light }: AdviceThread): boolean => light === "red";

function sentenceOf({ lang }: View, thread: AdviceThread): string {
  const { state } = adviceCopy(lang).thread;
  const due = formatDay(thread.dueOn, lang);
  if (isOverdue(thread)) return state.overdue(due);
  return thread.state === "replied" ? state.replied : state[thread.state](due);
}

/** One tap, said once. */
function Rating({ view, thread, unit }: Pick<AdviceThreadProps, "view" | "thread" | "unit">) {
  const words = adviceCopy(view.lang).thread.rate;
  if (thread.rating !== undefined)
    return (
      <InsetText>
        <p class="govuk-body">{words.said[thread.rating ? "yes" : "no"]}</p>
        {thread.rating ? null : <Again view={view} thread={thread} unit={unit} />}
      </InsetText>
    );
  if (!thread.rateable) return null;
  return (
    <Card title={words.title} class="no-print">
      <p class="muted">{words.hint}</p>
      <form method="post" action={advicePaths.rate(thread.reference)}>
        <ButtonGroup>
          <Button kind="secondary" name="satisfied" value="yes">
            {words.yes}
          </Button>
          <Button kind="secondary" name="satisfied" value="no">
            {words.no}
          </Button>
        </ButtonGroup>
      </form>
    </Card>
  );
}

/** Whoever was not helped is led on: the question again, to the same unit, or its telephone. */
function Again({ view, thread, unit }: Pick<AdviceThreadProps, "view" | "thread" | "unit">) {
  const words = adviceCopy(view.lang).thread.rate;
  const ask = advicePaths.write({ unit: thread.unit, about: thread.reference });
  return (
    <>
      <p class="govuk-body">{words.again}</p>
      <ul class="govuk-list no-print">
        <li>
          <a class="govuk-link" href={ask}>
            {words.ask}
          </a>
        </li>
        {unit ? (
          <li>
            <a class="govuk-link" href={paths.phone(unit.phone)}>
              {words.call(unit.name[view.lang], unit.phone)}
            </a>
          </li>
        ) : null}
      </ul>
    </>
  );
}

function Mine({ view, thread, unit }: Omit<AdviceThreadProps, "unitName">) {
  const { thread: own, kinds } = adviceCopy(view.lang);
  return (
    <Card title={own.mine}>
      <p class="govuk-body">
        <strong>
          <bdi>{thread.subject}</bdi>
        </strong>
      </p>
      <p class="govuk-body typed-text">{thread.text}</p>
      <SummaryList
        rows={[
          { key: own.number, value: <span class="number">{formatReference(thread.reference)}</span> },
          { key: own.kind, value: kinds[thread.kind] },
          ...(unit ? [{ key: own.unit, value: unit.name[view.lang] }] : []),
          { key: own.submittedAt, value: formatInstant(thread.submittedAt, view.lang) },
        ]}
      />
    </Card>
  );
}

/** What has happened, oldest first, and what is still to come. */
function timelineOf({ lang }: View, thread: AdviceThread): TimelineItem[] {
  const names = adviceCopy(lang).thread.events;
  const waits = thread.state !== "replied";
  const happened = thread.timeline.map(
    ({ kind, at }, place): TimelineItem => ({
      title: names[kind] ?? kind,
      when: formatInstant(at, lang),
      datetime: at,
      state: waits && place === thread.timeline.length - 1 ? "current" : "done",
    }),
  );
  if (!waits) return happened;
  const { dueOn } = thread;
  return [...happened, { title: names.due, when: formatDay(dueOn, lang), datetime: dueOn, state: "future" }];
}

function Reach({ view, unit }: { view: View; unit: Unit }) {
  const words = adviceCopy(view.lang).thread;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.contact}</h2>
      <ContactCard
        contact={{
          phone: unit.phone,
          hall: unit.name[view.lang],
          address: unit.address[view.lang],
          hours: unit.hours[view.lang],
        }}
        words={{ phone: words.phone, hall: words.unit, address: words.address, hours: words.hours }}
      />
    </section>
  );
}
