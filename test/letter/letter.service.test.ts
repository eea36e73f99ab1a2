import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import { approvalOf, people, reviewed, staff } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { useEngine } from "../support/engine.ts";
import { openLetterRig, settings } from "./rig.ts";

const engine = useEngine();
type Rig = ReturnType<typeof openLetterRig>;
let rig: Rig;
beforeAll(async () => {
  rig = openLetterRig(engine);
  await rig.templates.saveSettings(people.admin, settings, 0);
  await rig.templates.saveSettings(staff("admin", "zrzy"), { ...settings, onlineReview: "" }, 0);
});

let commands = 0;
const newCommand = () => {
  commands += 1;
  return `command ${commands}`;
};
async function issue(
  reference: string,
  kind: string,
  asked = {},
  commandId = newCommand(),
  actor = people.clerk,
) {
  const draft = await rig.letters.begin(actor, reference, kind);
  return rig.letters.issue(actor, draft, { asked, commandId });
}
const openOf = async (actor: typeof people.clerk, reference: string) =>
  (await rig.letters.list(actor, reference)).choices
    .filter(({ refusal }) => refusal === undefined)
    .map(({ letter }) => letter);
const serialsOf = async (unit = "zfb", year = 2026) =>
  (await rig.store.register(unit, year)).map(({ serial }) => serial);
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index + 1);

describe("numbers", () => {
  test("twenty at once, of several cases, are numbered without a gap or a double", async () => {
    const references = await Promise.all(upTo(4).map(() => rig.confirmed()));
    const before = (await serialsOf()).length;
    const numbers = await Promise.all(
      upTo(20).map((place) => issue(references[place % 4] as string, "receipt")),
    );
    const serials = numbers.map(({ serial }) => serial).toSorted((one, other) => one - other);
    expect(serials).toEqual(upTo(20).map((serial) => before + serial));
    expect(await serialsOf()).toEqual(upTo(before + 20));
    for (const reference of references) {
      const issued = await rig.store.ofCase(reference);
      expect(issued).toHaveLength(5);
      for (const letter of issued) {
        const bytes = await rig.bucket.read(`letters/${letter.fileId}.docx`);
        expect(createHash("sha256").update(bytes).digest("hex")).toBe(letter.sha256);
      }
    }
  });

  test("the number on the paper is the number on record", async () => {
    const reference = await rig.confirmed();
    const number = await issue(reference, "receipt");
    const { blocks, isWhole, letter } = await rig.letters.read(people.clerk, reference, number);
    expect(JSON.stringify(blocks)).toContain(`示公开〔2026〕${number.serial}号`);
    expect([isWhole, letter.template]).toEqual([true, "default"]);
    const [entry] = await rig.audit.list(caseSubject(reference), 20);
    const entries = await rig.audit.list(caseSubject(reference), 20);
    expect(entry).toBeDefined();
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "letter.issue", result: "done", chain: letter.sha256 }),
    );
  });

  test("a double tap is one letter", async () => {
    const reference = await rig.confirmed();
    const before = (await serialsOf()).length;
    const numbers = await Promise.all(upTo(6).map(() => issue(reference, "receipt", {}, "the same tap")));
    expect(new Set(numbers.map(({ serial }) => serial)).size).toBe(1);
    expect(await serialsOf()).toEqual(upTo(before + 1));
    expect(await rig.store.ofCase(reference)).toHaveLength(1);
  });

  test("each unit and each year begins at 1", async () => {
    const reference = await rig.confirmed({ unit: "zrzy" });
    const clerk = staff("clerk", "zrzy");
    expect(await issue(reference, "receipt", {}, newCommand(), clerk)).toEqual({ year: 2026, serial: 1 });
    rig.clock.set("2026-12-31T16:00:00.000Z");
    expect(await issue(reference, "receipt", {}, newCommand(), clerk)).toEqual({ year: 2027, serial: 1 });
    rig.clock.set("2026-03-02T02:00:00.000Z");
  });

  test("a letter that could not be filled takes no number", async () => {
    const reference = await rig.confirmed();
    const before = await serialsOf();
    await expect(issue(reference, "assistance_request", {})).rejects.toMatchObject({
      status: 422,
      errors: [
        { field: "assistant", code: "letter.line.required" },
        { field: "assistance", code: "letter.text.required" },
        { field: "replyUntil", code: "letter.day.required" },
      ],
    });
    expect(await serialsOf()).toEqual(before);
  });

  test("what was told when the act was done is not asked again, and the letter says nothing else", async () => {
    const corrected = await rig.confirmed();
    const correction = { what: "请写明年份。", until: "2026-03-20" };
    await rig.act(corrected, "ask_correction", people.clerk, correction);
    const extended = await rig.confirmed();
    const assignee = { id: people.handler.id, name: "" };
    await rig.act(extended, "assign", people.clerk, { assignee });
    const extension = { workingDays: 10, reason: "因需要调取档案。" };
    await rig.act(extended, "ask_extension", people.handler, extension);
    await rig.act(extended, "extend", people.reviewer);
    for (const [reference, kind, typed, says] of [
      [
        corrected,
        "correction_notice",
        { correctionWhat: "别的", correctionUntil: "2026-04-30" },
        ["请写明年份。", "3月20日"],
      ],
      [
        extended,
        "extension_notice",
        { extensionDays: "20", formerDue: "2026-01-01" },
        ["不能按期答复，理由是：因需要调取档案。", "10个工作日", "3月30日", "4月14日"],
      ],
    ] as const) {
      const draft = await rig.letters.begin(people.clerk, reference, kind);
      expect(rig.letters.fieldsOf(draft)).toEqual([]);
      const number = await issue(reference, kind, typed);
      const text = JSON.stringify((await rig.letters.read(people.clerk, reference, number)).blocks);
      for (const words of says) expect(text).toContain(words);
      expect(text).not.toMatch(/别的|4月30日|20个工作日|1月1日/);
    }
  });
});

