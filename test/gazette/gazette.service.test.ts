import { beforeEach, describe, expect, test } from "vitest";
import { gazetteSubject } from "../../functions/audit/audit.ts";
import { dayOf } from "../../functions/calendar/calendar.day.ts";
import { people } from "../disclosure/support.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { draft, inReview, publish, text } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
beforeEach(() => {
  apps = openApps(engine, memoryBucket());
});
const service = () => apps.gazette.gazette;
const DAY_SECONDS = 86_400;
const dayAfter = (days: number) => {
  const later = new Date(Date.parse(apps.clock.now()) + days * DAY_SECONDS * 1000);
  return dayOf(later.toISOString());
};

describe("layer by layer", () => {
  test("one writes it, another publishes it, and all read it; the author is refused, on record", async () => {
    const { id, version } = await inReview(service(), { author: people.both });
    expect(await service().readPublic(id)).toBeUndefined();
    const read = await service().readForOffice(people.both, id);
    expect([read.own, read.actions]).toEqual([true, ["take_back"]]);
    await expect(service().act(people.both, { id, deed: "approve", version })).rejects.toMatchObject({
      status: 403,
      code: "same_person",
    });
    await service().act(people.reviewer, { id, deed: "approve", version });
    expect(await service().readPublic(id)).toMatchObject({
      state: "published",
      content: { title: text.title, documentNumber: text.documentNumber },
      checkedOn: dayOf(apps.clock.now()),
    });
    const record = await apps.audit.all(gazetteSubject(id));
    expect(record).toContainEqual(
      expect.objectContaining({ action: "gazette.approve", result: "refused", reason: "same_person" }),
    );
    const { head } = await service().readForOffice(people.auditor, id);
    expect(head.trace.map(({ action, by }) => `${action} ${by?.id}`)).toEqual([
      "edit both",
      "hand_in both",
      "approve reviewer-zfb",
    ]);
  });

  test("who has edited it once may not publish it, whoever edited it last", async () => {
    const { id, version } = await draft(service(), { author: people.both });
    const edited = await service().write(people.clerk, {
      ...{ id, version, kind: "policy" as const },
      form: { ...text, title: "另一个标题" },
    });
    const { version: last } = await service().act(people.clerk, {
      id,
      deed: "hand_in",
      version: edited.version,
    });
    await expect(service().act(people.both, { id, deed: "approve", version: last })).rejects.toMatchObject({
      code: "same_person",
    });
  });

  test("what is sent back says why, and what is revised stays public until it is approved", async () => {
    const { id, version } = await inReview(service());
    const back = { id, deed: "return", version, reason: "数字不对" } as const;
    await expect(service().act(people.reviewer, { ...back, reason: " " })).rejects.toMatchObject({
      status: 422,
    });
    const returned = await service().act(people.reviewer, back);
    expect(returned.work).toMatchObject({ state: "draft", reason: "数字不对" });
    const again = await service().act(people.clerk, { id, deed: "hand_in", version: returned.version });
    const public1 = await service().act(people.reviewer, { id, deed: "approve", version: again.version });
    apps.clock.pass(DAY_SECONDS);
    const revision = await service().act(people.clerk, { id, deed: "revise", version: public1.version });
    const edited = await service().write(people.clerk, {
      ...{ id, kind: "policy" as const, version: revision.version },
      form: { ...text, validity: "amended", validityNote: "标准提高" },
    });
    expect(await service().readPublic(id)).toMatchObject({ content: { validity: "in_force" }, n: 1 });
    const handed = await service().act(people.clerk, { id, deed: "hand_in", version: edited.version });
    await service().act(people.reviewer, { id, deed: "approve", version: handed.version });
    const now = await service().readPublic(id);
    expect(now).toMatchObject({ content: { validity: "amended" }, n: 2, publishedAt: expect.any(String) });
    expect(now?.state === "published" && now.on).toBe(dayAfter(-1));
    expect((await service().readVersion(people.clerk, id, 1)).version.content.validity).toBe("in_force");
  });

  test("what is taken back is gone with its reason, and comes back through two people again", async () => {
    const { id, version } = await publish(service());
    await service().act(people.reviewer, { id, deed: "withdraw", version, reason: "文件有误" });
    expect(await service().readPublic(id)).toMatchObject({ state: "withdrawn", reason: "文件有误" });
    expect(await service().readCards([id])).toEqual([]);
    const { rows } = await service().listPublic("policy", { limit: 100 });
    expect(rows.map((row) => row.id)).not.toContain(id);
    const revised = await service().act(people.clerk, { id, deed: "revise", version: version + 1 });
    expect(revised.work?.content.title).toBe(text.title);
  });

  test("a draft that was begun by mistake leaves no row", async () => {
    const { id, version } = await draft(service());
    await service().act(people.clerk, { id, deed: "discard", version });
    const rows = await service().listForOffice(people.clerk, { unit: "zfb", list: "draft", limit: 100 });
    expect(rows.rows.map((row) => row.id)).not.toContain(id);
  });

  test.each([
    ["a handler may not publish", people.handler, "approve", 403],
    ["a reviewer of another unit may not", { ...people.reviewer, unit: "zrzy" }, "approve", 403],
    ["an auditor may not", people.auditor, "return", 403],
    ["what is in review is not withdrawn", people.reviewer, "withdraw", 409],
  ] as const)("%s, and the attempt is on record", async (_, actor, deed, status) => {
    const { id, version } = await inReview(service());
    await expect(service().act(actor, { id, deed, version, reason: "x" })).rejects.toMatchObject({ status });
    expect(await apps.audit.all(gazetteSubject(id))).toContainEqual(
      expect.objectContaining({ result: "refused", action: `gazette.${deed}` }),
    );
  });
});

