/** An answer on its way out: looked at, cleaned, reviewed item by item by two people, on the real engine and bucket. */
import { createHash } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import { wordsOf } from "../../functions/attachment/attachment.words.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openReleaseChecks } from "../../functions/release/release.service.ts";
import { openReleaseStore } from "../../functions/release/release.store.ts";
import { people } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { memoryBucket } from "../support/apps.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";
import { hidingDocx, hidingXlsx, markedDocx, pdfInField, pdfSaying, pdfWith, plainDocx } from "./samples.ts";

const engine = useEngine();
const bucket = memoryBucket();
const attachments = openAttachments({ bucket, vault: testVault(), random: systemRandom });
const log = { warn: () => undefined };
const scanner = {
  name: "ClamAV",
  scan: async (bytes: Uint8Array) => {
    const text = Buffer.from(bytes).toString("latin1");
    if (text.includes("nobody answers")) throw new Error("timeout");
    return text.includes("EICAR") ? "Eicar" : undefined;
  },
};
const checksWith = (engineScanner: typeof scanner | undefined) =>
  openReleaseChecks({ attachments, store: openReleaseStore(engine.table), scanner: engineScanner, log });
let release: ReturnType<typeof checksWith>;
let world: ReturnType<typeof disclosureOn>;
beforeAll(() => {
  release = checksWith(scanner);
  world = disclosureOn(engine.table, { checkFile: (reference, file) => release.check(reference, file) });
});

let tokens = 0;
async function handling(): Promise<string> {
  tokens += 1;
  const token = `release ${tokens}`;
  const { reference } = await world.disclosure.submit({ application, attachments: [], lang: "zh", token });
  await act(reference, "confirm_receipt", people.clerk, { on: "2026-03-02" });
  await act(reference, "assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
  return reference;
}
const act = (reference: string, action: string, actor: unknown, data: unknown) =>
  world.disclosure.act({ reference, action, actor, data } as Parameters<typeof world.disclosure.act>[0]);

const kept = (name: string, kind: CaseFile["kind"], bytes: Uint8Array): Promise<CaseFile> =>
  attachments.keepMade({ name, kind, bytes });
const proposing = (files: readonly CaseFile[], marks = ["reply", ...files.map(({ id }) => id)]) => ({
  outcome: "disclosed",
  reply: "现予公开，见附件。",
  files,
  marks,
});

describe("a file with something hidden in it", () => {
  test("is checked once, and a cleaned copy has its own hash, a cleaned name and what it was made from", async () => {
    const reference = await handling();
    const original = hidingDocx();
    const file = await kept("答复 13800138000.docx", "docx", original);
    const seen = await release.check(reference, file);
    expect(seen.scanner).toBe("ClamAV");
    expect(seen.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["name_personal", "comments", "tracked_changes", "hidden_text", "metadata"]),
    );
    expect(await release.check(reference, file)).toEqual(seen);
    const copy = await release.clean(reference, file);
    expect(copy.id).not.toBe(file.id);
    expect(copy.name).not.toContain("13800138000");
    const bytes = await attachments.readData(copy);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(copy.sha256);
    expect(copy.sha256).not.toBe(file.sha256);
    const again = await release.check(reference, copy);
    expect(again.origin).toMatchObject({ id: file.id, sha256: file.sha256 });
    expect(again.origin?.name).not.toContain("13800138000");
    expect(again.findings.map(({ code }) => code)).toEqual(["embedded"]);
    // The original is still what it was, for whoever has to prove it.
    expect(await attachments.readData(file)).toEqual(original);
  });

  test("of which nothing can be taken out is told so", async () => {
    const reference = await handling();
    const file = await kept("a.pdf", "pdf", await pdfWith());
    await expect(release.clean(reference, file)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "files", code: "files.not_cleaned" }],
    });
  });

  test("with text behind a box gets a copy without it, with its own hash; where that is not certain, none", async () => {
    const reference = await handling();
    const file = await kept("13800138000.pdf", "pdf", await pdfWith({ box: "black" }));
    const copy = await release.clean(reference, file);
    expect(copy.name).not.toContain("13800138000");
    const bytes = await attachments.readData(copy);
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(copy.sha256);
    expect(await wordsOf("pdf", bytes)).toBe("to be read");
    expect((await release.check(reference, copy)).findings).toEqual([]);
    const uncertain = await kept("b.pdf", "pdf", await pdfInField());
    await expect(release.clean(reference, uncertain)).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "files", code: "files.not_redacted" }],
    });
  });

  test("that is broken or encrypted is not examined, which is a finding and no failure", async () => {
    const reference = await handling();
    const broken = await kept("a.pdf", "pdf", new TextEncoder().encode("%PDF-1.7\nnothing\n%%EOF"));
    expect((await release.check(reference, broken)).findings).toEqual([{ code: "not_examined", count: 1 }]);
  });
});