describe("the letter of an outcome", () => {
  test("is that of the answer and of no other, with the reply and the remedies", async () => {
    const reference = await rig.answered("not_held");
    const open = await openOf(people.handler, reference);
    expect(open.filter(({ outcome }) => outcome !== undefined).map(({ kind }) => kind)).toEqual([
      "outcome_not_held",
    ]);
    await expect(issue(reference, "outcome_disclosed")).rejects.toMatchObject({
      code: "letter_answer_other",
    });
    const number = await issue(reference, "outcome_not_held");
    const { blocks } = await rig.letters.read(people.handler, reference, number);
    const text = JSON.stringify(blocks);
    expect(text).toContain("请向县自然资源局查询。");
    expect(text).toContain("网上申请行政复议的途径");
    expect(text).toContain("张三丰");
  });

  test("names the agency whose matter it is, where the case says so; no other outcome has one", async () => {
    const pointer = "县自然资源局，电话 0999-5550102";
    const reference = await rig.answered("not_held", {}, { pointer });
    const { head } = await rig.disclosure.readForOffice(reference, people.clerk);
    expect(head.answer?.pointer).toBe(pointer);
    const number = await issue(reference, "outcome_not_held");
    const { blocks } = await rig.letters.read(people.handler, reference, number);
    expect(JSON.stringify(blocks)).toContain(`负责公开该政府信息的行政机关及其联系方式：${pointer}`);
    const other = await rig.answered("publication", {}, { pointer });
    const closed = await rig.disclosure.readForOffice(other, people.clerk);
    expect(closed.head.answer).not.toHaveProperty("pointer");
    await expect(rig.answered("not_held", {}, { pointer: "局".repeat(301) })).rejects.toMatchObject({
      errors: [{ field: "pointer", code: "pointer.too_long" }],
    });
  });

  test("a third party that objected is told in a letter of its own what is disclosed all the same", async () => {
    const reference = await rig.confirmed();
    const objection = "合同金额涉及公共资金，决定公开合同金额。";
    const reply = { outcome: "disclosed", reply: "现提供合同金额。", objection, files: [] };
    await rig.act(reference, "assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
    const about = "拟公开2025年的合同金额。";
    const consulted = { party: "third_party", name: "示范科技有限公司", about };
    await rig.act(reference, "consult", people.handler, consulted);
    const [one] = (await rig.disclosure.readForOffice(reference, people.handler)).consultations;
    const shown = { reference, id: one?.id ?? "", token: one?.token ?? "" };
    const objects = { opinion: "object", reason: "涉及商业秘密。", respondent: "" } as const;
    await rig.disclosure.answerConsultation(shown, objects, newCommand());
    const asked = { thirdParty: consulted.name, disclosedDespite: objection };
    await expect(issue(reference, "third_party_decision", asked)).rejects.toMatchObject({ status: 409 });
    await rig.act(reference, "propose", people.handler, reviewed(reply));
    await rig.act(reference, "approve", people.reviewer, approvalOf(reply));
    const number = await issue(reference, "third_party_decision", asked);
    const { blocks } = await rig.letters.read(people.clerk, reference, number);
    const text = JSON.stringify(blocks);
    for (const each of [consulted.name, objection, "第三十二条", settings.reviewBody, settings.court])
      expect(text).toContain(each);
    // The applicant is nobody's business but the applicant's.
    expect(text).not.toContain(application.name);
  });

  test("before the answer is approved there is none", async () => {
    const reference = await rig.confirmed();
    await expect(issue(reference, "outcome_not_held")).rejects.toMatchObject({ status: 409 });
    const open = await openOf(people.clerk, reference);
    expect(open.every(({ outcome }) => outcome === undefined)).toBe(true);
  });

  test("delivered online, it needs the online way to apply for review; by post it does not", async () => {
    const elsewhere = staff("clerk", "zrzy");
    const handler = people.handlerElsewhere;
    const reference = await rig.answered("not_held", { unit: "zrzy", form: "electronic", route: "site" });
    const draft = await rig.letters.begin(handler, reference, "outcome_not_held");
    const sent = { asked: {}, commandId: newCommand() };
    await expect(rig.letters.issue(handler, draft, sent)).rejects.toMatchObject({
      errors: [{ field: "settings", code: "letter.online_channel" }],
    });
    const byPost = await rig.answered("not_held", {
      unit: "zrzy",
      form: "paper",
      route: "post",
      address: "建设路6号",
      postcode: "310012",
    });
    await issue(byPost, "outcome_not_held", {}, newCommand(), elsewhere);
  });
});

describe("out of turn", () => {
  test("no letter is numbered before receipt is confirmed, nor one that no event stands behind", async () => {
    const before = await serialsOf();
    const waiting = await rig.submit();
    await expect(issue(waiting, "receipt")).rejects.toMatchObject({
      status: 409,
      code: "letter_receipt_not_confirmed",
    });
    const received = await rig.confirmed();
    await expect(issue(received, "extension_notice")).rejects.toMatchObject({
      code: "letter_extension_not_granted",
    });
    await expect(issue(received, "service_proof")).rejects.toMatchObject({ code: "letter_nothing_issued" });
    expect(await serialsOf()).toEqual(before);
  });

  test("without a word of the unit there is no number", async () => {
    const reference = await rig.confirmed({ unit: "mzj" });
    const clerk = staff("clerk", "mzj");
    const draft = { ...(await rig.letters.begin(people.clerk, await rig.confirmed(), "receipt")) };
    const bare = { ...draft, office: { ...draft.office, settings: { ...settings, word: "" } } };
    await expect(rig.letters.preview(bare, {})).rejects.toMatchObject({
      errors: [{ field: "settings", code: "letter.word_missing" }],
    });
    await expect(issue(reference, "receipt", {}, newCommand(), clerk)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "settings", code: "letter.word_missing" }],
    });
    expect(await serialsOf("mzj")).toEqual([]);
    expect((await rig.letters.list(clerk, reference)).word).toBe("");
  });
});

