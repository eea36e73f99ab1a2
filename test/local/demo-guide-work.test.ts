import { expect, test } from "vitest";
import { openGuideStore } from "../../functions/guide/guide.store.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Demo } from "../../stacks/local/demo.ts";
import type { Desk } from "../../stacks/local/demo-desk.ts";
import { putGuides } from "../../stacks/local/demo-guide-work.ts";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { openRecord } from "../../stacks/local/demo-record.ts";
import { openVisitor } from "../../stacks/local/demo-visitor.ts";
import { people } from "../../stacks/local/people.ts";
import { useEngine } from "../support/engine.ts";

const ORIGIN = "https://banshi.example";
const engine = useEngine();

const signedIn: string[] = [];

const demo = (stopped = new AbortController().signal): Demo => {
  const nowhere = { publicOrigin: ORIGIN, address: ORIGIN, issuer: ORIGIN, clientSecret: "" };
  const place = { ...nowhere, dynamodb: engine.client, stopped };
  const desk: Desk = {
    async person(id) {
      const person = people.find((each) => each.id === id);
      if (person !== undefined)
        await openStaffStore(engine.table).remember({ kind: "staff", ...person }, "2026-03-02T01:00:00Z");
      signedIn.push(id);
      return openVisitor(place);
    },
    machine: async () => ({}),
  };
  return { place, desk, record: openRecord("no such file") };
};

const wanted = demoGuides(ORIGIN, "2026-03-02").map(({ unit, guide }) => ({ unit, id: itemCodeOf(guide) }));
const live = () => openGuideStore(engine.table).readManyLive(wanted.map(({ id }) => id));

test("a start that is stopped puts in a part, the next one the rest, a third one nothing", {
  timeout: 60_000,
}, async () => {
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

test("who has been here before does not sign in again", async () => {
  const before = signedIn.length;
  await putGuides(demo());
  expect(signedIn.length).toBe(before);
  expect(new Set(signedIn).size).toBe(2 * new Set(wanted.map(({ unit }) => unit)).size);
});

test("each was written by one person of its unit and published by another", async () => {
  const store = openGuideStore(engine.table);
  for (const { unit, id } of wanted) {
    const version = await store.readVersion(id, 1);
    expect(version?.authors).toMatchObject([{ id: `clerk-${unit}` }]);
    expect(version?.approver).toMatchObject({ id: `reviewer-${unit}` });
  }
});
