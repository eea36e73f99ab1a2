/**
 * What holds for every text of an application: how it is cleaned, counted and refused. A refusal is a code of a
 * closed list; its sentence is in `web/copy`, and no code ever carries what was typed.
 */
import * as v from "valibot";

/** The outcome of reading one field. */
export type Read<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly code: ApplicationErrorCode };

const textTopics = [
  "name",
  "legal_representative",
  "contact_name",
  "identity",
  "phone",
  "email",
  "address",
  "postcode",
  "title",
  "document_number",
  "description",
  "visit_topic",
] as const;
export type TextTopic = (typeof textTopics)[number];

const textProblems = ["required", "too_long", "characters"] as const;

const particularCodes = [
  "applicant_kind.choose",
  "identity_kind.choose",
  "identity.old_number",
  "identity.length",
  "identity.check_digit",
  "identity.birth_date",
  "identity.birth_future",
  "unit.choose",
  "form.choose",
  "route.choose",
  "route.form",
  "phone.invalid",
  "phone.area_code",
  "phone.or_other",
  "email.invalid",
  "postcode.invalid",
] as const;

export type ApplicationErrorCode =
  | `${TextTopic}.${(typeof textProblems)[number]}`
  | (typeof particularCodes)[number];

/** Every code that a field of an application can give; each needs its words in every language. */
export const applicationErrorCodes: readonly ApplicationErrorCode[] = [
  ...textTopics.flatMap((topic) => textProblems.map((problem) => `${topic}.${problem}` as const)),
  ...particularCodes,
];

/** Longest texts, in code points: what a person would call characters, nearly. */
export const textLimits: Readonly<Record<TextTopic, number>> = {
  name: 100,
  legal_representative: 100,
  contact_name: 100,
  identity: 50,
  phone: 40,
  email: 254,
  address: 200,
  postcode: 20,
  title: 200,
  document_number: 100,
  description: 2000,
  visit_topic: 100,
};

/** So much longer than any limit that it need not be cleaned to be refused. */
const HOPELESS_LENGTH = 20_000;

const INVISIBLE_LEFTOVERS = /[\u00ad\u200b\u2060\ufeff]/g;
const LINE_ENDS = /\r\n?|[\u0085\u2028\u2029]/g;
/** Control characters but the line feed, lone halves of a pair, and all that turns the direction of writing. */
const FORBIDDEN = /[\p{Cs}\p{Bidi_Control}]|(?!\n)\p{Cc}/u;

export const accept = <Value>(value: Value): Read<Value> => ({ ok: true, value });
export const refuse = (code: ApplicationErrorCode): Read<never> => ({ ok: false, code });

/** The last text of what a form sent for a field; empty for anything that is not text. */
export function textOf(raw: unknown): string {
  const last: unknown = Array.isArray(raw) ? raw.at(-1) : raw;
  return typeof last === "string" ? last : "";
}

/** Code points of a text, counted without keeping more than one of them. */
export function lengthOf(text: string): number {
  let length = 0;
  for (const _ of text) length += 1;
  return length;
}

export interface TextRule {
  readonly topic: TextTopic;
  readonly optional?: boolean;
  /** Keeps line breaks; otherwise they become spaces, as a pasted line often ends with one. */
  readonly lines?: boolean;
}

function clean(raw: string, lines: boolean): string {
  const visible = raw.normalize("NFC").replace(INVISIBLE_LEFTOVERS, "").replace(LINE_ENDS, "\n");
  const spaced = visible.replace(/\t/g, " ");
  return (lines ? spaced : spaced.replace(/\n/g, " ").replace(/ {2,}/g, " ")).trim();
}

/**
 * Reads a text: NFC, trimmed, without invisible leftovers of copying. Refuses control characters and marks that
 * turn the direction of writing; letters written from right to left and emoji are fine here.
 */
export function readText(raw: unknown, { topic, optional = false, lines = false }: TextRule): Read<string> {
  const typed = textOf(raw);
  if (typed.length > HOPELESS_LENGTH) return refuse(`${topic}.too_long`);
  const text = clean(typed, lines);
  if (text === "") return optional ? accept("") : refuse(`${topic}.required`);
  if (FORBIDDEN.test(text)) return refuse(`${topic}.characters`);
  if (lengthOf(text) > textLimits[topic]) return refuse(`${topic}.too_long`);
  return accept(text);
}

/** Full width becomes half, small becomes capital, spaces and hyphens go: for numbers of documents. */
export const compact = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\p{Cf}\p{Pd}\u2212]/gu, "")
    .toUpperCase();

/** A reading function as the schema of one form field; a field that was not sent is an empty one. */
export const field = <Value>(read: (raw: unknown) => Read<Value>) =>
  v.optional(
    v.pipe(
      v.unknown(),
      v.rawTransform<unknown, Value>(({ dataset, addIssue, NEVER }) => {
        const result = read(dataset.value);
        if (result.ok) return result.value;
        addIssue({ message: result.code });
        return NEVER;
      }),
    ),
    "",
  );

/** One of a closed list, or the code that asks to choose. */
export function readChoice<const Choice extends string>(
  raw: unknown,
  choices: readonly Choice[],
  code: ApplicationErrorCode,
): Read<Choice> {
  const text = textOf(raw);
  const found = choices.find((choice) => choice === text);
  return found === undefined ? refuse(code) : accept(found);
}