describe("before its applicant", () => {
  const applicant = (reference: string) => ({ kind: "applicant", reference }) as const;
  const seenBy = (reference: string, answered = false) =>
    rig.received.list(applicant(reference), { reference, answered });

  test("stands what was issued to the applicant, and nothing for the file or others", async () => {
    const reference = await rig.confirmed();
    await issue(reference, "registration");
    await issue(reference, "receipt");
    expect((await seenBy(reference)).map(({ letter }) => letter.kind)).toEqual(["receipt"]);
    const number = (await rig.store.ofCase(reference)).find(({ kind }) => kind === "registration")?.number;
    await expect(
      rig.received.read(
        applicant(reference),
        { reference, answered: false },
        number ?? { year: 1, serial: 1 },
      ),
    ).rejects.toMatchObject({ status: 404 });
  });

  test("the letter of an answer only once it is the answer", async () => {
    const reference = await rig.answered("not_held");
    await issue(reference, "outcome_not_held");
    expect(await seenBy(reference, false)).toEqual([]);
    expect(await seenBy(reference, true)).toHaveLength(1);
  });

  test("opening it is its service through the internet, noted once and on record", async () => {
    const reference = await rig.confirmed();
    const number = await issue(reference, "receipt");
    const one = { reference, answered: false };
    const opened = await rig.received.read(applicant(reference), one, number);
    expect(opened.isWhole).toBe(true);
    expect(JSON.stringify(opened.blocks)).toContain(`〔2026〕${number.serial}号`);
    await rig.received.read(applicant(reference), one, number);
    await rig.received.link(applicant(reference), one, number);
    const { letter } = await rig.letters.read(people.clerk, reference, number);
    expect(letter.served.map(({ route, on, by }) => [route, on, by.kind])).toEqual([
      ["site", "2026-03-02", "applicant"],
    ]);
    const record = await rig.audit.list(caseSubject(reference), 50);
    expect(record.filter(({ action }) => action === "letter.open")).toHaveLength(1);
  });

  test("nobody else's", async () => {
    const reference = await rig.confirmed();
    const number = await issue(reference, "receipt");
    const stranger = applicant(await rig.submit());
    await expect(rig.received.read(stranger, { reference, answered: false }, number)).rejects.toMatchObject({
      status: 403,
    });
  });
});

