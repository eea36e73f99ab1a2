import { beforeAll, describe, expect, test } from "vitest";
import { keyOf } from "../../functions/kit/table.expression.ts";
import { openCountStore } from "../../functions/report/report.count.store.ts";
import { recount, repair, type StoredCase } from "../../functions/report/report.recount.ts";
import { allCases } from "../../stacks/local/cases.ts";
import { people } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { calendar } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
const references: string[] = [];

type Act = Parameters<typeof apps.disclosure.act>[0];
/** Six requests of two units: some answered, one withdrawn, the rest pending; all counted as the stream would. */
beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  await apps.seat(people.handler);
  for (let place = 0; place < 6; place += 1) {
    const unit = place < 4 ? "zfb" : "zrzy";
    const { reference } = await apps.disclosure.submit({
      application: { ...application, unit },
      attachments: [],
      lang: "zh",
      token: `recount ${place} ${Math.random()}`,
    });
    references.push(reference);
    const act = (action: string, actor: unknown, data: unknown = {}) =>
      apps.disclosure.act({ reference, action, actor, data } as Act);
    if (place < 2) {
      await act("confirm_receipt", people.clerk, { on: "2026-03-02" });
      await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
      await act("propose", people.handler, {
        outcome: "not_held",
        reply: "没有。",
        files: [],
        marks: ["reply"],
      });
      await act("approve", people.reviewer, { marks: [{ item: "reply" }] });
      await act("answer", people.clerk, { on: "2026-03-02" });
    }
    if (place === 2) await act("withdraw", { kind: "applicant", reference });
    const head = await apps.heads.readHead(reference);
    if (head !== undefined) await apps.counts.count(head);
  }
});

async function* stored(): AsyncGenerator<StoredCase> {
  const { DynamoDBDocumentClient } = await import("@aws-sdk/lib-dynamodb");
  const documents = DynamoDBDocumentClient.from(engine.client);
  const found = {
    client: engine.client,
    documents,
    name: "yichuang",
    publicOrigin: "",
    stop: async () => {},
  };
  for await (const { reference, head, events } of allCases(found))
    yield {
      reference,
      head: head as unknown as StoredCase["head"],
      events: events.map(({ event }) => event) as unknown as StoredCase["events"],
    };
}
const options = () => ({
  store: openCountStore(engine.table),
  units: ["zfb", "zrzy"],
  thisYear: 2026,
  calendar,
});
const countsKey = { pk: keyOf("COUNT", "zfb", "2026"), sk: "COUNTS" };
const add = (name: string, by: number) =>
  engine.table.update({
    kind: "update",
    key: countsKey,
    update: { text: `ADD #${name} :by`, values: { by } },
  });

describe("a recount", () => {
  test("folds every case from its events and finds the counters right", async () => {
    expect(await recount(stored(), options())).toEqual({
      cases: 6,
      cells: 2 * 19 * 24 * 6,
      heads: [],
      differences: [],
      fees: [],
    });
  });

  test("sees a counter that is wrong, a case that is not listed, a year that no case speaks of", async () => {
    await add("r13_person", 2);
    await engine.table.commit([
      {
        kind: "delete",
        key: { pk: countsKey.pk, sk: keyOf("CELL", "23", "person", "2026-03-02", references[2] ?? "") },
      },
      {
        kind: "update",
        key: { pk: keyOf("COUNT", "zrzy", "2019"), sk: "COUNTS" },
        update: { text: "ADD #r1_person :one", values: { one: 1 } },
      },
    ]);
    const { differences } = await recount(stored(), options());
    expect(differences).toEqual([
      { unit: "zfb", year: 2026, row: 13, column: "person", shouldBe: 2, counted: 4, listed: 2 },
      { unit: "zfb", year: 2026, row: 23, column: "person", shouldBe: 1, counted: 1, listed: 0 },
      { unit: "zrzy", year: 2019, row: 1, column: "person", shouldBe: 0, counted: 1, listed: 0 },
    ]);
  });

  test("repaired, the counters are right again, also for a case that the stream never brought", async () => {
    // As if it had never been counted: what the case was counted with is gone, and so is what it moved.
    const [lost = ""] = references;
    const countingKey = { pk: keyOf("COUNT", "CASE", lost), sk: "COUNTED" };
    const counting = await engine.table.get(countingKey);
    const marks = counting?.marks as { row: number; column: string }[];
    await engine.table.commit([
      { kind: "delete", key: countingKey },
      ...marks.map(({ row, column }) => ({
        kind: "delete" as const,
        key: {
          pk: countsKey.pk,
          sk: keyOf("CELL", String(row).padStart(2, "0"), column, "2026-03-02", lost),
        },
      })),
    ]);
    for (const { row, column } of marks) await add(`r${row}_${column}`, -1);
    const broken = await recount(stored(), options());
    expect(broken.differences.length).toBeGreaterThanOrEqual(3);
    const after = await repair(stored, {
      ...options(),
      table: engine.table,
      count: apps.counts.count,
    });
    // The list that lost a case is no counter; it is named until somebody looks.
    expect(after.differences).toEqual([
      { unit: "zfb", year: 2026, row: 23, column: "person", shouldBe: 1, counted: 1, listed: 0 },
    ]);
  });

  test("sees a head that is not what its events come to", async () => {
    const [first = ""] = references;
    async function* doctored(): AsyncGenerator<StoredCase> {
      for await (const each of stored())
        yield each.reference === first ? { ...each, head: { ...each.head, applicantKind: "company" } } : each;
    }
    expect((await recount(doctored(), options())).heads).toEqual([first]);
  });
});
