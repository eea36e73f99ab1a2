/** The way of a guide from a draft to citizens and on, on the real engine. */
import { beforeAll, describe, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import { type Guide, itemCodeOf } from "../../functions/guide/guide.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";

const engine = useEngine();
let desk: ReturnType<typeof guidesOn>;
beforeAll(() => {
  desk = guidesOn(engine.table);
});
const { clerk, handler, reviewer, otherReviewer, both } = people;

describe("publishing", () => {
  test("takes two people, and citizens read it by one read of half a unit", async () => {
    const guide = freshGuide();
    const { id, revision } = await desk.guides.startDraft({ guide, actor: clerk });
    expect(id).toBe(itemCodeOf(guide));
    expect(await desk.guides.readLive(id)).toBeUndefined();
    await desk.guides.act({ id, action: "hand_in", actor: clerk, expectedRevision: revision });
    await desk.guides.act({ id, action: "approve", actor: reviewer });
    engine.forget();
    const live = await desk.guides.readLive(id);
    expect(engine.consumed).toEqual([{ operation: "get", capacityUnits: 0.5 }]);
    expect(live).toEqual({
      schema: 1,
      id,
      unit: "rsj",
      state: "published",
      version: 1,
      publishedAt: "2026-03-02T02:00:00.000Z",
      checkedOn: "2026-03-02",
      guide,
    });
    const entries = await desk.audit.list(guideSubject(id), 10);
    expect(entries.map(({ action, by, result }) => [action, "id" in by && by.id, result]).sort()).toEqual([
      ["guide.approve", "reviewer", "done"],
      ["guide.hand_in", "clerk", "done"],
      ["guide.start", "clerk", "done"],
    ]);
  });

  test("who wrote a line of it may not approve it, and the attempt is on record", async () => {
    const guide = freshGuide();
    const { id } = await desk.guides.startDraft({ guide, actor: clerk });
    await desk.guides.saveDraft({ id, guide: { ...guide, topics: ["社保"] }, actor: both });
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    await expect(desk.guides.act({ id, action: "approve", actor: both })).rejects.toMatchObject({
      status: 403,
      code: "same_person",
    });
    const refused = (await desk.audit.list(guideSubject(id), 10)).filter((one) => one.result === "refused");
    expect(refused).toMatchObject([{ action: "guide.approve", reason: "same_person" }]);
    expect(await desk.guides.readLive(id)).toBeUndefined();
  });

  test.each([
    [clerk, "role"],
    [people.admin, "role"],
    [people.auditor, "role"],
    [people.reviewerElsewhere, "unit"],
  ])("%o may not approve: %s", async (actor, reason) => {
    const { id } = await desk.guides.startDraft({ guide: freshGuide(), actor: handler });
    await desk.guides.act({ id, action: "hand_in", actor: handler });
    await expect(desk.guides.act({ id, action: "approve", actor })).rejects.toMatchObject({
      status: 403,
      code: reason,
    });
  });

  test("what has errors is not handed in, and the fields are told", async () => {
    const { id } = await desk.guides.startDraft({ guide: freshGuide({ linkWay: [] }), actor: clerk });
    await expect(desk.guides.act({ id, action: "hand_in", actor: clerk })).rejects.toMatchObject({
      status: 422,
      code: "guide_has_errors",
      errors: [{ field: "linkWay", code: "required" }],
    });
  });

  test("two approvals at once: one wins, the other is told that the guide has changed", async () => {
    const { id } = await desk.guides.startDraft({ guide: freshGuide(), actor: clerk });
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    const tries = [reviewer, otherReviewer, reviewer, otherReviewer].map((actor) =>
      desk.guides.act({ id, action: "approve", actor }),
    );
    const settled = await Promise.allSettled(tries);
    expect(settled.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const one of settled)
      if (one.status === "rejected") expect(["guide_changed", "out_of_turn"]).toContain(one.reason.code);
    const { head, versions } = await desk.guides.readForOffice(id, clerk);
    expect([head.live?.n, head.work, versions.length]).toEqual([1, undefined, 1]);
    const done = (await desk.audit.list(guideSubject(id), 20)).filter(
      (one) => one.action === "guide.approve" && one.result === "done",
    );
    expect(done).toHaveLength(1);
  });

  test("the same command twice does one thing, an old revision is refused", async () => {
    const { id, revision } = await desk.guides.startDraft({ guide: freshGuide(), actor: clerk });
    const command = {
      id,
      action: "hand_in",
      actor: clerk,
      commandId: "clerk 1",
      expectedRevision: revision,
    } as const;
    const first = await desk.guides.act(command);
    expect(await desk.guides.act(command)).toEqual(first);
    await expect(
      desk.guides.act({ id, action: "take_back", actor: clerk, expectedRevision: revision }),
    ).rejects.toMatchObject({ status: 409, code: "guide_changed" });
  });
});

describe("writing", () => {
  test("a guide begins once, and its code stays", async () => {
    const guide = freshGuide();
    const { id } = await desk.guides.startDraft({ guide, actor: clerk });
    await expect(desk.guides.startDraft({ guide, actor: handler })).rejects.toMatchObject({
      status: 409,
      code: "guide_exists",
    });
    const moved = { ...guide, taskHandleItem: `${guide.taskCode}99` };
    await expect(desk.guides.saveDraft({ id, guide: moved, actor: clerk })).rejects.toMatchObject({
      errors: [{ field: "taskCode", code: "code.fixed" }],
    });
  });

  test.each([
    [{ taskCode: "短" }, "taskCode", "code.length"],
    [{ taskName: "" }, "taskName", "invalid.min_length"],
    [{ byLaw: "长".repeat(20_001) }, "byLaw", "invalid.max_length"],
  ])("%o is not kept", async (change, field, code) => {
    const { taskHandleItem: _, ...guide } = freshGuide(change);
    const begun = desk.guides.startDraft({ guide, actor: clerk });
    await expect(begun).rejects.toMatchObject({
      status: 422,
      errors: [{ field, code: expect.stringContaining(code.split(".")[0] ?? "") }],
    });
  });

  test("a guide that would not fit into its item is refused as a whole", async () => {
    const questions = Array.from({ length: 10 }, (_, place) => ({
      question: `${place}`,
      answer: "长".repeat(9_000),
    }));
    await expect(
      desk.guides.startDraft({ guide: freshGuide({ questions }), actor: clerk }),
    ).rejects.toMatchObject({
      errors: [{ code: "guide.too_large" }],
    });
  });

  test("two editors at once: nothing of the first is overwritten unseen", async () => {
    const guide = freshGuide();
    const { id, revision } = await desk.guides.startDraft({ guide, actor: clerk });
    const save = (actor: typeof clerk, change: Partial<Guide>) =>
      desk.guides.saveDraft({ id, guide: { ...guide, ...change }, actor, expectedRevision: revision });
    const both = await Promise.allSettled([
      save(clerk, { topics: ["一"] }),
      save(handler, { topics: ["二"] }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("after publishing", () => {
  test("a revision goes the same way; the old version is revised and stays readable", async () => {
    const id = await desk.publish();
    const before = await desk.guides.readVersion(id, 1);
    if (before === undefined) throw new Error("version 1 was published");
    await desk.guides.revise({ id, actor: handler });
    expect(await desk.guides.readVersion(id, 2)).toBeUndefined();
    const guide = { ...before.guide, promise: { day: 4, type: "working" as const } };
    await desk.guides.saveDraft({
      id,
      guide: { ...guide, steps: [], handleFlow: "窗口受理。" },
      actor: handler,
    });
    expect(await desk.guides.readLive(id)).toMatchObject({ version: 1, guide: before.guide });
    await desk.guides.act({ id, action: "hand_in", actor: handler });
    await desk.guides.act({ id, action: "approve", actor: reviewer });
    expect(await desk.guides.readLive(id)).toMatchObject({ version: 2, guide: { promise: { day: 4 } } });
    expect(await desk.guides.readVersion(id, 1)).toEqual({
      ...before,
      state: "revised",
      endedAt: "2026-03-02T02:00:00.000Z",
    });
  });

  test("a paused guide stays where it is with its reason, until it is resumed", async () => {
    const id = await desk.publish();
    await expect(
      desk.guides.act({ id, action: "pause", actor: reviewer, reason: " " }),
    ).rejects.toMatchObject({
      errors: [{ field: "reason", code: "reason.required" }],
    });
    await desk.guides.act({ id, action: "pause", actor: reviewer, reason: "系统升级，3月5日恢复。" });
    expect(await desk.guides.readLive(id)).toMatchObject({
      state: "paused",
      reason: "系统升级，3月5日恢复。",
    });
    expect(await desk.guides.readVersion(id, 1)).toMatchObject({ state: "paused" });
    await desk.guides.act({ id, action: "resume", actor: clerk });
    const live = await desk.guides.readLive(id);
    expect(live).toMatchObject({ state: "published" });
    expect(live).not.toHaveProperty("reason");
  });

  test("an abolished guide says so, and may begin again", async () => {
    const id = await desk.publish();
    await desk.guides.act({ id, action: "abolish", actor: reviewer, reason: "取消此项许可。" });
    expect(await desk.guides.readLive(id)).toMatchObject({ state: "abolished", reason: "取消此项许可。" });
    expect(await desk.guides.readVersion(id, 1)).toMatchObject({ state: "abolished" });
    await desk.guides.revise({ id, actor: clerk });
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    await desk.guides.act({ id, action: "approve", actor: reviewer });
    expect(await desk.guides.readLive(id)).toMatchObject({ state: "published", version: 2 });
  });

  test("checking it today is an event on record and touches no version", async () => {
    const later = guidesOn(engine.table, "2026-09-20T02:00:00.000Z");
    const id = await desk.publish();
    expect(
      (await later.guides.list(clerk, { list: "stale", limit: 100 })).cards.map((card) => card.id),
    ).toContain(id);
    await later.guides.check({ id, actor: handler });
    await later.guides.check({ id, actor: handler });
    expect(await later.guides.readLive(id)).toMatchObject({
      checkedOn: "2026-09-20",
      guide: { checkedOn: "2026-03-02" },
    });
    const stale = await later.guides.list(clerk, { list: "stale", limit: 100 });
    expect(stale.cards.map((card) => card.id)).not.toContain(id);
    const checks = (await desk.audit.list(guideSubject(id), 10)).filter(
      ({ action }) => action === "guide.check",
    );
    expect(checks).toHaveLength(1);
  });
});
