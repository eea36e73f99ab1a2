import { beforeAll, describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { verifyChain } from "../../functions/case/case.chain.ts";
import { parseReference } from "../../functions/case/reference.ts";
import { rectificationFlow } from "../../functions/rectification/rectification.flow.ts";
import { validateRectification } from "../../functions/rectification/rectification.form.ts";
import {
  periodOn,
  rectificationDue,
  usualPeriod,
  withPeriod,
} from "../../functions/rectification/rectification.period.ts";
import type { RectificationCommand } from "../../functions/rectification/rectification.service.ts";
import { headInOf } from "../../functions/wiring.report.ts";
import { people } from "../disclosure/support.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { application } from "./support.ts";

const engine = useEngine();
let apps: Apps;
beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  for (const person of [people.handler, people.reviewer]) await apps.seat(person);
}, 120_000);

let tokens = 0;
const submit = async (changes = {}) => {
  tokens += 1;
  return apps.rectifications.submit({
    application: { ...application, ...changes },
    attachments: [],
    lang: "zh",
    token: `token ${tokens} ${Math.random()}`,
  });
};
const act = (
  reference: string,
  action: RectificationCommand["action"],
  actor: RectificationCommand["actor"],
  data: object = {},
) => apps.rectifications.act({ reference, action, actor, data } as RectificationCommand);
const toHandler = { assignee: { id: people.handler.id, name: "" } };
const proposal = { outcome: "corrected", reply: "已将身份证号码末位更正为 X。" };

async function proposed(): Promise<string> {
  const { reference } = await submit();
  await act(reference, "assign", people.clerk, toHandler);
  await act(reference, "propose", people.handler, proposal);
  return reference;
}

describe("the unit's own period, because no law gives one", () => {
  const calendar = chinaCalendar();
  test("is that of the day on which it came; what is set later moves nothing", () => {
    const periods = withPeriod([{ since: "2026-01-01", workingDays: 10 }], {
      since: "2026-06-01",
      workingDays: 7,
    });
    expect(periodOn([], "2026-03-02")).toEqual(usualPeriod);
    expect(periodOn(periods, "2026-03-02").workingDays).toBe(10);
    expect(periodOn(periods, "2026-06-01").workingDays).toBe(7);
    expect(rectificationDue("2026-03-02", 10, calendar)).toMatchObject({ on: "2026-03-16", workingDays: 10 });
  });

  test("is set by the unit's admin from tomorrow on, on record, and nobody is overwritten", async () => {
    const { rectifications } = apps;
    const set = (since: string, workingDays: number, version: number, who = people.admin) =>
      rectifications.setPeriod(who, { since, workingDays }, version);
    await expect(set("2026-03-02", 8, 0)).rejects.toMatchObject({ status: 422 });
    await expect(set("2026-03-03", 8, 0, people.clerk)).rejects.toMatchObject({ status: 403 });
    await set("2026-03-03", 8, 0);
    await expect(set("2026-03-04", 9, 0)).rejects.toMatchObject({ code: "setting_changed" });
    const before = await submit();
    expect(before.due).toMatchObject({ workingDays: 15, on: "2026-03-23" });
    apps.clock.set("2026-03-03T02:00:00.000Z");
    expect((await submit()).due).toMatchObject({ workingDays: 8, on: "2026-03-13" });
    apps.clock.set("2026-03-02T02:00:00.000Z");
  });
});

describe("the form", () => {
  const context = { today: "2026-03-02", units: ["zfb"] };
  test("asks who, which record, what is wrong and right, and names each that lacks", () => {
    expect(validateRectification({ ...application }, context)).toEqual({ ok: true, value: application });
    const checked = validateRectification({ ...application, wrong: " ", right: "" }, context);
    expect(checked).toMatchObject({
      ok: false,
      errors: [
        { page: "record", field: "wrong", code: "wrong.required" },
        { page: "record", field: "right", code: "right.required" },
      ],
    });
  });
});

