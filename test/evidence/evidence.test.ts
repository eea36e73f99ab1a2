import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { JSDOM } from "jsdom";
import { beforeAll, describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import { commandHashes, verifyChain } from "../../functions/case/case.chain.ts";
import { headKey } from "../../functions/case/case.store.ts";
import type { Manifest } from "../../functions/evidence/evidence.ts";
import { changedFiles } from "../../functions/evidence/evidence.ts";
import { keyOf } from "../../functions/kit/table.expression.ts";
import { verifyBundle } from "../../stacks/local/bundle.ts";
import { pngSample } from "../attachment/samples.ts";
import { approvalOf, people, reviewed } from "../disclosure/support.ts";
import { application as records } from "../rectification/support.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const bucket = memoryBucket();
let apps: ReturnType<typeof openApps>;
beforeAll(() => {
  apps = openApps(engine, bucket);
});

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");
const file = (letter: string, name: string) => ({
  id: `f${letter.repeat(32)}`,
  name,
  kind: "png" as const,
  sizeBytes: pngSample().length,
  sha256: sha256(pngSample()),
});
const attached = file("a", "身份证.png");
const replied = file("b", "清单.png");

type Act = Parameters<typeof apps.disclosure.act>[0];
async function answeredCase(): Promise<string> {
  for (const { id, name } of [attached, replied]) bucket.receive(`kept/${id}`, pngSample(), name);
  const { reference } = await apps.disclosure.submit({
    application: (await import("../support/application.ts")).application,
    attachments: [attached],
    lang: "zh",
    token: `evidence ${Math.random()}`,
  });
  await apps.seat(people.handler);
  const act = (action: string, actor: unknown, data: unknown = {}) =>
    apps.disclosure.act({ reference, action, actor, data } as Act);
  await act("confirm_receipt", people.clerk, { on: "2026-03-02" });
  await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
  const proposed = { outcome: "disclosed", reply: "现予公开。", files: [replied] };
  await act("propose", people.handler, reviewed(proposed));
  await act("approve", people.reviewer, approvalOf(proposed));
  await act("answer", people.clerk, { on: "2026-03-02" });
  const { letters, templates } = apps.letters;
  const { settingsVersion } = await templates.read(people.admin);
  const settings = { word: "示公开", reviewBody: "", court: "", onlineReview: "https://xzfy.example" };
  await templates.saveSettings(people.admin, settings, settingsVersion);
  const draft = await letters.begin(people.clerk, reference, "outcome_disclosed");
  const number = await letters.issue(people.clerk, draft, { asked: {}, commandId: reference });
  await letters.serve(people.clerk, reference, number, {
    route: "post",
    on: "2026-03-02",
    note: "EMS 1234567890123",
  });
  return reference;
}

async function download(reference: string) {
  const browser = await apps.seat(people.reviewer);
  const response = await browser.post(`/office/evidence/${reference}`, {});
  expect(response.status).toBe(303);
  const key = new URL(response.headers.get("location") ?? "").pathname.slice(1);
  const zip = await bucket.read(key);
  const files = unzipSync(zip);
  const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array())) as Manifest;
  return { zip, files, manifest };
}

