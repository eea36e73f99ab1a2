/** A draft that was begun by mistake, given up by whoever wrote it. */
import { beforeAll, describe, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";

const engine = useEngine();
let desk: ReturnType<typeof guidesOn>;
beforeAll(() => {
  desk = guidesOn(engine.table);
});
const { clerk, handler, reviewer } = people;
const ids = async (list: "all" | "draft") =>
  (await desk.guides.list(clerk, { list, limit: 100 })).cards.map(({ id }) => id);

describe("discarding a draft", () => {
  test("its author may: it leaves every list, and who did it is on record", async () => {
    const { id } = await desk.guides.startDraft({ guide: freshGuide(), actor: clerk });
    const head = await desk.guides.act({ id, action: "discard", actor: clerk });
    expect(head.work).toBeUndefined();
    expect(await ids("all")).not.toContain(id);
    expect(await ids("draft")).not.toContain(id);
    const { versions } = await desk.guides.readForOffice(id, clerk);
    expect(versions).toMatchObject([{ n: 1, state: "discarded" }]);
    const [entry] = (await desk.audit.list(guideSubject(id), 10)).filter(
      ({ action }) => action === "guide.discard",
    );
    expect(entry).toMatchObject({ by: { id: "clerk" }, result: "done" });
  });

  test("nobody else may, nor in review, and that is on record", async () => {
    const { id } = await desk.guides.startDraft({ guide: freshGuide(), actor: clerk });
    await expect(desk.guides.act({ id, action: "discard", actor: handler })).rejects.toMatchObject({
      status: 403,
      code: "not_author",
    });
    await expect(desk.guides.act({ id, action: "discard", actor: reviewer })).rejects.toMatchObject({
      code: "role",
    });
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    await expect(desk.guides.act({ id, action: "discard", actor: clerk })).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
    });
    const refused = (await desk.audit.list(guideSubject(id), 10)).filter(
      ({ result }) => result === "refused",
    );
    expect(refused.map(({ reason }) => reason).sort()).toEqual(["not_author", "out_of_turn", "role"]);
  });

  test("what citizens read stays as it is, and the next version is compared with it", async () => {
    const guide = freshGuide();
    const id = await desk.publish(guide);
    const before = await desk.guides.readLive(id);
    await desk.guides.revise({ id, actor: clerk });
    await desk.guides.saveDraft({ id, guide: { ...guide, topics: ["错"] }, actor: clerk });
    expect(await desk.guides.act({ id, action: "discard", actor: clerk })).toMatchObject({ live: { n: 1 } });
    expect(await desk.guides.readLive(id)).toEqual(before);
    await desk.guides.revise({ id, actor: clerk });
    const { version, before: against } = await desk.guides.compareForOffice(id, 3, clerk);
    expect(version.guide.topics).toEqual(guide.topics);
    expect(against?.n).toBe(1);
    await desk.guides.act({ id, action: "hand_in", actor: clerk });
    await desk.guides.act({ id, action: "approve", actor: reviewer });
    expect((await desk.guides.compareForOffice(id, 3, clerk)).before?.n).toBe(1);
  });

  test("the code is free again, for another unit too, which sees nothing of what was given up", async () => {
    const guide = freshGuide();
    const { id } = await desk.guides.startDraft({ guide, actor: clerk });
    await expect(desk.guides.startDraft({ guide, actor: people.clerkElsewhere })).rejects.toMatchObject({
      code: "guide_exists",
    });
    await desk.guides.act({ id, action: "discard", actor: clerk });
    const head = await desk.guides.startDraft({ guide, actor: people.clerkElsewhere });
    expect(head).toMatchObject({
      id,
      unit: "zfb",
      latest: 2,
      work: { n: 2, authorIds: ["clerk-elsewhere"] },
    });
    const seen = await desk.guides.readForOffice(id, people.clerkElsewhere);
    expect(seen.versions.map(({ n }) => n)).toEqual([2]);
    await expect(desk.guides.compareForOffice(id, 1, people.clerkElsewhere)).rejects.toMatchObject({
      code: "version_not_found",
    });
    await expect(desk.guides.readForOffice(id, clerk)).rejects.toMatchObject({ status: 403 });
  });

  test("the same file brings it again", async () => {
    const guide = freshGuide();
    const take = () => desk.guides.importGuide({ guide, preparedBy: clerk, at: desk.clock.now() });
    const first = await take();
    expect(first).toMatchObject({ result: "added", state: "draft" });
    expect(await take()).toMatchObject({ result: "unchanged" });
    await desk.guides.act({ id: first.id ?? "", action: "discard", actor: clerk });
    expect(await take()).toMatchObject({ result: "changed", state: "draft" });
  });
});
