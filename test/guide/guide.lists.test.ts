/** What an office finds in its lists, what dates bring about, and what comes from outside. */
import { beforeAll, describe, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import { documentOf, isFoundOtherwise } from "../../functions/guide/guide.document.ts";
import type { GuideListName, LiveGuide } from "../../functions/guide/guide.record.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide, guidesOn, member, people } from "./desk.ts";

const engine = useEngine();
let desk: ReturnType<typeof guidesOn>;
beforeAll(() => {
  desk = guidesOn(engine.table);
});
const { clerk, reviewer } = people;

describe("lists", () => {
  const author = member("a", ["clerk"], "lists");
  const judge = member("j", ["reviewer"], "lists");
  const names = async (list: GuideListName, unit?: string) =>
    (await desk.guides.list(judge, { list, limit: 50, unit })).cards.map(({ name }) => name).sort();
  const begin = async (taskName: string) =>
    (await desk.guides.startDraft({ guide: freshGuide({ taskName }), actor: author })).id;

  test("each state has its list, and each page is one query", async () => {
    await begin("写");
    const handed = await begin("审");
    await desk.guides.act({ id: handed, action: "hand_in", actor: author });
    const both = await begin("有稿");
    for (const name of ["有稿", "公布", "暂停", "废止"]) {
      const id = name === "有稿" ? both : await begin(name);
      await desk.guides.act({ id, action: "hand_in", actor: author });
      await desk.guides.act({ id, action: "approve", actor: judge });
      if (name === "暂停") await desk.guides.act({ id, action: "pause", actor: judge, reason: "停" });
      if (name === "废止") await desk.guides.act({ id, action: "abolish", actor: judge, reason: "废" });
    }
    await desk.guides.revise({ id: both, actor: author });
    expect(await names("draft")).toEqual(["写", "有稿"]);
    expect(await names("review")).toEqual(["审"]);
    expect(await names("published")).toEqual(["公布", "有稿"]);
    expect(await names("paused")).toEqual(["暂停"]);
    expect(await names("abolished")).toEqual(["废止"]);
    expect(await names("stale")).toEqual([]);
    engine.forget();
    expect(await names("all")).toHaveLength(6);
    expect(engine.consumed).toMatchObject([{ operation: "query" }]);
  });

  test("pages follow each other without a gap, and a cursor of another list or a made-up one begins anew", async () => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await desk.guides.list(author, { list: "all", limit: 2, cursor });
      seen.push(...page.cards.map(({ id }) => id));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(new Set(seen).size).toBe(6);
    for (const wrong of ["", "%", Buffer.from("HEAD\nx").toString("base64url")])
      expect((await desk.guides.list(author, { list: "all", limit: 2, cursor: wrong })).cards).toHaveLength(
        2,
      );
  });

  test("another office sees none of it", async () => {
    await expect(desk.guides.list(clerk, { list: "all", limit: 5, unit: "lists" })).rejects.toMatchObject({
      status: 403,
      code: "unit",
    });
    expect(
      (await desk.guides.list(people.auditor, { list: "all", limit: 9, unit: "lists" })).cards,
    ).toHaveLength(6);
  });
});

describe("dates", () => {
  test("an approved version waits for its day, and then replaces the one before", async () => {
    const dated = guidesOn(engine.table, "2026-03-02T02:00:00.000Z");
    const id = await dated.publish();
    await dated.guides.revise({ id, actor: clerk });
    const { versions } = await dated.guides.readForOffice(id, clerk);
    const guide = { ...versions[0]?.guide, taskName: "新名称", planEffectiveDate: "2026-05-01" };
    await dated.guides.saveDraft({ id, guide, actor: clerk });
    await dated.guides.act({ id, action: "hand_in", actor: clerk });
    await dated.guides.act({ id, action: "approve", actor: reviewer });
    expect(await dated.guides.readLive(id)).toMatchObject({ version: 1 });
    expect(await dated.guides.readVersion(id, 2)).toBeUndefined();
    expect((await dated.guides.list(clerk, { list: "waiting", limit: 9 })).cards).toMatchObject([
      { id, name: "新名称", waitingFrom: "2026-05-01" },
    ]);
    dated.clock.set("2026-04-30T15:59:59.000Z");
    expect(await dated.guides.moveByDates()).toEqual({ looked: 0, moved: 0 });
    dated.clock.set("2026-04-30T16:00:00.000Z");
    expect(await dated.guides.moveByDates()).toEqual({ looked: 1, moved: 1 });
    expect(await dated.guides.moveByDates()).toEqual({ looked: 0, moved: 0 });
    expect(await dated.guides.readLive(id)).toMatchObject({ version: 2, guide: { taskName: "新名称" } });
    expect(await dated.guides.readVersion(id, 1)).toMatchObject({ state: "revised" });
    const entries = await dated.audit.list(guideSubject(id), 20);
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "guide.replace", by: { kind: "system" } }),
    );
  });

  test("a guide is over on its cancel date, and approving one that is over already is refused", async () => {
    const dated = guidesOn(engine.table, "2026-03-02T02:00:00.000Z");
    const id = await dated.publish(freshGuide({ planCancelDate: "2026-03-10" }));
    dated.clock.set("2026-03-09T16:00:00.000Z");
    await dated.guides.moveByDates();
    const ended = await dated.guides.readLive(id);
    expect(ended).toMatchObject({ state: "abolished", endedAt: "2026-03-09T16:00:00.000Z" });
    expect(ended).not.toHaveProperty("reason");
    await dated.guides.revise({ id, actor: clerk });
    await dated.guides.act({ id, action: "hand_in", actor: clerk });
    await expect(dated.guides.act({ id, action: "approve", actor: reviewer })).rejects.toMatchObject({
      errors: [{ field: "planCancelDate", code: "dates.past" }],
    });
  });
});

