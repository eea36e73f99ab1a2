/**
 * What proves that somebody is the applicant of a case. The query code is derived from the reference and a salt
 * under our key, so there is nothing to steal from the table; the phone is kept as a keyed hash per case.
 */
import { CODE_BYTES, codeFromBytes, normaliseCode } from "../case/reference.ts";
import type { Vault } from "../kit/vault.ts";
import { equalInConstantTime } from "../kit/vault.ts";
import type { DisclosureHead } from "./disclosure.case.ts";

type Access = DisclosureHead["access"];

/** Empty where there is no phone: no hash is empty, so nothing but the query code opens such a case. */
export const phoneHash = (vault: Vault, reference: string, last4: string | undefined): string =>
  last4 === undefined ? "" : vault.hash("phone4", `${reference} ${last4}`);

export const queryCodeOf = (vault: Vault, reference: string, codeSalt: string): string =>
  codeFromBytes(vault.derive("query code", `${reference} ${codeSalt}`).subarray(0, CODE_BYTES));

/**
 * Whether the code or the phone's last four digits belong to the case. Does the same work for a missing case, so
 * that its time tells nothing.
 */
export function provesApplicant(
  vault: Vault,
  shown: { readonly reference: string; readonly queryCode?: string; readonly phone4?: string },
  access: Access | undefined,
): boolean {
  const { codeSalt, phoneHash: hash } = access ?? { codeSalt: "no such case", phoneHash: "" };
  const code = Buffer.from(queryCodeOf(vault, shown.reference, codeSalt));
  const phone = Buffer.from(phoneHash(vault, shown.reference, shown.phone4 ?? ""));
  const codeIs = equalInConstantTime(code, Buffer.from(normaliseCode(shown.queryCode ?? "") ?? ""));
  const phoneIs = equalInConstantTime(phone, Buffer.from(hash));
  const proven = shown.queryCode === undefined ? phoneIs && shown.phone4 !== undefined : codeIs;
  return proven && access !== undefined;
}
