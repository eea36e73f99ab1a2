import type { QueueStanding } from "../../../functions/booking/booking.release.service.ts";
import { Button, Details, Panel } from "../../components/index.ts";
import { fairCopy } from "../../copy/fair.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import type { ErrandShown } from "./place.tsx";
import { ErrandLine } from "./place.tsx";
import { dayWords, instantWords } from "./words.ts";

export interface QueueProps {
  view: View;
  errand: ErrandShown;
  day: string;
  standing: QueueStanding;
  /** So many turns are drawn in all. */
  turns: number;
  /** Whether this person may book now. */
  open: boolean;
  /** After so many seconds something may have changed. */
  reload: number | undefined;
  links: { readonly times: string; readonly here: string; readonly another: string | undefined };
}

/** Somebody's place among those who came before the hour: what it is, and from when they may book. */
export function BookingQueuePage(props: QueueProps) {
  const { view, errand, day, standing, reload, links } = props;
  const words = fairCopy(view.lang).queue;
  return (
    <Page
      view={view}
      title={`${words.title} - ${dayWords(day, view.lang)}`}
      back={links.times}
      reload={reload}
      phone={errand.at.phone}
      task
    >
      <ErrandLine view={view} errand={errand} when={dayWords(day, view.lang)} />
      <div id="turn" aria-live="polite" data-live={reload}>
        <Standing {...props} />
      </div>
      {reload === undefined ? null : (
        <p class="muted">
          {words.drawn.keep}{" "}
          <a class="govuk-link" href={links.here}>
            {words.refresh}
          </a>
        </p>
      )}
      {standing.mark === undefined ? null : (
        <>
          <p>
            {words.sign} <strong class="number">{standing.mark}</strong>
          </p>
          {links.another === undefined ? null : (
            <p>
              <a class="govuk-link" href={links.another}>
                {words.another}
              </a>
            </p>
          )}
          <Details summary={words.how}>
            {words.howLines(standing.turn?.seed ?? "").map((line) => (
              <p>{line}</p>
            ))}
          </Details>
        </>
      )}
    </Page>
  );
}

/** One heading and one sentence, read out when they change; the way to the times as soon as it is open. */
function Standing({ view, standing, turns, open, links }: QueueProps) {
  const words = fairCopy(view.lang).queue;
  const { turn, behind, opensAt, mark } = standing;
  if (open) {
    const said = mark === undefined ? words.over : words.now;
    return (
      <>
        <Panel title={said.title}>
          <p>{said.line}</p>
        </Panel>
        <Button href={links.times}>{words.choose}</Button>
      </>
    );
  }
  const [title, line] =
    turn !== undefined
      ? [words.drawn.title(turn.turn + 1, turns), words.drawn.line(instantWords(turn.at, view.lang, true))]
      : mark !== undefined
        ? [words.waiting.title, words.waiting.line(instantWords(opensAt, view.lang))]
        : [words.none.title, words.none.line(instantWords(behind, view.lang))];
  return (
    <Panel title={title} class="panel--over">
      <p>{line}</p>
    </Panel>
  );
}
