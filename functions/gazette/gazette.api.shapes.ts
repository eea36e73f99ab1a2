/** What the API tells of the gazette, as it stands in its document. */
import * as v from "valibot";
import { named } from "../kit/openapi.ts";
import { gazetteKinds, validities } from "./gazette.ts";

const said = (text: string) => v.pipe(v.string(), v.description(text));
const perhaps = (text: string) => v.pipe(v.nullable(v.string()), v.description(text));
const DAY = "yyyy-mm-dd, in China";

const heading = {
  id: v.string(),
  kind: v.picklist(gazetteKinds),
  unit: said("The code of the unit that published it"),
  title: v.string(),
  organ: said("发文机关, as on the document"),
  documentNumber: perhaps("文号"),
};
const validity = v.pipe(
  v.nullable(v.picklist(validities)),
  v.description("Today; null for what is no policy"),
);
const link = said("The page of it");
const linkShape = v.strictObject({ id: v.string(), name: v.string() });

const fileShape = v.strictObject({
  name: v.string(),
  type: said("Its media type, proved by its content"),
  sizeBytes: v.number(),
  sha256: said("In hexadecimal: proves that it is what was published"),
  link: said("Downloads it"),
});

const rowShape = named(
  "GazetteRow",
  v.strictObject({
    ...heading,
    publishedOn: said(DAY),
    validity,
    summary: said("The first words of its text"),
    link,
  }),
);

export const listShape = named(
  "GazetteColumn",
  v.strictObject({
    items: v.array(rowShape),
    next: perhaps("The cursor of the page after it; a search has one page"),
  }),
);

export const itemShape = named(
  "GazetteItem",
  v.strictObject({
    ...heading,
    indexNumber: perhaps("索引号"),
    writtenOn: perhaps(DAY),
    publishedOn: said(DAY),
    changedAt: said("When the text that is read now was published"),
    checkedOn: said(`When its unit last found it true: ${DAY}`),
    validity,
    validityNote: perhaps("Why it was amended, lapsed or was repealed"),
    validUntil: perhaps(`Its last day: ${DAY}`),
    successor: v.pipe(v.nullable(linkShape), v.description("The policy that took its place")),
    blocks: v.array(
      v.strictObject({
        kind: v.picklist(["heading", "paragraph"]),
        text: said("Plain text without markup"),
      }),
    ),
    guides: v.pipe(v.array(linkShape), v.description("The guides that it is about")),
    files: v.pipe(v.array(fileShape), v.description("附件, public as long as the item is")),
    link,
  }),
);
