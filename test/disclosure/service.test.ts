import { ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { recheckDueDates } from "../../functions/case/case.recount.service.ts";
import { parseReference } from "../../functions/case/reference.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Disclosure } from "../../functions/disclosure/disclosure.service.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { recountOf } from "../../functions/wiring.recount.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { dataFor, people } from "./support.ts";

const engine = useEngine();
let world: ReturnType<typeof disclosureOn>;
let disclosure: Disclosure;
beforeAll(() => {
  world = disclosureOn(engine.table);
  disclosure = world.disclosure;
});

let tokens = 0;
const submit = (changes: Partial<typeof application> = {}) => {
  tokens += 1;
  return disclosure.submit({
    application: { ...application, ...changes },
    attachments: [],
    lang: "zh",
    token: `t${tokens}`,
  });
};
const act = (reference: string, action: DisclosureAction, actor: Actor, more: object = {}) =>
  disclosure.act({ reference, action, actor, data: dataFor[action], ...more });
const applicantOf = (reference: string): Actor => ({ kind: "applicant", reference });

describe("submitting", () => {
  test("gives a number of the right form, a query code and the due date", async () => {
    const receipt = await submit();
    expect(parseReference(receipt.reference)).toMatchObject({
      regionCode: "440305",
      kind: "G",
      day: "2026-03-02",
    });
    expect(receipt.queryCode).toMatch(/^[0-9A-Z]{8}$/);
    expect(receipt.due).toMatchObject({ on: "2026-03-30", from: "submission" });
  });

  test("is one write transaction and no read", async () => {
    engine.forget();
    await submit();
    expect(engine.consumed.map((each) => each.operation)).toEqual(["transaction"]);
  });

  test("the same token again gives the same receipt, also when both come at once; other content is refused", async () => {
    const submission = { application, attachments: [], lang: "zh", token: "twice" } as const;
    const receipts = await Promise.all(Array.from({ length: 10 }, () => disclosure.submit(submission)));
    expect(new Set(receipts.map((receipt) => JSON.stringify(receipt))).size).toBe(1);
    expect(await disclosure.receiptOf("twice")).toEqual(receipts[0]);
    const other = { ...submission, application: { ...application, title: "别的" } };
    await expect(disclosure.submit(other)).rejects.toMatchObject({ status: 422, code: "token_reused" });
  });

  test("a number that is in use is drawn again", async () => {
    let draws = 0;
    // The first two draws of a serial (six bytes) are the same: the second submission must draw once more.
    const random = (sizeBytes: number) => {
      const bytes = Buffer.alloc(sizeBytes, 1 + tokens);
      if (sizeBytes === 6) {
        draws += 1;
        bytes.fill(0).writeUInt8(draws <= 2 ? 7 : 9, 5);
      } else bytes.writeUInt32BE(Math.floor(Math.random() * 2 ** 31), 0);
      return bytes;
    };
    const same = disclosureOn(engine.table, { random, regionCode: "110101" }).disclosure;
    const one = await same.submit({ application, attachments: [], lang: "zh", token: "draw1" });
    const two = await same.submit({ application, attachments: [], lang: "zh", token: "draw2" });
    expect(draws).toBe(3);
    expect(two.reference).not.toBe(one.reference);
  });

  test("what identifies or reaches the person is nowhere in the table in clear", async () => {
    await submit({
      name: "欧阳独一",
      identityNumber: "11010119900307002X",
      phone: "13999990001",
      email: "only@example.org",
    });
    const all = await engine.client.send(new ScanCommand({ TableName: "yichuang" }));
    const text = JSON.stringify(all.Items);
    for (const secret of ["欧阳独一", "11010119900307002X", "13999990001", "only@example.org"])
      expect(text).not.toContain(secret);
    expect(text).toContain("欧**一");
  });
});

describe("acting", () => {
  test("a request goes from receipt to answer, and the applicant reads the answer", async () => {
    const { reference } = await submit();
    await act(reference, "confirm_receipt", people.clerk);
    await act(reference, "assign", people.clerk);
    await act(reference, "propose", people.handler);
    const before = await disclosure.readForApplicant(reference, applicantOf(reference));
    expect(before.head.proposal).toBeUndefined();
    await act(reference, "approve", people.reviewer);
    await act(reference, "answer", people.clerk, { data: { on: "2026-03-02" } });
    const { head } = await disclosure.readForApplicant(reference, applicantOf(reference));
    expect(head).toMatchObject({ state: "answered", answer: { outcome: "disclosed", reply: "现予公开。" } });
  });

  test("of two commands on one version exactly one wins", async () => {
    const { reference } = await submit();
    await act(reference, "confirm_receipt", people.clerk);
    const results = await Promise.allSettled([
      act(reference, "assign", people.clerk, { expectedVersion: 2 }),
      act(reference, "withdraw", applicantOf(reference), { expectedVersion: 2 }),
    ]);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { status: 409 } });
    const { head, events } = await disclosure.readForOffice(reference, people.clerk);
    expect(events).toHaveLength(3);
    expect(head.version).toBe(3);
  });

  test("of twenty clerks who confirm at the same moment one does it, and the others are told", async () => {
    const { reference } = await submit();
    const all = Array.from({ length: 20 }, () => act(reference, "confirm_receipt", people.clerk));
    const results = await Promise.allSettled(all);
    expect(results.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    for (const result of results)
      if (result.status === "rejected") expect(["case_changed", "out_of_turn"]).toContain(result.reason.code);
    expect((await disclosure.readForOffice(reference, people.clerk)).events).toHaveLength(2);
  });

  test("the same command twice does one thing", async () => {
    const { reference } = await submit();
    const [one, two] = [
      await act(reference, "confirm_receipt", people.clerk, { commandId: "c1" }),
      await act(reference, "confirm_receipt", people.clerk, { commandId: "c1" }),
    ];
    expect(two).toEqual(one);
  });

  test("what the person did not see yet is not acted upon", async () => {
    const { reference } = await submit();
    const stale = act(reference, "confirm_receipt", people.clerk, { expectedVersion: 7 });
    await expect(stale).rejects.toMatchObject({ status: 409, code: "case_changed" });
  });

  test.each([
    ["the wrong role", "confirm_receipt", people.handler, 403, "role"],
    ["another unit", "confirm_receipt", people.clerkElsewhere, 403, "unit"],
    ["out of turn", "answer", people.clerk, 409, "out_of_turn"],
    ["another applicant", "withdraw", people.stranger, 403, "other_case"],
  ] as const)("%s is refused, changes nothing, and is on record", async (_, action, actor, status, code) => {
    const { reference } = await submit();
    await expect(act(reference, action, actor)).rejects.toMatchObject({ status, code });
    const { head } = await disclosure.readForOffice(reference, people.clerk);
    expect(head.version).toBe(1);
    const record = await world.audit.list(caseSubject(reference), 10);
    expect(record).toContainEqual(
      expect.objectContaining({ action: `case.${action}`, result: "refused", reason: code }),
    );
  });

  test.each([
    ["a receipt before the submission", "confirm_receipt", { on: "2026-03-01" }, "day.too_early"],
    ["a receipt tomorrow", "confirm_receipt", { on: "2026-03-03" }, "day.future"],
    ["no date at all", "confirm_receipt", { on: "2026-02-30" }, "day.invalid"],
  ] as const)("%s is refused with the field", async (_, action, data, code) => {
    const { reference } = await submit();
    const refused = act(reference, action, people.clerk, { data });
    await expect(refused).rejects.toMatchObject({ status: 422, errors: [{ field: "on", code }] });
  });

  test("only a handler of the unit can be given a request", async () => {
    const { reference } = await submit();
    await act(reference, "confirm_receipt", people.clerk);
    for (const person of [people.reviewer, people.handlerElsewhere, { id: "nobody", name: "x" }]) {
      const data = { assignee: { id: person.id, name: person.name } };
      await expect(act(reference, "assign", people.clerk, { data })).rejects.toMatchObject({ status: 422 });
    }
  });
});

