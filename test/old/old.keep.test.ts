import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { verifyChain } from "../../functions/case/case.chain.ts";
import { queryCodeOf } from "../../functions/disclosure/disclosure.access.ts";
import type { DisclosureHead } from "../../functions/disclosure/disclosure.case.ts";
import { fold } from "../../functions/disclosure/disclosure.case.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Keeping } from "../../functions/old/old.keep.service.ts";
import type { OldRequest } from "../../functions/old/old.ts";
import { openCounts } from "../../functions/report/report.count.service.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import { emptyText, openReportStore } from "../../functions/report/report.store.ts";
import { keepingOf } from "../../functions/wiring.old.ts";
import { reportsOf } from "../../functions/wiring.report.ts";
import { people } from "../disclosure/support.ts";
import { calendar } from "../report/rig.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
let world: ReturnType<typeof disclosureOn>;
let keeping: Keeping;
let parts: ReturnType<typeof partsOf>;

beforeAll(() => {
  world = disclosureOn(engine.table);
  parts = partsOf(world.options);
  keeping = keepingOf(parts);
});

let numbers = 0;
const oldRequest = (change: Partial<OldRequest> = {}): OldRequest => {
  numbers += 1;
  return {
    number: `旧-${numbers}`,
    applicantKind: "person",
    name: "王小明",
    identityKind: "resident_id",
    identityNumber: "110101199003070011",
    title: "征地补偿标准",
    description: "本村 2018 年的征地补偿标准。",
    channel: "in_person",
    receivedOn: "2018-12-20",
    outcome: "disclosed",
    answeredOn: "2019-01-10",
    reply: "见附件。",
    phone: "13800006789",
    ...change,
  };
};
const take = async (old: OldRequest, unit = "zfb") => {
  const taken = await keeping.keep(old, unit, people.clerk);
  if (taken.result !== "added") throw new Error(taken.result);
  return taken;
};
const headOf = async (reference: string) => (await parts.cases.readHead(reference)) as DisclosureHead;

describe("an old request", () => {
  test("is a case that was over before it came: its days and outcome, no queue, no clock, no notice", async () => {
    const { reference } = await take(oldRequest());
    const head = await headOf(reference);
    expect(head).toMatchObject({
      state: "archived",
      channel: "in_person",
      submittedAt: "2018-12-19T16:00:00.000Z",
      clock: { submittedOn: "2018-12-20", confirmedOn: "2018-12-20", endedOn: "2019-01-10" },
      answer: { outcome: "disclosed", on: "2019-01-10", reply: "见附件。", files: [] },
      applicantMasked: "王*明",
      imported: { number: "旧-1", counted: true },
      notify: { lang: "zh" },
      timeline: [],
    });
    expect(reference.slice(6, 13)).toBe("G181220");
    const item = await engine.table.get({ pk: `CASE#${reference}`, sk: "HEAD" });
    expect(Object.keys(item ?? {}).toSorted()).toEqual(["head", "pk", "sk", "version"]);
    const events = await parts.cases.readStoredEvents(reference);
    expect(verifyChain({ reference, events, head: head.chain })).toEqual({ ok: true, events: 1, chained: 1 });
    const { chain: _, ...folded } = head;
    expect(fold(reference, await parts.cases.readEvents(reference), calendar)).toEqual(folded);
  });

  test("is read by its office alone, and no code or telephone opens it", async () => {
    const { reference } = await take(oldRequest());
    const { disclosure, vault } = world;
    const seen = await disclosure.readForOffice(reference, people.clerk);
    expect(seen).toMatchObject({ masked: false, actions: [], application: { phone: "13800006789" } });
    expect(await disclosure.readForOffice(reference, people.auditor)).toMatchObject({
      masked: true,
      application: { name: "王*明", identityNumber: "1***************11" },
    });
    await expect(disclosure.readForOffice(reference, people.clerkElsewhere)).rejects.toMatchObject({
      status: 403,
    });
    await expect(disclosure.enteredReceipt(reference, people.clerk)).rejects.toMatchObject({ status: 404 });
    const head = await headOf(reference);
    expect(head.access.phoneHash).toBe("");
    expect(queryCodeOf(vault, reference, head.access.codeSalt)).toHaveLength(8);
  });

  test("keeps nothing of its person in clear", async () => {
    const { reference } = await take(oldRequest({ email: "marker@example.com", address: "标记路 9 号" }));
    const documents = DynamoDBDocumentClient.from(engine.client);
    const { ScanCommand } = await import("@aws-sdk/lib-dynamodb");
    const { Items = [] } = await documents.send(new ScanCommand({ TableName: "yichuang" }));
    const all = JSON.stringify(Items);
    expect(all).toContain(reference);
    for (const marker of ["王小明", "13800006789", "110101199003070011", "marker@", "标记路"])
      expect(all).not.toContain(marker);
  });

  test("is found by its old number, its name, its telephone and its own number", async () => {
    const old = oldRequest({ number: "示公开申〔2018〕第 77 号", name: "欧阳小满", phone: "13800004321" });
    const { reference } = await take(old);
    const find = async (text: string, unit = "zfb") =>
      (await world.disclosure.search(people.clerk, { unit, text, limit: 10 })).cards.map(
        (card) => card.reference,
      );
    for (const text of [old.number, "示公开申〔2018〕第77号", "欧阳小满", "4321", reference])
      expect([text, await find(text)]).toEqual([text, [reference]]);
    const [card] = (await world.disclosure.search(people.clerk, { unit: "zfb", text: reference, limit: 1 }))
      .cards;
    expect(card).toMatchObject({ state: "archived", applicantMasked: "欧**满" });
    expect((await world.disclosure.sameApplicant(reference, people.clerk)).length).toBeGreaterThan(1);
  });

  test("of which the register says little is taken with what it says", async () => {
    const { identityKind: _k, identityNumber: _n, channel: _c, phone: _p, ...little } = oldRequest();
    const { reference } = await take(little);
    expect(
      (await world.disclosure.sameApplicant(reference, people.clerk)).map((each) => each.reference),
    ).toEqual([reference]);
    expect((await world.disclosure.readForOffice(reference, people.clerk)).application).not.toHaveProperty(
      "form",
    );
  });
});

