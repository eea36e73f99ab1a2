/** The words of a language for what a guide holds, so that all of it can be read on one page. */
import { guideDeskCopy } from "../../web/copy/office-guide.ts";
import type { Language } from "../../web/view.ts";
import { formatDay } from "../../web/words.ts";
import { contentOf } from "./guide.content.ts";
import type { GuidePerson } from "./guide.record.ts";
import type { Guide } from "./guide.ts";

export function guideTexts(lang: Language, people: readonly GuidePerson[]) {
  const { fields, dictionary } = guideDeskCopy(lang);
  const terms: Readonly<Record<string, string>> = dictionary;
  const words = {
    yes: fields.yes,
    no: fields.no,
    term: (name: string) => (Object.hasOwn(terms, name) ? (terms[name] ?? name) : name),
    limit: fields.limit,
    day: (day: string) => formatDay(day, lang),
    owner: (id: string) => people.find((one) => one.id === id)?.name ?? id,
  };
  return { contentOf: (guide: Guide) => contentOf(guide, words) };
}
