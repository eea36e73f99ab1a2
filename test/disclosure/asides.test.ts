/** What stands beside the main way, on the real engine: done right, out of turn, twice, late, by the wrong person. */
import { describe, expect, test } from "vitest";
import { addWorkingDays, chinaCalendar, endOfDay, startOfDay } from "../../functions/calendar/calendar.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { applicantOf, useAsides } from "./aside-world.ts";
import { people } from "./support.ts";

const rig = useAsides();
const { act, accepted, handling, submitted, headOf, refused, noticeOf, replays, recordOf } = rig;
const calendar = chinaCalendar();

describe("an extension", () => {
  test("asked for by the handler and granted by the head of the unit moves the date and tells the applicant", async () => {
    const reference = await handling();
    await act(reference, "ask_extension", people.handler, { workingDays: 20, reason: "需要调取档案。" });
    expect((await headOf(reference)).due.on).toBe("2026-03-30");
    const head = await act(reference, "extend", people.reviewer);
    expect(head).toMatchObject({
      state: "handling",
      due: { on: addWorkingDays(calendar, "2026-03-02", 40).due, limitWorkingDays: 40 },
      extension: {
        workingDays: 20,
        reason: "需要调取档案。",
        by: { id: people.reviewer.id },
        on: "2026-03-02",
      },
    });
    expect(head.extensionAsk).toBeUndefined();
    expect(await noticeOf(reference, head.version)).toBe("extended");
    await replays(reference);
  });

  test("is granted on the last day at 23:59:59 in Beijing, and no longer a second later", async () => {
    for (const [at, granted] of [
      [endOfDay("2026-03-30"), true],
      [startOfDay("2026-03-31"), false],
    ] as const) {
      const reference = await handling();
      await act(reference, "ask_extension", people.handler);
      rig.world.clock.set(at);
      const grant = () => act(reference, "extend", people.reviewer);
      if (granted) expect(await grant()).toMatchObject({ extension: { on: "2026-03-30" } });
      else await refused(grant, reference, { field: "tick", code: "extension_too_late", basis: "33" });
    }
  });

  test.each([
    ["21 days", { workingDays: 21, reason: "长" }, "workingDays", "extension_too_long"],
    ["no days", { workingDays: 0, reason: "长" }, "workingDays", "extension_too_long"],
    ["half a day", { workingDays: 1.5, reason: "长" }, "workingDays", "extension_too_long"],
    ["what is no number", { workingDays: Number.NaN, reason: "长" }, "workingDays", "extension_too_long"],
  ])("of %s is refused", async (_, data, field, code) => {
    const reference = await handling();
    await refused(() => act(reference, "ask_extension", people.handler, data), reference, {
      field,
      code,
      basis: "33",
    });
  });

  test("is granted once, asked for once at a time, and never granted by who asked", async () => {
    const reference = await handling();
    await refused(() => act(reference, "extend", people.reviewer), reference, {
      field: "tick",
      code: "extension_not_asked",
      basis: "33(2)",
    });
    await act(reference, "ask_extension", people.handler);
    await refused(() => act(reference, "ask_extension", people.handler), reference, {
      field: "workingDays",
      code: "extension_asked_already",
      basis: "33(2)",
    });
    const both: Actor = { ...people.both, id: people.handler.id };
    await expect(act(reference, "extend", both)).rejects.toMatchObject({ status: 403, code: "same_person" });
    await act(reference, "extend", people.reviewer);
    await refused(() => act(reference, "ask_extension", people.handler), reference, {
      field: "workingDays",
      code: "extended_already",
      basis: "33",
    });
  });

  test("that is refused leaves the date, and can be asked for again", async () => {
    const reference = await handling();
    await act(reference, "ask_extension", people.handler);
    const head = await act(reference, "refuse_extension", people.reviewer, { reason: "不必延长。" });
    expect([head.due.on, head.extensionAsk]).toEqual(["2026-03-30", undefined]);
    expect(await noticeOf(reference, head.version)).toBeUndefined();
    expect(await act(reference, "ask_extension", people.handler)).toMatchObject({
      extensionAsk: { workingDays: 10 },
    });
    await replays(reference);
  });
});

const asked = { what: "请写明文号。", until: "2026-03-23" };
const corrected = { title: "补正后的名称", description: "补正后的描述。", on: "", note: "证件号码见附件。" };

