import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { systemRandom } from "../../functions/kit/id.ts";
import { unlockKeyring } from "../../functions/kit/vault.keys.ts";
import { openVault } from "../../functions/kit/vault.ts";

const key = (fill: number) => new Uint8Array(32).fill(fill);
const first = openVault({ current: "1", keys: new Map([["1", key(1)]]) }, systemRandom);
const rotated = openVault(
  {
    current: "2",
    keys: new Map([
      ["1", key(1)],
      ["2", key(2)],
    ]),
  },
  systemRandom,
);

describe("sealing", () => {
  test("what is sealed is opened again, whatever the text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }).filter((text) => text.isWellFormed()),
        fc.string(),
        (plain, context) => {
          expect(first.open(first.seal(plain, context), context)).toBe(plain);
        },
      ),
    );
  });

  test("equal values look different, and carry the version of their key", () => {
    const [one, two] = [first.seal("11010119900307", "c"), first.seal("11010119900307", "c")];
    expect(one).not.toBe(two);
    expect(one).toMatch(/^1\./);
    expect(one).not.toContain("11010119900307");
  });

  test("a value that was changed or moved to another place does not open", () => {
    const sealed = first.seal("secret", "CASE#1 phone");
    expect(() => first.open(sealed, "CASE#2 phone")).toThrow("changed or moved");
    const flipped = sealed.slice(0, -2) + (sealed.endsWith("AA") ? "BB" : "AA");
    expect(() => first.open(flipped, "CASE#1 phone")).toThrow();
    expect(() => first.open("9.abc", "CASE#1 phone")).toThrow("missing");
  });

  test("after a rotation old values open, new ones carry the new version, and lookups still find", () => {
    const old = first.seal("secret", "c");
    expect(rotated.open(old, "c")).toBe("secret");
    expect(rotated.seal("secret", "c")).toMatch(/^2\./);
    expect(rotated.hash("phone", "0755")).toBe(first.hash("phone", "0755"));
    expect(first.hash("phone", "0755")).not.toBe(first.hash("name", "0755"));
  });
});

describe("signing", () => {
  test("a signed value comes back; a changed one, or one for another purpose, does not", () => {
    const signed = first.sign("cursor", "张三|1");
    expect(first.verify("cursor", signed)).toBe("张三|1");
    expect(first.verify("session", signed)).toBeUndefined();
    expect(
      first.verify("cursor", `${Buffer.from("李四|1").toString("base64url")}.${signed.split(".")[1]}`),
    ).toBeUndefined();
    expect(first.verify("cursor", "")).toBeUndefined();
  });
});

describe("the keyring", () => {
  test("plain keys are read, encrypted ones are unlocked", async () => {
    const plain = Buffer.from(key(3)).toString("base64");
    const secret = JSON.stringify({ current: 2, keys: { 1: `plain:${plain}`, 2: `kms:${plain}` } });
    const ring = await unlockKeyring(secret, async () => key(4));
    expect(ring.current).toBe("2");
    expect([...ring.keys.values()].map((bytes) => bytes[0])).toEqual([3, 4]);
  });

  test.each([
    "",
    "{}",
    '{"current":2,"keys":{"1":"plain:aa"}}',
    '{"current":1,"keys":{"1":"plain:c2hvcnQ="}}',
  ])("a secret of another shape is refused without quoting it: %j", async (secret) => {
    await expect(unlockKeyring(secret)).rejects.toThrow(/DataKeys|32 bytes/);
  });
});