describe("finding", () => {
  test("by number, by name, by the last four of the phone; only in the own unit", async () => {
    const { reference } = await submit({ name: "诸葛孔明", phone: "13800004321" });
    for (const text of [reference, reference.toLowerCase(), "诸葛 孔明", "4321"]) {
      const { cards } = await disclosure.search(people.clerk, { unit: "zfb", text, limit: 50 });
      expect(cards.map((card) => card.reference)).toContain(reference);
      expect(JSON.stringify(cards)).not.toContain("诸葛孔明");
    }
    const byNumber = { text: reference, limit: 50 };
    const elsewhere = await disclosure.search(people.clerkElsewhere, { unit: "zrzy", ...byNumber });
    expect(elsewhere).toEqual({ cards: [], next: undefined });
    await expect(
      disclosure.search(people.clerkElsewhere, { unit: "zfb", ...byNumber }),
    ).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe("the queue", () => {
  test("is due soonest first, a page is one query, and a cursor leads on without losing or repeating", async () => {
    const small = disclosureOn(engine.table).disclosure;
    const mine: string[] = [];
    for (let n = 0; n < 7; n += 1) {
      const made = {
        application: { ...application, unit: "dxx" },
        attachments: [],
        lang: "zh",
        token: `q${n}`,
      } as const;
      mine.push((await small.submit(made)).reference);
    }
    const clerk = { ...people.clerk, unit: "dxx" };
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      engine.forget();
      const page = await small.queue(clerk, { unit: "dxx" }, { limit: 3, cursor });
      expect(engine.consumed.map((each) => each.operation)).toEqual(["query"]);
      seen.push(...page.cards.map((card) => card.reference));
      cursor = page.next;
    } while (cursor !== undefined);
    expect(seen.sort()).toEqual(mine.sort());
  });

  test("filters by step and assignee are one query each; a cursor of nonsense starts from the beginning", async () => {
    const { reference } = await submit();
    await act(reference, "confirm_receipt", people.clerk);
    await act(reference, "assign", people.clerk);
    for (const filter of [
      { unit: "zfb", step: "handle" },
      { unit: "zfb", assigneeId: people.handler.id },
      { unit: "zfb", assigneeId: people.handler.id, step: "handle", dueBefore: "2026-12-31" },
    ]) {
      engine.forget();
      const page = await disclosure.queue(people.handler, filter, { limit: 100, cursor: "bm9uc2Vuc2U" });
      expect(engine.consumed).toHaveLength(1);
      expect(page.cards.map((card) => card.reference)).toContain(reference);
    }
    const early = { unit: "zfb", dueBefore: "2026-01-01" };
    expect((await disclosure.queue(people.handler, early, { limit: 10 })).cards).toEqual([]);
  });

  test("who is withdrawn or answered is no longer pending", async () => {
    const { reference } = await submit();
    await act(reference, "withdraw", applicantOf(reference));
    const page = await disclosure.queue(people.clerk, { unit: "zfb" }, { limit: 100 });
    expect(page.cards.map((card) => card.reference)).not.toContain(reference);
  });

  test("another unit's queue is refused and the attempt is on record", async () => {
    await expect(
      disclosure.queue(people.clerkElsewhere, { unit: "zfb" }, { limit: 5 }),
    ).rejects.toMatchObject({
      status: 403,
    });
    const record = await world.audit.list("office:zfb", 5);
    expect(record).toContainEqual(
      expect.objectContaining({ action: "queue.read", result: "refused", reason: "unit" }),
    );
  });
});

describe("personal data on the case page", () => {
  test("is in clear for who works on the case, masked for the auditor; looking is on record", async () => {
    const { reference } = await submit();
    const clear = await disclosure.readForOffice(reference, people.clerk);
    expect(clear).toMatchObject({ masked: false, application: { name: "张三丰", phone: "13812345678" } });
    const masked = await disclosure.readForOffice(reference, people.auditor);
    expect(masked).toMatchObject({ masked: true, application: { name: "张*丰", phone: "138****5678" } });
    const record = await disclosure.readAudit(reference, people.auditor);
    expect(record.filter((entry) => entry.action === "case.read")).toHaveLength(2);
    await expect(disclosure.readAudit(reference, people.clerk)).rejects.toMatchObject({ status: 403 });
  });
});

describe("provisional dates", () => {
  test("are counted again when the notice is out, and then left alone", async () => {
    const calendar = chinaCalendar();
    const unsure = { ...calendar, firmThrough: "2026-03-01" };
    const early = disclosureOn(engine.table, { calendar: unsure, regionCode: "330106" });
    const receipt = await early.disclosure.submit({
      application,
      attachments: [],
      lang: "zh",
      token: "provisional",
    });
    expect(receipt.due.provisional).toBe(true);
    const sure = disclosureOn(engine.table, { calendar, regionCode: "330106" });
    const recount = () => recheckDueDates(recountOf(partsOf(sure.options)));
    expect((await recount()).changed).toBeGreaterThanOrEqual(1);
    const again = await sure.disclosure.readForOffice(receipt.reference, people.clerk);
    expect(again.head.due).toMatchObject({ on: "2026-03-30", provisional: false });
    expect(await recount()).toEqual({ looked: 0, changed: 0 });
  });
});