describe("the bundle", () => {
  test("holds application, events, reply, letters with their service and the record, each as the manifest says", async () => {
    const reference = await answeredCase();
    const { files, manifest } = await download(reference);
    expect(Object.keys(files)).toEqual([
      "目录.html",
      "manifest.json",
      "1-申请/01-申请书.json",
      "1-申请/02-身份证.png",
      "2-办理过程/01-办理过程.json",
      "2-办理过程/02-办理期限.json",
      "3-答复附件/01-清单.png",
      expect.stringMatching(/^4-公文\/01-政府信息公开告知书〔2026〕\d+号\.docx$/),
      "4-公文/02-制发和送达.json",
      "5-操作记录/01-操作记录.json",
    ]);
    for (const { path, sha256: expected, sizeBytes } of manifest.files) {
      const bytes = files[path] ?? new Uint8Array();
      expect([path, sha256(bytes), bytes.length]).toEqual([path, expected, sizeBytes]);
    }
    expect(manifest.files).toHaveLength(Object.keys(files).length - 2);
    expect(manifest.files.filter(({ recordedSha256 }) => recordedSha256 !== undefined)).toHaveLength(3);
    expect(changedFiles(manifest)).toEqual([]);
    const read = (path: string) => JSON.parse(strFromU8(files[path] ?? new Uint8Array()));
    expect(read("1-申请/01-申请书.json")).toMatchObject({
      name: "张三丰",
      identityNumber: "11010119900307002X",
    });
    expect(read("4-公文/02-制发和送达.json")).toMatchObject([
      { served: [{ route: "post", note: "EMS 1234567890123" }] },
    ]);
  });

  test("can be verified by whoever has it alone: events, their hashes, the record", async () => {
    const reference = await answeredCase();
    const { files, manifest } = await download(reference);
    const read = (path: string) => JSON.parse(strFromU8(files[path] ?? new Uint8Array()));
    const events = read("2-办理过程/01-办理过程.json");
    const entries = read("5-操作记录/01-操作记录.json");
    const recorded = commandHashes(entries);
    const head = manifest.chain.head ?? undefined;
    expect(verifyChain({ reference, events, head, recorded })).toEqual({ ok: true, events: 6, chained: 6 });
    expect(manifest.chain).toMatchObject({ ok: true, events: 6, chained: 6 });
    events[4].event.at = "2026-03-01T00:00:00.000Z";
    expect(verifyChain({ reference, events, head, recorded })).toMatchObject({
      ok: false,
      fault: "event",
      n: 5,
    });
  });

  test("begins with a page that lists everything and leads to it", async () => {
    const reference = await answeredCase();
    const { files, manifest } = await download(reference);
    const { document } = new JSDOM(strFromU8(files["目录.html"] ?? new Uint8Array())).window;
    expect(document.documentElement.lang).toBe("zh-Hans");
    const links = [...document.querySelectorAll("a")].map((link) =>
      decodeURIComponent(link.getAttribute("href") ?? ""),
    );
    expect(links).toEqual(manifest.files.map(({ path }) => path));
    expect(document.body.textContent).toContain("6 条办理记录完整");
    expect(document.body.textContent).toContain("EMS 1234567890123");
    expect(document.querySelectorAll("script, style, link, img")).toHaveLength(0);
  });

  test("each download is on record with the hash of what was downloaded", async () => {
    const reference = await answeredCase();
    const { zip } = await download(reference);
    const entries = await apps.audit.list(caseSubject(reference), 50);
    expect(entries).toContainEqual(
      expect.objectContaining({ action: "evidence.download", result: "done", chain: sha256(zip) }),
    );
  });
});

