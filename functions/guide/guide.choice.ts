/** What a form offers of each dictionary: the national lists, as values that `guide.field.ts` reads back. */
import type { DictionaryName } from "./guide.dictionary.ts";
import { dictionaries } from "./guide.dictionary.ts";
import { codedText } from "./guide.field.ts";

export interface Choice {
  readonly value: string;
  readonly name: string;
}

export const choicesOf = (dictionary: DictionaryName): readonly Choice[] =>
  Object.entries(dictionaries[dictionary].national).map(([code, name]) => ({
    value: codedText({ system: "national", code, name }),
    name,
  }));

export const allChoices = (): Readonly<Record<DictionaryName, readonly Choice[]>> =>
  Object.fromEntries(
    (Object.keys(dictionaries) as DictionaryName[]).map((name) => [name, choicesOf(name)]),
  ) as Record<DictionaryName, readonly Choice[]>;
