import { Button } from "../../../components/button.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Select } from "../../../components/select.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { HallScreen, hallErrors, typedOr } from "./frame.tsx";
import type { PartProps } from "./rows.tsx";
import { PartForm, ShortBox } from "./rows.tsx";

/** When seats open, until when they can be taken, and how long they are. */
export function OpeningPage(props: PartProps) {
  const { view, hall, place, typed, mayWrite } = props;
  const { lang } = view;
  const { opening: words, hours, save } = hallCopy(lang);
  const shown = hallErrors(props, { ...words, cutKind: words.cut });
  const box = { typed, shown };
  const { release, cutOff, slots, publishAheadDays } = place;
  const byMinutes = "minutes" in cutOff;
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(place.name[lang])}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <PartForm props={props} part="opening" action="save">
        <ShortBox name="ahead" label={words.ahead} width={3} kept={release.ahead} {...box} />
        <Select
          name="unit"
          label={words.unit}
          value={typedOr(typed, "unit", release.unit)}
          error={shown.at("unit")}
          options={Object.entries(words.units).map(([value, text]) => ({ value, text }))}
        />
        <ShortBox name="releaseAt" label={words.releaseAt} hint={hours.timeHint} kept={release.at} {...box} />
        <Radios
          name="cutKind"
          legend={{ text: words.cut }}
          value={typedOr(typed, "cutKind", byMinutes ? "minutes" : "days")}
          error={shown.at("cutKind")}
          items={[
            { value: "minutes", label: words.cuts.minutes, hint: words.cutMinutesHint },
            { value: "days", label: words.cuts.days, hint: words.cutDaysHint },
          ]}
        />
        <ShortBox
          name="cutMinutes"
          label={words.cutMinutes}
          width={5}
          kept={byMinutes ? cutOff.minutes : 30}
          {...box}
        />
        <ShortBox
          name="cutDays"
          label={words.cutDays}
          width={3}
          kept={byMinutes ? 1 : cutOff.daysBefore}
          {...box}
        />
        <ShortBox
          name="cutAt"
          label={words.cutAt}
          hint={words.cutAtHint}
          kept={byMinutes ? "24:00" : cutOff.at}
          {...box}
        />
        <ShortBox
          name="publishAheadDays"
          label={words.publishAheadDays}
          hint={words.publishHint}
          width={3}
          kept={publishAheadDays}
          {...box}
        />
        <ShortBox
          name="slotMinutes"
          label={words.slotMinutes}
          width={3}
          kept={slots.at(-1)?.minutes ?? 30}
          {...box}
        />
        <ShortBox name="slotFrom" label={words.slotFrom} hint={words.slotFromHint} {...box} />
        {mayWrite ? <Button preventDoubleClick>{save}</Button> : null}
      </PartForm>
    </HallScreen>
  );
}
