import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { StoredEvent } from "../../functions/case/case.chain.ts";
import { canonicalJson, commandHashes, linkOf, verifyChain } from "../../functions/case/case.chain.ts";

const reference = "440305G26030200001A";
const eventsOf = (count: number): StoredEvent[] => {
  const events: StoredEvent[] = [];
  for (let n = 1; n <= count; n += 1) {
    const event = { n, kind: "assign", at: "2026-03-02T02:00:00.000Z", data: { name: `李${n}` } };
    events.push({ event, ...linkOf(reference, events.at(-1)?.hash, event) });
  }
  return events;
};
const verdict = (events: readonly StoredEvent[], head = events.at(-1)?.hash) =>
  verifyChain({ reference, events, head });
const without = ({ event }: StoredEvent): StoredEvent => ({ event });

describe("the canonical form", () => {
  test("has its names sorted, and nothing of what is undefined", () => {
    const value = { b: [1, { d: null, c: "文" }], a: undefined, aa: true };
    expect(canonicalJson(value)).toBe('{"aa":true,"b":[1,{"c":"文","d":null}]}');
  });

  test("is the same however the members stand, and reads back as JSON", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const turned = Object.fromEntries(Object.entries(value).reverse());
        expect(canonicalJson(turned)).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});

describe("a chain", () => {
  test("holds as it was written", () => {
    expect(verdict(eventsOf(5))).toEqual({ ok: true, events: 5, chained: 5 });
    expect(verdict([])).toEqual({ ok: true, events: 0, chained: 0 });
  });

  test("may begin behind events from before there was one", () => {
    const old = eventsOf(2).map(without);
    const event = { n: 3, kind: "answer" };
    expect(verdict([...old, { event, ...linkOf(reference, undefined, event) }])).toEqual({
      ok: true,
      events: 3,
      chained: 1,
    });
    expect(verdict(old, undefined)).toEqual({ ok: true, events: 2, chained: 0 });
  });

  test("shows any event that was changed, taken out, put in or moved", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 8 }), fc.nat(), (count, pick) => {
        const events = eventsOf(count);
        const at = pick % count;
        const chosen = events[at] as StoredEvent;
        const head = events.at(-1)?.hash;
        const forged = { ...chosen.event, data: { name: "别人" } };
        const renumber = (list: readonly StoredEvent[]) =>
          list.map((each, index) => ({ ...each, event: { ...each.event, n: index + 1 } }));
        const tampered = [
          events.with(at, { ...chosen, event: forged }),
          events.with(at, { event: forged, ...linkOf(reference, chosen.previous, forged) }),
          renumber(events.toSpliced(at, 1)),
          renumber(events.toSpliced(at, 0, chosen)),
          events.toSpliced(at, 1),
          events.with(at, without(chosen)),
        ];
        for (const list of tampered) expect(verdict(list, head).ok).toBe(false);
      }),
    );
  });

  test.each([
    ["the last event cut off", (all: StoredEvent[]) => all.slice(0, -1), "head", 3],
    ["a number left out", (all: StoredEvent[]) => all.toSpliced(1, 1), "gap", 2],
    ["a hash taken off", (all: StoredEvent[]) => all.with(2, without(all[2] as StoredEvent)), "unchained", 3],
  ])("names %s", (_case, change, fault, n) => {
    const events = eventsOf(4);
    expect(verdict(change(events), events.at(-1)?.hash)).toEqual({ ok: false, fault, n });
  });

  test("of another case is none of this one", () => {
    const events = eventsOf(2);
    const head = events.at(-1)?.hash;
    expect(verifyChain({ reference: "440305G26030200002C", events, head })).toMatchObject({ fault: "event" });
  });

  test("that was written anew is given away by the record", () => {
    const recorded = eventsOf(3).flatMap(({ hash }) => hash ?? []);
    const first = { n: 1, kind: "assign", data: { name: "别人" } };
    const second = { n: 2, kind: "answer" };
    const events: StoredEvent[] = [{ event: first, ...linkOf(reference, undefined, first) }];
    events.push({ event: second, ...linkOf(reference, events[0]?.hash, second) });
    const head = events.at(-1)?.hash;
    expect(verifyChain({ reference, events, head }).ok).toBe(true);
    expect(verifyChain({ reference, events, head, recorded })).toEqual({ ok: false, fault: "record", n: 1 });
  });

  test("that was cut off, with its head, is given away by the record too", () => {
    const whole = eventsOf(3);
    const entries = whole.map(({ hash }) => ({ action: "case.assign", chain: hash as string }));
    const letter = { action: "letter.issue", chain: "a".repeat(64) };
    const recorded = commandHashes([...entries, letter, { action: "case.read" }]);
    const [events, head] = [whole.slice(0, 2), whole[1]?.hash];
    expect(verifyChain({ reference, events: whole, head: whole[2]?.hash, recorded }).ok).toBe(true);
    expect(verifyChain({ reference, events, head, recorded })).toEqual({ ok: false, fault: "record", n: 3 });
  });
});
