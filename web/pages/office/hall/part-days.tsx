import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { InsetText } from "../../../components/inset-text.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Select } from "../../../components/select.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { WordBoxes } from "./forms.tsx";
import { HallScreen, hallErrors, typedOr } from "./frame.tsx";
import type { PartProps } from "./rows.tsx";
import { CounterBoxes, PartForm, Rows, ShortBox } from "./rows.tsx";
import { countersText, exceptionText, spansText } from "./words.ts";

/** Days on which it is closed, or open at other hours. */
export function DaysPage(props: PartProps) {
  const { view, hall, place, typed, mayWrite } = props;
  const { lang } = view;
  const { days: words, hours } = hallCopy(lang);
  const shown = hallErrors(props, { ...words, from: hours.from, to: hours.to, counters: hours.counters });
  const box = { lang, typed, shown };
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(place.name[lang])}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <Card title={words.list}>
        <Rows
          props={props}
          part="days"
          remove="remove"
          empty={words.empty}
          lines={place.hours.exceptions.map((exception) => ({
            text: exceptionText(exception, lang),
            more: [countersText(place, exception.counters, lang), exception.note?.[lang]]
              .filter((text) => text !== undefined)
              .join(" · "),
          }))}
        />
      </Card>
      {mayWrite ? (
        <Card title={words.add}>
          <InsetText>{words.warning}</InsetText>
          <PartForm props={props} part="days" action="add">
            <Radios
              name="kind"
              legend={{ text: words.kind }}
              value={typedOr(typed, "kind", "closed")}
              error={shown.at("kind")}
              items={[
                { value: "closed", label: words.kinds.closed },
                { value: "open", label: words.kinds.open, hint: words.openHint },
              ]}
            />
            <ShortBox name="fromDay" label={words.fromDay} hint={words.dayHint} {...box} />
            <ShortBox name="toDay" label={words.toDay} hint={words.toHint} {...box} />
            <ShortBox name="from" label={hours.from} hint={words.openHint} {...box} />
            <ShortBox name="to" label={hours.to} {...box} />
            <CounterBoxes place={place} {...box} />
            <p class="govuk-body muted">{words.noteHint}</p>
            <WordBoxes name="note" zh={words.noteZh} en={words.noteEn} {...box} />
            <Button preventDoubleClick>{words.add}</Button>
          </PartForm>
        </Card>
      ) : null}
    </HallScreen>
  );
}

/** Seats that are kept for the telephone or for who walks in. */
export function PoolsPage(props: PartProps) {
  const { view, hall, place, typed, mayWrite } = props;
  const { lang } = view;
  const { pools: words, hours } = hallCopy(lang);
  const shown = hallErrors(props, { ...words, from: hours.from, to: hours.to, counters: hours.counters });
  const box = { lang, typed, shown };
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(place.name[lang])}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <Card title={words.list}>
        <Rows
          props={props}
          part="pools"
          remove="remove"
          empty={words.empty}
          lines={place.pools.map(({ pool, counters, hours: span }) => ({
            text: `${words.pools[pool]}：${countersText(place, counters, lang)}`,
            more: span === undefined ? words.allDay : spansText([span], lang),
          }))}
        />
        <p class="govuk-body muted">{words.hint}</p>
      </Card>
      {mayWrite ? (
        <Card title={words.add}>
          <PartForm props={props} part="pools" action="add">
            <Select
              name="pool"
              label={words.pool}
              value={typedOr(typed, "pool", "walk_in")}
              error={shown.at("pool")}
              options={Object.entries(words.pools).map(([value, text]) => ({ value, text }))}
            />
            <CounterBoxes place={place} {...box} />
            <ShortBox name="from" label={hours.from} hint={hours.timeHint} {...box} />
            <ShortBox name="to" label={hours.to} {...box} />
            <Button preventDoubleClick>{words.add}</Button>
          </PartForm>
        </Card>
      ) : null}
    </HallScreen>
  );
}
