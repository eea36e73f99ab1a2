/** Questions and suggestions on the real engine: one transaction a command, two people before anything is public. */
import { beforeEach, describe, expect, test } from "vitest";
import { personalErrors } from "../../functions/advice/advice.public.ts";
import { caseSubject } from "../../functions/audit/audit.ts";
import { commandHashes, verifyChain } from "../../functions/case/case.chain.ts";
import { parseReference } from "../../functions/case/reference.ts";
import { applicantOf } from "../../functions/progress/progress.ts";
import { people } from "../disclosure/support.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { acting, content, handIn, question, REPLY, threadAt } from "./rig.ts";

const engine = useEngine();
let apps: Apps;
beforeEach(() => {
  apps = openApps(engine, memoryBucket());
});

describe("handing in", () => {
  test("gives a number of its kind, a code, and the day of the promise; again the same", async () => {
    const { advice } = apps;
    const submission = { advice: question, lang: "zh", token: `t ${Math.random()}` } as const;
    const receipt = await advice.submit(submission);
    expect(parseReference(receipt.reference)?.kind).toBe("Z");
    expect(receipt).toMatchObject({ unit: "zfb", dueOn: "2026-03-11", isNotified: true });
    expect(await advice.submit(submission)).toEqual(receipt);
    expect(await advice.receiptOf(submission.token)).toEqual(receipt);
    expect(await advice.receiptOf("another")).toBeUndefined();
    const other = { ...submission, advice: { ...question, text: "别的" } };
    await expect(advice.submit(other)).rejects.toMatchObject({ status: 422, code: "token_reused" });
  });

  test("keeps name and telephone sealed, and neither in a key", async () => {
    const { reference } = await handIn(apps.advice);
    const page = await engine.table.query({
      where: { text: "#pk = :pk", values: { pk: `CASE#${reference}` } },
    });
    expect(page.items.map(({ sk }) => sk).sort()).toEqual([
      "ADVICE",
      "EVENT#000001",
      "HEAD",
      "NOTICE#000001",
    ]);
    expect(JSON.stringify(page.items)).not.toMatch(/13812345678|张三丰/);
    expect(JSON.stringify(page.items)).toContain("张*丰");
  });

  test("two taps at once are one question", async () => {
    const submission = { advice: question, lang: "zh", token: `two ${Math.random()}` } as const;
    const receipts = await Promise.all([apps.advice.submit(submission), apps.advice.submit(submission)]);
    expect(receipts[0]).toEqual(receipts[1]);
  });
});

