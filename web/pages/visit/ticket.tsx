import type { OwnTicket } from "../../../functions/visit/visit.public.service.ts";
import { Button, Details, NotificationBanner, SummaryList } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { visitCopy } from "../../copy/visit.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay, formatTime } from "../../words.ts";

export interface TicketPageProps {
  view: View;
  own: OwnTicket;
  proof: string;
  isToday: boolean;
  /** They have just checked in. */
  done?: boolean | undefined;
  phone?: string | undefined;
}

const LIVE_SECONDS = 10;

/** Somebody's own number: how it stands, who is before them, where they are called to. */
export function TicketPage(props: TicketPageProps) {
  const { view, own, proof, done, phone } = props;
  const { ticket, place, hall } = own;
  const { lang } = view;
  const words = visitCopy(lang).ticket;
  const services = ticket.services.flatMap(
    (id) => hall.services.find((each) => each.id === id)?.name[lang] ?? [],
  );
  const rows = [
    { key: words.place, value: `${hall.name[lang]} · ${place.name[lang]}` },
    { key: words.service, value: services.join(lang === "zh" ? "、" : ", ") },
    ...(ticket.startsAt ? [{ key: words.booked, value: formatTime(ticket.startsAt) }] : []),
    { key: words.arrived, value: `${formatDay(ticket.day, lang)} ${formatTime(ticket.arrivedAt)}` },
  ];
  const live = props.isToday && ticket.state !== "finished" && ticket.state !== "left";
  return (
    <Page view={view} title={words.title(ticket.number)} current="bookings" phone={phone} sheet="visit.css">
      {done && ticket.state === "waiting" ? (
        <NotificationBanner title={copy(lang).common.success} kind="success" text={words.done} />
      ) : null}
      <h1 class="govuk-heading-l">
        <span class="muted visit-ticket__label">{words.number}</span>
        <span class="visit-ticket__number">{ticket.number}</span>
      </h1>
      <div
        class={`card visit-ticket visit-ticket--${ticket.state}`}
        id="standing"
        aria-live="polite"
        data-live={live ? LIVE_SECONDS : undefined}
      >
        <Standing {...props} />
      </div>
      {live ? (
        <p class="muted">
          {words.live} <a href={paths.ticket(ticket, proof)}>{words.refresh}</a>
        </p>
      ) : null}
      <SummaryList rows={rows} />
      <Details summary={words.rule}>
        <ul class="govuk-list govuk-list--bullet">
          {words.ruleLines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </Details>
      {props.isToday && ["waiting", "parked", "missed"].includes(ticket.state) ? (
        <form method="post" action={paths.ticketLeave(ticket, proof)}>
          <Button kind="secondary" preventDoubleClick>
            {words.leave}
          </Button>
          <p class="muted">{words.leaveHint}</p>
        </form>
      ) : null}
    </Page>
  );
}

/** One sentence that is read out when it changes, and what to do. */
function Standing({ view, own, isToday }: TicketPageProps) {
  const words = visitCopy(view.lang).ticket;
  const { ticket, counter = "", forecast } = own;
  const state = <p class="visit-ticket__state">{words.states[ticket.state]}</p>;
  if (!isToday && ticket.state === "waiting") return <p class="visit-ticket__state">{words.past}</p>;
  switch (ticket.state) {
    case "called":
      return <p class="visit-ticket__call">{words.goTo(words.counter(counter))}</p>;
    case "serving":
      return <p class="visit-ticket__call">{words.servedAt(words.counter(counter))}</p>;
    case "waiting":
      return (
        <>
          {state}
          {forecast === undefined ? null : (
            <>
              <p class="visit-ticket__ahead">{words.ahead(forecast.ahead)}</p>
              <p class="visit-ticket__wait">
                {forecast.waitMinutes === undefined ? words.noCounter : words.wait(forecast.waitMinutes)}
              </p>
              <p class="muted">{words.estimate}</p>
            </>
          )}
        </>
      );
    default:
      return (
        <>
          {state}
          <p>{words[`${ticket.state}Text`]}</p>
        </>
      );
  }
}
