/** An office finds its own guides by name, however many there are, at the same cost. */
import { beforeAll, describe, expect, test } from "vitest";
import { documentOf } from "../../functions/guide/guide.document.ts";
import { openGuideFinding } from "../../functions/guide/guide.find.service.ts";
import type { SearchDocument } from "../../functions/search/search.ts";
import { searcherOf } from "../search/documents.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";

const engine = useEngine();
const { clerk, reviewer } = people;
let desk: ReturnType<typeof guidesOn>;
const documents: SearchDocument[] = [];

const finding = (version = "1") =>
  openGuideFinding({
    store: desk.store,
    clock: desk.clock.now,
    search: { current: async () => ({ version, searcher: await searcherOf(documents) }) },
  });
const names = async (text: string, find = finding(), actor = clerk) => {
  const found = await find(actor, { unit: "rsj", text });
  return "id" in found ? found.id : found.cards.map(({ name }) => name);
};

async function publish(taskName: string, more: object = {}): Promise<string> {
  const id = await desk.publish(freshGuide({ taskName, aliases: [], ...more }));
  const live = await desk.guides.readLive(id);
  if (live?.state === "published") documents.push(documentOf(live));
  return id;
}

beforeAll(async () => {
  desk = guidesOn(engine.table);
  await publish("灯塔看守补贴申领", { deptCode: "113-organ" });
  await publish("灯塔参观登记", { aliases: ["看灯塔"] });
  await publish("风筝放飞备案");
  const draft = { guide: freshGuide({ taskName: "灯塔拆除许可" }), actor: clerk };
  await desk.guides.startDraft(draft);
  const { id } = await desk.guides.startDraft({
    ...draft,
    guide: freshGuide({ taskName: "灯塔丢弃的草稿" }),
  });
  await desk.guides.act({ id, action: "discard", actor: clerk });
  const over = await desk.publish(freshGuide({ taskName: "灯塔燃油供应" }));
  await desk.guides.act({ id: over, action: "abolish", actor: reviewer, reason: "停办" });
});

describe("finding guides in the office", () => {
  test("by a part of the name, by words of it in any order, whatever their state and organ", async () => {
    expect([...((await names("灯塔")) as string[])].sort()).toEqual(
      ["灯塔参观登记", "灯塔拆除许可", "灯塔燃油供应", "灯塔看守补贴申领"].sort(),
    );
    expect(await names("补贴 灯塔")).toContain("灯塔看守补贴申领");
    expect((await names("看灯塔"))[0]).toBe("灯塔参观登记");
    expect(await names("不存在的事")).toEqual([]);
    expect(await names(" ")).toEqual([]);
  });

  test("by a whole code, and nobody of another unit", async () => {
    const id = await publish("单独的一件事");
    expect(await names(id)).toBe(id);
    await expect(finding()(people.clerkElsewhere, { unit: "rsj", text: "灯塔" })).rejects.toMatchObject({
      status: 403,
    });
  });

  test("what another unit keeps is not shown", async () => {
    const { id } = await desk.guides.startDraft({
      guide: freshGuide({ taskName: "灯塔油漆采购" }),
      actor: people.clerkElsewhere,
    });
    await desk.guides.act({ id, action: "hand_in", actor: people.clerkElsewhere });
    await desk.guides.act({ id, action: "approve", actor: people.reviewerElsewhere });
    const live = await desk.guides.readLive(id);
    if (live?.state === "published") documents.push(documentOf(live));
    expect(await names("油漆")).toEqual([]);
  });

  test("while there is no index, in the first thousand by name", async () => {
    expect(await names("灯塔参观", finding(""))).toEqual(["灯塔参观登记"]);
  });

  test("behind a thousand others, with four queries and one read of what was found", async () => {
    const rest = Array.from({ length: 1200 }, (_, n) => n);
    const coded = (code: string) => ({ codeScheme: "other" as const, taskHandleItem: code, aliases: [] });
    const guides = rest.map((n) =>
      freshGuide({ ...coded(`REST-${n}`), taskName: `第${n}类常规事项`, checkedOn: "2026-01-01" }),
    );
    const take = async (): Promise<void> => {
      for (let guide = guides.pop(); guide !== undefined; guide = guides.pop()) {
        const at = desk.clock.now();
        const taken = { guide, preparedBy: clerk, approvedBy: reviewer, at };
        const intake = await desk.guides.importGuide(taken);
        if (intake.result !== "added") throw new Error(intake.result);
        documents.push(documentOf({ id: intake.id, unit: "rsj", guide }));
      }
    };
    await Promise.all(Array.from({ length: 8 }, take));
    // Checked later than all others, so it stands behind them in the list.
    await publish("钟楼修缮审批", { ...coded("CLOCK-1"), checkedOn: "2026-03-01" });
    const find = finding();
    await names("钟楼", find);
    engine.forget();
    expect(await names("钟楼修缮", find)).toEqual(["钟楼修缮审批"]);
    const operations = engine.consumed.map(({ operation }) => operation).sort();
    expect(operations).toEqual(["getMany", "query", "query", "query", "query"]);
    const units = engine.consumed.reduce((sum, { capacityUnits }) => sum + capacityUnits, 0);
    expect(units).toBeLessThan(20);
  }, 120_000);
});
