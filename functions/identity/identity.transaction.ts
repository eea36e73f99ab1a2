/** A sign-in on its way: what must come back with the issuer's answer, signed, short-lived, its verifier sealed. */
import * as v from "valibot";
import type { Vault } from "../kit/vault.ts";
import { VaultError } from "../kit/vault.ts";

export const TRANSACTION_SECONDS = 10 * 60;

const schema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    state: v.string(),
    nonce: v.string(),
    verifier: v.string(),
    returnTo: v.string(),
    /** Epoch seconds. */
    until: v.number(),
  }),
);
export type Transaction = v.InferOutput<typeof schema>;

const PURPOSE = "sign-in";

export function openTransactions(vault: Vault) {
  return {
    /** The value of a cookie. */
    close: (transaction: Transaction): string =>
      vault.sign(
        PURPOSE,
        JSON.stringify({ ...transaction, verifier: vault.seal(transaction.verifier, transaction.state) }),
      ),
    /** Undefined when it is missing, was altered, or is too old. */
    open(value: string | undefined, nowSeconds: number): Transaction | undefined {
      const read = v.safeParse(schema, value === undefined ? undefined : vault.verify(PURPOSE, value));
      if (!read.success || nowSeconds >= read.output.until) return undefined;
      try {
        return { ...read.output, verifier: vault.open(read.output.verifier, read.output.state) };
      } catch (error) {
        if (error instanceof VaultError) return undefined;
        throw error;
      }
    },
  };
}

const OFFICE = "/office";

/**
 * The path to lead back to after signing in: of the office, on this site, and not of signing in itself; `/office`
 * for anything else, so that no link can send a person who trusts us somewhere else.
 */
export function returnPath(wanted: string | undefined): string {
  if (wanted === undefined || wanted.length > 500 || !/^\/office(?:[/?]|$)/.test(wanted)) return OFFICE;
  const url = URL.parse(wanted, "https://here.invalid");
  if (url === null || url.origin !== "https://here.invalid") return OFFICE;
  if (url.pathname !== OFFICE && !url.pathname.startsWith(`${OFFICE}/`)) return OFFICE;
  if (/^\/office\/(sign-in|signed-in|sign-out|signed-out)\b/.test(url.pathname)) return OFFICE;
  return url.pathname + url.search;
}
