/**
 * Personal data at rest: sealed by field with AES-256-GCM, found again by keyed hash. The key's version is part of
 * every sealed value, so that keys can rotate while old values stay readable.
 */
import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  timingSafeEqual,
} from "node:crypto";
import type { Random } from "./id.ts";

/** `<key version>.<base64url of iv, tag, ciphertext>` */
export type Sealed = string;

export interface Vault {
  /** `context` (where the value belongs, such as a reference and a field) must be the same when it is opened. */
  seal(plain: string, context: string): Sealed;
  /** Throws a VaultError when the value was changed, moved to another context, or its key is gone. */
  open(sealed: Sealed, context: string): string;
  /** A hash for looking up, 43 URL-safe characters; `purpose` keeps equal values of two fields apart. */
  hash(purpose: string, value: string): string;
  /** Bytes derived from a value, for codes that need not be stored. */
  derive(purpose: string, value: string): Uint8Array;
  /** A value that goes out (in a cookie, in a link) and must come back unchanged and in time. */
  sign(purpose: string, value: string): string;
  verify(purpose: string, signed: string): string | undefined;
}

export class VaultError extends Error {
  override readonly name = "VaultError";
}

/** Versions and their 32-byte data keys, as `unlockKeyring` gives them. */
export interface Keyring {
  readonly current: string;
  readonly keys: ReadonlyMap<string, Uint8Array>;
}

const IV_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Hashes and signatures use the oldest key for as long as it exists, because a lookup must find what was hashed
 * before a rotation; sealing uses the current one.
 */
export function openVault(keyring: Keyring, random: Random): Vault {
  // As a key object, because a key given as bytes is made into one at every use, which takes longer than the use.
  const subkey = (key: Uint8Array, use: string) =>
    createSecretKey(Buffer.from(hkdfSync("sha256", key, "", `yichuang ${use}`, 32)));
  const sealing = new Map([...keyring.keys].map(([version, key]) => [version, subkey(key, "seal")]));
  const oldest = [...keyring.keys.keys()].sort((a, b) => Number(a) - Number(b))[0] ?? keyring.current;
  const hashing = subkey(keyring.keys.get(oldest) ?? new Uint8Array(), "hash");
  const mac = (purpose: string, value: string) =>
    createHmac("sha256", hashing).update(`${purpose}\0${value}`).digest();

  return {
    seal(plain, context) {
      const key = sealing.get(keyring.current);
      if (key === undefined) throw new VaultError("The current data key is missing");
      const iv = random(IV_BYTES);
      const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(context));
      const body = Buffer.concat([cipher.update(plain, "utf8"), cipher.final()]);
      return `${keyring.current}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")}`;
    },
    open(sealed, context) {
      const dot = sealed.indexOf(".");
      const key = sealing.get(sealed.slice(0, dot));
      if (key === undefined) throw new VaultError("The data key of this value is missing");
      const bytes = Buffer.from(sealed.slice(dot + 1), "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, IV_BYTES))
          .setAAD(Buffer.from(context))
          .setAuthTag(bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES));
        return (
          decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES), undefined, "utf8") + decipher.final("utf8")
        );
      } catch (cause) {
        throw new VaultError("This value was changed or moved", { cause });
      }
    },
    hash: (purpose, value) => mac(purpose, value).toString("base64url"),
    derive: mac,
    sign: (purpose, value) =>
      `${Buffer.from(value).toString("base64url")}.${mac(`sign ${purpose}`, value).toString("base64url")}`,
    verify(purpose, signed) {
      const [body = "", signature = ""] = signed.split(".");
      const value = Buffer.from(body, "base64url").toString("utf8");
      const same = equalInConstantTime(mac(`sign ${purpose}`, value), Buffer.from(signature, "base64url"));
      return same ? value : undefined;
    },
  };
}

/** Compares without telling by its time where two values differ. */
export function equalInConstantTime(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