describe("a correction of records", () => {
  test("has a number, a date and a place in the queue of its own, and no cell of the annual report", async () => {
    const receipt = await submit();
    expect(parseReference(receipt.reference)?.kind).toBe("R");
    const { cards } = await apps.disclosure.queue(people.clerk, { unit: "zfb" }, { limit: 100 });
    const card = cards.find(({ reference }) => reference === receipt.reference);
    expect(card).toMatchObject({ kind: "rectification", dueFrom: "setting", applicantMasked: "张*丰" });
    const item = await engine.table.get({ pk: `CASE#${receipt.reference}`, sk: "HEAD" });
    const headIn = headInOf({ parts: { cases: apps.heads } as Parameters<typeof headInOf>[0]["parts"] });
    expect(headIn(item)).toBeUndefined();
    expect(
      await apps.disclosure.search(people.clerk, { unit: "zfb", text: receipt.reference, limit: 9 }),
    ).toMatchObject({
      cards: [{ reference: receipt.reference, kind: "rectification" }],
    });
  });

  test("keeps what is wrong and right sealed, and shows it to nobody but who works on it", async () => {
    const { reference } = await submit();
    const item = await engine.table.get({ pk: `CASE#${reference}`, sk: "RECTIFICATION" });
    expect(JSON.stringify(item)).not.toContain("末位");
    const clear = await apps.rectifications.readForOffice(reference, people.clerk);
    expect(clear.application).toEqual(application);
    const { application: masked } = await apps.rectifications.readForOffice(reference, people.auditor);
    expect(masked).toMatchObject({ name: "张*丰", wrong: "******", right: "******" });
    await expect(apps.rectifications.readForOffice(reference, people.clerkElsewhere)).rejects.toMatchObject({
      status: 403,
    });
  });

  test("is one however often it is handed in, and other content under the same token is refused", async () => {
    const once = { application, attachments: [], lang: "zh", token: `same ${Math.random()}` } as const;
    const first = await apps.rectifications.submit(once);
    expect((await apps.rectifications.submit(once)).reference).toBe(first.reference);
    const other = { ...once, application: { ...application, right: "别的" } };
    await expect(apps.rectifications.submit(other)).rejects.toMatchObject({ code: "token_reused" });
  });

  test("is assigned, decided by one person and approved by another, and its events hang together", async () => {
    const reference = await proposed();
    await expect(act(reference, "approve", people.handler)).rejects.toMatchObject({ status: 403 });
    await act(reference, "return", people.reviewer, { reason: "请写明依据。" });
    await act(reference, "propose", people.handler, proposal);
    await act(reference, "approve", people.reviewer);
    const { head, events } = await apps.rectifications.readForOffice(reference, people.clerk);
    expect(head).toMatchObject({ state: "answered", endedOn: "2026-03-02", answer: proposal });
    expect(events.map(({ kind }) => kind)).toEqual("submit assign propose return propose approve".split(" "));
    const items = await engine.table.query({
      where: { text: "#pk = :pk AND begins_with(#sk, :e)", values: { pk: `CASE#${reference}`, e: "EVENT#" } },
    });
    const recorded = (await apps.audit.list(caseSubject(reference), 50)).flatMap(({ chain }) => chain ?? []);
    const stored = items.items as unknown as Parameters<typeof verifyChain>[0]["events"];
    expect(verifyChain({ reference, events: stored, head: head.chain, recorded })).toMatchObject({
      ok: true,
    });
    await act(reference, "archive", people.clerk);
  });

  test.each(["forwarded", "directed"])("%s has to name the organ", async (outcome) => {
    const { reference } = await submit();
    await act(reference, "assign", people.clerk, toHandler);
    await expect(
      act(reference, "propose", people.handler, { outcome, reply: "不属于本机关职能范围。" }),
    ).rejects.toMatchObject({ errors: [{ field: "organ", code: "organ.required" }] });
    const organ = "市不动产登记中心，电话 0999-5550102";
    await act(reference, "propose", people.handler, { outcome, reply: "不属于本机关职能范围。", organ });
    await act(reference, "approve", people.reviewer);
    const { head } = await apps.rectifications.readForOffice(reference, people.clerk);
    expect(head.answer).toMatchObject({ outcome, organ });
  });

  test("goes to another unit of the counter, which then sees it and the first no more", async () => {
    const { reference } = await submit();
    await act(reference, "transfer", people.clerk, { unit: "zrzy", reason: "登记由自然资源局负责。" });
    await expect(apps.rectifications.readForOffice(reference, people.clerk)).rejects.toMatchObject({
      status: 403,
    });
    const { head } = await apps.rectifications.readForOffice(reference, people.clerkElsewhere);
    expect(head).toMatchObject({ unit: "zrzy", state: "submitted" });
  });

  test("knows nothing of fees, extensions and consultations, whatever is asked of it", async () => {
    const actions = rectificationFlow.moves.map(({ action }) => String(action));
    for (const action of ["extend", "notify_fee", "consult", "split", "lapse", "ask_correction"])
      expect(actions).not.toContain(action);
    const { reference } = await submit();
    await expect(apps.disclosure.readForOffice(reference, people.clerk)).rejects.toMatchObject({
      status: 404,
    });
    await expect(
      apps.disclosure.act({
        reference,
        action: "confirm_receipt",
        actor: people.clerk,
        data: { on: "2026-03-02" },
      }),
    ).rejects.toMatchObject({ status: 404 });
  });
});

describe("its letter", () => {
  test("is the one of Art. 41, once it is answered; no request for information has that one", async () => {
    const { templates, letters } = apps.letters;
    await templates.saveSettings(
      people.admin,
      {
        word: "示府公开",
        reviewBody: "示范县人民政府",
        court: "示范县人民法院",
        onlineReview: "https://xzfy.example",
      },
      0,
    );
    const reference = await proposed();
    const kinds = async () =>
      (await letters.list(people.clerk, reference)).choices
        .filter(({ refusal }) => refusal === undefined)
        .map(({ letter }) => letter.kind);
    expect(await kinds()).toEqual([]);
    await act(reference, "approve", people.reviewer);
    expect(await kinds()).toEqual(["records_correction"]);
    const draft = await letters.begin(people.clerk, reference, "records_correction");
    const asked = { correctedRecord: "处理结果：予以更正。" };
    const number = await letters.issue(people.clerk, draft, { asked, commandId: "c1" });
    const { blocks } = await letters.read(people.clerk, reference, number);
    const text = JSON.stringify(blocks);
    for (const said of ["示府公开〔2026〕1号", "第四十一条", "予以更正", "不动产登记", "行政复议"])
      expect(text).toContain(said);
  });
});
