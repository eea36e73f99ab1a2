/**
 * The seal of a manifest: a hash over all that it says, its front page among it, so that a byte changed in either shows.
 * Who could change all of it is shown by the hash of the whole bundle, which is on record with its download.
 */
import { createHash } from "node:crypto";
import { canonicalJson } from "../case/case.chain.ts";
import type { Manifest } from "./evidence.ts";

export const FRONT_PAGE = "目录.html";
export const MANIFEST = "manifest.json";

export const sha256Of = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

/** Nothing of what a sealed manifest says may be left out, so what it does not know of is in it, too. */
export function sealOf({
  seal: _seal,
  ...rest
}: Omit<Manifest, "seal"> & { readonly seal?: string }): string {
  return sha256Of(new TextEncoder().encode(canonicalJson(rest)));
}
