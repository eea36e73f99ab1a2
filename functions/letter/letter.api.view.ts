/** From what the services know of letters to what the API answers. */
import type * as v from "valibot";
import { letterDeskCopy } from "../../web/copy/office-letter.ts";
import type { by, issuedLetter, letterForm, letterPreview, readLetterShape } from "./letter.api.shapes.ts";
import { startingValues, valuesIn } from "./letter.form.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import type { ReadBlock, ReadParagraph } from "./letter.reading.ts";
import type { Draft, Letters } from "./letter.service.ts";
import type { Letter } from "./letter.store.ts";
import { definitionOf } from "./letter.template.service.ts";
import type { LetterRefusal } from "./letter.turn.ts";
import { letterNumber } from "./letter.words.ts";

/** What has to happen before the case is ready for a letter. */
export const whyOf = (refusal: LetterRefusal) => ({
  zh: letterDeskCopy("zh").refusals[refusal],
  en: letterDeskCopy("en").refusals[refusal],
});

const kindView = ({ kind, title, about, to }: LetterDefinition) => ({
  kind,
  title,
  about: about ?? null,
  to,
});
const byView = (who: Letter["by"]): v.InferOutput<typeof by> => ({ ...who });

export function issuedView(letter: Letter): v.InferOutput<typeof issuedLetter> {
  const { number, word, kind, at, by: who, sha256, sizeBytes, served } = letter;
  return {
    number: { ...number, text: letterNumber(word ?? "", number) },
    ...kindView(definitionOf(kind)),
    issuedAt: at,
    issuedBy: byView(who),
    sha256,
    sizeBytes,
    served: served.map((each) => ({
      route: each.route,
      on: each.on,
      note: each.note,
      by: byView(each.by),
      at: each.at,
    })),
  };
}

type Read = Awaited<ReturnType<Letters["read"]>>;
export const readView = ({ letter, isWhole, blocks }: Read): v.InferOutput<typeof readLetterShape> => ({
  ...issuedView(letter),
  whole: isWhole,
  blocks: blocksView(blocks),
});

type Choices = Awaited<ReturnType<Letters["list"]>>["choices"];
export const choicesView = (choices: Choices) =>
  choices.map(({ letter, refusal }) => ({
    ...kindView(letter),
    articles: [...letter.articles],
    ready: refusal === undefined,
    reason: refusal ?? null,
    why: refusal === undefined ? null : whyOf(refusal),
  }));

export function formView(
  draft: Draft,
  fields: ReturnType<Letters["fieldsOf"]>,
): v.InferOutput<typeof letterForm> {
  const known = valuesIn(draft.letter, startingValues(draft));
  return {
    ...kindView(draft.letter),
    fields: fields.map(({ name, kind, label, optional, maxCharacters }) => ({
      name,
      kind,
      label: { ...label },
      required: optional !== true,
      maxCharacters,
      value: known[name] ?? "",
    })),
  };
}

export const blocksView = (blocks: readonly ReadBlock[]): v.InferOutput<typeof letterPreview>["blocks"] =>
  blocks.map((block) =>
    block.kind === "paragraph"
      ? paragraphView(block)
      : {
          kind: block.kind,
          rows: block.rows.map((row) =>
            row.map(({ columns, paragraphs }) => ({ columns, paragraphs: paragraphs.map(paragraphView) })),
          ),
        },
  );

const paragraphView = ({ kind, align, heading, indent, lines }: ReadParagraph) => ({
  kind,
  align,
  heading,
  indent,
  lines: lines.map((line) => line.map(({ text, bold }) => ({ text, bold }))),
});
