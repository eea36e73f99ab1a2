import { Input } from "../../../components/input.tsx";
import { hallCopy } from "../../../copy/office-hall.ts";
import { officeOccasionCopy } from "../../../copy/office-occasion.ts";
import { WordBoxes } from "../hall/forms.tsx";
import { typedOr } from "../hall/frame.tsx";
import type { Boxes } from "../hall/rows.tsx";
import { ShortBox } from "../hall/rows.tsx";

/** Where it is, and how many come at a time. */
export function PlaceBoxes(box: Boxes) {
  const { plan } = officeOccasionCopy(box.lang);
  const { fields } = hallCopy(box.lang);
  return (
    <>
      <WordBoxes name="place" zh={plan.place} en={fields.nameEn} {...box} />
      <WordBoxes name="address" zh={fields.addressZh} en={fields.addressEn} {...box} />
      <Input
        name="phone"
        label={fields.phone}
        width={20}
        inputmode="tel"
        value={typedOr(box.typed, "phone", "")}
        autocomplete="off"
        error={box.shown.at("phone")}
      />
      <ShortBox name="seats" label={plan.seats} hint={plan.seatsHint} kept={1} width={3} {...box} />
    </>
  );
}
