/**
 * The letters that an office issues (国办公开办函〔2020〕2号, 宿政办函〔2021〕21号): the receipt, eleven process documents, one
 * for each of the 21 outcomes, the correction of records, the proof of service. Each with its default wording, what it
 * asks for, and the placeholders without which it would not be that letter. Pure.
 */
import type { OutcomeCode, RemedyPath } from "../disclosure/disclosure.outcome.ts";
import { decisionLetters } from "./letter.decision.ts";
import type { AskedField, AskedId, KnownTag } from "./letter.field.ts";
import { askedFields, feeTags, knownTags } from "./letter.field.ts";
import { processLetters } from "./letter.process.ts";

export interface LetterDefinition {
  readonly kind: string;
  readonly title: { readonly zh: string; readonly en: string };
  /** What tells letters of the same title apart: the outcome. */
  readonly about?: { readonly zh: string; readonly en: string };
  readonly outcome?: OutcomeCode;
  /** Of the 条例; other instruments by name. */
  readonly articles: readonly string[];
  readonly to: "applicant" | "third_party" | "agency" | "file";
  readonly asks: readonly AskedId[];
  /** It tells a fee, as the case has it on record. */
  readonly tellsFee?: true;
  /** Whom it addresses; the applicant, unless said. */
  readonly addressee?: string;
  /** Whether it can be contested, and how. */
  readonly remedy?: RemedyPath;
  /** Paragraphs of the default template. */
  readonly body: readonly string[];
  /** Lines of a form, instead of or below the paragraphs. */
  readonly table?: readonly (readonly [label: string, value: string])[];
  /** A form that somebody else signs bears no signature of the office. */
  readonly signed?: "other";
}

const otherLetters: readonly LetterDefinition[] = [
  {
    kind: "records_correction",
    title: { zh: "更正政府信息答复书", en: "Answer to a correction of records" },
    articles: ["41"],
    to: "applicant",
    asks: ["correctedRecord"],
    remedy: "review_or_suit",
    body: [
      "您于{申请日期}提出的更正与您自身相关的政府信息的申请（编号{编号}，申请内容：{申请内容}）收悉。依照《中华人民共和国政府信息公开条例》第四十一条的规定，现答复如下：",
      "{更正内容}",
      "{救济途径}",
    ],
  },
  {
    kind: "service_proof",
    title: { zh: "送达回证", en: "Proof of service" },
    articles: ["国办公开办函〔2016〕235号"],
    to: "file",
    asks: ["servedLetter", "servedTo", "servedAt", "servedBy", "servedOn", "remarks"],
    body: [],
    table: [
      ["申请编号", "{编号}"],
      ["送达文书名称及文号", "{送达文书}"],
      ["受送达人", "{受送达人}"],
      ["送达地点", "{送达地点}"],
      ["送达方式", "{送达方式}"],
      ["送达日期", "{送达日期}"],
      ["受送达人签名或者盖章", ""],
      ["送达人签名", ""],
      ["备注", "{备注}"],
    ],
  },
];

export const letters: readonly LetterDefinition[] = [...processLetters, ...decisionLetters, ...otherLetters];
export const letterKinds: readonly string[] = letters.map(({ kind }) => kind);

export const letterOf = (kind: string): LetterDefinition | undefined =>
  letters.find((letter) => letter.kind === kind);

export const askedOf = ({ asks }: LetterDefinition): readonly AskedField[] =>
  asks.map((id) => askedFields[id]);

/** Every placeholder that a template of this letter may hold. */
export const tagsOf = (letter: LetterDefinition): readonly string[] => [
  ...knownTags,
  ...askedOf(letter).map(({ tag }) => tag),
  ...(letter.tellsFee ? feeTags : []),
];

/** Those without which it would not be this letter in law: its number, what it decides, how to contest it. */
export function requiredTagsOf(letter: LetterDefinition): readonly string[] {
  const known: readonly KnownTag[] = [
    "文号",
    ...(letter.outcome === undefined ? [] : (["答复内容"] as const)),
    ...(letter.remedy === undefined ? [] : (["救济途径"] as const)),
  ];
  const asked = askedOf(letter).filter(({ optional }) => !optional);
  return [
    ...known,
    ...asked.map(({ tag }) => tag),
    ...(letter.tellsFee ? ["收费方式", "金额", "缴费期限", "缴费办法"] : []),
  ];
}
