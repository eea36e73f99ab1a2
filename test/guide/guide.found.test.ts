/** From a change of the table to a search that finds it: the stream's job, on the real engine and a bucket in memory. */
import { marshall } from "@aws-sdk/util-dynamodb";
import type { DynamoDBRecord } from "aws-lambda";
import { beforeAll, describe, expect, test } from "vitest";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { guideRebuildJob, guideStreamJob } from "../../functions/guide/guide.jobs.ts";
import { allOf } from "../../functions/kit/table.stream.ts";
import type { StoredItem, Table } from "../../functions/kit/table.ts";
import { wordsStreamJob } from "../../functions/search/search.jobs.ts";
import { openPublishing } from "../../functions/search/search.publish.service.ts";
import { openSearch } from "../../functions/search/search.service.ts";
import { wordingOf } from "../../functions/wiring.search.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { seededRandom } from "../support/world.ts";
import { freshGuide, guidesOn, people } from "./desk.ts";

const engine = useEngine();
const bucket = memoryBucket();
const log = { info() {}, warn() {}, error() {} };
const random = seededRandom("found");
let desk: ReturnType<typeof guidesOn>;
let built: number;
let failing = false;
beforeAll(() => {
  desk = guidesOn(engine.table);
});

const images = async (table: Table, pk: string, sk: string) =>
  (await table.get({ pk, sk })) as StoredItem | undefined;
const record = (
  sequence: string,
  before: StoredItem | undefined,
  after: StoredItem | undefined,
): DynamoDBRecord => ({
  eventName: before === undefined ? "INSERT" : "MODIFY",
  dynamodb: {
    SequenceNumber: sequence,
    ...(before && { OldImage: marshall(before) as never }),
    ...(after && { NewImage: marshall(after) as never }),
  },
});

function job() {
  built = 0;
  const publishing = openPublishing({ bucket, clock: desk.clock.now, log, random });
  const counted = {
    publishIndex: async (change: Parameters<typeof publishing.publishIndex>[0]) => {
      if (failing) throw new Error("the bucket does not answer");
      built += 1;
      return publishing.publishIndex(change);
    },
  };
  const audit = openAuditStore(engine.table, random);
  const wording = wordingOf({ table: engine.table, audit, clock: desk.clock.now }, desk.guides);
  const { guides } = desk;
  const others = [openPublishing({ bucket, clock: desk.clock.now, log, random, name: "gazette" })];
  const services = { guides, publishing: counted, others, wording, log, units: ["rsj"] };
  const run = allOf(guideStreamJob(services), guideRebuildJob(services), wordsStreamJob(services));
  return { run, wording };
}

const found = async (text: string) => {
  const search = openSearch({ bucket, clock: desk.clock.now, log });
  const { searcher } = await search.current();
  return searcher.search({ text }).hits.map(({ name }) => name);
};

describe("what is published is found", () => {
  test("several guides of a batch by one build, and what only was paused or checked by none", async () => {
    const ids = [];
    for (const taskName of ["占用挖掘城市道路审批", "食品经营许可", "残疾人证办理"])
      ids.push(await desk.publish(freshGuide({ taskName, aliases: [] })));
    const live = await Promise.all(ids.map((id) => images(engine.table, `GUIDE#${id}`, "LIVE")));
    const { run } = job();
    const Records = live.map((item, n) => record(`${n}`, undefined, item));
    expect(await run({ Records })).toEqual({ batchItemFailures: [] });
    expect(built).toBe(1);
    expect((await found("食品经营许可"))[0]).toBe("食品经营许可");

    const [id = ""] = ids;
    await desk.guides.act({ id, action: "pause", actor: people.reviewer, reason: "停" });
    const paused = await images(engine.table, `GUIDE#${id}`, "LIVE");
    await run({ Records: [record("9", live[0], paused)] });
    expect(built).toBe(1);

    await desk.guides.act({ id, action: "abolish", actor: people.reviewer, reason: "废" });
    const ended = await images(engine.table, `GUIDE#${id}`, "LIVE");
    await run({ Records: [record("10", paused, ended)] });
    expect(built).toBe(2);
    expect(await found("占用挖掘城市道路审批")).not.toContain("占用挖掘城市道路审批");

    // A batch that comes late, or again, brings nothing back.
    await run({ Records: [record("1", undefined, live[0])] });
    expect(await found("占用挖掘城市道路审批")).not.toContain("占用挖掘城市道路审批");
  });

  test("what could not be published comes again, and nothing else does", async () => {
    const id = await desk.publish(freshGuide({ taskName: "不动产登记" }));
    const item = await images(engine.table, `GUIDE#${id}`, "LIVE");
    const head = await images(engine.table, `GUIDE#${id}`, "HEAD");
    const { run } = job();
    failing = true;
    const Records = [record("1", undefined, head), record("2", undefined, item)];
    expect(await run({ Records })).toEqual({ batchItemFailures: [{ itemIdentifier: "2" }] });
    failing = false;
    expect(await run({ Records })).toEqual({ batchItemFailures: [] });
    expect((await found("不动产登记"))[0]).toBe("不动产登记");
  });

  test("the words of the office are searched by once they were saved", async () => {
    const { run, wording } = job();
    expect((await found("摆摊卖吃的"))[0]).not.toBe("食品经营许可");
    const text = { synonyms: "摆摊卖吃的 食品经营许可", stopPhrases: "", pinned: "" };
    await wording.save(text, { actor: people.clerk });
    const item = await images(engine.table, "SEARCH#WORDS", "CURRENT");
    await run({ Records: [record("1", undefined, item)] });
    expect((await found("摆摊卖吃的"))[0]).toBe("食品经营许可");
  });

  test("an index that is made anew holds what citizens read now, and what changed while it was made", async () => {
    const id = await desk.publish(freshGuide({ taskName: "殡葬服务" }));
    const { run, wording } = job();
    expect(await found("殡葬服务")).not.toContain("殡葬服务");
    await wording.askRebuild(people.clerk);
    const item = await images(engine.table, "SEARCH#WORDS", "REBUILD");
    // The guide is abolished while the index is made: between its first reading and its publishing.
    const { everyLive } = desk.guides;
    let readings = 0;
    desk.guides.everyLive = async function* (units) {
      readings += 1;
      const all = [];
      for await (const some of everyLive(units)) all.push(some);
      if (readings === 1)
        await desk.guides.act({ id, action: "abolish", actor: people.reviewer, reason: "废" });
      yield* all;
    };
    expect(await run({ Records: [record("1", undefined, item)] })).toEqual({ batchItemFailures: [] });
    desk.guides.everyLive = everyLive;
    expect(readings).toBe(3);
    expect(built).toBe(2);
    expect(await found("殡葬服务")).not.toContain("殡葬服务");
    expect((await found("不动产登记"))[0]).toBe("不动产登记");
    expect((await found("摆摊卖吃的"))[0]).toBe("食品经营许可");
  });
});
