import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Checkboxes } from "../../../components/checkboxes.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Select } from "../../../components/select.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { HallScreen, hallErrors, severalOf, typedOr } from "./frame.tsx";
import type { Boxes, PartProps } from "./rows.tsx";
import { CounterBoxes, FoldedForm, PartForm, Rows, ShortBox } from "./rows.tsx";
import { countersText, spansText, weekdaysText } from "./words.ts";

const workdays = ["1", "2", "3", "4", "5", "6", "7"];

/** Weekly hours, breaks, holidays: what is written, and a form for one more line of it. */
export function HoursPage(props: PartProps) {
  const { view, hall, place, typed } = props;
  const { lang } = view;
  const { hours: words } = hallCopy(lang);
  const shown = hallErrors(props, {
    ...words,
    breakFrom: words.from,
    breakTo: words.to,
    makeUpAs: words.makeUp,
  });
  const box = { lang, typed, shown };
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(place.name[lang])}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <Weekly props={props} {...box} />
      <Breaks props={props} {...box} />
      <Holidays props={props} {...box} />
    </HallScreen>
  );
}

type PartBoxes = Boxes & { props: PartProps };

function Weekly({ props, ...box }: PartBoxes) {
  const { lang, typed, shown } = box;
  const { hours: words } = hallCopy(lang);
  const { place, mayWrite } = props;
  return (
    <Card title={words.weekly}>
      <Rows
        props={props}
        part="hours"
        remove="remove"
        empty={words.weeklyEmpty}
        lines={place.hours.weekly.map(({ weekdays, hours, counters }) => ({
          text: `${weekdaysText(weekdays, lang)} ${spansText(hours, lang)}`,
          more: countersText(place, counters, lang),
        }))}
      />
      {mayWrite ? (
        <FoldedForm props={props} part="hours" action="add" title={words.addWeekly}>
          <Checkboxes
            name="weekdays"
            legend={{ text: words.weekdays }}
            values={severalOf(typed, "weekdays", [])}
            error={shown.at("weekdays")}
            class="govuk-checkboxes--small"
            items={workdays.map((value) => ({ value, label: words.weekday[Number(value)] ?? "" }))}
          />
          <ShortBox name="from" label={words.from} hint={words.timeHint} {...box} />
          <ShortBox name="to" label={words.to} {...box} />
          <ShortBox name="from2" label={words.from2} hint={words.secondHint} {...box} />
          <ShortBox name="to2" label={words.to2} {...box} />
          <CounterBoxes place={place} {...box} />
          <Button kind="secondary" preventDoubleClick>
            {words.addWeekly}
          </Button>
        </FoldedForm>
      ) : null}
    </Card>
  );
}

function Breaks({ props, ...box }: PartBoxes) {
  const { lang } = box;
  const { hours: words } = hallCopy(lang);
  const { place, mayWrite } = props;
  return (
    <Card title={words.breaks}>
      <Rows
        props={props}
        part="hours"
        remove="remove_break"
        empty={words.breaksEmpty}
        lines={place.hours.breaks.map(({ counters, ...span }) => ({
          text: spansText([span], lang),
          more: countersText(place, counters, lang),
        }))}
      />
      {mayWrite ? (
        <FoldedForm props={props} part="hours" action="add_break" title={words.addBreak}>
          <ShortBox name="breakFrom" label={words.from} hint={words.timeHint} {...box} />
          <ShortBox name="breakTo" label={words.to} {...box} />
          <CounterBoxes place={place} id="break-counters" {...box} />
          <Button kind="secondary" preventDoubleClick>
            {words.addBreak}
          </Button>
        </FoldedForm>
      ) : null}
    </Card>
  );
}

function Holidays({ props, lang, typed, shown }: PartBoxes) {
  const { hours: words } = hallCopy(lang);
  const { holidays, makeUpAs } = props.place.hours;
  return (
    <Card title={words.holidays}>
      <PartForm props={props} part="hours" action="holidays">
        <Radios
          name="holidays"
          legend={{ text: words.holidays }}
          value={typedOr(typed, "holidays", holidays) || holidays}
          error={shown.at("holidays")}
          items={[
            { value: "closed", label: words.holidaysClosed },
            { value: "as_usual", label: words.holidaysUsual },
          ]}
        />
        <Select
          name="makeUpAs"
          label={words.makeUp}
          value={typedOr(typed, "makeUpAs", makeUpAs) || String(makeUpAs)}
          error={shown.at("makeUpAs")}
          options={[
            ...workdays.map((value) => ({ value, text: words.makeUpAs(words.weekday[Number(value)] ?? "") })),
            { value: "0", text: words.makeUpNone },
          ]}
        />
        {props.mayWrite ? (
          <Button kind="secondary" preventDoubleClick>
            {words.saveHolidays}
          </Button>
        ) : null}
      </PartForm>
    </Card>
  );
}
