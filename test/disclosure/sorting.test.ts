/** To the right unit, into several matters, from paper: on the real engine. */
import { describe, expect, test } from "vitest";
import { officeSubject } from "../../functions/audit/audit.ts";
import { addWorkingDays, chinaCalendar, endOfDay } from "../../functions/calendar/calendar.ts";
import { provesApplicant, queryCodeOf } from "../../functions/disclosure/disclosure.access.ts";
import { officeChannels } from "../../functions/disclosure/disclosure.channel.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { factsOf, marksOf } from "../../functions/report/report.count.ts";
import { application } from "../support/application.ts";
import { applicantOf, useAsides } from "./aside-world.ts";
import { people } from "./support.ts";

const rig = useAsides();
const { act, accepted, handling, submitted, headOf, refused, noticeOf, replays } = rig;
const calendar = chinaCalendar();
const titles = { parts: ["2025年度部门预算", "2025年度部门决算", "2025年度三公经费"] };

describe("a request that asks for several matters", () => {
  test("is split into cases of their own, each with the day of receipt, the words, the files and an outcome", async () => {
    const reference = await handling();
    rig.world.clock.set("2026-03-05T02:00:00.000Z");
    rig.engine.forget();
    const head = await act(reference, "split", people.clerk, titles);
    expect(rig.engine.consumed.filter(({ operation }) => operation === "transaction")).toHaveLength(1);
    expect(head).toMatchObject({ state: "split", parts: titles.parts.map((title) => ({ title })) });
    expect(await noticeOf(reference, head.version)).toBe("split");
    await replays(reference);
    for (const part of head.parts ?? []) {
      const one = await headOf(part.reference);
      expect(one).toMatchObject({
        state: "accepted",
        title: part.title,
        parent: reference,
        unit: "zfb",
        due: { on: addWorkingDays(calendar, "2026-03-02", 20).due, from: "receipt" },
        clock: { submittedOn: "2026-03-02", confirmedOn: "2026-03-02" },
      });
      await replays(part.reference);
      const view = await rig.world.disclosure.readForOffice(part.reference, people.clerk);
      expect(view.application).toMatchObject({
        ...application,
        title: part.title,
      });
      await act(part.reference, "assign", people.clerk);
    }
    const [first] = head.parts ?? [];
    await act(first?.reference ?? "", "propose", people.handler);
    expect((await headOf(head.parts?.[1]?.reference ?? "")).state).toBe("handling");
  });

  test("counts by its parts: the request itself stands in no row of the report", async () => {
    const reference = await accepted();
    const head = await act(reference, "split", people.clerk, titles);
    expect(marksOf(factsOf(head), 2026)).toEqual([]);
    const [part] = head.parts ?? [];
    expect(marksOf(factsOf(await headOf(part?.reference ?? "")), 2026)).toHaveLength(2);
  });

  test("is found by the same applicant, who follows each part with the secret of the one receipt", async () => {
    const reference = await accepted();
    const { access } = await headOf(reference);
    const head = await act(reference, "split", people.clerk, titles);
    for (const part of head.parts ?? []) {
      const { access: own } = await headOf(part.reference);
      expect(own.codeSalt).toBe(access.codeSalt);
      const code = queryCodeOf(rig.world.vault, part.reference, access.codeSalt);
      expect(code).not.toBe(queryCodeOf(rig.world.vault, reference, access.codeSalt));
    }
    const found = await rig.world.disclosure.sameApplicant(reference, people.clerk);
    const numbers = found.map((one) => one.reference);
    for (const part of head.parts ?? []) expect(numbers).toContain(part.reference);
  });

  test("keeps the day on which a corrected request came", async () => {
    const reference = await accepted();
    await act(reference, "ask_correction", people.clerk, { what: "请分项写明。", until: "2026-03-23" });
    rig.world.clock.set("2026-03-10T02:00:00.000Z");
    const words = { on: "", title: "补正后的名称", description: "补正后的描述。" };
    await act(reference, "correct", applicantOf(reference), words);
    const { parts } = await act(reference, "split", people.clerk, titles);
    const one = await headOf(parts?.[0]?.reference ?? "");
    expect(one.due.on).toBe(addWorkingDays(calendar, "2026-03-10", 20).due);
    const view = await rig.world.disclosure.readForOffice(one.reference, people.clerk);
    expect(view.application.description).toBe("补正后的描述。");
  });

  test("of ten is one transaction; of eleven, one or none it is a form that lacks something", async () => {
    const ten = Array.from({ length: 10 }, (_, n) => `第 ${n + 1} 件`);
    const reference = await accepted();
    expect((await act(reference, "split", people.clerk, { parts: ten })).parts).toHaveLength(10);
    for (const [parts, code] of [
      [[...ten, "第 11 件"], "parts.many"],
      [["一件"], "parts.few"],
      [[], "parts.few"],
      [["一件", " "], "parts.required"],
      [["一件", "长".repeat(201)], "parts.too_long"],
    ] as const) {
      const other = await accepted();
      await expect(act(other, "split", people.clerk, { parts })).rejects.toMatchObject({
        errors: [{ field: "parts", code }],
      });
    }
  });

  test("is not split while somebody is still asked, nor twice, nor by another role", async () => {
    const reference = await handling();
    await act(reference, "consult", people.handler);
    await refused(() => act(reference, "split", people.clerk, titles), reference, {
      field: "parts",
      code: "consultation_open",
      basis: "32",
    });
    const once = await accepted();
    await act(once, "split", people.clerk, titles);
    await expect(act(once, "split", people.clerk, titles)).rejects.toMatchObject({ code: "out_of_turn" });
    const other = await accepted();
    await expect(act(other, "split", people.handler, titles)).rejects.toMatchObject({ status: 403 });
  });
});