describe("two at the same time", () => {
  test("one is told, and a second tap changes nothing", async () => {
    const { id, version } = await inReview(service());
    const approve = { id, deed: "approve", version } as const;
    const first = await service().act(people.reviewer, approve);
    expect((await service().act(people.reviewer, approve)).version).toBe(first.version);
    const begun = await draft(service());
    const write = (title: string) =>
      service().write(people.clerk, {
        ...{ id: begun.id, kind: "policy" as const, version: begun.version },
        form: { ...text, title },
      });
    const both = await Promise.allSettled([write("一"), write("二")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(both.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { status: 409, code: "gazette_changed" },
    });
  });

  test("the form of a new item sent twice makes one", async () => {
    const { id } = await draft(service());
    const again = { id, kind: "policy", version: 0, form: text } as const;
    expect((await service().write(people.clerk, again)).version).toBe(1);
    await expect(
      service().write(people.clerk, { ...again, form: { ...text, title: "别的" } }),
    ).rejects.toMatchObject({ code: "gazette_changed" });
  });
});

describe("what a text leads to", () => {
  test("is a public guide and a public policy, by their names", async () => {
    const guide = await apps.guide.publish({ taskName: "高龄津贴申请" });
    const next = await publish(service(), { change: { title: "新的办法" } });
    const { work } = await draft(service(), {
      change: { guides: [guide], validity: "repealed", validityNote: "被代替", successor: next.id },
    });
    expect(work?.content).toMatchObject({
      guides: [{ id: guide, name: "高龄津贴申请" }],
      successor: { id: next.id, name: "新的办法" },
    });
  });

  test.each([
    [{ guides: ["NOTHING-1"] }, "guides", "guides.unknown"],
    [{ successor: "x".repeat(22) }, "successor", "successor.unknown"],
    [{ successor: "../../x" }, "successor", "successor.unknown"],
  ])("%o is refused", async (change, field, code) => {
    await expect(draft(service(), { change })).rejects.toMatchObject({
      status: 422,
      errors: [{ field, code }],
    });
  });
});

describe("the clock", () => {
  test("publishes on the day and takes away on another, and the reviewer's yes is enough", async () => {
    const { id } = await publish(service(), {
      kind: "announcement",
      change: { from: dayAfter(2), until: dayAfter(4) },
    });
    expect(await service().readPublic(id)).toBeUndefined();
    const waiting = await service().listForOffice(people.clerk, { unit: "zfb", list: "waiting", limit: 100 });
    expect(waiting.rows.map((row) => row.id)).toContain(id);
    await service().moveByDates();
    expect(await service().readPublic(id)).toBeUndefined();
    apps.clock.pass(2 * DAY_SECONDS);
    expect((await service().moveByDates()).moved).toBeGreaterThan(0);
    expect((await service().readPublic(id))?.state).toBe("published");
    apps.clock.pass(2 * DAY_SECONDS);
    await service().moveByDates();
    expect(await service().readPublic(id)).not.toHaveProperty("reason");
    expect((await service().readPublic(id))?.state).toBe("withdrawn");
    const { head } = await service().readForOffice(people.clerk, id);
    expect(head.trace.slice(-2).map(({ action, by }) => [action, by])).toEqual([
      ["publish", undefined],
      ["withdraw", undefined],
    ]);
    expect((await service().readVersion(people.clerk, id, 1)).version.approvedBy.id).toBe("reviewer-zfb");
    expect(await service().moveByDates()).toEqual({ looked: 0, moved: 0 });
  });

  test("what waits for its day can be sent back until then; what is over is not approved", async () => {
    const { id, version } = await publish(service(), { change: { from: dayAfter(1) } });
    const back = await service().act(people.reviewer, { id, deed: "return", version, reason: "再看看" });
    expect(back.work).not.toHaveProperty("approvedBy");
    apps.clock.pass(2 * DAY_SECONDS);
    await service().moveByDates();
    expect(await service().readPublic(id)).toBeUndefined();
    const late = await inReview(service(), { change: { until: dayAfter(1) } });
    apps.clock.pass(DAY_SECONDS);
    const approve = { id: late.id, deed: "approve", version: late.version } as const;
    await expect(service().act(people.reviewer, approve)).rejects.toMatchObject({ code: "gazette_over" });
  });
});

describe("what nobody has checked for half a year", () => {
  test("stands in the list of its unit until somebody does; news never does", async () => {
    const policy = await publish(service());
    const news = await publish(service(), { kind: "news" });
    const stale = async () => {
      const wanted = { unit: "zfb", list: "stale", limit: 100 } as const;
      return (await service().listForOffice(people.clerk, wanted)).rows.map((row) => row.id);
    };
    apps.clock.pass(180 * DAY_SECONDS);
    expect(await stale()).not.toContain(policy.id);
    apps.clock.pass(DAY_SECONDS);
    const found = await stale();
    expect(found).toContain(policy.id);
    expect(found).not.toContain(news.id);
    await service().act(people.clerk, { id: policy.id, deed: "check", version: policy.version });
    expect(await stale()).not.toContain(policy.id);
    expect(await service().readPublic(policy.id)).toMatchObject({ checkedOn: dayOf(apps.clock.now()) });
    const { rows } = await service().listPublic("policy", { limit: 100 });
    expect(rows.map((row) => row.id)).toContain(policy.id);
  });
});

describe("what reading costs", () => {
  test("an item one read of half a unit, a column one query, the newest one query a minute", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      apps.clock.pass(60);
      ids.push((await publish(service(), { kind: "news", change: { title: `动态${n}` } })).id);
    }
    engine.forget();
    await service().readPublic(ids[0] ?? "");
    expect(engine.consumed).toEqual([{ operation: "get", capacityUnits: 0.5 }]);
    const first = await service().listPublic("news", { limit: 2 });
    expect(engine.consumed[1]).toEqual({ operation: "query", capacityUnits: 0.5 });
    expect(first.rows.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const second = await service().listPublic("news", { limit: 2, cursor: first.next });
    expect(second.rows.map(({ id }) => id)[0]).toBe(ids[0]);
    expect((await service().listPublic("news", { limit: 2, cursor: "nonsense" })).rows).toHaveLength(2);
    engine.forget();
    await service().newest("news", 2);
    await service().newest("news", 2);
    expect(engine.consumed).toHaveLength(1);
    apps.clock.pass(61);
    await service().newest("news", 2);
    expect(engine.consumed).toHaveLength(2);
    engine.forget();
    await service().listForOffice(people.clerk, { unit: "zfb", list: "published", limit: 20 });
    expect(engine.consumed.map(({ operation }) => operation)).toEqual(["query"]);
  });

  test("what is older than this site stands where it belongs", async () => {
    const old = await publish(service(), { change: { issuedOn: "2019-05-01" } });
    const { rows } = await service().listPublic("policy", { limit: 100 });
    expect(rows.at(-1)).toMatchObject({ id: old.id, on: "2019-05-01" });
  });
});