describe("a correction", () => {
  async function correcting(): Promise<string> {
    const reference = await accepted();
    await act(reference, "ask_correction", people.clerk, asked);
    return reference;
  }

  test("asked for and made by the applicant starts the whole limit anew", async () => {
    const reference = await correcting();
    expect(await headOf(reference)).toMatchObject({
      state: "correcting",
      due: { on: "2026-03-30", from: "receipt" },
    });
    rig.world.clock.set("2026-03-18T02:00:00.000Z");
    const head = await act(reference, "correct", applicantOf(reference), corrected);
    expect(head).toMatchObject({
      state: "accepted",
      title: "补正后的名称",
      due: {
        on: addWorkingDays(calendar, "2026-03-18", 20).due,
        from: "correction",
        startedOn: "2026-03-18",
      },
      correction: { madeOn: "2026-03-18" },
    });
    expect(JSON.stringify(head)).not.toContain("证件号码见附件");
    const office = await rig.world.disclosure.readForOffice(reference, people.clerk);
    expect(office).toMatchObject({
      application: { title: "补正后的名称", description: "补正后的描述。" },
      correctionNote: "证件号码见附件。",
    });
    const auditor = await rig.world.disclosure.readForOffice(reference, people.auditor);
    expect(auditor.correctionNote).toBeUndefined();
    expect(await noticeOf(reference, 3)).toBe("correction_asked");
    expect(await noticeOf(reference, 4)).toBe("correction_received");
    await replays(reference);
  });

  test("comes in on its last day at 23:59:59 in Beijing, and no longer a second later", async () => {
    for (const [at, taken] of [
      [endOfDay(asked.until), true],
      [startOfDay("2026-03-24"), false],
    ] as const) {
      const reference = await correcting();
      rig.world.clock.set(at);
      const attempt = () => act(reference, "correct", applicantOf(reference), corrected);
      if (taken) expect(await attempt()).toMatchObject({ correction: { madeOn: asked.until } });
      else await refused(attempt, reference, { field: "title", code: "correction_period_over", basis: "30" });
    }
  });

  test("is asked for until the seventh working day, once, also after it was made", async () => {
    const late = await accepted();
    rig.world.clock.set(endOfDay("2026-03-11"));
    expect(await act(late, "ask_correction", people.clerk, asked)).toMatchObject({ state: "correcting" });
    const tooLate = await accepted();
    rig.world.clock.set(startOfDay("2026-03-12"));
    await refused(() => act(tooLate, "ask_correction", people.clerk, asked), tooLate, {
      field: "what",
      code: "correction_notice_too_late",
      basis: "30",
    });
    const twice = await correcting();
    await act(twice, "correct", applicantOf(twice), corrected);
    await refused(() => act(twice, "ask_correction", people.clerk, asked), twice, {
      field: "what",
      code: "correction_asked_already",
      basis: "30",
    });
  });

  test.each([
    ["no list", { what: " ", until: "2026-03-23" }, { field: "what", code: "what.required" }],
    ["no day", { what: "文号", until: "2026-02-30" }, { field: "until", code: "day.invalid" }],
    ["a year too far", { what: "文号", until: "2126-03-23" }, { field: "until", code: "day.too_late" }],
  ])("asked for with %s is a form that lacks something", async (_, data, wanted) => {
    const reference = await accepted();
    await expect(act(reference, "ask_correction", people.clerk, data)).rejects.toMatchObject({
      errors: [wanted],
    });
  });

  test("leaves the applicant time", async () => {
    const reference = await accepted();
    await refused(
      () => act(reference, "ask_correction", people.clerk, { ...asked, until: "2026-03-02" }),
      reference,
      { field: "until", code: "period_none", basis: "30" },
    );
  });

  test("on paper is entered by the clerk, on the day it came and no other", async () => {
    const reference = await correcting();
    rig.world.clock.set("2026-03-25T02:00:00.000Z");
    const enter = (on: string) => () => act(reference, "correct", people.clerk, { ...corrected, on });
    await refused(enter("2026-03-01"), reference, { field: "on", code: "day.too_early", basis: "31" });
    await refused(enter("2026-03-26"), reference, { field: "on", code: "day.future", basis: "31" });
    await refused(enter("2026-03-24"), reference, {
      field: "on",
      code: "correction_period_over",
      basis: "30",
    });
    const head = await enter("2026-03-23")();
    expect(head).toMatchObject({ state: "accepted", due: { startedOn: "2026-03-23", from: "correction" } });
    await replays(reference);
  });

  test("that never comes makes the case lapse once it is certain, by the clock, with its outcome", async () => {
    const reference = await correcting();
    // Posted on the last day it would still come in: three working days are waited.
    rig.world.clock.set(endOfDay("2026-03-26"));
    await rig.world.disclosure.applySilence();
    expect((await headOf(reference)).state).toBe("correcting");
    rig.world.clock.set(startOfDay("2026-03-27"));
    expect((await rig.world.disclosure.applySilence()).changed).toBeGreaterThan(0);
    const head = await headOf(reference);
    expect(head).toMatchObject({
      state: "lapsed",
      answer: { outcome: "correction_not_made", on: "2026-03-27", files: [] },
      clock: { endedOn: "2026-03-27" },
    });
    expect(await noticeOf(reference, head.version)).toBe("lapsed");
    await replays(reference);
    await expect(act(reference, "correct", applicantOf(reference), corrected)).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
      basis: "30",
    });
    const again = await rig.world.disclosure.applySilence();
    expect((await headOf(reference)).version).toBe(head.version);
    expect(again.changed).toBe(0);
    await act(reference, "archive", people.clerk);
  });

  test("nobody but the clock makes a case lapse, and the clock not before its time", async () => {
    const reference = await correcting();
    for (const actor of [people.clerk, people.reviewer, people.admin, applicantOf(reference)])
      await expect(act(reference, "lapse", actor)).rejects.toMatchObject({ status: 403, code: "role" });
    await refused(() => act(reference, "lapse", people.system), reference, {
      field: "tick",
      code: "silence_not_certain",
      basis: "30",
    });
  });

  test("while it is awaited the case is not overdue, and stands in the queue by the applicant's day", async () => {
    const reference = await accepted();
    rig.world.clock.set("2026-03-11T02:00:00.000Z");
    await act(reference, "ask_correction", people.clerk, { what: "文号", until: "2026-04-08" });
    const page = await rig.world.disclosure.queue(
      people.clerk,
      { unit: "zfb", step: "examine" },
      { limit: 100 },
    );
    const card = page.cards.find((each) => each.reference === reference);
    expect(card).toMatchObject({ state: "correcting", dueOn: "2026-04-08" });
  });
});

