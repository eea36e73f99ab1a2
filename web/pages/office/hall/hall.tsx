import type { Hall, Service } from "../../../../functions/booking/booking.hall.ts";
import { Button, ButtonGroup } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Details } from "../../../components/details.tsx";
import { Table } from "../../../components/table.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatDay, formatInstant } from "../../../words.ts";
import { Version } from "./forms.tsx";
import { type HallFrame, HallScreen } from "./frame.tsx";
import type { HallRow } from "./list.tsx";
import { StateTag } from "./list.tsx";
import { listText } from "./words.ts";

export interface HallPageProps extends HallFrame {
  hall: Hall;
  state: HallRow["state"];
  draft: { version: number; name: string; at: string } | undefined;
  /** How many must be booked elsewhere; undefined for who may not see them. */
  waiting: number | undefined;
  /** The other doors of this hall, in their order. */
  doors: readonly { href: string; text: string }[];
}

/** A hall at a glance: what is not published, who waits, its places and services. */
export function HallPage(props: HallPageProps) {
  const { view, hall, state, mayWrite, doors } = props;
  const { lang } = view;
  const words = hallCopy(lang);
  return (
    <HallScreen
      {...props}
      title={words.hall.title(hall.name[lang])}
      back={{ href: hallPaths.halls(), text: words.title }}
    >
      <p class="govuk-body">
        <StateTag state={state} lang={lang} /> {mayWrite ? null : words.lookOnly}
      </p>
      <nav aria-label={hall.name[lang]}>
        <ul class="quick">
          {doors.map(({ href, text }) => (
            <li>
              <a class="quick__link" href={href}>
                {text}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Draft {...props} />
      <Waiting {...props} />
      <Places {...props} />
      <Services {...props} />
    </HallScreen>
  );
}

function Draft({ view: { lang }, hall, state, draft, mayWrite }: HallPageProps) {
  const { draft: words } = hallCopy(lang);
  if (state === "published" || draft === undefined)
    return mayWrite ? (
      <Card title={words.title}>
        <p class="govuk-body">{words.none}</p>
        <Button kind="secondary" href={hallPaths.preview(hall.id)}>
          {words.days}
        </Button>
      </Card>
    ) : null;
  return (
    <Card title={words.title}>
      <p class="govuk-body">{words.text(draft.name, formatInstant(draft.at, lang))}</p>
      <ButtonGroup>
        <Button href={hallPaths.preview(hall.id)}>{words.preview}</Button>
      </ButtonGroup>
      {mayWrite && state !== "publishing" ? (
        <Details summary={words.discard} id="discard">
          <form method="post" action={hallPaths.discard(hall.id)}>
            <Version version={draft.version} />
            <p class="govuk-body">{state === "fresh" ? words.discardFresh : words.discardText}</p>
            <Button kind="warning" preventDoubleClick>
              {words.discardNow}
            </Button>
          </form>
        </Details>
      ) : null}
    </Card>
  );
}

function Waiting({ view: { lang }, hall, waiting }: HallPageProps) {
  const { rebook } = hallCopy(lang);
  if (waiting === undefined) return null;
  return (
    <Card title={rebook.title}>
      <p class="govuk-body">{waiting === 0 ? rebook.none : rebook.count(waiting)}</p>
      {waiting === 0 ? null : <Button href={hallPaths.worklist(hall.id)}>{rebook.open}</Button>}
    </Card>
  );
}

function Places({ view: { lang }, hall, state, mayWrite }: HallPageProps) {
  const words = hallCopy(lang);
  return (
    <Card title={words.hall.places}>
      <p class="govuk-body muted">{words.hall.lead}</p>
      <ul class="govuk-list">
        {hall.places.map((place) => (
          <li>
            <a class="govuk-link" href={hallPaths.place(hall.id, place.id)}>
              {place.name[lang]}
            </a>
            <span class="stage__state">{place.address[lang]}</span>
            {state === "fresh" ? null : (
              <a class="govuk-link" href={paths.officeVisitDay({ hall: hall.id, place: place.id })}>
                {words.hall.day}
                <span class="govuk-visually-hidden"> {place.name[lang]}</span>
              </a>
            )}
          </li>
        ))}
      </ul>
      {mayWrite ? (
        <Button kind="secondary" href={hallPaths.newPlace(hall.id)}>
          {words.hall.addPlace}
        </Button>
      ) : null}
    </Card>
  );
}

function Services({ view: { lang }, hall, mayWrite }: HallPageProps) {
  const words = hallCopy(lang);
  const { columns, minutesOf } = words.service;
  return (
    <Card title={words.hall.services}>
      <Table
        cards
        head={Object.values(columns).map((content) => ({ content }))}
        rows={hall.services.map((service) => [
          {
            content: (
              <a class="govuk-link" href={hallPaths.service(hall.id, service.id)}>
                {service.name[lang]}
              </a>
            ),
          },
          { content: minutesOf(service.minutes), label: columns.minutes },
          { content: signsOf(hall, service, lang), label: columns.counters },
          { content: offeredText(service, lang), label: columns.offered },
        ])}
      />
      {mayWrite ? (
        <Button kind="secondary" href={hallPaths.service(hall.id)}>
          {words.hall.addService}
        </Button>
      ) : null}
    </Card>
  );
}

const MOST_SIGNS = 6;

function signsOf(hall: Hall, service: Service, lang: Language): string {
  const { label } = hallCopy(lang).counters;
  const signs = hall.places.flatMap(({ counters }) =>
    counters.filter(({ services }) => services.includes(service.id)).map(({ sign }) => label(sign)),
  );
  if (signs.length === 0) return hallCopy(lang).service.no;
  const distinct = [...new Set(signs)];
  return listText(distinct.slice(0, MOST_SIGNS), lang) + (distinct.length > MOST_SIGNS ? "……" : "");
}

function offeredText({ offered: { from, to } }: Service, lang: Language): string {
  const { always } = hallCopy(lang).service;
  const { until } = hallCopy(lang).days;
  if (from === undefined && to === undefined) return always;
  return until(
    from === undefined ? "…" : formatDay(from, lang),
    to === undefined ? "…" : formatDay(to, lang),
  );
}
