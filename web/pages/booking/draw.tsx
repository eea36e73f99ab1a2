import type { Draw } from "../../../functions/booking/booking.lottery.ts";
import { InsetText, SummaryList } from "../../components/index.ts";
import { fairCopy } from "../../copy/fair.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import type { PlaceShown } from "./place.tsx";
import { placeName } from "./place.tsx";
import { dayWords, instantWords } from "./words.ts";

export interface DrawProps {
  view: View;
  at: Pick<PlaceShown, "hall" | "place" | "phone">;
  day: string;
  /** Undefined where nobody has registered. */
  draw: Draw | undefined;
  /** The whole list, as a file. */
  signs: string;
  back: string;
}

/** Whoever doubts a draw can work it out again from what stands here. */
export function BookingDrawPage({ view, at, day, draw, signs, back }: DrawProps) {
  const words = fairCopy(view.lang).lottery;
  return (
    <Page view={view} title={`${words.result} - ${dayWords(day, view.lang)}`} back={back} phone={at.phone}>
      <h1 class="govuk-heading-l">
        <span class="caption">
          {placeName(at)} {dayWords(day, view.lang)}
        </span>{" "}
        {words.result}
      </h1>
      {draw === undefined ? (
        <InsetText>{words.none}</InsetText>
      ) : (
        <>
          <SummaryList card={{ title: words.title }} rows={rowsOf(view, draw)} />
          {draw.digest === undefined ? null : (
            <p>
              <a class="govuk-link" href={signs}>
                {words.file}
              </a>{" "}
              <span class="muted">{words.list}</span>
            </p>
          )}
        </>
      )}
      <h2 class="govuk-heading-m">{words.checkTitle}</h2>
      <ol class="govuk-list govuk-list--number">
        {words.check.map((line) => (
          <li>{line}</li>
        ))}
      </ol>
    </Page>
  );
}

function rowsOf(view: View, draw: Draw) {
  const words = fairCopy(view.lang).lottery;
  const isClosed = draw.digest !== undefined;
  return [
    { key: words.hour, value: instantWords(draw.opensAt, view.lang) },
    { key: words.state, value: words.states[draw.state] },
    ...(isClosed ? [{ key: words.registered, value: String(draw.count) }] : []),
    ...(isClosed ? [{ key: words.won, value: String(draw.won) }] : []),
    { key: words.commitment, value: draw.commitment },
    ...(draw.seed === undefined ? [] : [{ key: words.seed, value: draw.seed }]),
    ...(draw.digest === undefined ? [] : [{ key: words.digest, value: draw.digest }]),
  ];
}