describe("malware", () => {
  test("keeps an answer in the house, whatever anybody writes", async () => {
    const reference = await handling();
    const file = await kept("a.xlsx", "xlsx", Buffer.concat([hidingXlsx(), Buffer.from("EICAR")]));
    await expect(act(reference, "propose", people.handler, proposing([file]))).rejects.toMatchObject({
      status: 422,
      errors: [{ field: "files", code: "files.infected" }],
    });
  });

  test("a scanner that does not answer is a finding, asked again next time; none at all is said aloud", async () => {
    const reference = await handling();
    const file = await kept("a.docx", "docx", Buffer.concat([plainDocx(), Buffer.from("nobody answers")]));
    const codes = (await release.check(reference, file)).findings.map(({ code }) => code);
    expect(codes).toContain("not_scanned");
    const bare = await checksWith(undefined).check(reference, await kept("b.docx", "docx", plainDocx()));
    expect(bare).toMatchObject({ findings: [] });
    expect(bare.scanner).toBeUndefined();
  });
});

describe("the review item by item", () => {
  test("asks the proposer for a mark of each item", async () => {
    const reference = await handling();
    const file = await kept("a.docx", "docx", plainDocx());
    await expect(
      act(reference, "propose", people.handler, proposing([file], ["reply"])),
    ).rejects.toMatchObject({
      errors: [{ field: `mark-${file.id}`, code: "mark.required" }],
    });
    await expect(act(reference, "propose", people.handler, proposing([file], []))).rejects.toMatchObject({
      errors: [{ field: "mark-reply" }, { field: `mark-${file.id}` }],
    });
  });

  test("and another person for another; what was found leaves with a reason on record, and not without", async () => {
    const reference = await handling();
    const file = await kept("清单.xlsx", "xlsx", hidingXlsx());
    const { proposal } = await act(reference, "propose", people.handler, proposing([file]));
    const codes = proposal?.checks?.[0]?.findings.map(({ code }) => code) ?? [];
    expect(codes).toEqual(expect.arrayContaining(["hidden_sheets", "pivot_cache", "external"]));
    const marks = (accepted: readonly object[]) => [{ item: "reply" }, { item: file.id, accepted }];
    const approve = (data: object) => act(reference, "approve", people.reviewer, data);
    await expect(approve({ marks: [{ item: "reply" }] })).rejects.toMatchObject({
      errors: [
        { field: `mark-${file.id}`, code: "mark.required" },
        ...codes.map((code) => ({ field: `accept-${file.id}-${code}`, code: "accept.required" })),
      ],
    });
    const but = codes.slice(1).map((code) => ({ code, reason: "已核对，可以公开。" }));
    await expect(approve({ marks: marks(but) })).rejects.toMatchObject({
      errors: [{ field: `accept-${file.id}-${codes[0]}`, code: "accept.required" }],
    });
    await expect(
      approve({ marks: marks(codes.map((code) => ({ code, reason: "  " }))) }),
    ).rejects.toMatchObject({
      status: 422,
    });
    const all = codes.map((code) => ({ code, reason: "已核对，可以公开。" }));
    // Marks of what does not leave, and findings that there are none of, are not kept.
    const more = [...marks([...all, { code: "scripts", reason: "x" }]), { item: "f0" }];
    await approve({ marks: more });
    const head = await act(reference, "answer", people.clerk, { on: "2026-03-02" });
    expect(head.answer).toEqual({
      outcome: "disclosed",
      reply: "现予公开，见附件。",
      files: [file],
      on: "2026-03-02",
      delivery: "site",
    });
    const { events } = await world.disclosure.readForOffice(reference, people.reviewer);
    const approved = events.find(({ kind }) => kind === "approve");
    expect(approved?.data).toEqual({ marks: marks(all) });
    expect(events.find(({ kind }) => kind === "propose")?.data).toMatchObject({ marks: ["reply", file.id] });
  });

  test("whoever proposed cannot give the second mark", async () => {
    const reference = await handling();
    await act(reference, "assign", people.clerk, { assignee: { id: people.both.id, name: "" } });
    await act(reference, "propose", people.both, proposing([]));
    await expect(
      act(reference, "approve", people.both, { marks: [{ item: "reply" }] }),
    ).rejects.toMatchObject({
      status: 403,
      code: "same_person",
    });
  });

  test("a mark of a state secret in the reply is refused with the provision, and on record", async () => {
    const reference = await handling();
    const data = { ...proposing([]), reply: "见《纪要》。机密★1年" };
    await expect(act(reference, "propose", people.handler, data)).rejects.toMatchObject({
      errors: [{ field: "reply", code: "text_secret", basis: "国令第786号" }],
    });
    const words = { ...proposing([]), reply: "涉及商业秘密的部分，依照保守国家秘密法的规定处理。" };
    expect(await act(reference, "propose", people.handler, words)).toMatchObject({ state: "proposed" });
  });
});

