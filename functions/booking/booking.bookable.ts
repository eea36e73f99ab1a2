/** What can be booked anywhere, once for each errand: halls that give the same service stand under one name. Pure. */
import type { Day } from "../calendar/calendar.ts";
import type { Hall, Place, Service } from "./booking.hall.ts";
import { lanesFor } from "./booking.hall.ts";
import { type OccasionKind, occasionKinds } from "./booking.occasion.ts";

/** A place at which a service is given, under that hall's own description of it. */
export interface Offer {
  readonly hall: Hall;
  readonly place: Place;
  readonly service: Service;
}

export interface Bookable {
  /** Its guide, or its name where no guide is named. */
  readonly key: string;
  readonly name: Service["name"];
  readonly guide: string | undefined;
  readonly offers: readonly Offer[];
}

/** Services are the same when they follow the same guide; without guides, when they have the same name. */
const keyOf = ({ guide, name }: Service): string => guide ?? name.zh;

export function bookablesOf(halls: readonly Hall[], today: Day): readonly Bookable[] {
  const offers = halls.flatMap((hall) =>
    hall.services
      .filter(({ offered }) => offered.to === undefined || today <= offered.to)
      .flatMap((service) =>
        hall.places
          .filter((place) => lanesFor(place, service.id).length > 0)
          .map((place): Offer => ({ hall, place, service })),
      ),
  );
  const groups = Map.groupBy(offers, ({ service }) => keyOf(service));
  return [...groups].flatMap(([key, offered]) => {
    const [first] = offered;
    if (first === undefined) return [];
    return [{ key, name: first.service.name, guide: first.service.guide, offers: offered }];
  });
}

/** The bookable thing to which a service of a hall belongs. */
export const bookableWith = (
  bookables: readonly Bookable[],
  { hall, service }: { readonly hall: string; readonly service: string },
): Bookable | undefined =>
  bookables.find(({ offers }) => offers.some((each) => each.hall.id === hall && each.service.id === service));

/** Which kinds of occasions (场次) are among them, for the doors to their pages. */
export const kindsOf = (bookables: readonly Bookable[]): readonly OccasionKind[] => {
  const kinds = bookables.flatMap(({ offers }) => offers.flatMap(({ service }) => service.kind ?? []));
  return occasionKinds.filter((kind) => kinds.includes(kind));
};

const comparable = (text: string): string =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, "");

/** Those whose name holds what was typed, in their order; then those of guides that the search has found. */
export function bookablesFor(
  bookables: readonly Bookable[],
  { text, guides }: { readonly text: string; readonly guides: readonly string[] },
): readonly Bookable[] {
  const wanted = comparable(text);
  if (wanted === "") return bookables;
  const named = bookables.filter(({ name }) =>
    [name.zh, name.en].some((each) => comparable(each).includes(wanted)),
  );
  const found = guides.flatMap((id) => bookables.find(({ guide }) => guide === id) ?? []);
  return [...new Set([...named, ...found])];
}
