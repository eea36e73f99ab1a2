/** Builds what puts requests together that ask alike (条例 Art. 44). */
import { openMeasure } from "./alike/alike.measure.ts";
import type { Alike } from "./alike/alike.service.ts";
import { openAlike } from "./alike/alike.service.ts";
import { openAlikeStore } from "./alike/alike.store.ts";
import type { DisclosureParts } from "./disclosure/disclosure.parts.ts";
import { openWordingStore } from "./search/search.wording.store.ts";

export function alikeOf({ parts }: { readonly parts: DisclosureParts }): Alike {
  const { table, cases, store: applications, audit, clock } = parts;
  const wording = openWordingStore(table);
  return openAlike({
    store: openAlikeStore(table),
    heads: cases,
    ...{ audit, clock },
    measure: async () => openMeasure((await wording.read()).words.synonyms),
    descriptionOf: async (reference) =>
      (await applications.readApplication(reference))?.application.description ?? "",
  });
}