describe("what comes from outside", () => {
  const at = "2026-03-02T02:00:00.000Z";
  const take = (guide: unknown, more: object = {}) =>
    desk.guides.importGuide({ guide, preparedBy: clerk, at, ...more });

  test("two people publish it; the same again changes nothing; other content is a new version", async () => {
    const guide = freshGuide();
    const id = itemCodeOf(guide);
    const two = { approvedBy: reviewer };
    expect(await take(guide, two)).toEqual({ result: "added", id, state: "published" });
    engine.forget();
    expect(await take(Object.fromEntries(Object.entries(guide).reverse()), two)).toEqual({
      result: "unchanged",
      id,
    });
    expect(engine.consumed).toHaveLength(1);
    expect(await take({ ...guide, taskName: "改名" }, two)).toEqual({
      result: "changed",
      id,
      state: "published",
    });
    expect(await desk.guides.readLive(id)).toMatchObject({ version: 2, guide: { taskName: "改名" } });
    const done = (await desk.audit.list(guideSubject(id), 20)).map(({ action, by }) => [
      action,
      "id" in by && by.id,
    ]);
    expect(done).toContainEqual(["guide.approve", "reviewer"]);
    expect(done).toContainEqual(["guide.start", "clerk"]);
  });

  test("one person, or a guide with errors, makes a draft; somebody may publish it with the next import", async () => {
    const guide = freshGuide();
    const id = itemCodeOf(guide);
    expect(await take(guide)).toMatchObject({ result: "added", state: "draft" });
    expect(await take(guide)).toEqual({ result: "unchanged", id });
    expect(await take(guide, { approvedBy: clerk })).toMatchObject({ result: "rejected", reason: "role" });
    const same = { ...people.both };
    expect(await take(guide, { preparedBy: same, approvedBy: same })).toMatchObject({ result: "rejected" });
    expect(await take(guide, { approvedBy: reviewer })).toEqual({
      result: "changed",
      id,
      state: "published",
    });
    const wrong = freshGuide({ linkWay: [] });
    expect(await take(wrong, { approvedBy: reviewer })).toMatchObject({ result: "added", state: "draft" });
  });

  test("what somebody is writing is not overwritten", async () => {
    const guide = freshGuide();
    const { id } = await desk.guides.startDraft({ guide, actor: people.handler });
    expect(await take({ ...guide, taskName: "外来" })).toEqual({
      result: "rejected",
      id,
      reason: "draft_in_progress",
    });
    expect((await desk.guides.readForOffice(id, clerk)).versions[0]?.guide).toEqual(guide);
  });

  test.each([
    [null, undefined],
    [{}, undefined],
    [{ taskCode: "x" }, "x"],
    [freshGuide({ codeScheme: "national", taskHandleItem: "1/2" }), "1/2"],
    [freshGuide({ taskName: "长".repeat(1001) }), expect.any(String)],
  ])("%j is rejected with its reason", async (guide, id) => {
    expect(await take(guide)).toMatchObject({
      result: "rejected",
      id,
      reason: expect.stringMatching(/^[a-z_.]+$/),
    });
  });
});

describe("as a search finds it", () => {
  const guide = freshGuide({
    aliases: ["补卡"],
    lifeEvents: ["就业"],
    questions: [{ question: "多久", answer: "五天" }],
  });
  const live: LiveGuide = {
    schema: 1,
    id: "1",
    unit: "rsj",
    state: "published",
    version: 1,
    publishedAt: "2026-03-02T02:00:00.000Z",
    guide,
  };

  test("by names, people, phones and what it is about", () => {
    const document = documentOf(live);
    expect(document).toMatchObject({
      id: "1",
      name: "社会保障卡补领",
      aliases: ["补卡"],
      unit: "rsj",
      audience: ["自然人"],
      lifeEvents: ["就业"],
      kind: "公共服务",
      phones: ["020-12333", "020-12345"],
    });
    for (const word of ["居民身份证", "多久", "五天", "人民路"]) expect(document.body).toContain(word);
  });

  test("pausing or checking it changes nothing there, publishing and abolishing do", () => {
    const ended = { schema: 1, id: "1", unit: "rsj", state: "abolished", name: "", endedAt: "" } as const;
    expect(isFoundOtherwise(live, { ...live, state: "paused", reason: "停", checkedOn: "2026-05-01" })).toBe(
      false,
    );
    expect(isFoundOtherwise(undefined, live)).toBe(true);
    expect(isFoundOtherwise(live, ended)).toBe(true);
    expect(isFoundOtherwise(live, { ...live, guide: { ...guide, aliases: [] } })).toBe(true);
  });
});
