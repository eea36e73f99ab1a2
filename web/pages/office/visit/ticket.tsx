import type { OwnTicket } from "../../../../functions/visit/visit.public.service.ts";
import type { Ticket } from "../../../../functions/visit/visit.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  ErrorSummary,
  Input,
  NotificationBanner,
  PrintButton,
  Qr,
  Select,
  showErrors,
  Table,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { visitCopy } from "../../../copy/visit.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatTime } from "../../../words.ts";
import { ActForm } from "./act-form.tsx";
import { Flags } from "./sheet-parts.tsx";
import { placeName, servicesIn, signOf } from "./words.ts";

export interface OfficeTicketPageProps {
  view: View;
  person: { name: string; unit: string };
  own: OwnTicket;
  /** The QR of the ticket's own page, for a telephone. */
  qr: readonly (readonly boolean[])[];
  mayWork: boolean;
  isToday: boolean;
  taken?: boolean | undefined;
  errors?: FieldErrors | undefined;
  typed?: { why: string; reason: string } | undefined;
}

/** A number with all that happened to it; printed, it is the slip for whoever waits. */
export function OfficeTicketPage(props: OfficeTicketPageProps) {
  const { view, person, own, taken, errors = [] } = props;
  const { ticket, hall, place } = own;
  const { lang } = view;
  const words = visitCopy(lang);
  const slip = words.desk.ticket;
  const shown = showErrors(errors, {
    copy: copy(lang),
    labels: { why: words.desk.walkIn.priority, reason: words.desk.walkIn.reason },
    sentences: words.errors,
  });
  return (
    <OfficePage
      view={view}
      title={slip.title(ticket.number)}
      error={shown.any}
      person={person}
      current="visits"
      back={paths.officeVisitDay(ticket)}
      sheet="visit.css"
    >
      {shown.any ? <ErrorSummary title={copy(lang).common.errorTitle} errors={shown.summary} /> : null}
      {taken ? (
        <NotificationBanner title={copy(lang).common.success} kind="success" text={slip.taken} />
      ) : null}
      <h1 class="govuk-heading-l">{slip.title(ticket.number)}</h1>
      <section class="card visit-slip" id="standing">
        <div>
          <p class="visit-ticket__number number">{ticket.number}</p>
          <p>{placeName(hall, place, lang)}</p>
          <p>{servicesIn(hall, ticket.services, lang)}</p>
          <p>{slip.arrivedAt(formatTime(ticket.arrivedAt))}</p>
          <p class="visit-ticket__state">{words.desk.ticketStates[ticket.state]}</p>
          {own.forecast ? (
            <p>
              {words.ticket.ahead(own.forecast.ahead)}{" "}
              {own.forecast.waitMinutes === undefined ? "" : words.ticket.wait(own.forecast.waitMinutes)}
            </p>
          ) : null}
          <Flags view={view} sheet={own} ticket={ticket} />
        </div>
        <div>
          <Qr modules={props.qr} label={slip.scan} />
          <p class="muted">{slip.scan}</p>
        </div>
      </section>
      <PrintButton text={slip.print} />
      {props.mayWork && props.isToday ? <Actions {...props} shown={shown} /> : null}
      <History {...props} />
    </OfficePage>
  );
}

type ActionsProps = OfficeTicketPageProps & { shown: ReturnType<typeof showErrors> };

function Actions({ view, own: { ticket }, shown, typed }: ActionsProps) {
  const words = visitCopy(view.lang).desk;
  const { state } = ticket;
  const aside = state === "parked" || state === "missed";
  if (state === "finished" || state === "left") return null;
  return (
    <section class="no-print">
      <h2 class="govuk-heading-m">{words.ticket.actions}</h2>
      <div class="visit-bar">
        {aside ? (
          <ActForm ticket={ticket} action="return" text={words.ticket.return} kind="primary" />
        ) : (
          <ActForm ticket={ticket} action="park" text={words.ticket.park} />
        )}
        {state === "serving" ? null : <ActForm ticket={ticket} action="leave" text={words.ticket.leave} />}
      </div>
      {state === "waiting" || state === "parked" ? (
        <ActForm ticket={ticket} action="priority" text={words.ticket.priority}>
          <Select
            name="why"
            label={words.walkIn.priority}
            options={[
              { value: "", text: words.walkIn.none },
              ...Object.entries(words.priorities).map(([value, text]) => ({ value, text })),
            ]}
            value={typed?.why}
            error={shown.at("why")}
          />
          <Input
            name="reason"
            label={words.walkIn.reason}
            value={typed?.reason}
            maxlength={100}
            error={shown.at("reason")}
          />
        </ActForm>
      ) : null}
    </section>
  );
}

function History({ view, own: { ticket, place } }: OfficeTicketPageProps) {
  const words = visitCopy(view.lang).desk;
  return (
    <section class="no-print">
      <Table
        caption={words.ticket.history}
        captionSize="m"
        rows={ticket.history.map((entry) => [
          { content: formatTime(entry.at) },
          { content: sentenceOf(entry, { view, place }) },
          { content: entry.by?.name ?? words.ticket.byPhone },
        ])}
      />
    </section>
  );
}

function sentenceOf(
  { action, counter, reason }: Ticket["history"][number],
  { view, place }: { view: View; place: OwnTicket["place"] },
): string {
  const words = visitCopy(view.lang).desk;
  const why = reason === undefined ? "" : ` · ${wordsOf(reason, words.priorities)}`;
  return `${words.actions[action]}${counter ? ` ${signOf(place, counter)}` : ""}${why}`;
}

/** The reason of a priority begins with its code. */
function wordsOf(reason: string, priorities: Readonly<Record<string, string>>): string {
  const [code = "", ...rest] = reason.split(" ");
  return Object.hasOwn(priorities, code) ? [priorities[code], ...rest].join(" ") : reason;
}
