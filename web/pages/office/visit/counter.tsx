import type { CounterSheet, Served } from "../../../../functions/visit/visit.sheet.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  ErrorSummary,
  NotificationBanner,
  SummaryList,
  showErrors,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatTime } from "../../../words.ts";
import { ActForm } from "./act-form.tsx";
import { Flags, NumberLink } from "./sheet-parts.tsx";
import { Transfer } from "./transfer.tsx";
import { servicesIn } from "./words.ts";

export interface VisitCounterPageProps {
  view: View;
  person: { name: string; unit: string };
  sheet: CounterSheet;
  /** Names the form that calls, so that pressing twice calls one person. */
  callKey: string;
  errors?: FieldErrors | undefined;
  reason?: string | undefined;
  /** The last one was finished, and there was nobody to call. */
  nobodyLeft?: boolean;
}

const LIVE_SECONDS = 8;
const MOST_SHOWN = 12;

/** One counter: whom it serves, and who comes next. */
export function VisitCounterPage(props: VisitCounterPageProps) {
  const { view, person, sheet, errors = [] } = props;
  const words = visitCopy(view.lang);
  const own = words.desk.counter;
  const where = { hall: sheet.hall.id, place: sheet.place.id };
  const shown = showErrors(errors, {
    copy: copy(view.lang),
    labels: { to: own.to, reason: own.reason },
    sentences: words.errors,
  });
  return (
    <OfficePage
      view={view}
      title={own.title(sheet.counter.sign)}
      error={shown.any}
      person={person}
      current="visits"
      back={paths.officeVisitDay(where)}
      sheet="visit.css"
    >
      {shown.any ? <ErrorSummary title={copy(view.lang).common.errorTitle} errors={shown.summary} /> : null}
      {props.nobodyLeft ? (
        <NotificationBanner title={copy(view.lang).common.success} kind="success" text={own.finishedNobody} />
      ) : null}
      <h1 class="govuk-heading-l">{own.title(sheet.counter.sign)}</h1>
      {sheet.current === undefined ? <CallNext {...props} /> : <Now {...props} served={sheet.current} />}
      {sheet.current === undefined ? null : (
        <Transfer {...props} shown={shown} ticket={sheet.current.ticket} />
      )}
      <div id="waiting" data-live={LIVE_SECONDS}>
        <WaitingHere {...props} />
      </div>
      <AsideHere {...props} />
    </OfficePage>
  );
}

function CallNext({ view, sheet, callKey }: VisitCounterPageProps) {
  const words = visitCopy(view.lang).desk.counter;
  const where = { hall: sheet.hall.id, place: sheet.place.id };
  return (
    <form class="card" id="call" method="post" action={paths.officeCall(where, sheet.counter.id)} novalidate>
      <input type="hidden" name="key" value={callKey} />
      <p class="govuk-body">{words.free}</p>
      <Button preventDoubleClick>{words.callNext}</Button>
    </form>
  );
}

function Now(props: VisitCounterPageProps & { served: Served }) {
  const { view, sheet, served, callKey } = props;
  const { lang } = view;
  const words = visitCopy(lang).desk;
  const own = words.counter;
  const { ticket } = served;
  const counter = sheet.counter.id;
  const finish = { ticket, counter, action: "finish", text: own.finish };
  return (
    <section class="card visit-now" id="call">
      <h2 class="govuk-heading-m">
        <span class="muted">{words.ticketStates[ticket.state]}</span>
        <span class="visit-ticket__number">{ticket.number}</span>
      </h2>
      <p>
        {ticket.state === "called"
          ? own.called(ticket.calls, formatTime(ticket.calledAt ?? ticket.arrivedAt))
          : own.since(formatTime(ticket.startedAt ?? ticket.arrivedAt))}
      </p>
      <Person view={view} sheet={sheet} served={served} />
      <div class="visit-bar">
        {ticket.state === "called" ? (
          <>
            <ActForm ticket={ticket} counter={counter} action="start" text={own.start} kind="primary" />
            <ActForm ticket={ticket} counter={counter} action="recall" text={own.recall} />
            <ActForm ticket={ticket} counter={counter} action="no_answer" text={own.noAnswer} />
          </>
        ) : (
          <>
            <ActForm {...finish} next={{ key: callKey, text: own.finishNext }} />
            <ActForm ticket={ticket} counter={counter} action="park" text={own.park} />
          </>
        )}
      </div>
    </section>
  );
}

/** In clear, because the document has to be compared with it. */
function Person({ view, sheet, served }: Pick<VisitCounterPageProps, "view" | "sheet"> & { served: Served }) {
  const words = visitCopy(view.lang).desk.counter;
  const { ticket, name, identity, phone, agent } = served;
  const rows = [
    { key: words.service, value: servicesIn(sheet.hall, ticket.services, view.lang) },
    { key: words.name, value: name ?? words.walkInPerson },
    ...(identity === undefined ? [] : [{ key: words.identity, value: identity }]),
    ...(phone === undefined ? [] : [{ key: words.phone, value: phone }]),
    ...(agent === undefined ? [] : [{ key: words.agent, value: agent }]),
  ];
  return (
    <>
      <Flags view={view} sheet={sheet} ticket={ticket} />
      <SummaryList rows={rows} />
    </>
  );
}

function WaitingHere({ view, sheet }: VisitCounterPageProps) {
  const words = visitCopy(view.lang).desk.counter;
  if (sheet.waiting.length === 0) return <p class="govuk-body">{words.nobody}</p>;
  return (
    <>
      <h2 class="govuk-heading-m">{words.waiting(sheet.waiting.length)}</h2>
      <ol class="govuk-list govuk-list--number">
        {sheet.waiting.slice(0, MOST_SHOWN).map(({ ticket }) => (
          <li>
            <NumberLink sheet={sheet} number={ticket.number} />{" "}
            {servicesIn(sheet.hall, ticket.services, view.lang)} · {formatTime(ticket.arrivedAt)}{" "}
            <Flags view={view} sheet={sheet} ticket={ticket} />
          </li>
        ))}
      </ol>
    </>
  );
}

function AsideHere({ view, sheet }: VisitCounterPageProps) {
  const words = visitCopy(view.lang).desk;
  if (sheet.aside.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.counter.aside}</h2>
      <ul class="govuk-list visit-rows">
        {sheet.aside.map((ticket) => (
          <li class="visit-bar">
            <span>
              <NumberLink sheet={sheet} number={ticket.number} /> {words.ticketStates[ticket.state]}
            </span>
            <ActForm ticket={ticket} counter={sheet.counter.id} action="return" text={words.counter.return} />
          </li>
        ))}
      </ul>
    </>
  );
}
