import { expect, test } from "vitest";
import { openGuideStore } from "../../functions/guide/guide.store.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import type { Demo } from "../../stacks/local/demo.ts";
import { openDesk } from "../../stacks/local/demo-desk.ts";
import { putGuides } from "../../stacks/local/demo-guide-work.ts";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { openRecord } from "../../stacks/local/demo-record.ts";
import { useEngine } from "../support/engine.ts";

const ORIGIN = "https://banshi.example";
const engine = useEngine();

const demo = (stopped = new AbortController().signal): Demo => {
  const nowhere = { publicOrigin: ORIGIN, address: ORIGIN, issuer: ORIGIN, clientSecret: "" };
  const place = { ...nowhere, dynamodb: engine.client, stopped };
  return { place, desk: openDesk(place), record: openRecord("no such file") };
};

const wanted = demoGuides(ORIGIN, "2026-03-02").map(({ unit, guide }) => ({ unit, id: itemCodeOf(guide) }));
const live = () => openGuideStore(engine.table).readManyLive(wanted.map(({ id }) => id));

test("a start that is stopped puts in a part, the next one the rest, a third one nothing", async () => {
  const stopping = new AbortController();
  const first = putGuides(demo(stopping.signal));
  await expect.poll(async () => (await live()).some((each) => each !== undefined)).toBe(true);
  stopping.abort();
  await expect(first).rejects.toThrow();
  const part = (await live()).filter((each) => each !== undefined);
  expect(part.length).toBeLessThan(wanted.length);

  await putGuides(demo());
  const all = await live();
  for (const [at, { unit, id }] of wanted.entries())
    expect(all[at]).toMatchObject({ id, unit, state: "published", version: 1 });
  // What was there keeps the instant at which it was published.
  for (const each of part) expect(all).toContainEqual(each);

  await putGuides(demo());
  expect(await live()).toEqual(all);
});

test("each was written by one person of its unit and published by another", async () => {
  const store = openGuideStore(engine.table);
  for (const { unit, id } of wanted) {
    const version = await store.readVersion(id, 1);
    expect(version?.authors).toMatchObject([{ id: `clerk-${unit}` }]);
    expect(version?.approver).toMatchObject({ id: `reviewer-${unit}` });
  }
});
