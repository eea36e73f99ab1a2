import type { Screen } from "../../../functions/visit/visit.public.service.ts";
import { visitCopy } from "../../copy/visit.ts";
import { Document } from "../../layout/document.tsx";
import type { View } from "../../view.ts";
import { formatDay, formatTime } from "../../words.ts";

export interface ScreenPageProps {
  view: View;
  screen: Screen;
  today: string;
}

const LIVE_SECONDS = 5;
/** More rows than these could not be read from the last row of chairs. */
const MOST_CALLS = 7;

/** The screen of a hall: numbers and counters, nobody's name; large, and dark so that it does not dazzle. */
export function ScreenPage({ view, screen, today }: ScreenPageProps) {
  const { lang } = view;
  const words = visitCopy(lang).screen;
  const name = screen.place.name[lang];
  return (
    <Document
      view={view}
      title={`${words.title(name)} - ${screen.hall.name[lang]}`}
      class="call-screen"
      sheet="visit.css"
    >
      <main id="main" class="call-screen__main">
        <div id="screen" class="call-screen__all" data-live={LIVE_SECONDS}>
          <header class="call-screen__head">
            <h1 class="call-screen__title">{`${screen.hall.name[lang]} · ${name}`}</h1>
            <p class="call-screen__time">
              {formatDay(today, lang)} <b>{formatTime(screen.at)}</b>
            </p>
          </header>
          <Calls view={view} screen={screen} />
          <footer class="call-screen__foot">
            <p class="call-screen__next">
              <b>{words.next}</b>
              {screen.next.map((number) => (
                <span>{number}</span>
              ))}
            </p>
            <p>{words.waiting(screen.waiting)}</p>
          </footer>
        </div>
      </main>
    </Document>
  );
}

function Calls({ view, screen }: Pick<ScreenPageProps, "view" | "screen">) {
  const words = visitCopy(view.lang).screen;
  if (screen.calls.length === 0) return <p class="call-screen__empty">{words.empty}</p>;
  return (
    <table class="call-screen__calls">
      <caption class="govuk-visually-hidden">{words.columns}</caption>
      <thead>
        <tr>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.counter}</th>
          <th scope="col">
            <span class="govuk-visually-hidden">{words.serving}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {screen.calls.slice(0, MOST_CALLS).map(({ number, counter, calling }) => (
          <tr class={calling ? "call-screen__calling" : undefined}>
            <th scope="row">{number}</th>
            <td>{counter}</td>
            <td class="call-screen__state">{calling ? words.calling : words.serving}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
