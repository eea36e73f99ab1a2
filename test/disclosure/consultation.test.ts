/** What goes out to somebody else and comes back, on the real engine: opinions, payments, the reasons of Art. 35. */
import { describe, expect, test } from "vitest";
import { addWorkingDays, chinaCalendar, endOfDay, startOfDay } from "../../functions/calendar/calendar.ts";
import type { Actor, Staff } from "../../functions/identity/identity.ts";
import { caseLetter } from "../../functions/notice/notice.case.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { paths } from "../../web/paths.ts";
import { applicantOf, useAsides } from "./aside-world.ts";
import { approvalOf, dataFor, people, reviewed } from "./support.ts";

const rig = useAsides();
const { act, handling, accepted, headOf, refused, noticeOf, replays, recordOf } = rig;
const calendar = chinaCalendar();
const daysAfter = (start: string, count: number) => addWorkingDays(calendar, start, count).due;

const asked = { party: "third_party", name: "示范科技有限公司", about: "拟公开 2025 年的合同金额。" };

/** A case that has asked, and the link that the office hands over. */
async function consulting(data: object = asked) {
  const reference = await handling();
  const { version } = await act(reference, "consult", people.handler, data);
  const id = `c${version}`;
  const { consultations } = await rig.world.disclosure.readForOffice(reference, people.handler);
  const token = consultations.find((one) => one.id === id)?.token ?? "";
  return { reference, id, token };
}
const agree = { opinion: "agree", reason: "", respondent: "王经理 0999-5550102" };
const object = { opinion: "object", reason: "涉及商业秘密。", respondent: "" };
const answer = (shown: Awaited<ReturnType<typeof consulting>>, words = agree, key = "k") =>
  rig.world.disclosure.answerConsultation(shown, words, key);

