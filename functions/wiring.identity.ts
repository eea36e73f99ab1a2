/** Under which claims a provider of identity tells roles and unit. */
import type { DisclosureGround } from "./wiring.disclosure.ts";

export function claimNamesOf({ config }: DisclosureGround) {
  return { roles: config.oidc.rolesClaim, unit: config.oidc.unitClaim };
}
