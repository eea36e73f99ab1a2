/** Unlocks the data keys: encrypted by KMS on AWS, plain in a key file on one machine. */
import * as v from "valibot";
import type { Keyring } from "./vault.ts";
import { VaultError } from "./vault.ts";

const document = v.pipe(
  v.strictObject({
    current: v.number(),
    /** `kms:<base64 ciphertext>` or, on one machine only, `plain:<base64 of 32 bytes>`. */
    keys: v.record(v.pipe(v.string(), v.regex(/^\d+$/)), v.pipe(v.string(), v.regex(/^(kms|plain):/))),
  }),
  v.check((value) => String(value.current) in value.keys),
);

/** Turns a ciphertext of the data key into its 32 bytes; AWS KMS in production. */
export type Unlock = (ciphertext: Uint8Array) => Promise<Uint8Array>;

/** Throws a VaultError, without the secret in it, when the document or a key is not of the right shape. */
export async function unlockKeyring(secret: string, unlock: Unlock = unlockWithKms): Promise<Keyring> {
  const read = v.safeParse(v.pipe(v.string(), v.parseJson(), document), secret);
  if (!read.success) throw new VaultError("The secret DataKeys is not of the documented shape");
  const keys = new Map<string, Uint8Array>();
  for (const [version, value] of Object.entries(read.output.keys)) {
    const bytes = Buffer.from(value.slice(value.indexOf(":") + 1), "base64");
    const key = value.startsWith("plain:") ? bytes : await unlock(bytes);
    if (key.length !== 32) throw new VaultError(`Data key ${version} does not have 32 bytes`);
    keys.set(version, key);
  }
  return { current: String(read.output.current), keys };
}

/** Loaded only where a key is encrypted, so that one machine does not pay for the client. */
async function unlockWithKms(ciphertext: Uint8Array): Promise<Uint8Array> {
  const { DecryptCommand, KMSClient } = await import("@aws-sdk/client-kms");
  const answer = await new KMSClient({}).send(new DecryptCommand({ CiphertextBlob: ciphertext }));
  return answer.Plaintext ?? new Uint8Array();
}
