import { describe, expect, test } from "vitest";
import { disclosure } from "../../web/copy/zh/disclosure.ts";
import { docxSample, joined, pdfSample, pngSample } from "../attachment/samples.ts";
import { upload, useBucket } from "../support/bucket.ts";
import { useEngine } from "../support/engine.ts";
import type { Visited, Visitor } from "./counter.ts";
import { answers, openCounter, origin } from "./counter.ts";

const engine = useEngine();
const s3 = useBucket();
const here = "/disclosure/apply/attachments";
const sentences = disclosure.errors;
/** The name as it is shown, not the one that is read out with the button beside it. */
const asName = { selector: "bdi" };

async function atTheFiles() {
  const counter = openCounter(engine, s3);
  const visitor = counter.newBrowser();
  return { ...counter, visitor, seen: await visitor.answerAll() };
}

/** The form of a page as the browser would send it: to the bucket, with all its fields. */
function formOf({ document }: Visited) {
  const form = document.querySelector<HTMLFormElement>("form[data-upload]");
  if (form === null) throw new Error("this page has no upload form");
  const hidden = [...form.querySelectorAll<HTMLInputElement>("input[type=hidden]")];
  const fields = Object.fromEntries(hidden.map((input) => [input.name, input.value]));
  return { form, url: form.action, fields, next: form.dataset.next ?? "" };
}

/** Chooses a file and sends it without a script: to the bucket, and back to where the bucket leads. */
async function add(visitor: Visitor, bytes: Uint8Array, name = "材料.pdf"): Promise<Visited> {
  const posted = await upload(formOf(await visitor.open(here)), bytes, name);
  const back = new URL(posted.headers.get("location") ?? `${origin}/nowhere`);
  expect(posted.status).toBe(303);
  expect(back.origin).toBe(origin);
  return visitor.open(back.pathname + back.search);
}

describe("adding files", () => {
  test("the form posts straight to the bucket, its file last, and says its limits", async () => {
    const { seen } = await atTheFiles();
    const { form, fields } = formOf(seen);
    expect(form.getAttribute("enctype")).toBe("multipart/form-data");
    expect([...form.elements].filter((each) => each.tagName === "INPUT").at(-1)).toHaveProperty(
      "type",
      "file",
    );
    expect(fields).toMatchObject({ "x-amz-meta-name": "$" + "{filename}" });
    const input = seen.page.getByLabelText("选择文件或拍照");
    expect(input.getAttribute("accept")).toContain(".ofd");
    expect(input.hasAttribute("required")).toBe(true);
    expect(seen.page.getByText(/每个不超过 10 MB/)).toBeDefined();
  });

  test("without a script: to the bucket, back, verified, shown with its name and size", async () => {
    const { visitor } = await atTheFiles();
    const seen = await add(visitor, pdfSample(), "委托书 <b>.pdf");
    expect(seen.address).toBe(here);
    expect(seen.status).toBe(200);
    expect(seen.page.getByText("文件已上传并通过检查。")).toBeDefined();
    expect(seen.page.getByText("委托书 _b_.pdf", asName)).toBeDefined();
    const again = await visitor.open(here);
    expect(again.page.queryByText("文件已上传并通过检查。")).toBeNull();
    expect(again.page.getByText("已上传 1 个文件")).toBeDefined();
    const check = await visitor.open("/disclosure/apply/check");
    expect(check.page.getByText("委托书 _b_.pdf", asName)).toBeDefined();
  });

  test("with a script: the same form, then the address that the form names", async () => {
    const { visitor, seen } = await atTheFiles();
    const { next, ...form } = formOf(seen);
    await upload(form, docxSample(), "说明.docx");
    const after = await visitor.open(next);
    expect(after.page.getByText("说明.docx", asName)).toBeDefined();
    const twice = await visitor.open(next);
    expect(twice.page.getByText("已上传 1 个文件")).toBeDefined();
  });

  test("five are enough: then there is no form, and a sixth of another tab is refused", async () => {
    const { visitor, seen } = await atTheFiles();
    const other = formOf(seen);
    for (const number of [1, 2, 3, 4, 5]) await add(visitor, pngSample(), `${number}.png`);
    const full = await visitor.open(here);
    expect(full.document.querySelector("form[data-upload]")).toBeNull();
    expect(full.page.getByText(/达到上限/)).toBeDefined();
    await upload(other, pngSample(), "6.png");
    const sixth = await visitor.open(other.next);
    expect(sixth.status).toBe(422);
    expect(sixth.page.getAllByText(sentences.too_many_files ?? "?").length).toBeGreaterThan(0);
    expect(sixth.page.queryByText("6.png", asName)).toBeNull();
    expect(sixth.page.getByText("已上传 5 个文件")).toBeDefined();
  });

  test("a file can be taken off again, and its bytes go too", async () => {
    const { visitor, attachments } = await atTheFiles();
    await add(visitor, pdfSample(), "一.pdf");
    const seen = await add(visitor, pdfSample(), "二.pdf");
    const remove = seen.page.getByRole("button", { name: /^删除\s*一\.pdf/ });
    const id = remove.getAttribute("value") ?? "";
    const after = await visitor.send(`${here}/remove`, { file: id });
    expect(after.page.getByText("文件已删除。")).toBeDefined();
    expect(after.page.queryByText("一.pdf", asName)).toBeNull();
    expect(after.page.getByText("二.pdf", asName)).toBeDefined();
    expect(s3.rig.s3.store.find(`kept/${id}`)).toBeUndefined();
    const other = await attachments.offer("another draft");
    for (const file of ["", "f00", "../kept", other.uploadId])
      expect((await visitor.send(`${here}/remove`, { file })).page.getByText("二.pdf", asName)).toBeDefined();
  });

  test("files go with the request, and stay when the draft goes", async () => {
    const { visitor, disclosure } = await atTheFiles();
    await add(visitor, pdfSample(), "证明.pdf");
    const receipt = await visitor.send("/disclosure/apply/check", {});
    expect(receipt.page.getByText("1 个文件")).toBeDefined();
    const handed = await disclosure.receiptOf(visitor.browser.cookie("__Host-draft") ?? "");
    const [file] = handed?.attachments ?? [];
    expect(file).toMatchObject({ name: "证明.pdf", kind: "pdf", sizeBytes: pdfSample().length });
    expect(s3.rig.s3.store.find(`kept/${file?.id}`)).toBeDefined();
  });

  test("beginning again takes the files of the old draft along", async () => {
    const { visitor, drafts } = await atTheFiles();
    await add(visitor, pdfSample());
    const [file] = (await drafts.demand(visitor.browser.cookie("__Host-draft") ?? "")).files;
    await visitor.send("/disclosure", { again: "yes" });
    expect(s3.rig.s3.store.find(`kept/${file?.id}`)).toBeUndefined();
  });
});