describe("a request that came to the wrong unit", () => {
  const over = { unit: "zrzy", reason: "属于自然资源局职责。" };

  test.each(["submitted", "accepted", "handling"] as const)(
    "is handed over while %s, and its clock runs on",
    async (step) => {
      const reference = await { submitted, accepted, handling }[step]();
      const before = await headOf(reference);
      const head = await act(reference, "transfer", people.clerk, over);
      expect(head).toMatchObject({
        unit: "zrzy",
        state: step === "submitted" ? "submitted" : "accepted",
        due: before.due,
      });
      expect(head.assignee).toBeUndefined();
      expect(await noticeOf(reference, head.version)).toBe("transferred");
      await replays(reference);
      const { disclosure } = rig.world;
      await expect(disclosure.readForOffice(reference, people.clerk)).rejects.toMatchObject({ status: 403 });
      const seen = await disclosure.readForOffice(reference, people.clerkElsewhere);
      expect(seen.application.name).toBe(application.name);
      const wanted = { unit: "zrzy", text: application.name, limit: 99 };
      const found = await disclosure.search(people.clerkElsewhere, wanted);
      expect(found.cards.map((card) => card.reference)).toContain(reference);
      const old = await disclosure.search(people.clerk, { ...wanted, unit: "zfb" });
      expect(old.cards.map((card) => card.reference)).not.toContain(reference);
    },
  );

  test.each([
    ["to itself", { ...over, unit: "zfb" }, { field: "unit", code: "unit.choose" }],
    ["to nobody", { ...over, unit: "nobody" }, { field: "unit", code: "unit.choose" }],
    ["without a reason", { ...over, reason: "" }, { field: "reason", code: "reason.required" }],
  ])("%s is a form that lacks something", async (_, data, wanted) => {
    const reference = await accepted();
    await expect(act(reference, "transfer", people.clerk, data)).rejects.toMatchObject({ errors: [wanted] });
  });
});

let entries = 0;
const entry = (changes: object = {}) => {
  entries += 1;
  return {
    application,
    channel: "registered_mail",
    arrivedOn: "2026-03-02",
    lang: "zh",
    token: `entry ${entries}`,
    ...changes,
  } as const;
};
const enter = (changes: object = {}, staff = people.clerk) =>
  rig.world.disclosure.enter(entry(changes) as Parameters<typeof rig.world.disclosure.enter>[0], staff);