describe("a consultation by link", () => {
  test("shows who asks what and by when, nothing of the applicant, and takes one answer", async () => {
    const shown = await consulting();
    expect(await rig.world.disclosure.readConsultation(shown)).toEqual({
      reference: shown.reference,
      id: shown.id,
      unit: "zfb",
      party: "third_party",
      about: asked.about,
      sentOn: "2026-03-02",
      until: daysAfter("2026-03-02", 15),
      state: "open",
      answeredOn: undefined,
      decision: undefined,
    });
    rig.world.clock.set("2026-03-09T02:00:00.000Z");
    await answer(shown);
    await answer(shown);
    const head = await headOf(shown.reference);
    expect(head.consultations?.[0]).toMatchObject({
      answer: { opinion: "agree", via: "link", on: "2026-03-09" },
    });
    // Tuesday the 3rd to Monday the 9th: five working days are not counted.
    expect(head.due.on).toBe(daysAfter("2026-03-02", 25));
    expect(await rig.world.disclosure.readConsultation(shown)).toMatchObject({ state: "answered" });
    await refused(() => answer(shown, object, "another"), shown.reference, {
      field: "opinion",
      code: "consultation_none",
      basis: "32",
    });
    await replays(shown.reference);
  });

  test("keeps who was asked and who answered sealed, in clear for who works on the case alone", async () => {
    const shown = await consulting();
    await answer(shown);
    const stored = JSON.stringify(await headOf(shown.reference));
    for (const secret of [asked.name, agree.respondent, shown.token]) expect(stored).not.toContain(secret);
    const { disclosure } = rig.world;
    const worker = await disclosure.readForOffice(shown.reference, people.reviewer);
    expect(worker.consultations[0]).toMatchObject({
      name: asked.name,
      answer: { respondent: agree.respondent },
    });
    const auditor = await disclosure.readForOffice(shown.reference, people.auditor);
    expect(auditor.consultations[0]?.token).toBeUndefined();
    expect(JSON.stringify(auditor)).not.toContain(asked.name);
    expect(JSON.stringify(auditor)).not.toContain(agree.respondent);
  });

  test("goes by mail where an address is given: sealed in the outbox, and shown to the office as sent or not", async () => {
    const email = "legal@example.com";
    const shown = await consulting({ ...asked, email });
    const store = openNoticeStore(rig.engine.table);
    const id = {
      reference: shown.reference,
      n: Number(shown.id.slice(1)),
      template: "consultation_asked",
    } as const;
    const notice = (await store.read(id)) ?? expect.fail("no notice");
    expect(notice).toMatchObject({ state: "waiting", unit: "zfb" });
    const stored = JSON.stringify([notice, await headOf(shown.reference)]);
    for (const secret of [email, shown.token]) expect(stored).not.toContain(secret);
    const site = {
      publicOrigin: "https://banshi.example.gov.cn",
      government: { zh: "示例市", en: "Example" },
    };
    const { to, message } = caseLetter(notice, site, rig.world.vault);
    expect(to).toEqual({ mail: email });
    const address = paths.consultation(shown.reference, shown.id, shown.token);
    expect(message.text).toContain(site.publicOrigin + address);
    expect(message.text).not.toMatch(/合同金额|示范科技/);
    // The applicant is told of the consultation as before, and nothing of who is asked.
    expect(await noticeOf(shown.reference, id.n)).toBe("consulted");

    const { disclosure } = rig.world;
    const seen = async (staff: Staff) =>
      (await disclosure.readForOffice(shown.reference, staff)).consultations.find(
        (one) => one.id === shown.id,
      );
    expect(await seen(people.handler)).toMatchObject({ email, mail: "waiting" });
    expect(await seen(people.auditor)).toMatchObject({ email: "l***@example.com", mail: "waiting" });
    await store.fail(notice, "refused", "2026-03-02T02:10:00.000Z");
    expect(await seen(people.handler)).toMatchObject({ mail: "failed" });
    const failed = (await store.read(id)) ?? expect.fail("no notice");
    await store.settle(failed, "given_up", "2026-03-02T02:20:00.000Z");
    const kept = await store.read(id);
    expect(kept).not.toHaveProperty("email");
    expect(kept).not.toHaveProperty("link");
    await replays(shown.reference);
  });

  test("without an address there is no mail, and a wrong one is refused at its field", async () => {
    const shown = await consulting();
    const store = openNoticeStore(rig.engine.table);
    const n = Number(shown.id.slice(1));
    expect(
      await store.read({ reference: shown.reference, n, template: "consultation_asked" }),
    ).toBeUndefined();
    const other = await handling();
    await expect(act(other, "consult", people.handler, { ...asked, email: "nobody" })).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "email", code: "email.invalid" }],
    });
  });

  test.each([
    ["another token", (shown: object) => ({ ...shown, token: "A".repeat(22) })],
    ["no token", (shown: object) => ({ ...shown, token: "" })],
    ["another consultation", (shown: object) => ({ ...shown, id: "c99" })],
    ["another case", (shown: object) => ({ ...shown, reference: "440305G26030200001A" })],
  ])("opens nothing with %s", async (_, change) => {
    const shown = await consulting();
    const wrong = change(shown) as typeof shown;
    const none = { status: 404, code: "consultation_not_found" };
    await expect(rig.world.disclosure.readConsultation(wrong)).rejects.toMatchObject(none);
    await expect(answer(wrong)).rejects.toMatchObject(none);
  });

  test("the link of one party opens nothing of another's, and answers for its own only", async () => {
    const shown = await consulting();
    await act(shown.reference, "consult", people.handler, { ...asked, party: "co_author", name: "住建局" });
    const other = { ...shown, id: `c${(await headOf(shown.reference)).version}` };
    await expect(rig.world.disclosure.readConsultation(other)).rejects.toMatchObject({ status: 404 });
    await answer(shown);
    const [mine, theirs] = (await headOf(shown.reference)).consultations ?? [];
    expect([mine?.answer?.opinion, theirs?.answer]).toEqual(["agree", undefined]);
  });

  test("takes an answer on its last day at 23:59:59 in Beijing, and none a second later", async () => {
    const inTime = await consulting();
    rig.world.clock.set(endOfDay(daysAfter("2026-03-02", 15)));
    await answer(inTime, object);
    const late = await consulting();
    rig.world.clock.set(startOfDay("2026-03-24"));
    expect(await rig.world.disclosure.readConsultation(late)).toMatchObject({ state: "over" });
    await refused(() => answer(late, object), late.reference, {
      field: "opinion",
      code: "consultation_period_over",
      basis: "32",
    });
  });

  test("an objection needs reasons; consent does not", async () => {
    const shown = await consulting();
    await expect(answer(shown, { ...object, reason: " " })).rejects.toMatchObject({
      errors: [{ field: "reason", code: "reason.required" }],
    });
    await expect(answer(shown, { ...agree, opinion: "" })).rejects.toMatchObject({
      errors: [{ field: "opinion", code: "opinion.choose" }],
    });
  });

  test("twenty answers at the same moment are one", async () => {
    const shown = await consulting();
    const all = await Promise.allSettled(
      Array.from({ length: 20 }, (_, n) => answer(shown, n % 2 === 0 ? agree : object, `k${n}`)),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect((await headOf(shown.reference)).version).toBe(5);
  });
});

