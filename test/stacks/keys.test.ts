import { expect, test } from "vitest";
import { unlockKeyring } from "../../functions/kit/vault.keys.ts";
import { addKey } from "../../stacks/keys.ts";

const cipher = (byte: number) => new Uint8Array(184).fill(byte);

test("the first key is version 1, and each further one comes on top", () => {
  const first = addKey("", cipher(1));
  expect(first).toEqual({ current: 1, keys: { "1": expect.stringMatching(/^kms:AQEB/) } });
  const second = addKey(`${JSON.stringify(first)}\n`, cipher(2));
  expect(second.current).toBe(2);
  expect(second.keys["1"]).toBe(first.keys["1"]);
});

test("a gap is not filled again: a version that was taken out must not come back with another key", () => {
  expect(addKey('{"current":3,"keys":{"3":"kms:AA=="}}', cipher(4)).current).toBe(4);
  expect(addKey('{"current":3,"keys":{"3":"kms:AA==","10":"kms:AA=="}}', cipher(4)).current).toBe(11);
});

test("the functions can read what the command prints", async () => {
  const document = JSON.stringify(addKey(JSON.stringify(addKey("", cipher(1))), cipher(2)));
  const ring = await unlockKeyring(document, async (ciphertext) => ciphertext.slice(0, 32));
  expect(ring.current).toBe("2");
  expect([...(ring.keys.get("1") ?? [])]).toEqual([...new Uint8Array(32).fill(1)]);
});

test.each([
  ["no JSON", "{"],
  ["no keys", '{"current":1,"keys":{}}'],
  ["another shape", "[]"],
  ["null", "null"],
  ["a current key that is not there", '{"current":2,"keys":{"1":"kms:AA=="}}'],
  ["a plain key, which belongs to one machine", '{"current":1,"keys":{"1":"plain:AA=="}}'],
])("refuses %s, and does not repeat it", (_, document) => {
  expect(() => addKey(document, cipher(1))).toThrow("not of the documented shape");
});

test("an answer without a key is not written down as one", () => {
  expect(() => addKey("", new Uint8Array())).toThrow("KMS gave no key");
});
