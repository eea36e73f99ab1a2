import { expect, test } from "vitest";
import { useBucket } from "../support/bucket.ts";

const rig = useBucket();
const bytes = (text: string) => new TextEncoder().encode(text);
const read = async (key: string) => {
  const found = await rig.bucket.readTagged(key);
  return found && { text: new TextDecoder().decode(found.bytes), etag: found.etag };
};

test("what is not there is undefined, and may be put there once", async () => {
  expect(await read("index/a")).toBeUndefined();
  expect(await rig.bucket.replace("index/a", bytes("one"), undefined)).toBe(true);
  expect(await rig.bucket.replace("index/a", bytes("two"), undefined)).toBe(false);
  expect((await read("index/a"))?.text).toBe("one");
});

test("only what was read is replaced", async () => {
  await rig.bucket.replace("index/b", bytes("one"), undefined);
  const seen = await read("index/b");
  expect(await rig.bucket.replace("index/b", bytes("two"), seen?.etag)).toBe(true);
  expect(await rig.bucket.replace("index/b", bytes("three"), seen?.etag)).toBe(false);
  expect((await read("index/b"))?.text).toBe("two");
  await rig.bucket.remove("index/b");
  expect(await rig.bucket.replace("index/b", bytes("four"), seen?.etag)).toBe(false);
  expect(await read("index/b")).toBeUndefined();
});

test("of many who replace the same bytes one does", async () => {
  await rig.bucket.replace("index/c", bytes("seen"), undefined);
  const seen = await read("index/c");
  const done = await Promise.all(
    Array.from({ length: 10 }, (_, at) => rig.bucket.replace("index/c", bytes(`${at}`), seen?.etag)),
  );
  expect(done.filter(Boolean)).toHaveLength(1);
  expect((await read("index/c"))?.text).toBe(`${done.indexOf(true)}`);
});

test("another failure than a condition is thrown", async () => {
  await expect(rig.bucket.replace(`index/${"x".repeat(2000)}`, bytes("one"), undefined)).rejects.toThrow();
  await expect(rig.bucket.readTagged(`index/${"x".repeat(2000)}`)).rejects.toThrow();
});
