/** The keys of the running stack, for what the demo seals itself: the office opens it with the same. */
import { readSecret } from "../../functions/kit/config.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { unlockKeyring } from "../../functions/kit/vault.keys.ts";
import { openVault, type Vault } from "../../functions/kit/vault.ts";

export const demoVault = async (): Promise<Vault> =>
  openVault(await unlockKeyring(readSecret("DataKeys")), systemRandom);
