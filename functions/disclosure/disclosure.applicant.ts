/** Who applies: the categories that the annual report (30号, table 三) counts by, and their names. */
import { accept, type Read, readText, refuse, type TextTopic } from "./disclosure.text.ts";

/** 自然人, then 商业企业, 科研机构, 社会公益组织, 法律服务机构, 其他: the columns of table 三, in its order. */
export const applicantKinds = [
  "person",
  "company",
  "research",
  "charity",
  "legal_service",
  "other_organisation",
] as const;
export type ApplicantKind = (typeof applicantKinds)[number];

export const isOrganisation = (kind: ApplicantKind): boolean => kind !== "person";

const MIDDLE_DOTS = /\s*[·•‧∙・･]\s*/g;

/**
 * A name in any script, with its marks; at least one letter, no emoji. The dots that people use within names of
 * national minorities become the one of the standard (U+00B7), so that the same name is found again.
 */
export function readName(
  raw: unknown,
  topic: Extract<TextTopic, "name" | "legal_representative" | "contact_name">,
  optional = false,
): Read<string> {
  const text = readText(raw, { topic, optional });
  if (!text.ok || text.value === "") return text;
  if (!/\p{L}/u.test(text.value) || /\p{Extended_Pictographic}/u.test(text.value)) {
    return refuse(`${topic}.characters`);
  }
  return accept(text.value.replace(MIDDLE_DOTS, "·"));
}