describe("a consultation on paper", () => {
  test("counts from the day the letter arrived, and its answer is entered on the day it came", async () => {
    const { reference, id } = await consulting();
    rig.world.clock.set("2026-03-06T02:00:00.000Z");
    const served = await act(reference, "record_service", people.clerk, { id, on: "2026-03-05" });
    expect(served.consultations?.[0]).toMatchObject({
      receivedOn: "2026-03-05",
      until: daysAfter("2026-03-05", 15),
    });
    const enter = (on: string) => () => act(reference, "opine", people.handler, { ...object, id, on });
    await refused(enter("2026-03-04"), reference, { field: "on", code: "day.too_early", basis: "31" });
    await refused(enter("2026-03-07"), reference, { field: "on", code: "day.future", basis: "31" });
    const head = await enter("2026-03-06")();
    expect(head.consultations?.[0]?.answer).toMatchObject({
      via: "paper",
      on: "2026-03-06",
      opinion: "object",
    });
    await expect(enter("2026-03-06")()).rejects.toMatchObject({ errors: [{ code: "consultation_none" }] });
    await replays(reference);
  });

  test("of a consultation that is none", async () => {
    const { reference } = await consulting();
    await expect(
      act(reference, "record_service", people.clerk, { id: "c1", on: "2026-03-02" }),
    ).rejects.toMatchObject({ errors: [{ field: "id", code: "id.choose" }] });
    const quiet = await handling();
    await refused(() => act(quiet, "record_service", people.clerk), quiet, {
      field: "id",
      code: "consultation_none",
      basis: "32",
    });
  });
});

describe("silence", () => {
  test.each(["third_party", "co_author"] as const)(
    "of a %s ends the waiting by the clock, once it is certain",
    async (party) => {
      const { reference, id } = await consulting({ ...asked, party });
      const until = daysAfter("2026-03-02", 15);
      rig.world.clock.set(endOfDay(daysAfter(until, 3)));
      await rig.world.disclosure.applySilence();
      expect((await headOf(reference)).consultations?.[0]?.silentOn).toBeUndefined();
      rig.world.clock.set(startOfDay("2026-03-27"));
      await rig.world.disclosure.applySilence();
      const head = await headOf(reference);
      expect(head).toMatchObject({ state: "handling", consultations: [{ id, party, silentOn: until }] });
      // All fifteen working days of the other side are taken out, whenever the clock came round.
      expect(head.due.on).toBe(daysAfter("2026-03-02", 35));
      await replays(reference);
      const proposal = { ...(dataFor.propose as object), outcome: "disclosed" };
      expect(await act(reference, "propose", people.handler, proposal)).toMatchObject({ state: "proposed" });
    },
  );

  test("of two at once, beside a correction, each has its own effect in one run", async () => {
    const { reference } = await consulting();
    await act(reference, "consult", people.handler, { ...asked, party: "co_author" });
    await act(reference, "ask_correction", people.handler, { what: "文号", until: "2026-03-20" });
    rig.world.clock.set("2026-04-10T02:00:00.000Z");
    await rig.world.disclosure.applySilence();
    const head = await headOf(reference);
    expect(head.consultations?.map(({ silentOn }) => silentOn !== undefined)).toEqual([true, true]);
    expect(head).toMatchObject({ state: "lapsed", answer: { outcome: "correction_not_made" } });
    await replays(reference);
  });
});

