import { Button } from "../../../components/button.tsx";
import { Textarea } from "../../../components/textarea.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { WordBoxes } from "./forms.tsx";
import { HallScreen, hallErrors, typedOr } from "./frame.tsx";
import type { PartProps } from "./rows.tsx";
import { PartForm, ShortBox } from "./rows.tsx";

export function PlaceAboutPage(props: PartProps) {
  const { view, hall, place, typed, mayWrite } = props;
  const { lang } = view;
  const { fields, place: words, save, zones } = hallCopy(lang);
  const shown = hallErrors(props, { ...fields, zones: zones.label });
  const box = { lang, typed, shown };
  const kept = place.zones.map(({ name }) => (name.en === name.zh ? name.zh : `${name.zh} / ${name.en}`));
  return (
    <HallScreen
      {...props}
      shown={shown}
      title={`${words.parts.about}：${place.name[lang]}`}
      back={{ href: hallPaths.place(hall.id, place.id), text: place.name[lang] }}
    >
      <PartForm props={props} part="about" action="save">
        <WordBoxes name="name" zh={fields.nameZh} en={fields.nameEn} kept={place.name} {...box} />
        <WordBoxes name="address" zh={fields.addressZh} en={fields.addressEn} kept={place.address} {...box} />
        <ShortBox name="phone" label={fields.phone} kept={place.phone} {...box} />
        <Textarea
          name="zones"
          label={zones.label}
          hint={zones.hint}
          rows={4}
          value={typedOr(typed, "zones", kept.join("\n"))}
          error={shown.at("zones")}
        />
        {mayWrite ? <Button preventDoubleClick>{save}</Button> : null}
      </PartForm>
    </HallScreen>
  );
}
