import type { Hall, Place } from "../../../../functions/booking/booking.hall.ts";
import type { Closure } from "../../../../functions/booking/booking.hours.ts";
import { Card } from "../../../components/card.tsx";
import { Table } from "../../../components/table.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { type HallFrame, HallScreen } from "./frame.tsx";
import { spansText } from "./words.ts";

/** One day as the description would have it, and how far it is published. */
export interface PlaceDay {
  readonly day: string;
  readonly spans: readonly { readonly from: string; readonly to: string }[];
  readonly seats: number;
  readonly closure?: Closure | undefined;
  /** The holiday that this weekend is worked for (调休). */
  readonly makeUp?: { readonly zh: string; readonly en: string } | undefined;
  readonly published?: { readonly capacity: number; readonly waiting: boolean } | undefined;
}

export interface PlacePageProps extends HallFrame {
  hall: Hall;
  place: Place;
  days: readonly PlaceDay[];
}

/** A place: what can be changed of it, and its days to come. */
export function PlacePage(props: PlacePageProps) {
  const { view, hall, place, days } = props;
  const { lang } = view;
  const { place: words } = hallCopy(lang);
  return (
    <HallScreen
      {...props}
      title={words.title(place.name[lang], hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <ul class="quick">
        {Object.entries(words.parts).map(([part, text]) => (
          <li>
            <a class="quick__link" href={hallPaths.placePart(hall.id, place.id, part)}>
              {text}
            </a>
          </li>
        ))}
      </ul>
      <Card title={words.calendar}>
        <p class="govuk-body muted">{words.calendarText}</p>
        <Table
          cards
          head={[
            { content: words.columns.day },
            { content: words.columns.opening },
            { content: words.columns.seats, numeric: true },
            { content: words.columns.state },
          ]}
          rows={days.map((day) => [
            { content: formatDay(day.day, lang) },
            { content: openingText(day, lang), label: words.columns.opening },
            { content: day.seats, numeric: true, label: words.columns.seats },
            { content: stateText(day, lang), label: words.columns.state },
          ])}
        />
      </Card>
    </HallScreen>
  );
}

export function closureText(closure: Closure, lang: Language): string {
  const { closed } = hallCopy(lang).place;
  if (closure.code === "holiday") return closed.holiday(closure.name[lang]);
  if (closure.code !== "announced") return closed[closure.code];
  return closure.note === undefined ? closed.announced : `${closed.announced}：${closure.note[lang]}`;
}

function openingText({ spans, closure, makeUp }: PlaceDay, lang: Language): string {
  if (closure !== undefined) return closureText(closure, lang);
  const hours = spansText(spans, lang);
  return makeUp === undefined ? hours : `${hours}（${hallCopy(lang).place.makeUp(makeUp[lang])}）`;
}

function stateText({ published, seats }: PlaceDay, lang: Language): string {
  const words = hallCopy(lang).place;
  if (published === undefined) return seats === 0 ? "—" : words.unpublished;
  return published.waiting ? words.waiting : words.published(published.capacity);
}
