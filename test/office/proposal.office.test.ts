import { beforeAll, describe, expect, test } from "vitest";
import { openProposalStore } from "../../functions/office/proposal.store.ts";
import { NO_TEXT } from "../../functions/office/proposal.ts";
import { people } from "../disclosure/support.ts";
import { upload, useBucket } from "../support/bucket.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";
import type { Clerk, Desk, Seen } from "./desk.ts";
import { ORIGIN, openDesk, reviewIn } from "./desk.ts";

const engine = useEngine();
const s3 = useBucket();
let desk: Desk;
let handler: Clerk;
beforeAll(async () => {
  desk = openDesk(engine, s3.bucket);
  handler = await desk.seat(people.handler);
});

const pdf = new TextEncoder().encode("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");

async function handling(): Promise<string> {
  const reference = await desk.submit();
  const act = { reference, actor: people.clerk };
  await desk.disclosure.act({ ...act, action: "confirm_receipt", data: { on: "2026-03-02" } });
  const assignee = { id: people.handler.id, name: "" };
  await desk.disclosure.act({ ...act, action: "assign", data: { assignee } });
  return reference;
}
const proposal = (reference: string) => `/office/cases/${reference}/proposal`;
const replyIn = (seen: Seen) => (seen.page.getByLabelText("答复内容") as HTMLTextAreaElement).value;

/** Posts a file by the form of the page as a browser without scripts does, and goes where the bucket sends it. */
async function post(seen: Seen, bytes: Uint8Array, name: string): Promise<Seen> {
  const form = seen.document.querySelector<HTMLFormElement>("form.upload");
  const hidden = [...(form?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? [])];
  const fields = Object.fromEntries(hidden.map((input) => [input.name, input.value]));
  const answer = await upload({ url: form?.getAttribute("action") ?? "", fields }, bytes, name);
  expect(answer.status).toBe(303);
  const back = new URL(answer.headers.get("location") ?? "");
  expect(back.origin).toBe(ORIGIN);
  return handler.open(back.pathname + back.search);
}

describe("files of an answer, without scripts", () => {
  test("are added without losing the text, removed, and handed in", async () => {
    const reference = await handling();
    let seen = await handler.open(proposal(reference));
    const text = { outcome: "disclosed", reply: "现予公开，详见附件。" };
    seen = await handler.press(seen, "添加附件", text);
    expect(seen.address).toBe(`${proposal(reference)}/files`);
    seen = await post(seen, pdf, "清单.pdf");
    expect(seen.page.getByText("附件已添加。")).toBeDefined();
    expect(replyIn(seen)).toBe(text.reply);
    seen = await post(await handler.press(seen, "添加附件"), pdf, "多余的.pdf");
    seen = await handler.press(seen, /移除.*多余的/, { reply: `${text.reply}补充。` });
    expect(seen.page.getByText("附件已移除。")).toBeDefined();
    expect(replyIn(seen)).toBe(`${text.reply}补充。`);
    await handler.press(seen, "提交审核", { ...reviewIn(seen), tick: "yes" });
    const { head } = await desk.disclosure.readForOffice(reference, people.handler);
    expect(head.proposal).toMatchObject({ outcome: "disclosed", files: [{ name: "清单.pdf", kind: "pdf" }] });
  });

  test.each([
    ["a page that calls itself PDF", new TextEncoder().encode("<html>"), "文件类型不支持"],
    ["a program", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]), "文件类型不支持"],
  ])("%s is refused and says why", async (_case, bytes, sentence) => {
    const reference = await handling();
    const seen = await post(await handler.open(`${proposal(reference)}/files`), bytes, "a.pdf");
    expect(seen.status).toBe(422);
    expect(seen.html).toContain(sentence);
    expect((await handler.open(proposal(reference))).page.getByText("还没有附件。")).toBeDefined();
  });

  test("an upload of another case or person is not accepted", async () => {
    const [one, other] = [await handling(), await handling()];
    const seen = await handler.open(`${proposal(one)}/files`);
    const next = seen.document.querySelector<HTMLFormElement>("form.upload")?.dataset.next ?? "";
    await post(seen, pdf, "a.pdf");
    const wrong = await handler.open(next.replace(one, other));
    expect(wrong.status).toBe(422);
    expect(wrong.html).toContain("没有收到文件");
    const again = await handler.open(next);
    expect(again.status).toBe(200);
    expect(again.document.querySelectorAll(".files__remove")).toHaveLength(1);
  });

  test("classified outcomes go without files", async () => {
    const reference = await handling();
    const seen = await post(await handler.open(`${proposal(reference)}/files`), pdf, "密.pdf");
    const again = await handler.press(seen, "提交审核", {
      outcome: "state_secret",
      reply: "属于国家秘密，不予公开。",
      tick: "yes",
    });
    expect(again.status).toBe(422);
    const link = again.page.getByRole("link", { name: /涉密内容不能进入本系统/ });
    expect(again.document.querySelector(link.getAttribute("href") ?? "none")).not.toBeNull();
  });
});

describe("an answer in the making", () => {
  const store = () => openProposalStore(engine.table, testVault());
  const owner = { reference: "440305G26030200001A", staffId: "u1", at: "2026-03-02T02:00:00.000Z" };
  const text = { ...NO_TEXT, outcome: "disclosed", reply: "给申请人的话" };
  const file = (n: number) =>
    ({ id: `f${n}`, name: `${n}.pdf`, kind: "pdf", sizeBytes: 1, sha256: "0" }) as const;

  test("is sealed, belongs to one person, and ends a month after the last save", async () => {
    await store().saveText(owner, text);
    expect(await store().read(owner)).toEqual({ ...text, files: [] });
    expect(await store().read({ ...owner, staffId: "u2" })).toBeUndefined();
    expect(await store().read({ ...owner, at: "2026-04-01T02:00:00.000Z" })).toBeUndefined();
    const item = await engine.table.get({ pk: `CASE#${owner.reference}`, sk: "PROPOSAL#u1" });
    expect(JSON.stringify(item)).not.toContain("申请人");
  });

  test("keeps every file that is added at the same moment as others and as the text", async () => {
    const mine = { ...owner, staffId: "busy" };
    await store().saveText(mine, text);
    const adds = [1, 2, 3].map((n) => store().changeFiles(mine, (files) => [...files, file(n)]));
    await Promise.all([...adds, store().saveText(mine, { ...text, reply: "新" })]);
    const found = await store().read(mine);
    expect(found?.reply).toBe("新");
    expect(found?.files.map((each) => each.id).sort()).toEqual(["f1", "f2", "f3"]);
  });

  test("that was cleared or has expired leaves nothing behind for the next", async () => {
    const mine = { ...owner, staffId: "again" };
    await store().changeFiles(mine, () => [file(1)]);
    await store().saveText(mine, text);
    await store().clear(mine);
    expect(await store().read(mine)).toBeUndefined();
    await store().changeFiles(mine, (files) => [...files, file(2)]);
    expect((await store().read(mine))?.files).toEqual([file(2)]);
    const later = { ...mine, at: "2026-06-01T02:00:00.000Z" };
    await store().saveText(later, text);
    expect(await store().read(later)).toEqual({ ...text, files: [] });
  });
});
