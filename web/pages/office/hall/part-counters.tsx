import { Button } from "../../../components/button.tsx";
import { Checkboxes } from "../../../components/checkboxes.tsx";
import { InsetText } from "../../../components/inset-text.tsx";
import { Select } from "../../../components/select.tsx";
import { Table } from "../../../components/table.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { HallScreen, hallErrors, severalOf, typedOr } from "./frame.tsx";
import type { Boxes, PartProps } from "./rows.tsx";
import { PartForm, ShortBox } from "./rows.tsx";
import { listText } from "./words.ts";

/** The counters of a place, each leading to its own form. */
export function CountersPage(props: PartProps) {
  const { view, hall, place, mayWrite } = props;
  const { lang } = view;
  const { counters: words } = hallCopy(lang);
  const shown = hallErrors(props, {});
  const zoneName = (id: string | undefined) => place.zones.find((zone) => zone.id === id)?.name[lang] ?? "—";
  const nameOf = (id: string) => hall.services.find((service) => service.id === id)?.name[lang] ?? id;
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={words.title(place.name[lang])}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <Table
        cards
        head={Object.values(words.columns).map((content) => ({ content }))}
        rows={place.counters.map((counter) => [
          {
            content: (
              <a class="govuk-link" href={hallPaths.counter(hall.id, place.id, counter.id)}>
                {words.label(counter.sign)}
              </a>
            ),
          },
          { content: zoneName(counter.zone), label: words.columns.zone },
          { content: words.seatsOf(counter.seats), label: words.columns.seats },
          { content: listText(counter.services.map(nameOf), lang), label: words.columns.services },
        ])}
      />
      {mayWrite ? (
        <Button kind="secondary" href={hallPaths.counter(hall.id, place.id)}>
          {words.add}
        </Button>
      ) : null}
    </HallScreen>
  );
}

/** One counter, or a new one. */
export function CounterPage(props: PartProps & { isPublished: boolean }) {
  const { view, hall, place, typed, mayWrite, isPublished } = props;
  const { lang } = view;
  const { counters: words, save } = hallCopy(lang);
  const counter = place.counters.find(({ id }) => id === props.counter);
  const shown = hallErrors(props, { ...words });
  const box = { lang, typed, shown };
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={
        counter === undefined ? words.newOne(place.name[lang]) : words.one(counter.sign, place.name[lang])
      }
      back={{
        href: hallPaths.placePart(hall.id, place.id, "counters"),
        text: words.title(place.name[lang]),
      }}
    >
      <PartForm props={props} part="counters" action="save">
        <input type="hidden" name="counter" value={counter?.id ?? ""} />
        <ShortBox name="sign" label={words.sign} hint={words.signHint} kept={counter?.sign} {...box} />
        <Zones props={props} value={typedOr(typed, "zone", counter?.zone)} {...box} />
        {counter === undefined ? (
          <ShortBox name="seats" label={words.seats} hint={words.seatsHint} width={3} kept={1} {...box} />
        ) : null}
        <Checkboxes
          name="services"
          legend={{ text: words.services }}
          hint={isPublished ? words.lost : undefined}
          values={severalOf(typed, "services", counter?.services ?? [])}
          error={shown.at("services")}
          items={hall.services.map(({ id, name }) => ({ value: id, label: name[lang] }))}
        />
        {mayWrite ? <Button preventDoubleClick>{save}</Button> : null}
      </PartForm>
      {counter !== undefined && isPublished ? <InsetText>{words.stay}</InsetText> : null}
      {counter !== undefined && !isPublished && mayWrite && place.counters.length > 1 ? (
        <PartForm props={props} part="counters" action="remove">
          <input type="hidden" name="counter" value={counter.id} />
          <button class="link-button" type="submit">
            {words.remove}
          </button>
        </PartForm>
      ) : null}
    </HallScreen>
  );
}

function Zones({ props, value, lang }: Boxes & { props: PartProps; value: string }) {
  const { counters: words } = hallCopy(lang);
  if (props.place.zones.length === 0) return null;
  return (
    <Select
      name="zone"
      label={words.zone}
      value={value === "" ? "none" : value}
      options={[
        ...props.place.zones.map(({ id, name }) => ({ value: id, text: name[lang] })),
        { value: "none", text: words.noZone },
      ]}
    />
  );
}