describe("the thread", () => {
  test("from the question over the reply to what everybody may read", async () => {
    const { advice } = apps;
    const { reference } = await handIn(advice);
    const act = acting(advice, reference);
    const own = () => advice.readForApplicant(reference, applicantOf(reference));
    expect(await own()).toMatchObject({ state: "submitted", light: "green", rateable: false, replies: [] });
    await act("accept", people.handler);
    expect(await own()).toMatchObject({ state: "accepted" });
    await act("reply", people.handler, { text: REPLY });
    expect(await own()).toMatchObject({ state: "replied", light: "grey", rateable: true });
    await act("propose_public", people.handler, content);
    // What becomes of it is the office's own matter until everybody may read it.
    expect(await own()).toMatchObject({ state: "replied", publicId: undefined });
    expect((await own()).timeline.map(({ kind }) => kind)).toEqual(["submit", "accept", "reply"]);
    await act("publish", people.reviewer);
    const { publicId = "" } = await own();
    expect(await advice.readPublic(publicId)).toMatchObject({ state: "public", content, unit: "zfb" });
    expect(JSON.stringify(await advice.readPublic(publicId))).not.toMatch(
      new RegExp(`${reference}|张|handler|138`),
    );
    const list = await advice.listPublic({ limit: 100 });
    expect(list.answers.map(({ id }) => id)).toContain(publicId);
    await act("unpublish", people.reviewer, { reason: "办理地点变了" });
    expect(await advice.readPublic(publicId)).toMatchObject({ state: "withdrawn", reason: "办理地点变了" });
    expect(await advice.readManyPublic([publicId, "x"])).toEqual([]);
    const after = await advice.listPublic({ limit: 100 });
    expect(after.answers.map(({ id }) => id)).not.toContain(publicId);
  });

  test("a reviewer does not publish what they wrote, and the refusal is on record", async () => {
    const { reference } = await threadAt(apps.advice, "replied");
    const act = acting(apps.advice, reference);
    await act("propose_public", people.both, content);
    await expect(act("publish", people.both)).rejects.toMatchObject({ status: 403, code: "same_person" });
    expect((await apps.advice.readForOffice(reference, people.both)).ownWork).toBe(true);
    const record = await apps.audit.all(caseSubject(reference));
    expect(record.find(({ result }) => result === "refused")).toMatchObject({
      action: "case.publish",
      reason: "same_person",
    });
    await act("publish", people.reviewer);
  });

  test.each([
    [{ answer: "请打 138 1234 5678" }, "answer", "personal_phone"],
    [{ question: "张 三丰问：怎么办？" }, "question", "personal_applicant"],
    [{ subject: "写信到 a@example.com" }, "subject", "personal_email"],
  ])("what tells who asked does not become public: %j", async (changes, field, code) => {
    const { reference } = await threadAt(apps.advice, "replied");
    const tried = acting(apps.advice, reference)("propose_public", people.handler, {
      ...content,
      ...changes,
    });
    await expect(tried).rejects.toMatchObject({ status: 422, errors: [{ field, code }] });
  });

  test.each([
    ["accepted", "reply", { text: "您的身份证 11010119900307002X 已登记" }, "text", "personal_identity"],
    ["accepted", "reply", { text: "已退到 6222 0200 0000 0000 000" }, "text", "personal_card"],
    [
      "accepted",
      "transfer",
      { unit: "zrzy", reason: "11010119900307002X 归该局" },
      "reason",
      "personal_identity",
    ],
    ["public", "unpublish", { reason: "写了 11010119900307002X" }, "reason", "personal_identity"],
  ] as const)(
    "from %s, a number that is never public is in no %s",
    async (state, action, data, field, code) => {
      const { reference } = await threadAt(apps.advice, state);
      const actor = action === "unpublish" ? people.reviewer : people.handler;
      const tried = acting(apps.advice, reference)(action, actor, data);
      await expect(tried).rejects.toMatchObject({ status: 422, errors: [{ field, code }] });
    },
  );

  test("what it begins with when it is written for everybody tells nothing of who asked", async () => {
    const changes = { subject: "张三丰问公交老年卡，请打 138 1234 5678" };
    const { reference } = await threadAt(apps.advice, "accepted", { changes });
    await acting(apps.advice, reference)("reply", people.handler, {
      text: "张三丰：已登记，请打 13812345678，或者写信到 san@example.com。",
    });
    const { firstContent } = await apps.advice.readForOffice(reference, people.handler);
    expect(firstContent).toEqual({
      subject: "〔已隐去〕问公交老年卡，请打 〔已隐去〕",
      question: "",
      answer: "〔已隐去〕：已登记，请打 〔已隐去〕，或者写信到 〔已隐去〕。",
    });
    expect(personalErrors(firstContent, question)).toEqual([]);
  });

  test("sent back with a reason, written again", async () => {
    const { reference } = await threadAt(apps.advice, "reviewing");
    const act = acting(apps.advice, reference);
    await act("return_public", people.reviewer, { reason: "地址写全" });
    const { head } = await apps.advice.readForOffice(reference, people.handler);
    expect(head).toMatchObject({ state: "replied", publication: { reason: "地址写全" } });
    await act("propose_public", people.handler, content);
    expect((await apps.advice.readForOffice(reference, people.handler)).head.publication).toEqual({
      content,
      author: { id: people.handler.id, name: people.handler.name },
    });
  });

  test("is handed to the unit in charge, with the promise it had", async () => {
    const { reference, dueOn } = await threadAt(apps.advice, "accepted");
    const act = acting(apps.advice, reference);
    await expect(act("transfer", people.handler, { unit: "zfb", reason: "不对口" })).rejects.toMatchObject({
      errors: [{ field: "unit", code: "unit.same" }],
    });
    await act("transfer", people.handler, { unit: "zrzy", reason: "属于自然资源局职责" });
    await expect(apps.advice.readForOffice(reference, people.handler)).rejects.toMatchObject({ status: 403 });
    const there = await apps.advice.readForOffice(reference, people.handlerElsewhere);
    expect(there).toMatchObject({ head: { state: "submitted", unit: "zrzy" }, standing: { dueOn } });
    expect(there.head.assignee).toBeUndefined();
    const mine = await apps.advice.list(people.handler, { unit: "zfb", list: "pending", limit: 100 });
    expect(mine.rows.map((row) => row.reference)).not.toContain(reference);
    const theirs = await apps.advice.list(people.handlerElsewhere, {
      unit: "zrzy",
      list: "pending",
      limit: 100,
    });
    expect(theirs.rows.map((row) => row.reference)).toContain(reference);
  });

  test("is rated once, by who asked", async () => {
    const { reference } = await threadAt(apps.advice, "replied");
    const early = await handIn(apps.advice);
    await expect(apps.advice.rate(applicantOf(early.reference), true)).rejects.toMatchObject({ status: 409 });
    await apps.advice.rate(applicantOf(reference), false);
    await apps.advice.rate(applicantOf(reference), false);
    await expect(apps.advice.rate(applicantOf(reference), true)).rejects.toMatchObject({ status: 409 });
    const own = await apps.advice.readForApplicant(reference, applicantOf(reference));
    expect(own).toMatchObject({ rating: false, rateable: false });
    await expect(apps.advice.readForApplicant(reference, applicantOf(early.reference))).rejects.toMatchObject(
      { status: 403 },
    );
  });

  test("what came after the reply is added to it", async () => {
    const { reference } = await threadAt(apps.advice, "replied");
    await acting(apps.advice, reference)("reply", people.handler, { text: "周六上午也办。" });
    const { replies } = await apps.advice.readForApplicant(reference, applicantOf(reference));
    expect(replies.map(({ text }) => text)).toEqual([REPLY, "周六上午也办。"]);
  });

  test("out of turn, by the wrong role, in another unit, twice at once", async () => {
    const { reference } = await handIn(apps.advice);
    const act = acting(apps.advice, reference);
    await expect(act("reply", people.handler, { text: REPLY })).rejects.toMatchObject({
      status: 409,
      code: "out_of_turn",
    });
    await expect(act("accept", people.reviewer)).rejects.toMatchObject({ status: 403, code: "role" });
    await expect(act("accept", people.handlerElsewhere)).rejects.toMatchObject({ status: 403, code: "unit" });
    const both = await Promise.allSettled([act("accept", people.handler), act("accept", people.clerk)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(act("reply", people.handler, { text: " " })).rejects.toMatchObject({
      errors: [{ field: "text", code: "reply.required" }],
    });
  });

  test("is a chain of events that holds", async () => {
    const { reference } = await threadAt(apps.advice, "public");
    const page = await engine.table.query({
      where: {
        text: "#pk = :pk AND begins_with(#sk, :event)",
        values: { pk: `CASE#${reference}`, event: "EVENT#" },
      },
    });
    const recorded = commandHashes(await apps.audit.all(caseSubject(reference)));
    const { head } = await apps.advice.readForOffice(reference, people.clerk);
    const events = page.items as unknown as Parameters<typeof verifyChain>[0]["events"];
    expect(verifyChain({ reference, events, head: head.chain, recorded })).toEqual({
      ok: true,
      events: 5,
      chained: 5,
    });
  });
});

describe("who sees what", () => {
  test("who works on it sees the person, who watches over it a mask", async () => {
    const { reference } = await handIn(apps.advice);
    const clear = await apps.advice.readForOffice(reference, people.clerk);
    expect(clear).toMatchObject({ name: "张三丰", phone: "13812345678", masked: false });
    const masked = await apps.advice.readForOffice(reference, people.auditor);
    expect(masked).toMatchObject({ name: "张*丰", phone: "138****5678", masked: true, actions: [] });
    await expect(apps.advice.readForOffice(reference, people.clerkElsewhere)).rejects.toMatchObject({
      status: 403,
    });
    const refused = apps.advice.list(people.clerkElsewhere, { unit: "zfb", list: "pending", limit: 1 });
    await expect(refused).rejects.toMatchObject({ status: 403 });
  });

  test("each list holds its own, and the queue of requests none of them", async () => {
    const unit = "dxx";
    const clerk = { ...people.clerk, unit };
    const listed = async (list: "pending" | "review" | "replied" | "public") =>
      (await apps.advice.list(clerk, { unit, list, limit: 10 })).rows.map(({ reference }) => reference);
    const in_ = (await apps.advice.list(clerk, { unit, list: "pending", limit: 10 })).rows.length;
    expect(in_).toBe(0);
    const { reference } = await apps.advice.submit({
      advice: { ...question, unit },
      lang: "zh",
      token: `list ${Math.random()}`,
    });
    const act = acting(apps.advice, reference);
    const [handler, reviewer] = [
      { ...people.handler, unit },
      { ...people.reviewer, unit },
    ];
    expect(await listed("pending")).toEqual([reference]);
    expect((await apps.disclosure.queue(clerk, { unit }, { limit: 10 })).cards).toEqual([]);
    await act("accept", handler);
    await act("reply", handler, { text: REPLY });
    expect([await listed("pending"), await listed("replied")]).toEqual([[], [reference]]);
    await act("propose_public", handler, content);
    expect([await listed("replied"), await listed("review")]).toEqual([[], [reference]]);
    await act("publish", reviewer);
    expect([await listed("review"), await listed("public")]).toEqual([[], [reference]]);
  });

  test("its number is none of a request, and the number of a request none of a question", async () => {
    const { reference } = await handIn(apps.advice);
    await expect(apps.disclosure.readForOffice(reference, people.clerk)).rejects.toMatchObject({
      status: 404,
    });
    const request = await apps.seat(people.clerk).then(() => apps.heads.readHead(reference));
    expect(request).toBeUndefined();
  });
});

test("who asked is told by notices that hold no word of it", async () => {
  const { reference } = await threadAt(apps.advice, "replied");
  const page = await engine.table.query({
    where: {
      text: "#pk = :pk AND begins_with(#sk, :notice)",
      values: { pk: `CASE#${reference}`, notice: "NOTICE#" },
    },
  });
  const notices = page.items.map(({ notice }) => notice as { template: string; unit: string });
  expect(notices.map(({ template }) => template)).toEqual(["advice_submitted", "advice_replied"]);
  expect(JSON.stringify(notices)).not.toMatch(/公交|138/);
});
