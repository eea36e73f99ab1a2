/** The form of a letter: what its boxes are called, what stands in them at first, what was typed. Pure. */

import type { FormValues } from "../kit/form.ts";
import { fieldOf } from "../kit/form.ts";
import { dayFrom } from "../office/case.form.ts";
import type { Asked } from "./letter.asked.ts";
import type { AskedField } from "./letter.field.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";
import type { LetterRecord } from "./letter.record.ts";

const dayParts = ["year", "month", "day"] as const;
const boxesOf = ({ kind, name }: AskedField): readonly string[] =>
  kind === "day" ? dayParts.map((part) => `${name}-${part}`) : [name];

/** Only what the form asks comes back. */
export const typedIn = (letter: LetterDefinition, form: FormValues): Asked =>
  Object.fromEntries(
    askedOf(letter)
      .flatMap(boxesOf)
      .map((box) => [box, fieldOf(form, box)]),
  );

/** By field, three boxes as one day. */
export const valuesIn = (letter: LetterDefinition, form: FormValues): Asked =>
  Object.fromEntries(
    askedOf(letter).map(({ name, kind }) => [
      name,
      kind === "day" ? dayFrom(form, name) : fieldOf(form, name),
    ]),
  );

const dayBoxes = (name: string, day: string): Asked =>
  Object.fromEntries(
    day.split("-").map((part, place) => [`${name}-${dayParts[place]}`, String(Number(part))]),
  );

export interface Begun {
  readonly letter: LetterDefinition;
  readonly record: LetterRecord;
}

/** What the events of the case say already need not be typed again. */
export function startingValues({ letter, record }: Begun): Asked {
  const { head, application, consultations } = record;
  const party = letter.kind === "co_author_consultation" ? "co_author" : "third_party";
  const asked = consultations.findLast((each) => each.party === party) ?? consultations.at(-1);
  const known = {
    ...(asked === undefined
      ? {}
      : {
          [party === "co_author" ? "coAuthor" : "thirdParty"]: asked.name,
          consultation: asked.about,
          ...dayBoxes("consultedOn", asked.sentOn),
        }),
    ...(head.answer === undefined ? {} : { correctedRecord: correctedWords(head) }),
    servedTo: application.name,
  };
  const boxes = askedOf(letter).flatMap(boxesOf);
  return Object.fromEntries(Object.entries(known).filter(([box]) => boxes.includes(box)));
}

/** What was decided of the record, as it was answered: the letter says the same. */
const correctedWords = ({ answer, said }: LetterRecord["head"]): string =>
  [...(said === undefined ? [] : [`处理结果：${said}。`]), answer?.reply ?? "", answer?.pointer ?? ""]
    .filter((line) => line !== "")
    .join("\n");
