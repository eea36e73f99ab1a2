/** The form of the progress page: a number, and either the query code or the last four digits of the phone. */
import { normaliseCode, parseReference } from "../case/reference.ts";
import type { FieldErrors } from "../kit/problem.ts";

/** What somebody shows: the query code, or the last four digits of the phone. */
export interface Shown {
  readonly reference: string;
  readonly queryCode?: string;
  readonly phone4?: string;
}

/** What was typed, as it was typed. */
export interface ProgressQuestion {
  readonly number: string;
  readonly code: string;
  readonly phone: string;
}

/**
 * Reads what was typed, or says what to correct. A number whose check letter is wrong was never given to anybody, and
 * a code of another shape neither, so saying so reveals nothing and costs no try.
 */
export function readQuestion(typed: ProgressQuestion): { shown: Shown } | { errors: FieldErrors } {
  const number = parseReference(typed.number);
  const absent = typed.number.trim() === "";
  const proof = proofOf(typed);
  const errors = [
    ...(number === undefined ? [{ field: "number", code: absent ? "required" : "invalid" }] : []),
    ...("error" in proof ? [proof.error] : []),
  ];
  if (number === undefined || "error" in proof) return { errors };
  return { shown: { reference: number.reference, ...proof.shown } };
}

type Proof =
  | { readonly shown: { readonly queryCode: string } | { readonly phone4: string } }
  | { readonly error: { readonly field: string; readonly code: string } };

/** One of the two is enough; the code is the better proof, so it speaks when both are filled. */
function proofOf({ code, phone }: ProgressQuestion): Proof {
  if (code.trim() !== "") {
    const queryCode = normaliseCode(code);
    return queryCode === undefined ? { error: { field: "code", code: "invalid" } } : { shown: { queryCode } };
  }
  if (phone.trim() === "") return { error: { field: "code", code: "required" } };
  const phone4 = lastFourOf(phone);
  return phone4 === undefined ? { error: { field: "phone", code: "invalid" } } : { shown: { phone4 } };
}

/** Four digits, or a whole phone number whose last four they are. */
function lastFourOf(phone: string): string | undefined {
  const plain = phone
    .normalize("NFKC")
    .slice(0, 40)
    .replaceAll(/[\s\p{Pd}()+]/gu, "");
  return /^\d{4,20}$/.test(plain) ? plain.slice(-4) : undefined;
}