describe("the bundle of a correction of records", () => {
  async function answered(): Promise<string> {
    bucket.receive(`kept/${attached.id}`, pngSample(), attached.name);
    const { reference } = await apps.rectifications.submit({
      ...{ application: records, attachments: [attached], lang: "zh" },
      token: `evidence ${Math.random()}`,
    });
    await apps.seat(people.handler);
    const act = (action: string, actor: unknown, data: unknown = {}) =>
      apps.rectifications.act({ reference, action, actor, data } as never);
    await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
    await act("propose", people.handler, { outcome: "corrected", reply: "已更正。" });
    await act("approve", people.reviewer);
    return reference;
  }

  test("holds what was asked, its evidence, events and date, and is verified alone and by the command", async () => {
    const reference = await answered();
    const { zip, files, manifest } = await download(reference);
    const read = (path: string) => JSON.parse(strFromU8(files[path] ?? new Uint8Array()));
    expect(Object.keys(files)).toEqual([
      "目录.html",
      "manifest.json",
      "1-申请/01-申请书.json",
      "1-申请/02-身份证.png",
      "2-办理过程/01-办理过程.json",
      "2-办理过程/02-办理期限.json",
      "4-公文/01-制发和送达.json",
      "5-操作记录/01-操作记录.json",
    ]);
    expect(read("1-申请/01-申请书.json")).toMatchObject({ wrong: records.wrong, right: records.right });
    const counted = read("2-办理过程/02-办理期限.json");
    expect(counted.due).toMatchObject({ on: "2026-03-23", workingDays: 15 });
    expect(counted.days.at(-1)).toMatchObject({ day: "2026-03-23", counted: 15 });
    expect(manifest.chain).toMatchObject({ ok: true, events: 4, chained: 4 });
    const said: string[] = [];
    expect(await verifyBundle(zip, (line) => said.push(line))).toBe(0);
    expect(said.join()).toContain("4 events: all as written");
    const front = new JSDOM(strFromU8(files["目录.html"] ?? new Uint8Array())).window.document.body;
    for (const text of ["予以更正", "2026年3月23日", "4 条办理记录完整"])
      expect(front.textContent).toContain(text);
  });

  test("is offered on its page, and not to who may not have it", async () => {
    const reference = await answered();
    const href = `/office/evidence/${reference}`;
    for (const [who, offered] of [
      ["reviewer", true],
      ["auditor", false],
    ] as const) {
      const browser = await apps.seat(people[who]);
      const page = await browser.page(await browser.get(`/office/rectifications/cases/${reference}`));
      expect(page.body.querySelector(`a[href="${href}"]`) !== null, who).toBe(offered);
      expect((await browser.post(href, {})).status).toBe(offered ? 303 : 403);
    }
  });
});

describe("what was changed behind our back shows", () => {
  test("an event, on the page and in the manifest; the bundle is made all the same", async () => {
    const reference = await answeredCase();
    const key = { pk: keyOf("CASE", reference), sk: keyOf("EVENT", "000005") };
    const item = await engine.table.get(key);
    const event = { ...(item?.event as object), at: "2026-03-01T00:00:00.000Z" };
    await engine.table.commit([{ kind: "put", key, item: { ...item, event } }]);
    const browser = await apps.seat(people.reviewer);
    const page = await browser.page(await browser.get(`/office/evidence/${reference}`));
    expect(page.body.textContent).toContain("第 5 条办理记录校验不通过");
    expect((await download(reference)).manifest.chain).toMatchObject({ ok: false, fault: "event 5" });
  });

  test("the end of the record cut off, and the head put back to match", async () => {
    const reference = await answeredCase();
    const fifth = await engine.table.get({ pk: keyOf("CASE", reference), sk: keyOf("EVENT", "000005") });
    const head = await engine.table.get(headKey(reference));
    const forged = { ...(head?.head as object), chain: fifth?.hash, version: 5 };
    await engine.table.commit([
      { kind: "delete", key: { pk: keyOf("CASE", reference), sk: keyOf("EVENT", "000006") } },
      { kind: "put", key: headKey(reference), item: { ...head, head: forged } },
    ]);
    // The chain itself ends as the head says, but the record knows one command more.
    const entries = await apps.audit.list(caseSubject(reference), 50);
    const commands = entries.filter(({ action, chain }) => action.startsWith("case.") && chain !== undefined);
    expect(commands).toHaveLength(6);
    expect((await download(reference)).manifest.chain).toMatchObject({ ok: false, fault: "record 6" });
  });

  test("a file of the answer", async () => {
    const reference = await answeredCase();
    bucket.receive(`kept/${replied.id}`, new TextEncoder().encode("other"), replied.name);
    const { manifest } = await download(reference);
    expect(changedFiles(manifest).map(({ path }) => path)).toEqual(["3-答复附件/01-清单.png"]);
  });
});

describe("who may", () => {
  test.each(["auditor", "admin", "clerkElsewhere"] as const)(
    "%s may not, and that is on record",
    async (who) => {
      const reference = await answeredCase();
      const browser = await apps.seat(people[who]);
      expect((await browser.post(`/office/evidence/${reference}`, {})).status).toBe(403);
      expect(await apps.audit.list(caseSubject(reference), 50)).toContainEqual(
        expect.objectContaining({ result: "refused", by: expect.objectContaining({ id: people[who].id }) }),
      );
    },
  );
});
