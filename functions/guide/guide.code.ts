/**
 * Item codes. The national scheme is 统一社会信用代码 (18) + 行使层级 (1) + 基本编码 (12) = 31 characters, and 33 with a
 * two-digit 业务办理项. Provinces use other forms, so the parts are checked only where the scheme is declared.
 */
import { isLevelDigit } from "./guide.dictionary.ts";

export const codeSchemes = ["national", "other"] as const;
export type CodeScheme = (typeof codeSchemes)[number];

export type CodeProblem =
  | "code.required"
  | "code.too_long"
  | "code.characters"
  | "code.length"
  | "code.level";

export const MOST_CODE_CHARACTERS = 50;
const CREDIT = 18;
const CATALOG = 12;
const TASK = CREDIT + 1 + CATALOG;
const HANDLE_ITEM = TASK + 2;

/** Parts of a code in the national scheme. `item` is "" when the code names no 业务办理项. */
export interface CodeParts {
  readonly organisation: string;
  readonly level: string;
  readonly catalog: string;
  readonly item: string;
}

/** What is wrong with a code under its declared scheme; undefined when nothing is. */
export function codeProblem(code: string, scheme: CodeScheme): CodeProblem | undefined {
  if (code === "") return "code.required";
  if (code.length > MOST_CODE_CHARACTERS) return "code.too_long";
  if (!/^[0-9A-Za-z]([0-9A-Za-z-]*[0-9A-Za-z])?$/.test(code)) return "code.characters";
  if (scheme === "other") return undefined;
  if (code.length !== TASK && code.length !== HANDLE_ITEM) return "code.length";
  if (!/^[0-9A-Z]+$/.test(code) || !/^\d{2}$|^$/.test(code.slice(TASK))) return "code.characters";
  return isLevelDigit(code.charAt(CREDIT)) ? undefined : "code.level";
}

/** The parts of a code that follows the national scheme, otherwise undefined. */
export function codeParts(code: string): CodeParts | undefined {
  if (codeProblem(code, "national") !== undefined) return undefined;
  return {
    organisation: code.slice(0, CREDIT),
    level: code.charAt(CREDIT),
    catalog: code.slice(CREDIT + 1, TASK),
    item: code.slice(TASK),
  };
}
