/**
 * `npm run keys -- <stage>`: makes a new data key under the key of the stage and prints the secret with it. What is
 * sealed from then on uses the new one; the earlier ones stay, or what they sealed could never be read again.
 *
 *   npm run keys -- production < current.json > next.json      (without input: the first key)
 *   npx sst secret set DataKeys --stage production < next.json
 */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

export interface DataKeys {
  readonly current: number;
  /** By version: `kms:` and the ciphertext, which only KMS can open. */
  readonly keys: Readonly<Record<string, string>>;
}

/** The document with one more key, which becomes the current one. Throws on a document of another shape. */
export function addKey(document: string, ciphertext: Uint8Array): DataKeys {
  if (ciphertext.length === 0) throw new Error("KMS gave no key");
  const { keys } = document.trim() === "" ? { keys: {} } : parse(document);
  const current = Math.max(0, ...Object.keys(keys).map(Number)) + 1;
  return { current, keys: { ...keys, [current]: `kms:${Buffer.from(ciphertext).toString("base64")}` } };
}

function parse(document: string): DataKeys {
  const wrong = new Error("The current value of DataKeys is not of the documented shape");
  let value: DataKeys;
  try {
    value = JSON.parse(document) as DataKeys;
  } catch {
    throw wrong;
  }
  const entries = Object.entries(value?.keys ?? {});
  const sound = entries.every(
    ([version, key]) => /^[1-9]\d*$/.test(version) && /^kms:[A-Za-z0-9+/=]+$/.test(key),
  );
  if (entries.length === 0 || !sound || !(String(value.current) in value.keys)) throw wrong;
  return value;
}

async function run(stage: string | undefined): Promise<void> {
  if (stage === undefined) throw new Error("Say which stage: npm run keys -- production");
  const { GenerateDataKeyWithoutPlaintextCommand, KMSClient } = await import("@aws-sdk/client-kms");
  const command = new GenerateDataKeyWithoutPlaintextCommand({
    KeyId: `alias/yichuang-${stage}-data`,
    KeySpec: "AES_256",
  });
  const current = process.stdin.isTTY ? "" : readFileSync(0, "utf8");
  const { CiphertextBlob = new Uint8Array() } = await new KMSClient({}).send(command);
  process.stdout.write(`${JSON.stringify(addKey(current, CiphertextBlob))}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await run(process.argv[2]).catch((error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  });
}
