import type { Hall, Place } from "../../../../functions/booking/booking.hall.ts";
import type { Language } from "../../../view.ts";

/** Services by their names, in the order in which they are to be done. */
export const servicesIn = (hall: Hall, ids: readonly string[], lang: Language): string =>
  ids
    .map((id) => hall.services.find((each) => each.id === id)?.name[lang] ?? id)
    .join(lang === "zh" ? "、" : ", ");

export const signOf = (place: Place, counter: string | undefined): string =>
  place.counters.find(({ id }) => id === counter)?.sign ?? counter ?? "";

export const placeName = (hall: Hall, place: Place, lang: Language): string =>
  `${hall.name[lang]} · ${place.name[lang]}`;
