import { createHmac, generateKeyPairSync, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { type DataFolder, writeWhole } from "./folder.ts";

/** Secrets of one stack, made at its first start. On AWS they are SST secrets, the data keys under KMS. */
export interface LocalSecrets {
  /** The value of the secret DataKeys: `{"current":1,"keys":{"1":"plain:<base64 of 32 bytes>"}}`. */
  readonly dataKeys: string;
  readonly s3SecretKey: string;
  readonly oidcClientSecret: string;
  /** Signs what goes to the gateway of SMS. */
  readonly gatewayKey: string;
  /** Signs the issuer's cookies. */
  readonly issuerCookieKey: string;
  /** The issuer's private signing key. */
  readonly issuerKey: JsonWebKey & { readonly kid: string };
}

type StoredSecrets = Omit<LocalSecrets, "dataKeys" | "gatewayKey">;

/** Reads the secrets of the folder, for its owner's eyes only; makes them when it has none. */
export function openSecrets(folder: DataFolder): LocalSecrets {
  const dataKeys = readOrWrite(folder.file("keys.json"), () =>
    JSON.stringify({ current: 1, keys: { "1": `plain:${randomBytes(32).toString("base64")}` } }),
  );
  const stored = readOrWrite(folder.file("secrets.json"), () => JSON.stringify(newSecrets(), null, 2));
  const secrets = JSON.parse(stored) as StoredSecrets;
  // Derived, so that a folder from before there was a gateway has one too.
  const gatewayKey = createHmac("sha256", secrets.s3SecretKey).update("gateway").digest("base64url");
  return { ...secrets, gatewayKey, dataKeys };
}

function readOrWrite(file: string, make: () => string): string {
  if (!existsSync(file)) writeWhole(file, make());
  return readFileSync(file, "utf8");
}

function newSecrets(): StoredSecrets {
  const random = (): string => randomBytes(24).toString("base64url");
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  return {
    s3SecretKey: random(),
    oidcClientSecret: random(),
    issuerCookieKey: random(),
    issuerKey: { ...privateKey.export({ format: "jwk" }), kid: random(), alg: "RS256", use: "sig" },
  };
}
