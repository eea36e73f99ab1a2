/** Small documents for tests: what is not said is empty. */
import * as fc from "fast-check";
import { buildIndex } from "../../functions/search/search.build.ts";
import { openIndex } from "../../functions/search/search.query.ts";
import type { SearchDocument, Searcher, SearchWords } from "../../functions/search/search.ts";
import { noWords } from "../../functions/search/search.ts";

export const documentOf = (
  said: Partial<SearchDocument> & Pick<SearchDocument, "id" | "name">,
): SearchDocument => ({
  code: "",
  aliases: [],
  unit: "",
  unitName: "",
  audience: [],
  topics: [],
  lifeEvents: [],
  kind: "",
  area: "",
  areaName: "",
  phones: [],
  body: "",
  ...said,
});

export const searcherOf = async (
  documents: readonly SearchDocument[],
  words: Partial<SearchWords> = {},
): Promise<Searcher> => openIndex(await buildIndex(documents, { ...noWords, ...words }));

/** Whatever a keyboard, a paste or an attack brings: whole and broken Unicode. */
export const anyText = (maxLength = 40): fc.Arbitrary<string> =>
  fc.oneof(
    fc.string({ unit: "binary", maxLength }),
    fc.string({ unit: fc.constantFrom(..."社会保险卡办理申请abc019 （）-"), maxLength }),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength })
      .map((units) => String.fromCharCode(...units)),
  );

const few = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.array(value, { maxLength: 3 });

export const anyDocument: fc.Arbitrary<SearchDocument> = fc.record({
  id: fc.uuid(),
  code: anyText(),
  name: anyText(),
  aliases: few(anyText()),
  unit: fc.constantFrom("", "zfb", "rsj"),
  unitName: anyText(),
  audience: few(anyText(6)),
  topics: few(anyText(6)),
  lifeEvents: few(anyText(6)),
  kind: anyText(6),
  area: fc.constantFrom("", "440100", "440200"),
  areaName: anyText(6),
  phones: few(anyText(12)),
  body: anyText(200),
});