describe("what is no attachment", () => {
  test.each([
    ["a renamed program", joined("MZ\u0090\0", "\0".repeat(99)), "发票.pdf", "file_type"],
    ["a web page called PDF", joined("<html><script>alert(1)</script></html>"), "公告.pdf", "file_type"],
    ["a damaged PDF", pdfSample().slice(0, 30), "a.pdf", "file_type"],
    ["an empty file", new Uint8Array(), "a.pdf", "file_empty"],
    ["a file of more than 10 MB", new Uint8Array(10 * 1024 * 1024 + 1), "a.pdf", "file_too_large"],
  ])("%s gets a sentence beside the field", async (_what, bytes, name, code) => {
    const { visitor } = await atTheFiles();
    await add(visitor, pdfSample(), "好的.pdf");
    const seen = await add(visitor, bytes, name);
    expect(seen.status).toBe(422);
    expect(seen.address).toBe(here);
    expect(seen.document.getElementById("file-error")?.textContent).toContain(sentences[code]);
    expect(seen.page.getByText("好的.pdf", asName)).toBeDefined();
    expect((await visitor.open(here)).status).toBe(200);
  });

  test("a tampered, a stranger's and an expired upload are told the same", async () => {
    const { visitor } = await atTheFiles();
    const stranger = await atTheFiles();
    const { next: strange, ...form } = formOf(stranger.seen);
    await upload(form, pdfSample());
    const own = formOf(await visitor.open(here)).next;
    for (const address of [`${here}/received`, `${own.slice(0, -2)}xx`, strange, own]) {
      const seen = await visitor.open(address);
      expect(seen.status).toBe(422);
      expect(seen.document.getElementById("file-error")?.textContent).toContain(sentences.file_missing);
      expect(seen.address).toBe(here);
    }
    expect((await stranger.visitor.open(strange)).status).toBe(200);
  });

  test("nothing can be uploaded before the questions are answered", async () => {
    const visitor = openCounter(engine, s3).newBrowser();
    await visitor.send("/disclosure", {});
    await visitor.send("/disclosure/apply/applicant", answers.applicant);
    expect((await visitor.open(here)).address).toBe("/disclosure/apply/name");
  });
});

test("the clock takes away drafts whose day is over, with their files", async () => {
  const { visitor, drafts, clock } = await atTheFiles();
  await add(visitor, pdfSample());
  const id = visitor.browser.cookie("__Host-draft") ?? "";
  const [file] = (await drafts.demand(id)).files;
  expect(s3.rig.s3.store.find(`kept/${file?.id}`)).toBeDefined();
  clock.pass(24 * 3600 + 1);
  expect(await drafts.sweep()).toBeGreaterThan(0);
  expect(s3.rig.s3.store.find(`kept/${file?.id}`)).toBeUndefined();
  expect(await drafts.sweep()).toBe(0);
});