describe("at the door", () => {
  async function handed(name: string, bytes: Uint8Array) {
    const { uploadId, form } = await attachments.offer("somebody");
    bucket.receive(form.fields.key ?? "", bytes, name);
    const result = await attachments.accept("somebody", uploadId);
    const id = uploadId.split(".")[0];
    return { result, left: await bucket.head(`kept/${id}`) };
  }

  test.each([
    ["关于某事的请示（机密）.docx", plainDocx()],
    ["绝密★30年 方案.docx", plainDocx()],
    ["机密-2025年报告.docx", plainDocx()],
    ["a.docx", markedDocx()],
    ["a.docx", markedDocx(["秘密 ★"])],
  ])("%s with the mark of a state secret is refused, and nothing of it is kept", async (name, bytes) => {
    const { result, left } = await handed(name, bytes);
    expect(result).toEqual({ ok: false, code: "file_secret" });
    expect(left).toBeUndefined();
  });

  test.each([
    ["商业秘密保护规定.docx"],
    ["保守国家秘密法解读.docx"],
    ["机密文件管理办法.docx"],
    ["公开的内容.docx"],
  ])("%s is only called so", async (name) => {
    expect((await handed(name, plainDocx())).result.ok).toBe(true);
  });

  test.each([
    ["in one piece", ["机密★1年"], 1],
    ["in pieces, with spaces", ["秘", " 密", " ", "★"], 1],
    ["on a later page", ["绝密★"], 5],
  ])("a PDF that bears the mark %s is refused, and nothing of it is kept", async (_, texts, page) => {
    const { result, left } = await handed("a.pdf", await pdfSaying(texts, page));
    expect(result).toEqual({ ok: false, code: "file_secret" });
    expect(left).toBeUndefined();
  });

  test("a PDF that only speaks of secrets is taken", async () => {
    const bytes = await pdfSaying(["涉及商业秘密的部分，", "依照保守国家秘密法处理。★"]);
    expect(await wordsOf("pdf", bytes)).toContain("涉及商业秘密的部分");
    expect((await handed("a.pdf", bytes)).result.ok).toBe(true);
  });

  test("a spreadsheet is an office's to send and no citizen's to hand in", async () => {
    expect((await handed("a.xlsx", hidingXlsx())).result).toEqual({ ok: false, code: "file_type" });
  });
});
