/** The files of a text: added in a draft, looked at before anybody may read them, public as long as the text is. */
import { JSDOM } from "jsdom";
import { beforeEach, describe, expect, test } from "vitest";
import { gazetteFiles } from "../../stacks/local/demo-gazette/gazette-file.ts";
import { people } from "../disclosure/support.ts";
import { hidingDocx, hidingXlsx, markedDocx, pdfSaying, plainDocx } from "../release/samples.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { draft, text } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
let bucket: ReturnType<typeof memoryBucket>;
beforeEach(() => {
  bucket = memoryBucket();
  apps = openApps(engine, bucket);
});
const ITEM = "/office/gazette/items";

/** What a browser does: the form's fields and the file to the bucket, which sends it back. */
async function add(id: string, name: string, bytes: Uint8Array, person = people.clerk) {
  const browser = await apps.seat(person);
  const form = await browser.page(await browser.get(`${ITEM}/${id}/files`));
  const valueIn = (field: string) =>
    form.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.value ?? "";
  bucket.receive(valueIn("key"), bytes, name);
  const { pathname, search } = new URL(valueIn("success_action_redirect"));
  return browser.get(pathname + search);
}
const filesOf = async (id: string) => (await apps.gazette.gazette.headOf(id)).work?.content.files ?? [];

async function act(id: string, deed: string, person: typeof people.clerk, more: Record<string, string> = {}) {
  const browser = await apps.seat(person);
  const { version } = await apps.gazette.gazette.headOf(id);
  return browser.post(`${ITEM}/${id}/acts/${deed}`, { version: String(version), ...more });
}

async function published(name: string, bytes: Uint8Array): Promise<{ id: string; file: string }> {
  const { id } = await draft(apps.gazette.gazette);
  await add(id, name, bytes);
  const [file] = await filesOf(id);
  await act(id, "hand_in", people.clerk);
  await act(id, "approve", people.reviewer);
  return { id, file: file?.id ?? "" };
}

describe("on the way in", () => {
  test("what its content proves is added once, and stays when the text is written again", async () => {
    const { id, version } = await draft(apps.gazette.gazette);
    const added = await add(id, "申请表.docx", plainDocx());
    expect(added.headers.get("location")).toBe(`${ITEM}/${id}?done=fileAdded`);
    expect(await filesOf(id)).toEqual([expect.objectContaining({ name: "申请表.docx", kind: "docx" })]);
    const form = { ...text, title: "改过的标题" };
    const head = await apps.gazette.gazette.write(people.clerk, {
      id,
      kind: "policy",
      version: version + 1,
      form,
    });
    expect(head.work?.content).toMatchObject({ title: "改过的标题", files: [{ name: "申请表.docx" }] });
  });

  test.each([
    ["名单.docx", async () => new TextEncoder().encode("<html>"), "文件类型不支持"],
    ["秘.docx", async () => markedDocx(), "密级标志"],
    ["名单.pdf", () => pdfSaying(["11010119900307002X"]), "身份证号或者银行卡号"],
  ])("%s is refused and not kept", async (name, bytes, said) => {
    const { id } = await draft(apps.gazette.gazette);
    const answer = await add(id, name, await bytes());
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain(said);
    expect(await filesOf(id)).toEqual([]);
  });

  test.each([
    ["岗位表.xlsx", gazetteFiles["community-workers"]?.[1]],
    ["周六可以办理的事项.xlsx", gazetteFiles["hall-weekend"]?.[0]],
  ])("the figures of %s are no number of a person", async (name, file) => {
    const { id } = await draft(apps.gazette.gazette);
    const made = await file?.make();
    await add(id, name, made?.bytes() ?? new Uint8Array());
    expect((await filesOf(id)).map((each) => each.name)).toEqual([name]);
  });

  test("a person's number in a cell of a sheet is one", async () => {
    const { default: write } = await import("write-excel-file/node");
    const rows = [
      ["姓名", "证件号码"],
      ["甲", "11010119900307002X"],
      ["乙", 2026],
    ];
    const data = rows.map((row) => row.map((value) => ({ value })));
    const bytes = await write([{ sheet: "一", data }]).toBuffer();
    const { id } = await draft(apps.gazette.gazette);
    const answer = await add(id, "名单.xlsx", bytes);
    expect(await answer.text()).toContain("身份证号或者银行卡号");
    expect(await filesOf(id)).toEqual([]);
  });

  test("who may not write adds nothing, and nothing is added to what is in review", async () => {
    const { id } = await draft(apps.gazette.gazette);
    const reviewer = await apps.seat(people.reviewer);
    expect((await reviewer.get(`${ITEM}/${id}/files`)).status).toBe(403);
    await act(id, "hand_in", people.clerk);
    const clerk = await apps.seat(people.clerk);
    expect((await clerk.get(`${ITEM}/${id}/files`)).status).toBe(409);
  });
});