describe("a decision", () => {
  const propose = (reference: string, more: object) =>
    act(
      reference,
      "propose",
      people.handler,
      reviewed({ files: [], ...(dataFor.propose as object), ...more }),
    );

  test("to disclose waits for every answer, and over an objection tells the third party why", async () => {
    const shown = await consulting();
    const { reference } = shown;
    await refused(() => propose(reference, { outcome: "disclosed" }), reference, {
      field: "outcome",
      code: "consultation_open",
      basis: "32",
    });
    await answer(shown, object);
    for (const outcome of ["disclosed", "partly_disclosed"])
      await refused(() => propose(reference, { outcome }), reference, {
        field: "objection",
        code: "objection_missing",
        basis: "32",
      });
    const objection = "合同金额涉及公共资金，不公开可能对公共利益造成重大影响，决定公开合同金额。";
    await propose(reference, { outcome: "disclosed", objection });
    await act(reference, "approve", people.reviewer, approvalOf({ objection, files: [] }));
    expect(await rig.world.disclosure.readConsultation(shown)).toMatchObject({ decision: undefined });
    await act(reference, "answer", people.clerk, { on: "2026-03-02" });
    expect(await rig.world.disclosure.readConsultation(shown)).toMatchObject({
      state: "answered",
      decision: { on: "2026-03-02", text: objection },
    });
    await replays(reference);
  });

  test("to withhold for a third party needs that it was asked", async () => {
    const quiet = await handling();
    await refused(() => propose(quiet, { outcome: "third_party_interests" }), quiet, {
      field: "outcome",
      code: "outcome_needs_consultation",
      basis: "32",
    });
    const shown = await consulting();
    await answer(shown, object);
    expect(await propose(shown.reference, { outcome: "third_party_interests" })).toMatchObject({
      state: "proposed",
    });
  });

  test.each([
    ["correction_not_made", "outcome_by_silence", "30"],
    ["fee_not_paid", "outcome_by_silence", "30"],
    ["unclear_after_correction", "outcome_needs_correction", "30"],
    ["excessive", "outcome_needs_reasons", "35"],
  ])("of %s by hand is refused", async (outcome, code, basis) => {
    const reference = await handling();
    await refused(() => propose(reference, { outcome }), reference, { field: "outcome", code, basis });
  });

  test("about a state secret carries no file", async () => {
    const reference = await handling();
    const files = [{ id: "f1", name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" }];
    await refused(() => propose(reference, { outcome: "state_secret", files }), reference, {
      field: "files",
      code: "files.not_allowed",
      basis: "14",
    });
  });
});

describe("a repeated request", () => {
  const repeat = (reference: string, earlier?: string): Promise<unknown> =>
    act(reference, "propose", people.handler, {
      ...(dataFor.propose as object),
      outcome: "repeated",
      ...(earlier === undefined ? {} : { earlier }),
    });
  const mine = { identityKind: "passport", identityNumber: "E12345678" } as const;

  async function answered(changes: object = mine): Promise<string> {
    const reference = await handling(changes);
    await act(reference, "propose", people.handler);
    await act(reference, "approve", people.reviewer);
    await act(reference, "answer", people.clerk, { on: "2026-03-02" });
    return reference;
  }

  test("names the answered case of the same applicant that it repeats", async () => {
    const earlier = await answered();
    const reference = await handling(mine);
    const found = await rig.world.disclosure.sameApplicant(reference, people.handler);
    expect(found.map((one) => one.reference)).toEqual(expect.arrayContaining([earlier, reference]));
    expect(await repeat(reference, earlier.toLowerCase())).toMatchObject({ proposal: { earlier } });
    await replays(reference);
  });

  test.each([
    ["nothing", async (): Promise<string | undefined> => undefined, "outcome_needs_earlier"],
    ["a number that is none", async (): Promise<string | undefined> => "1", "earlier_not_answered"],
    ["one that is still open", async () => handling(mine), "earlier_not_answered"],
    ["another applicant's", async () => answered({ identityNumber: "E87654321" }), "earlier_of_another"],
  ] as const)("naming %s is refused with Art. 36(6)", async (_, named, code) => {
    const earlier = await named();
    const reference = await handling(mine);
    await refused(() => repeat(reference, earlier), reference, { field: "earlier", code, basis: "36(6)" });
  });

  test("does not repeat itself, and nobody but who works on the case sees an applicant's requests together", async () => {
    const reference = await handling(mine);
    await refused(() => repeat(reference, reference), reference, {
      field: "earlier",
      code: "earlier_not_answered",
      basis: "36(6)",
    });
    for (const person of [people.auditor, people.admin, people.handlerElsewhere])
      await expect(rig.world.disclosure.sameApplicant(reference, person)).rejects.toMatchObject({
        status: 403,
      });
  });
});

describe("a fee", () => {
  const sent = { scheme: "by_pages", pages: 68, payment: "非税账户。" };
  const basis = "共68页：第1至30页不收费；第31至68页每页10元，计380元。合计380元。";
  const fee = { scheme: "by_pages", feeYuan: 380, basis, payment: "非税账户。" };
  async function charged(): Promise<string> {
    const reference = await handling();
    await act(reference, "notify_fee", people.handler, sent);
    return reference;
  }

  test("that is paid starts the limit anew", async () => {
    const reference = await charged();
    const told = await headOf(reference);
    expect(told).toMatchObject({
      state: "awaiting_payment",
      fee: { ...fee, on: "2026-03-02", until: daysAfter("2026-03-02", 20) },
    });
    expect(await noticeOf(reference, told.version)).toBe("fee_told");
    rig.world.clock.set("2026-03-12T02:00:00.000Z");
    const paid = await act(reference, "record_payment", people.clerk, { on: "2026-03-10", receipt: "001" });
    expect(paid).toMatchObject({
      state: "handling",
      due: { on: daysAfter("2026-03-10", 20), from: "payment", startedOn: "2026-03-10" },
      fee: { paidOn: "2026-03-10" },
    });
    expect(await noticeOf(reference, paid.version)).toBe("payment_received");
    await refused(() => act(reference, "notify_fee", people.handler, sent), reference, {
      field: "scheme",
      code: "fee_told_already",
      basis: "国办函〔2020〕109号",
    });
    await replays(reference);
  });

  test("is paid in time until its last day, never before the notice nor in the future", async () => {
    const reference = await charged();
    const until = daysAfter("2026-03-02", 20);
    rig.world.clock.set(startOfDay("2026-04-01"));
    const pay = (on: string) => () => act(reference, "record_payment", people.clerk, { on });
    await refused(pay("2026-03-01"), reference, { field: "on", code: "day.too_early", basis: "31" });
    await refused(pay("2026-04-02"), reference, { field: "on", code: "day.future", basis: "31" });
    await refused(pay("2026-03-31"), reference, {
      field: "on",
      code: "payment_period_over",
      basis: "国办函〔2020〕109号",
    });
    expect(await pay(until)()).toMatchObject({ state: "handling" });
  });

  test("that the head of the unit waives goes back to handling, and the limit counts anew", async () => {
    const reference = await charged();
    const reason = "申请人属于低保对象，免收。";
    const waive = (data: object = { reason }, actor: Actor = people.reviewer) =>
      act(reference, "waive_fee", actor, data);
    for (const person of [people.clerk, people.handler, people.auditor, people.admin, people.system])
      await expect(waive({ reason }, person)).rejects.toMatchObject({ status: 403 });
    await expect(waive({ reason }, applicantOf(reference))).rejects.toMatchObject({ status: 403 });
    for (const [wrong, code] of [
      ["", "reason.required"],
      ["长".repeat(501), "reason.too_long"],
    ])
      await expect(waive({ reason: wrong })).rejects.toMatchObject({ errors: [{ field: "reason", code }] });
    // The last day is over, but the clock has not brought about that the case lapses.
    rig.world.clock.set(endOfDay(daysAfter(daysAfter("2026-03-02", 20), 1)));
    const on = daysAfter(daysAfter("2026-03-02", 20), 1);
    const head = await waive();
    expect(head).toMatchObject({
      state: "handling",
      due: { on: daysAfter(on, 20), from: "waiver", startedOn: on },
      fee: { feeYuan: 380, waiver: { on, reason, by: { id: people.reviewer.id } } },
    });
    expect(head.fee?.paidOn).toBeUndefined();
    expect(await noticeOf(reference, head.version)).toBe("fee_waived");
    await replays(reference);
    const twice = { status: 409, code: "out_of_turn", basis: "国办函〔2020〕109号" };
    await expect(waive()).rejects.toMatchObject(twice);
    await expect(act(reference, "record_payment", people.clerk, { on })).rejects.toMatchObject(twice);
    await refused(() => act(reference, "notify_fee", people.handler, sent), reference, {
      field: "scheme",
      code: "fee_told_already",
      basis: "国办函〔2020〕109号",
    });
    const record = (await recordOf(reference)).filter(({ action }) => action === "case.waive_fee");
    expect(record.map(({ result }) => result).sort()).toEqual(["done", ...Array(7).fill("refused")]);
  });

  test("that has lapsed cannot be waived any more", async () => {
    const reference = await charged();
    rig.world.clock.set(startOfDay("2026-04-10"));
    await rig.world.disclosure.applySilence();
    await expect(act(reference, "waive_fee", people.reviewer)).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
    });
  });

  test("that is not paid makes the case lapse into its own row", async () => {
    const reference = await charged();
    rig.world.clock.set(endOfDay(daysAfter(daysAfter("2026-03-02", 20), 3)));
    await rig.world.disclosure.applySilence();
    expect((await headOf(reference)).state).toBe("awaiting_payment");
    rig.world.clock.set(startOfDay("2026-04-10"));
    await rig.world.disclosure.applySilence();
    expect(await headOf(reference)).toMatchObject({ state: "lapsed", answer: { outcome: "fee_not_paid" } });
    await replays(reference);
  });

  test.each([
    ["no scheme", { scheme: "both" }, { field: "scheme", code: "scheme.choose" }],
    ["no pages", { pages: 0 }, { field: "pages", code: "pages.invalid" }],
    ["pages that nobody said", { pages: undefined }, { field: "pages", code: "pages.invalid" }],
    ["half a page", { pages: 1.5 }, { field: "pages", code: "pages.invalid" }],
    ["too many pages", { pages: 100_001 }, { field: "pages", code: "pages.invalid" }],
    ["no way to pay", { payment: "" }, { field: "payment", code: "payment.required" }],
  ])("of %s is a form that lacks something", async (_, changes, wanted) => {
    const reference = await handling();
    const wrong = act(reference, "notify_fee", people.handler, { ...sent, ...changes });
    await expect(wrong).rejects.toMatchObject({ errors: [wanted] });
  });

  test("is what the tariff says, whatever else is sent", async () => {
    const reference = await handling();
    const more = { ...sent, pages: 101, feeYuan: 1, basis: "别的。" };
    const head = await act(reference, "notify_fee", people.handler, more);
    expect(head).toMatchObject({ fee: { feeYuan: 720, basis: expect.stringContaining("合计720元") } });
    await replays(reference);
  });

  const rules = "国办函〔2020〕109号";
  test("where nothing is to be paid, or the scheme is not open, is refused with the rules and on record", async () => {
    const few = await handling();
    await refused(() => act(few, "notify_fee", people.handler, { ...sent, pages: 30 }), few, {
      field: "pages",
      code: "fee_none",
      basis: rules,
    });
    const read = await handling({ route: "site" });
    await refused(() => act(read, "notify_fee", people.handler, sent), read, {
      field: "scheme",
      code: "fee_pages_not_open",
      basis: rules,
    });
    const old = await handling();
    const counted = { ...sent, scheme: "by_count", pages: undefined };
    const identityNumber = "110101199001011237";
    const first = await handling({ identityNumber });
    await refused(() => act(first, "notify_fee", people.handler, counted), first, {
      field: "scheme",
      code: "fee_none",
      basis: rules,
    });
    expect((await headOf(old)).fee).toBeUndefined();
  });

  test("by count looks at the applicant's matters of the month in the unit, those that were withdrawn left out", async () => {
    const identityNumber = "110101198506151230";
    const of = () => accepted({ identityNumber });
    const eleven: string[] = [];
    for (let place = 0; place < 11; place += 1) eleven.push(await of());
    const withdrawn = await of();
    await act(withdrawn, "withdraw", applicantOf(withdrawn));
    const [last = ""] = eleven.toSorted().slice(-1);
    await act(last, "assign", people.clerk);
    const counted = { scheme: "by_count", payment: "非税账户。" };
    expect(await act(last, "notify_fee", people.handler, counted)).toMatchObject({
      fee: { feeYuan: 100, basis: "本自然月内已有10件，本件为第11件：第11件每件100元，计100元。合计100元。" },
    });
  });
});

