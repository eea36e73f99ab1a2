import type { FieldErrors } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import { basisWords } from "../progress/article.ts";

/** "只能延长一次（《政府信息公开条例》第三十三条第二款）": what refuses, and where that stands. */
export function lawWords(code: string, basis: string | undefined, lang: Language): string {
  const { law } = officeCopy(lang);
  const sentences: Readonly<Record<string, string>> = law.refusals;
  const sentence = Object.hasOwn(sentences, code) ? sentences[code] : undefined;
  const said = sentence ?? law.other;
  return basis === undefined ? said : law.withBasis(said, basisWords([basis], lang));
}

/** The sentences of those errors that a law stands behind, by their codes. */
export const lawSentences = (errors: FieldErrors, lang: Language): Readonly<Record<string, string>> =>
  Object.fromEntries(
    errors.flatMap(({ code, basis }) => (basis === undefined ? [] : [[code, lawWords(code, basis, lang)]])),
  );
