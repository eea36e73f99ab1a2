/** What the API takes and answers about letters. Strict, so that nothing leaves which is not named. */
import * as v from "valibot";
import { day, instant, words } from "../disclosure/disclosure.api.shapes.ts";
import { named } from "../kit/openapi.ts";
import { letterKinds } from "./letter.kind.ts";
import { notedRoutes } from "./letter.served.ts";
import { letterRefusals } from "./letter.turn.ts";

export const by = named(
  "By",
  v.strictObject({
    kind: v.picklist(["applicant", "consulted", "staff", "machine", "system"]),
    id: v.optional(v.string()),
    name: v.optional(v.string()),
    unit: v.optional(v.string()),
  }),
);

const served = v.strictObject({
  route: v.pipe(
    v.string(),
    v.description("How it reached whom it was for; `site`: it was read on this site"),
  ),
  on: day,
  note: v.pipe(v.string(), v.description("What proves it, such as the number of the posting")),
  by,
  at: instant,
});

const kind = {
  kind: v.picklist(letterKinds as [string, ...string[]]),
  title: words,
  about: v.pipe(v.nullable(words), v.description("What tells letters of one title apart: the outcome")),
  to: v.picklist(["applicant", "third_party", "agency", "file"]),
};

const issuedEntries = {
  number: v.strictObject({
    year: v.number(),
    serial: v.number(),
    text: v.pipe(v.string(), v.description("As it stands on the letter, such as 示公开〔2026〕3号")),
  }),
  ...kind,
  issuedAt: instant,
  issuedBy: by,
  sha256: v.pipe(v.string(), v.description("Of its file, as it went on record when it was issued")),
  sizeBytes: v.number(),
  served: v.array(served),
};
export const issuedLetter = named("IssuedLetter", v.strictObject(issuedEntries));

export const lettersOfCase = named(
  "LettersOfCase",
  v.strictObject({
    items: v.pipe(v.array(issuedLetter), v.description("What was issued, in the order of the numbers")),
    kinds: v.pipe(
      v.array(
        v.strictObject({
          ...kind,
          articles: v.pipe(v.array(v.string()), v.description("Of the 条例; other instruments by name")),
          ready: v.boolean(),
          reason: v.nullable(v.picklist(letterRefusals)),
          why: v.pipe(v.nullable(words), v.description("What has to happen before it can be issued")),
        }),
      ),
      v.description("Every kind that a case of this sort can have"),
    ),
    mayIssue: v.boolean(),
  }),
);

export const letterForm = named(
  "LetterForm",
  v.strictObject({
    ...kind,
    fields: v.array(
      v.strictObject({
        name: v.string(),
        kind: v.pipe(
          v.picklist(["line", "text", "day", "number", "scheme"]),
          v.description("day: yyyy-mm-dd; scheme: by_count or by_pages"),
        ),
        label: words,
        required: v.boolean(),
        maxCharacters: v.number(),
        value: v.pipe(v.string(), v.description("What the case suggests; empty when nothing")),
      }),
    ),
  }),
);

export const letterFields = named(
  "LetterFields",
  v.object(
    {
      fields: v.pipe(
        v.record(v.string(), v.unknown(), "fields.invalid"),
        v.description("By the names that the form of this kind gives; texts, or whole numbers as numbers"),
      ),
    },
    "body.required",
  ),
);

const paragraph = named(
  "LetterParagraph",
  v.strictObject({
    kind: v.literal("paragraph"),
    align: v.picklist(["start", "center", "end"]),
    heading: v.boolean(),
    indent: v.boolean(),
    lines: v.array(v.array(v.strictObject({ text: v.string(), bold: v.boolean() }))),
  }),
);
const table = named(
  "LetterTable",
  v.strictObject({
    kind: v.literal("table"),
    rows: v.array(v.array(v.strictObject({ columns: v.number(), paragraphs: v.array(paragraph) }))),
  }),
);
const blocks = v.pipe(
  v.array(v.variant("kind", [paragraph, table])),
  v.description("The text, read from the Word file itself"),
);

export const letterPreview = named("LetterPreview", v.strictObject({ blocks }));
export const readLetterShape = named(
  "Letter",
  v.strictObject({
    ...issuedEntries,
    whole: v.pipe(v.boolean(), v.description("The bytes of the file are those that went on record")),
    blocks,
  }),
);

export const serviceBody = named(
  "LetterService",
  v.object(
    {
      route: v.pipe(v.picklist(notedRoutes, "route.choose")),
      on: v.pipe(v.string("day.invalid"), v.description("Not before its issue, not after today; yyyy-mm-dd")),
      note: v.pipe(
        v.string("note.required"),
        v.maxLength(1_000, "prose.too_long"),
        v.description(
          "What proves it, no personal data: the number of the posting, who signed, how the other side told that it came",
        ),
      ),
    },
    "body.required",
  ),
);