describe("the release check", () => {
  test("keeps what hides something from review until a cleaned copy is in its place", async () => {
    const { id } = await draft(apps.gazette.gazette);
    await add(id, "办法.xlsx", hidingXlsx());
    await add(id, "表.docx", hidingDocx());
    const refused = await act(id, "hand_in", people.clerk);
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain("没有通过放行检查");
    expect((await apps.gazette.gazette.headOf(id)).work?.state).toBe("draft");
    const clerk = await apps.seat(people.clerk);
    for (const { id: file, kind } of await filesOf(id)) {
      const did = kind === "xlsx" ? "remove" : "clean";
      await clerk.post(`${ITEM}/${id}/files/${file}/${did}`, {});
    }
    const [file, ...others] = await filesOf(id);
    expect([file?.kind, others]).toEqual(["docx", []]);
    // An embedded sheet cannot be taken out here, so the file stays back all the same.
    expect((await act(id, "hand_in", people.clerk)).status).toBe(409);
    await clerk.post(`${ITEM}/${id}/files/${file?.id}/remove`, {});
    await add(id, "表.docx", plainDocx());
    expect((await act(id, "hand_in", people.clerk)).headers.get("location")).toContain("done=hand_in");
    const reviewer = await apps.seat(people.reviewer);
    const review = await (await reviewer.get(`${ITEM}/${id}`)).text();
    expect(review).toContain("表.docx");
    expect(review).toContain("没有发现隐藏内容");
  });

  test("where nothing looks at files, none goes out", async () => {
    const { id } = await draft(apps.gazette.gazette);
    await add(id, "表.docx", plainDocx());
    const { version } = await apps.gazette.gazette.headOf(id);
    const handed = apps.gazette.gazette.act(people.clerk, { id, deed: "hand_in", version });
    await expect(handed).rejects.toMatchObject({ status: 409, code: "gazette_files" });
  });
});

describe("published", () => {
  test("is read with type and size, in the feed as enclosures, and gone when the text is taken back", async () => {
    const { id, file } = await published("附件 <1>&.docx", plainDocx());
    const browser = apps.visitor();
    const path = `/policies/${id}/files/${file}`;
    const page = await browser.page(await browser.get(`/policies/${id}`));
    const shown = page.querySelector(`a[href="${path}"]`)?.closest("li")?.textContent ?? "";
    expect(shown).toMatch(/DOCX, \d+ B/);
    const sent = await browser.get(path);
    expect([sent.status, sent.headers.get("cache-control")]).toEqual([303, "no-store"]);
    expect(sent.headers.get("location")).toBe(`https://bucket.example/kept/${file}?signed`);
    const feed = await (await browser.get("/policies/feed.atom")).text();
    const atom = new JSDOM(feed, { contentType: "application/xml" }).window.document;
    const enclosure = atom.querySelector(`link[rel="enclosure"][href$="${path}"]`);
    expect(enclosure?.getAttribute("type")).toContain("wordprocessingml");
    expect(Number(enclosure?.getAttribute("length"))).toBe(plainDocx().length);
    expect(enclosure?.closest("entry")?.querySelector("id")?.textContent).toContain(id);
    expect((await browser.get(`/news/${id}/files/${file}`)).status).toBe(404);
    expect((await browser.get(`/policies/${id}/files/none`)).status).toBe(404);

    await act(id, "withdraw", people.reviewer, { reason: "数字有误" });
    expect((await browser.get(path)).headers.get("location")).toBe(`/policies/${id}`);
    expect(await (await browser.get("/policies/feed.atom")).text()).not.toContain(path);
  });

  test("is kept with the text that had it, though a revision has another", async () => {
    const { id, file } = await published("旧表.docx", plainDocx());
    await act(id, "revise", people.clerk);
    const clerk = await apps.seat(people.clerk);
    await clerk.post(`${ITEM}/${id}/files/${file}/remove`, {});
    expect((await apps.visitor().get(`/policies/${id}/files/${file}`)).status).toBe(303);
    await add(id, "新表.pdf", await pdfSaying(["MZ"]));
    const [next] = await filesOf(id);
    await clerk.post(`${ITEM}/${id}/files/${next?.id}/clean`, {});
    await act(id, "hand_in", people.clerk);
    await act(id, "approve", people.reviewer);
    expect((await apps.visitor().get(`/policies/${id}/files/${file}`)).status).toBe(404);
    const old = await clerk.page(await clerk.get(`${ITEM}/${id}/versions/1`));
    expect(old.querySelector(`a[href="${ITEM}/${id}/files/${file}?n=1"]`)?.textContent).toBe("旧表.docx");
    const link = await clerk.get(`${ITEM}/${id}/files/${file}?n=1`);
    expect(link.headers.get("location")).toContain(`kept/${file}`);
    expect(await bucket.head(`kept/${file}`)).toBeDefined();
  });

  test("what only a discarded draft had is forgotten", async () => {
    const { id } = await draft(apps.gazette.gazette);
    await add(id, "表.docx", plainDocx());
    const [file] = await filesOf(id);
    await act(id, "discard", people.clerk);
    expect(await bucket.head(`kept/${file?.id}`)).toBeUndefined();
  });
});