describe("excessive requests", () => {
  const why = { why: "您本月申请了 42 件，请说明理由。", until: "2026-03-11" };

  test("are asked for reasons once, and delayed where these are reasonable", async () => {
    const reference = await handling();
    await refused(() => act(reference, "delay", people.reviewer), reference, {
      field: "until",
      code: "reasons_not_given",
      basis: "35",
    });
    await act(reference, "ask_reasons", people.handler, why);
    await refused(() => act(reference, "ask_reasons", people.handler, why), reference, {
      field: "why",
      code: "reasons_asked_already",
      basis: "35",
    });
    await act(reference, "give_reasons", applicantOf(reference), { reasons: "用于课题研究。", on: "" });
    await refused(
      () => act(reference, "give_reasons", applicantOf(reference), { reasons: "再说一次。", on: "" }),
      reference,
      { field: "reasons", code: "reasons_given_already", basis: "35" },
    );
    await refused(
      () => act(reference, "delay", people.reviewer, { until: "2026-03-30", reason: "档案多。" }),
      reference,
      { field: "until", code: "delay_not_later", basis: "35" },
    );
    const head = await act(reference, "delay", people.reviewer, { until: "2026-06-30", reason: "档案多。" });
    expect(head).toMatchObject({ due: { on: "2026-06-30" }, delay: { by: { id: people.reviewer.id } } });
    expect(await noticeOf(reference, head.version)).toBe("delayed");
    await replays(reference);
  });

  test("without an answer are called so only when the time has passed; with one at once", async () => {
    const silent = await handling();
    await act(silent, "ask_reasons", people.handler, why);
    const propose = (reference: string) =>
      act(reference, "propose", people.handler, { ...(dataFor.propose as object), outcome: "excessive" });
    rig.world.clock.set(endOfDay(why.until));
    await refused(() => propose(silent), silent, {
      field: "outcome",
      code: "outcome_needs_reasons",
      basis: "35",
    });
    rig.world.clock.set(startOfDay("2026-03-12"));
    expect(await propose(silent)).toMatchObject({ state: "proposed" });
    const spoken = await handling();
    await act(spoken, "ask_reasons", people.clerk, why);
    await act(spoken, "give_reasons", people.clerk, { on: "2026-03-02", reasons: "没有理由。" });
    expect(await propose(spoken)).toMatchObject({ state: "proposed" });
  });

  test("nobody is asked for reasons twice, and nobody gives any that were not asked for", async () => {
    const reference = await accepted();
    await refused(
      () => act(reference, "give_reasons", applicantOf(reference), { reasons: "因为。", on: "" }),
      reference,
      { field: "reasons", code: "reasons_not_asked", basis: "35" },
    );
  });
});

describe("out of turn, by the wrong person, on a closed case", () => {
  test.each([
    ["consult", people.handler, "32"],
    ["record_service", people.clerk, "32"],
    ["opine", people.clerk, "32"],
    ["lapse_consultation", people.system, "32"],
    ["notify_fee", people.handler, "42"],
    ["record_payment", people.clerk, "国办函〔2020〕109号"],
    ["waive_fee", people.reviewer, "国办函〔2020〕109号"],
    ["ask_reasons", people.clerk, "35"],
    ["give_reasons", people.clerk, "35"],
    ["delay", people.reviewer, "35"],
  ] as const)("%s is refused with its provision, and on record", async (action, actor, basis) => {
    const reference = await handling();
    await act(reference, "withdraw", applicantOf(reference));
    await expect(act(reference, action, actor)).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
      basis,
    });
    await expect(act(reference, action, people.clerkElsewhere)).rejects.toMatchObject({ status: 403 });
    const record = await recordOf(reference);
    expect(
      record.filter((entry) => entry.action === `case.${action}` && entry.result === "refused"),
    ).toHaveLength(2);
  });
});
