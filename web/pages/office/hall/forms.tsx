import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import { Button } from "../../../components/button.tsx";
import type { ShownErrors } from "../../../components/field-errors.ts";
import { Input } from "../../../components/input.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { type HallFrame, HallScreen, hallErrors, type Typed, typedOr } from "./frame.tsx";

export const Version = ({ version }: { version: number }) => (
  <input type="hidden" name="version" value={String(version)} />
);

export interface BoxesProps {
  lang: Language;
  typed: Typed;
  shown: ShownErrors;
}

/** A text in both languages, in two boxes. */
export function WordBoxes({
  name,
  zh,
  en,
  kept,
  lang,
  typed,
  shown,
}: BoxesProps & {
  name: string;
  zh: string;
  en: string;
  kept?: { zh: string; en: string } | undefined;
}) {
  const { enHint } = hallCopy(lang).fields;
  return (
    <>
      <Input
        name={`${name}Zh`}
        label={zh}
        value={typedOr(typed, `${name}Zh`, kept?.zh)}
        autocomplete="off"
        error={shown.at(`${name}Zh`)}
      />
      <Input
        name={`${name}En`}
        label={en}
        hint={enHint}
        value={typedOr(typed, `${name}En`, kept?.en === kept?.zh ? "" : kept?.en)}
        autocomplete="off"
        error={shown.at(`${name}En`)}
      />
    </>
  );
}

export interface HallFormProps extends HallFrame {
  hall: Hall;
  version: number;
  typed?: Typed;
}

const arrivals = ["earlyMinutes", "lateMinutes", "walkInYieldMinutes", "priorityMinutes"] as const;

/** The settings of a hall that belong to none of its places. */
export function HallAboutPage(props: HallFormProps) {
  const { view, hall, version, typed, mayWrite } = props;
  const { lang } = view;
  const { about, fields, save } = hallCopy(lang);
  const shown = hallErrors(props, { ...fields, ...about });
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={about.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <form method="post" action={hallPaths.about(hall.id)} novalidate>
        <Version version={version} />
        <WordBoxes
          name="name"
          zh={fields.nameZh}
          en={fields.nameEn}
          kept={hall.name}
          {...{ lang, typed, shown }}
        />
        {(["holdMinutes", ...arrivals] as const).map((name) => (
          <Input
            name={name}
            label={about[name]}
            hint={about.hints[name]}
            width={3}
            inputmode="numeric"
            value={typedOr(typed, name, name === "holdMinutes" ? hall.holdMinutes : hall.arrival[name])}
            error={shown.at(name)}
          />
        ))}
        {mayWrite ? <Button preventDoubleClick>{save}</Button> : null}
      </form>
    </HallScreen>
  );
}

/** A new hall, or a new place of one. */
export function HallCreatePage(props: HallFrame & { hall?: Hall; version?: number; typed?: Typed }) {
  const { view, hall, typed } = props;
  const { lang } = view;
  const { create, fields, title } = hallCopy(lang);
  const labels = { ...fields, id: create.id, serviceZh: create.service, placeZh: create.place };
  const shown = hallErrors(props, labels);
  const box = { lang, typed, shown };
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={hall === undefined ? create.title : create.placeTitle(hall.name[lang])}
      back={
        hall === undefined
          ? { href: hallPaths.halls(), text: title }
          : { href: hallPaths.hall(hall.id), text: hall.name[lang] }
      }
    >
      <form
        method="post"
        action={hall === undefined ? hallPaths.begin() : hallPaths.newPlace(hall.id)}
        novalidate
      >
        {hall === undefined ? (
          <>
            <Input
              name="id"
              label={create.id}
              hint={create.idHint}
              width={20}
              value={typedOr(typed, "id", "")}
              autocomplete="off"
              autocapitalize="none"
              spellcheck={false}
              error={shown.at("id")}
            />
            <WordBoxes name="name" zh={fields.nameZh} en={fields.nameEn} {...box} />
            <WordBoxes name="service" zh={create.service} en={fields.nameEn} {...box} />
          </>
        ) : (
          <>
            <Version version={props.version ?? 0} />
            <p class="govuk-body">{create.placeHint}</p>
          </>
        )}
        <WordBoxes name="place" zh={create.place} en={fields.nameEn} {...box} />
        <WordBoxes name="address" zh={fields.addressZh} en={fields.addressEn} {...box} />
        <Input
          name="phone"
          label={fields.phone}
          width={20}
          inputmode="tel"
          value={typedOr(typed, "phone", "")}
          autocomplete="off"
          error={shown.at("phone")}
        />
        <Button preventDoubleClick>{create.save}</Button>
      </form>
    </HallScreen>
  );
}