describe("who may", () => {
  test("people who work on requests of the unit; only clerks and handlers issue", async () => {
    const reference = await rig.confirmed();
    for (const person of [people.auditor, people.admin, people.clerkElsewhere])
      await expect(rig.letters.list(person, reference)).rejects.toMatchObject({ status: 403 });
    await rig.letters.list(people.reviewer, reference);
    await expect(rig.letters.begin(people.reviewer, reference, "receipt")).rejects.toMatchObject({
      status: 403,
    });
    const number = await issue(reference, "receipt");
    await expect(rig.letters.link(people.auditor, reference, number)).rejects.toMatchObject({ status: 403 });
    expect(await rig.letters.link(people.reviewer, reference, number)).toContain("letters/");
    await expect(
      rig.letters.read(people.clerk, reference, { year: 2026, serial: 999 }),
    ).rejects.toMatchObject({
      status: 404,
    });
  });
});

describe("service", () => {
  test("is noted with its day, never before the letter or in the future", async () => {
    const reference = await rig.confirmed();
    const number = await issue(reference, "receipt");
    const serve = (route: string, on: string, note = "EMS 1234567890123") =>
      rig.letters.serve(people.clerk, reference, number, { route, on, note });
    await expect(serve("pigeon", "2026-03-02")).rejects.toMatchObject({ errors: [{ code: "route.choose" }] });
    await expect(serve("post", "2026-03-01")).rejects.toMatchObject({ errors: [{ code: "day.too_early" }] });
    await expect(serve("post", "2026-03-03")).rejects.toMatchObject({ errors: [{ code: "day.future" }] });
    await expect(serve("post", "2026-02-30")).rejects.toMatchObject({ errors: [{ code: "day.invalid" }] });
    for (const [route, note] of [
      ["post", ""],
      ["post", "EMS"],
      ["in_person", ""],
      ["email", ""],
      ["fax", ""],
      ["other", ""],
    ] as const)
      await expect(serve(route, "2026-03-02", note)).rejects.toMatchObject({
        errors: [{ field: "note", code: `note.${route}`, basis: "国办公开办函〔2016〕235号" }],
      });
    // That it was read here is noted by the site and by nobody else.
    await expect(serve("site", "2026-03-02")).rejects.toMatchObject({ errors: [{ code: "route.choose" }] });
    await serve("post", "2026-03-02");
    await serve("fax", "2026-03-02", "3 月 2 日电话确认收到");
    const { letter } = await rig.letters.read(people.clerk, reference, number);
    expect(letter.served.map(({ route, note }) => [route, note])).toEqual([
      ["post", "EMS 1234567890123"],
      ["fax", "3 月 2 日电话确认收到"],
    ]);
    const refused = (await rig.audit.list(caseSubject(reference), 50)).filter(
      ({ action, result }) => action === "letter.serve" && result === "refused",
    );
    expect(refused.map(({ reason }) => reason)).toEqual(
      expect.arrayContaining(["day.too_early", "day.future", "note.post"]),
    );
    expect(refused).toHaveLength(8);
  });

  test("a file that was changed behind our back is seen", async () => {
    const reference = await rig.confirmed();
    const number = await issue(reference, "receipt");
    const other = await issue(reference, "registration");
    const [first, second] = await rig.store.ofCase(reference);
    const bytes = await rig.bucket.read(`letters/${second?.fileId}.docx`);
    await rig.bucket.put(`letters/${first?.fileId}.docx`, bytes, "");
    expect((await rig.letters.read(people.clerk, reference, number)).isWhole).toBe(false);
    expect((await rig.letters.read(people.clerk, reference, other)).isWhole).toBe(true);
  });
});