describe("a request that came on paper or by word of mouth", () => {
  test.each(officeChannels)("by %s is received by its own rule", async (channel) => {
    rig.world.clock.set("2026-03-04T02:00:00.000Z");
    const { reference, due } = await enter({ channel, arrivedOn: "2026-03-02" });
    const atOnce = ["in_person", "oral", "registered_mail"].includes(channel);
    expect(await headOf(reference)).toMatchObject({
      channel,
      state: atOnce ? "accepted" : "submitted",
      clock: atOnce
        ? { submittedOn: "2026-03-02", confirmedOn: "2026-03-02" }
        : { submittedOn: "2026-03-02" },
    });
    expect(due).toMatchObject({ on: "2026-03-30", from: atOnce ? "receipt" : "submission" });
    await replays(reference);
    if (!atOnce) {
      const head = await act(reference, "confirm_receipt", people.clerk, { on: "2026-03-03" });
      expect(head.due).toMatchObject({ on: "2026-03-31", from: "receipt" });
    }
  });

  test("twice with one form is one case, whose receipt can be printed again by its unit", async () => {
    rig.world.clock.set("2026-03-02T02:00:00.000Z");
    const token = "the same form";
    const [one, two] = [await enter({ token }), await enter({ token })];
    expect(two).toEqual(one);
    const { disclosure } = rig.world;
    expect(await disclosure.enteredReceipt(one.reference, people.clerk)).toEqual(one);
    for (const person of [people.handler, people.auditor, people.clerkElsewhere])
      await expect(disclosure.enteredReceipt(one.reference, person)).rejects.toMatchObject({ status: 403 });
    const fromHome = await submitted();
    await expect(disclosure.enteredReceipt(fromHome, people.clerk)).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    ["2026-03-05", "day.future", "31"],
    ["2008-04-30", "day.too_early", "31"],
  ])("on %s is refused with its article, and on record", async (arrivedOn, code, basis) => {
    rig.world.clock.set(endOfDay("2026-03-04"));
    await expect(enter({ arrivedOn })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "arrivedOn", code, basis }],
    });
    const record = await rig.world.audit.list(officeSubject("zfb"), 20);
    expect(record).toContainEqual(
      expect.objectContaining({ action: "case.enter", result: "refused", reason: code }),
    );
    expect(await enter({ arrivedOn: "2026-03-04" })).toMatchObject({ due: { startedOn: "2026-03-04" } });
  });

  test("of another unit, or entered by another role, is refused and on record", async () => {
    for (const person of [people.handler, people.reviewer, people.auditor, people.clerkElsewhere])
      await expect(enter({}, person)).rejects.toMatchObject({ status: 403 });
    await expect(enter({ channel: "internet" })).rejects.toMatchObject({
      errors: [{ field: "channel", code: "channel.choose" }],
    });
  });

  test("from somebody without a phone is opened by its query code alone, also its parts, and told by post", async () => {
    const { phone: _, email: __, ...rest } = application;
    const unreached = { ...rest, name: "李无机", address: "示范县人民路 2 号" };
    const made = await enter({ application: unreached, channel: "oral" });
    const { reference, queryCode } = made;
    expect(made).toMatchObject({ opensByPhone: false, isNotified: false });
    const { vault } = partsOf(rig.world.options);
    const opens = (access: Parameters<typeof provesApplicant>[2], shown: object) =>
      provesApplicant(vault, { reference, ...shown }, access);
    const { access } = await headOf(reference);
    expect(opens(access, { queryCode })).toBe(true);
    for (const phone4 of ["", "0000", "5678"]) expect(opens(access, { phone4 })).toBe(false);
    const search = (text: string) =>
      rig.world.disclosure.search(people.clerk, { unit: "zfb", text, limit: 50 });
    const found = async (text: string) => (await search(text)).cards.map((card) => card.reference);
    expect(await found("李无机")).toEqual([reference]);
    expect(await found("0000")).not.toContain(reference);
    const { application: shown } = await rig.world.disclosure.readForOffice(reference, people.clerk);
    expect(shown).toEqual(unreached);
    const { parts = [] } = await act(reference, "split", people.clerk, titles);
    for (const part of parts) {
      const head = await headOf(part.reference);
      expect(head.access.phoneHash).toBe("");
      expect(head.notify).toEqual({ lang: "zh" });
    }
    await replays(reference);
    expect(await enter()).toMatchObject({ opensByPhone: true, isNotified: true });
  });

  test("has its scans added by the clerk, as long as there is no answer", async () => {
    rig.world.clock.set("2026-03-02T02:00:00.000Z");
    const { reference } = await enter();
    const file = { id: "s1", name: "申请书.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" };
    const head = await act(reference, "add_scan", people.clerk, { file });
    expect(head.attachments).toEqual([file]);
    await expect(act(reference, "add_scan", people.handler, { file })).rejects.toMatchObject({ status: 403 });
    await replays(reference);
  });
});