describe("taking it again", () => {
  test("changes nothing; under other words it is refused, and another unit has its own numbers", async () => {
    const old = oldRequest();
    await take(old);
    engine.forget();
    expect(await keeping.keep({ ...old }, "zfb", people.admin)).toEqual({ result: "unchanged" });
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get"]);
    expect(await keeping.keep({ ...old, outcome: "not_held" }, "zfb", people.clerk)).toEqual({
      result: "rejected",
      reason: "differs",
    });
    expect(await take(old, "zrzy")).toMatchObject({ result: "added" });
  });

  test("ten times at once makes one case", async () => {
    const old = oldRequest();
    const all = await Promise.all(Array.from({ length: 10 }, () => keeping.keep(old, "zfb", people.clerk)));
    expect(all.map(({ result }) => result).toSorted()).toEqual(["added", ...Array(9).fill("unchanged")]);
  });

  test("is one transaction of few writes", async () => {
    await take(oldRequest({ receivedOn: "2018-12-21" }));
    engine.forget();
    await take(oldRequest({ receivedOn: "2018-12-22" }));
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["get", "transaction"]);
  });
});

describe("the annual report", () => {
  const counting = () => {
    const store = openCountStore(engine.table);
    const heads = { readHeads: async () => [] };
    return {
      store,
      counts: openCounts({ table: engine.table, store, clock: world.clock.now, heads, units: ["dxx"] }),
    };
  };

  test("counts it in its years: received, carried over, answered", async () => {
    const { store, counts } = counting();
    const { reference } = await take(oldRequest(), "dxx");
    await counts.count(await headOf(reference));
    const [first, second] = await store.readCounts([
      { unit: "dxx", year: 2018 },
      { unit: "dxx", year: 2019 },
    ]);
    expect([first?.counted(1, "person"), first?.counted(25, "person")]).toEqual([1, 1]);
    expect([second?.counted(3, "person"), second?.counted(25, "person")]).toEqual([1, 0]);
  });

  test("that is published already does not change: the case says that it is not counted", async () => {
    const { store, counts } = counting();
    const reports = reportsOf({ parts, config: { units: [{ code: "dxx" }] } as never });
    const admin = { ...people.admin, unit: "dxx" };
    const scope = { unit: "dxx", year: 2015 };
    const early = { receivedOn: "2015-03-02", answeredOn: "2015-03-20" };
    // One before, so that this process believes the year to be open.
    expect(await take(oldRequest(early), "dxx")).toMatchObject({ counted: true });
    const chapters = { overview: "", problems: "无。", other: "" };
    await reports.save(admin, scope, { text: { ...emptyText, chapters }, version: 0 });
    const { hash } = await reports.read(admin, scope);
    await reports.freeze(admin, scope, { hash, reason: "", tick: true });
    const late = await take(oldRequest(early), "dxx");
    expect(late.counted).toBe(false);
    expect(
      await take(oldRequest({ receivedOn: "2014-12-31", answeredOn: "2015-01-05" }), "dxx"),
    ).toMatchObject({
      counted: false,
    });
    expect(await counts.count(await headOf(late.reference))).toBe(false);
    const [year] = await store.readCounts([{ unit: "dxx", year: 2015 }]);
    expect(year?.counted(1, "person")).toBe(0);
    expect(await openReportStore(engine.table).latest(scope)).toBeDefined();
  });
});
