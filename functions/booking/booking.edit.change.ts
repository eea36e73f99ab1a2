/** What the changes of a place have in common. Pure. */
import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { Reader } from "./booking.edit.read.ts";
import type { Hall, Place } from "./booking.hall.ts";

export type Edited<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly errors: FieldErrors };

/** What a change of a place may look at. */
export interface PlaceGround {
  readonly hall: Hall;
  readonly place: Place;
  /** The place as it is published; undefined for a new one. */
  readonly published: Place | undefined;
}

export type Change = (ground: PlaceGround, reader: Reader, values: FormValues) => Place;

/** The nth of a list, as a button names it; undefined for what is none. */
const nth = (values: FormValues): number | undefined => {
  const n = fieldOf(values, "n");
  return /^\d{1,3}$/.test(n) ? Number(n) : undefined;
};
export const without = <Item>(items: readonly Item[], values: FormValues): Item[] =>
  items.filter((_, n) => n !== nth(values));
const counterIds = ({ counters }: Place): readonly string[] => counters.map(({ id }) => id);

/** Nothing ticked, or all of them, means all counters, the ones to come included. */
export function countersIn(reader: Reader, place: Place): { counters?: string[] } {
  const named = reader.several("counters", counterIds(place));
  return named.length === 0 || named.length === place.counters.length ? {} : { counters: [...named] };
}
