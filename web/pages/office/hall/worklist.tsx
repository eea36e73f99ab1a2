import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import type { Called, CalledInFull } from "../../../../functions/booking/booking.rebook.service.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Table } from "../../../components/table.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { type HallFrame, HallScreen, hallErrors, type Typed, typedOr } from "./frame.tsx";
import { ShortBox } from "./rows.tsx";
import { listText } from "./words.ts";

const whenOf = ({ day, time }: { day: string; time: string }, lang: Language): string =>
  `${formatDay(day, lang)} ${time}`;

function whereOf(hall: Hall, person: Called, lang: Language): string {
  const place = hall.places.find(({ id }) => id === person.place)?.name[lang] ?? person.place;
  const { label } = hallCopy(lang).counters;
  return [place, ...person.signs.map(label)].join(" ");
}
const servicesOf = (hall: Hall, person: Called, lang: Language): string =>
  listText(
    person.services.map((id) => hall.services.find((service) => service.id === id)?.name[lang] ?? id),
    lang,
  );

/** Everybody whose counter closes, soonest first, with masked names. */
export function WorklistPage(
  props: HallFrame & { hall: Hall; people: readonly Called[]; said?: string | undefined },
) {
  const { view, hall, people } = props;
  const { lang } = view;
  const { worklist: words } = hallCopy(lang);
  const { columns } = words;
  return (
    <HallScreen
      {...props}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      {people.length === 0 ? (
        <EmptyState icon="phone" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <>
          <p class="govuk-body">{words.lead}</p>
          <Table
            cards
            caption={<span class="govuk-visually-hidden">{words.caption}</span>}
            head={Object.values(columns).map((content) => ({ content }))}
            rows={people.map((person) => [
              {
                content: (
                  <>
                    <a class="govuk-link" href={hallPaths.called(hall.id, person.code)}>
                      {person.name}
                    </a>
                    {person.party > 1 ? (
                      <span class="stage__state">{words.partyOf(person.party)}</span>
                    ) : null}
                  </>
                ),
              },
              {
                content: (
                  <span>
                    {whenOf(person, lang)}
                    {person.isOver ? <span class="stage__state stage__state--late">{words.over}</span> : null}
                  </span>
                ),
                label: columns.when,
              },
              { content: servicesOf(hall, person, lang), label: columns.what },
              { content: whereOf(hall, person, lang), label: columns.where },
            ])}
          />
        </>
      )}
    </HallScreen>
  );
}

export interface CalledPageProps extends HallFrame {
  hall: Hall;
  called: CalledInFull;
  typed?: Typed;
}

/** One person: their telephone when it is asked for, other times, and what was agreed on. */
export function CalledPage(props: CalledPageProps) {
  const { view, hall, called } = props;
  const { lang } = view;
  const { worklist: words } = hallCopy(lang);
  const shown = hallErrors(props, { offer: words.offer, day: words.day, time: words.time });
  const here = hallPaths.called(hall.id, called.code);
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.one(called.name, whenOf(called, lang))}
      back={{ href: hallPaths.worklist(hall.id), text: words.title(hall.name[lang]) }}
    >
      <dl class="facts">
        {(
          [
            [words.columns.what, servicesOf(hall, called, lang)],
            [words.columns.where, whereOf(hall, called, lang)],
          ] as const
        ).map(([name, text]) => (
          <div class="facts__item">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Card title={words.phone}>
        {called.phone === undefined ? (
          <form method="post" action={here}>
            <p class="govuk-body number">{called.maskedPhone}</p>
            <input type="hidden" name="action" value="phone" />
            <Button kind="secondary">{words.show}</Button>
          </form>
        ) : (
          <p class="govuk-body">
            <a class="govuk-link number" href={paths.phone(called.phone)}>
              {called.phone}
            </a>
            <span class="stage__state">{words.shown}</span>
          </p>
        )}
      </Card>
      <Offer {...props} shown={shown} here={here} />
      <Card title={words.cancelTitle}>
        <form method="post" action={here}>
          <p class="govuk-body">{words.cancelText}</p>
          <input type="hidden" name="action" value="cancel" />
          <Button kind="warning" preventDoubleClick>
            {words.cancel}
          </Button>
        </form>
      </Card>
    </HallScreen>
  );
}

function Offer({
  view: { lang },
  called,
  typed,
  shown,
  here,
}: CalledPageProps & { shown: ReturnType<typeof hallErrors>; here: string }) {
  const { worklist: words, hours, days } = hallCopy(lang);
  const box = { typed, shown };
  return (
    <Card title={words.offer}>
      <form method="post" action={here} novalidate>
        <input type="hidden" name="action" value="move" />
        {called.alternatives.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
        <Radios
          name="offer"
          legend={{ text: words.offer }}
          hint={called.alternatives.length === 0 ? undefined : words.offerHint}
          value={typedOr(typed, "offer", called.alternatives.length === 0 ? "other" : "")}
          error={shown.at("offer")}
          items={[
            ...called.alternatives.map((each) => ({
              value: `${each.day} ${each.time}`,
              label: whenOf(each, lang),
              hint: words.free(each.free),
            })),
            { value: "other", label: words.other, hint: words.otherHint },
          ]}
        />
        <ShortBox name="day" label={words.day} hint={days.dayHint} {...box} />
        <ShortBox name="time" label={words.time} hint={hours.timeHint} {...box} />
        <Button preventDoubleClick>{words.move}</Button>
      </form>
    </Card>
  );
}
