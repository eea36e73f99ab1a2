/** Files of an answer for everybody: of those that went out, chosen, ticked, looked at again, and gone with the answer. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test } from "vitest";
import type { CaseFile, FileKind } from "../../functions/attachment/attachment.ts";
import { CHECK_VERSION, openReleaseStore } from "../../functions/release/release.store.ts";
import { approvalOf, people, reviewed } from "../disclosure/support.ts";
import { hidingDocx, pdfSaying, plainDocx } from "../release/samples.ts";
import { application } from "../support/application.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { content } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
let bucket: ReturnType<typeof memoryBucket>;
beforeEach(() => {
  bucket = memoryBucket();
  apps = openApps(engine, bucket);
});

let made = 0;
/** A file as it lies in the bucket once it was taken in. */
function filed(name: string, kind: FileKind, bytes: Uint8Array): CaseFile {
  made += 1;
  const id = `f${made.toString(16).padStart(32, "0")}`;
  bucket.receive(`kept/${id}`, bytes, name);
  return {
    id,
    name,
    kind,
    sizeBytes: bytes.length,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  };
}

/** A request that was answered with these files. */
async function answeredWith(files: readonly CaseFile[]): Promise<string> {
  const { reference } = await apps.disclosure.submit({
    application,
    attachments: [],
    lang: "zh",
    token: `files ${Math.random()}`,
  });
  await apps.seat(people.handler);
  const act = (action: string, actor: unknown, data: unknown = {}) =>
    apps.disclosure.act({ reference, action, actor, data } as Parameters<typeof apps.disclosure.act>[0]);
  const proposed = { outcome: "disclosed", reply: "现予公开。", files };
  await act("confirm_receipt", people.clerk, { on: "2026-03-02" });
  await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
  await act("propose", people.handler, reviewed(proposed));
  await act("approve", people.reviewer, approvalOf(proposed));
  await act("answer", people.clerk, { on: "2026-03-02" });
  return reference;
}

/** Chosen by the handler and handed in. */
async function inReview(files: readonly CaseFile[]): Promise<{ id: string; reference: string }> {
  const reference = await answeredWith(files);
  const browser = await apps.seat(people.handler);
  const form = new URLSearchParams({ ...content, version: "0" });
  for (const { id } of files) form.append("files", id);
  const saved = await browser.post(`/office/answers/of/${reference}`, form as never);
  expect(saved.status).toBe(303);
  const id = apps.answers.published.idOf(reference);
  await apps.answers.published.act(people.handler, id, { act: "hand_in", version: 1 });
  return { id, reference };
}

describe("files of an answer for everybody", () => {
  test("are ticked by who publishes, shown with type, size and hash, in the feed, and gone with the answer", async () => {
    const one = filed("清单.docx", "docx", plainDocx());
    const other = filed("说明.docx", "docx", plainDocx());
    const { id } = await inReview([one, other]);
    const reviewer = await apps.seat(people.reviewer);
    const page = await reviewer.page(await reviewer.get(`/office/answers/items/${id}`));
    const boxes = [...page.querySelectorAll<HTMLInputElement>('input[name="files"]')];
    expect(boxes.map(({ value, checked }) => [value, checked])).toEqual([
      [one.id, false],
      [other.id, false],
    ]);
    await reviewer.post(`/office/answers/items/${id}/publish`, { version: "2", files: one.id });
    const citizen = apps.visitor();
    const shown = await citizen.page(await citizen.get(`/answers/${id}`));
    const links = [...shown.querySelectorAll<HTMLAnchorElement>('a[href*="/files/"]')];
    expect(links.map((link) => link.getAttribute("href"))).toEqual([`/answers/${id}/files/${one.id}`]);
    expect(shown.body.textContent).toMatch(new RegExp(`清单.docx\\s+DOCX, .*SHA-256 ${one.sha256}`, "s"));
    const download = await citizen.get(`/answers/${id}/files/${one.id}`);
    expect([download.status, download.headers.get("location")]).toEqual([
      303,
      expect.stringContaining(one.id),
    ]);
    expect((await citizen.get(`/answers/${id}/files/${other.id}`)).status).toBe(404);
    const feed = await (await citizen.get("/answers/feed.atom")).text();
    expect(feed).toContain(
      `length="${one.sizeBytes}" title="清单.docx" href="https://banshi.example/answers/${id}/files/${one.id}"/>`,
    );
    expect(feed).not.toContain(other.id);
    const taken = { act: "withdraw", version: 3, reason: "数字有误" } as const;
    await apps.answers.published.act(people.reviewer, id, taken);
    const gone = await citizen.get(`/answers/${id}/files/${one.id}`);
    expect([gone.status, gone.headers.get("location")]).toEqual([303, `/answers/${id}`]);
    await expect(
      apps.answers.published.linkOf(await apps.answers.published.readPublic(id), one.id),
    ).rejects.toMatchObject({ status: 410 });
    expect(await (await citizen.get("/answers/feed.atom")).text()).not.toContain(one.id);
  });

  test.each([
    ["hides something", "docx", async () => hidingDocx(), "里有隐藏内容"],
    ["tells who asked", "pdf", () => pdfSaying(["13812345678"]), "里有能认出人的内容"],
  ] as const)("one that %s is not chosen, though the applicant has it", async (_, kind, bytes, said) => {
    const file = filed(`清单.${kind}`, kind, await bytes());
    const reference = await answeredWith([file]);
    const browser = await apps.seat(people.handler);
    const wanted = { ...content, version: "0", files: file.id };
    const refused = await browser.post(`/office/answers/of/${reference}`, wanted);
    expect(refused.status).toBe(422);
    const page = await browser.page(refused);
    const link = page.querySelector<HTMLAnchorElement>(`.govuk-error-summary a[href="#file-${file.id}"]`);
    expect(link?.textContent).toContain(`清单.${kind}${said}`);
    const box = page.querySelector<HTMLInputElement>(`#file-${file.id}`);
    expect([box?.value, box?.checked]).toEqual([file.id, true]);
    expect(page.querySelector<HTMLInputElement>("#subject")?.value).toBe(content.subject);
  });

  test("one that did not go out with the answer is none", async () => {
    const reference = await answeredWith([]);
    const said = { content, version: 0, files: ["f1"] };
    await expect(apps.answers.published.write(people.handler, reference, said)).rejects.toMatchObject({
      errors: [{ field: "files", code: "files.not_sent" }],
    });
  });

  test("what is found after it was chosen stops it when it is published", async () => {
    const file = filed("清单.docx", "docx", plainDocx());
    const { id, reference } = await inReview([file]);
    // As if the check had learned to see more since.
    const check = { file: file.id, findings: [{ code: "comments", count: 1 }] } as const;
    const kept = {
      version: CHECK_VERSION,
      sha256: file.sha256,
      check: { ...check, findings: [...check.findings] },
    };
    await openReleaseStore(engine.table).keep(reference, kept);
    const publish = { act: "publish", version: 2, files: [file.id] } as const;
    await expect(apps.answers.published.act(people.reviewer, id, publish)).rejects.toMatchObject({
      errors: [{ field: `file-${file.id}`, code: "files.hidden" }],
    });
  });
});