describe("the day of the answer", () => {
  async function approved(): Promise<string> {
    const reference = await handling();
    await act(reference, "propose", people.handler);
    await act(reference, "approve", people.reviewer);
    return reference;
  }
  const answer = (reference: string, data: object) => () => act(reference, "answer", people.clerk, data);
  const posted = { delivery: "post", proof: "XA12345678901" };

  test("by post is that of posting, in person that of signing; what proves it is sealed", async () => {
    for (const [delivery, proof] of [
      ["post", "XA12345678901"],
      ["in_person", "张三丰"],
    ]) {
      const reference = await approved();
      rig.world.clock.set("2026-03-12T02:00:00.000Z");
      const head = await answer(reference, { on: "2026-03-10", delivery, proof })();
      expect(head).toMatchObject({
        state: "answered",
        answer: { on: "2026-03-10", delivery },
        clock: { endedOn: "2026-03-10" },
      });
      expect(JSON.stringify(head)).not.toContain(proof);
      const { disclosure } = rig.world;
      expect((await disclosure.readForOffice(reference, people.clerk)).answerProof).toBe(proof);
      expect((await disclosure.readForOffice(reference, people.auditor)).answerProof).toBeUndefined();
      await replays(reference);
    }
  });

  test("on this site is today and no other, before midnight in Beijing", async () => {
    const reference = await approved();
    rig.world.clock.set(endOfDay("2026-03-30"));
    await refused(answer(reference, { on: "2026-03-29", delivery: "site" }), reference, {
      field: "on",
      code: "answer_on_site_today",
      basis: "国办公开办函〔2016〕235号",
    });
    const head = await answer(reference, { on: "2026-03-30" })();
    expect(head).toMatchObject({ due: { on: "2026-03-30" }, answer: { on: "2026-03-30", delivery: "site" } });
  });

  test.each([
    ["before the receipt", "2026-03-01", "day.too_early"],
    ["in the future", "2026-03-03", "day.future"],
  ])("%s is refused, and on record", async (_, on, code) => {
    const reference = await approved();
    await refused(answer(reference, { on, ...posted }), reference, { field: "on", code, basis: "31" });
  });

  test.each([
    ["no proof", { on: "2026-03-02", delivery: "post" }, { field: "proof", code: "proof.required" }],
    [
      "another carrier",
      { on: "2026-03-02", delivery: "courier" },
      { field: "delivery", code: "delivery.choose" },
    ],
    ["no day", { on: "2026-02-30", ...posted }, { field: "on", code: "day.invalid" }],
  ])("with %s is a form that lacks something", async (_, data, wanted) => {
    const reference = await approved();
    await expect(answer(reference, data)()).rejects.toMatchObject({ errors: [wanted] });
  });
});

describe("on a closed case", () => {
  test.each([
    ["ask_correction", people.clerk, "30"],
    ["correct", people.clerk, "30"],
    ["ask_extension", people.handler, "33(2)"],
    ["extend", people.reviewer, "33(2)"],
    ["refuse_extension", people.reviewer, "33(2)"],
  ] as const)("%s is refused with its provision, and on record", async (action, actor, basis) => {
    const reference = await submitted();
    await act(reference, "withdraw", applicantOf(reference));
    await expect(act(reference, action, actor)).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
      basis,
    });
    expect(await recordOf(reference)).toContainEqual(
      expect.objectContaining({ action: `case.${action}`, result: "refused", reason: "out_of_turn" }),
    );
  });
});
