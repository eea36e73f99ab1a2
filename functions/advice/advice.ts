/**
 * A question or a suggestion (咨询建议) as a citizen writes it: to whom, what about, in which words, and a telephone for
 * the notice. No account and no identity number is asked for, and the name may be left out.
 */
import * as v from "valibot";
import { readName } from "../disclosure/disclosure.applicant.ts";
import { readPhone } from "../disclosure/disclosure.contact.ts";
import { field, readText } from "../disclosure/disclosure.text.ts";
import { neverPublicIn } from "../published/published.personal.ts";

export const adviceKinds = ["question", "suggestion"] as const;
export type AdviceKind = (typeof adviceKinds)[number];

/** In the order of the page, so that errors stand in it too. */
export const adviceFields = ["kind", "subject", "text", "unit", "phone", "name"] as const;
export type AdviceField = (typeof adviceFields)[number];
/** What was typed, as it was typed. */
export type AdviceTyped = Readonly<Record<AdviceField, string>>;
export const nothingTyped: AdviceTyped = { kind: "", subject: "", text: "", unit: "", phone: "", name: "" };

export interface Advice {
  readonly kind: AdviceKind;
  /** Code of the unit that is asked. */
  readonly unit: string;
  readonly subject: string;
  readonly text: string;
  /** Undefined where no name was given. */
  readonly name?: string | undefined;
  readonly phone: string;
}

const choice = <const Choices extends readonly string[]>(choices: Choices, code: string) =>
  v.optional(v.pipe(v.unknown(), v.picklist(choices, code)), "");

/** A text that everybody may read one day holds no number that is never public, whoever writes it. */
const open = <Schema extends v.GenericSchema<unknown, string>>(schema: Schema) =>
  v.pipe(
    schema,
    v.rawCheck(({ dataset, addIssue }) => {
      const found = dataset.typed ? neverPublicIn(dataset.value) : undefined;
      if (found !== undefined) addIssue({ message: `personal_${found}` });
    }),
  );

/** `units` are the codes of those that can be asked. */
export const adviceSchema = (units: readonly string[]) =>
  v.pipe(
    v.object({
      kind: choice(adviceKinds, "kind.choose"),
      subject: open(field((raw) => readText(raw, { topic: "title" }))),
      text: open(field((raw) => readText(raw, { topic: "description", lines: true }))),
      unit: choice(units, "unit.choose"),
      phone: field((raw) => readPhone(raw)),
      name: field((raw) => readName(raw, "name", true)),
    }),
    v.transform(({ name, ...rest }): Advice => ({ ...rest, ...(name === "" ? {} : { name }) })),
  );

const shortText = (name: string, mostCharacters: number) =>
  v.pipe(
    v.optional(v.unknown(), ""),
    v.string(`${name}.required`),
    v.trim(),
    v.minLength(1, `${name}.required`),
    v.maxLength(mostCharacters, `${name}.too_long`),
    // Half a character could be stored and not be shown.
    v.check((text) => text.isWellFormed(), `${name}.characters`),
  );

export const MOST_CHARACTERS = {
  reply: 5000,
  reason: 300,
  subject: 100,
  question: 2000,
  answer: 5000,
} as const;

export const replySchema = v.object({ text: open(shortText("reply", MOST_CHARACTERS.reply)) });
export const reasonSchema = v.object({ reason: open(shortText("reason", MOST_CHARACTERS.reason)) });
export const transferSchema = (units: readonly string[]) =>
  v.object({ unit: choice(units, "unit.choose"), reason: open(shortText("reason", MOST_CHARACTERS.reason)) });

export const publicFields = ["subject", "question", "answer"] as const;
/** What everybody may read of it: written anew, without whoever asked. */
export const publicSchema = v.object({
  subject: shortText("subject", MOST_CHARACTERS.subject),
  question: shortText("question", MOST_CHARACTERS.question),
  answer: shortText("answer", MOST_CHARACTERS.answer),
});
export type PublicContent = v.InferOutput<typeof publicSchema>;
