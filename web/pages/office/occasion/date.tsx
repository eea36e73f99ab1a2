import type { Hall, Place, Service } from "../../../../functions/booking/booking.hall.ts";
import type { Occasion } from "../../../../functions/booking/booking.occasion.ts";
import { Button } from "../../../components/button.tsx";
import { Input } from "../../../components/input.tsx";
import { InsetText } from "../../../components/inset-text.tsx";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { occasionOfficePaths } from "../../../paths.occasion.ts";
import { formatDay } from "../../../words.ts";
import { Version, WordBoxes } from "../hall/forms.tsx";
import { type HallFrame, type Typed, typedOr } from "../hall/frame.tsx";
import { ShortBox } from "../hall/rows.tsx";
import { OccasionScreen, occasionErrors } from "./frame.tsx";
import { PlaceSelect, TimeBoxes } from "./series.tsx";

export interface DatePageProps extends HallFrame {
  hall: Hall;
  service: Service;
  version: number;
  places: readonly Place[];
  /** Undefined for a new one. */
  occasion: Occasion | undefined;
  /** It is today or over. */
  begun: boolean;
  typed?: Typed;
}

/** One date of a series: when, where, who and on what. */
export function OccasionDatePage(props: DatePageProps) {
  const { view, hall, service, version, occasion, begun, typed, places } = props;
  const { lang } = view;
  const words = officeOccasionCopy(lang);
  const { date } = words;
  const shown = occasionErrors(props, date);
  const box = { lang, typed, shown };
  const mayWrite = props.mayWrite && !begun;
  const name = service.name[lang];
  const text = (field: "hostName" | "hostPost", kept: string | undefined) => (
    <Input
      name={field}
      label={date[field]}
      width={20}
      value={typedOr(typed, field, kept)}
      autocomplete="off"
      error={shown.at(field)}
    />
  );
  return (
    <OccasionScreen
      {...props}
      shown={shown}
      title={occasion === undefined ? date.newTitle(name) : date.title(name, formatDay(occasion.day, lang))}
      back={{
        href: occasionOfficePaths.series(hall.id, service.id),
        text: words.series.title(name, hall.name[lang]),
      }}
    >
      {begun ? <InsetText>{date.begun}</InsetText> : null}
      <form method="post" action={occasionOfficePaths.date(hall.id, service.id, occasion?.id)} novalidate>
        <Version version={version} />
        <ShortBox name="day" label={date.day} hint={date.dayHint} kept={occasion?.day} {...box} />
        <TimeBoxes box={box} kept={occasion} />
        <PlaceSelect places={places} box={box} {...(occasion ? { kept: occasion.place } : {})} />
        {service.kind === "reception" ? (
          <>
            {text("hostName", occasion?.host?.name)}
            {text("hostPost", occasion?.host?.post)}
          </>
        ) : null}
        <WordBoxes name="topic" zh={date.topicZh} en={date.topicEn} kept={occasion?.topic} {...box} />
        {mayWrite ? <Button preventDoubleClick>{date.save}</Button> : null}
      </form>
      {mayWrite && occasion !== undefined ? (
        <form method="post" action={occasionOfficePaths.remove(hall.id, service.id, occasion.id)}>
          <Version version={version} />
          <p class="govuk-body muted">{date.removeHint}</p>
          <Button kind="secondary" preventDoubleClick>
            {date.remove}
          </Button>
        </form>
      ) : null}
    </OccasionScreen>
  );
}
