import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import { Button } from "../../../components/button.tsx";
import { Input } from "../../../components/input.tsx";
import { Radios } from "../../../components/radios.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { BoxesProps, HallFormProps } from "./forms.tsx";
import { Version, WordBoxes } from "./forms.tsx";
import { HallScreen, hallErrors, typedOr } from "./frame.tsx";
import { listText } from "./words.ts";

/** A service of a hall, or a new one. */
export function HallServicePage(props: HallFormProps & { service: string | undefined }) {
  const { view, hall, version, typed, mayWrite } = props;
  const { lang } = view;
  const { service: words, fields, save } = hallCopy(lang);
  const service = hall.services.find(({ id }) => id === props.service);
  const shown = hallErrors(props, { ...fields, ...words, order: words.offeredTo });
  const box = { lang, typed, shown };
  const number = (name: "minutes" | "mostParty", hint: string | undefined, kept: number) => (
    <Input
      name={name}
      label={words[name]}
      hint={hint}
      width={3}
      inputmode="numeric"
      value={typedOr(typed, name, kept)}
      error={shown.at(name)}
    />
  );
  const text = (name: "guide" | "offeredFrom" | "offeredTo", hint: string, kept: string | undefined) => (
    <Input
      name={name}
      label={words[name]}
      hint={hint}
      width={20}
      value={typedOr(typed, name, kept)}
      autocomplete="off"
      error={shown.at(name)}
    />
  );
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={
        service === undefined
          ? words.newTitle(hall.name[lang])
          : words.title(hall.name[lang], service.name[lang])
      }
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <form method="post" action={hallPaths.service(hall.id, service?.id)} novalidate>
        <Version version={version} />
        <WordBoxes name="name" zh={fields.nameZh} en={fields.nameEn} kept={service?.name} {...box} />
        {number("minutes", words.minutesHint, service?.minutes ?? 30)}
        {number("mostParty", undefined, service?.mostParty ?? 1)}
        <Radios
          name="release"
          legend={{ text: words.release }}
          hint={words.releaseHint}
          value={typedOr(typed, "release", service?.release ?? "arrival")}
          error={shown.at("release")}
          items={Object.entries(words.releases).map(([value, said]) => ({ value, ...said }))}
        />
        <Groups hall={hall} value={typedOr(typed, "group", service?.group ?? "alone")} {...box} />
        {text("guide", words.guideHint, service?.guide)}
        {text("offeredFrom", words.offeredHint, service?.offered.from)}
        {text("offeredTo", words.offeredHint, service?.offered.to)}
        {mayWrite ? <Button preventDoubleClick>{save}</Button> : null}
      </form>
    </HallScreen>
  );
}

/** A group is told by the services in it, because its name is for machines. */
function Groups({ hall, value, lang, shown }: BoxesProps & { hall: Hall; value: string }) {
  const words = hallCopy(lang).service;
  const groups = Map.groupBy(hall.services, ({ group }) => group);
  return (
    <Radios
      name="group"
      legend={{ text: words.group }}
      hint={words.groupHint}
      value={value}
      error={shown.at("group")}
      items={[
        ...[...groups].map(([group, services]) => ({
          value: group,
          label: listText(
            services.map(({ name }) => name[lang]),
            lang,
          ),
        })),
        { value: "alone", label: words.alone },
      ]}
    />
  );
}
