import { beforeAll, describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { application } from "./support.ts";

const engine = useEngine();
const bucket = memoryBucket();
let apps: Apps;
const desks: Record<string, Browser> = {};
beforeAll(async () => {
  apps = openApps(engine, bucket);
  for (const name of ["clerk", "handler", "reviewer", "admin", "auditor", "clerkElsewhere"] as const)
    desks[name] = await apps.seat(people[name]);
}, 120_000);
const at = (name: string): Browser => desks[name] as Browser;

const typed: Readonly<Record<string, string>> = { ...application, applicantKind: "person" };

/** Fills in every question as somebody without scripts does, and gives the receipt. */
async function handIn(visitor: Browser): Promise<Document> {
  let response = await visitor.follow(await visitor.post("/rectification", {}));
  for (let step = 0; step < 12 && !visitor.address.startsWith("/rectification/receipt"); step += 1) {
    expect(response.status).toBe(200);
    const page = await visitor.page(response);
    const form = [...page.querySelectorAll("main form")].at(-1) as HTMLFormElement;
    const names = [...form.querySelectorAll<HTMLInputElement>("[name]")].map(({ name }) => name);
    const fields = Object.fromEntries(names.map((name) => [name, typed[name] ?? ""]));
    response = await visitor.follow(await visitor.post(form.getAttribute("action") ?? "", fields));
  }
  return visitor.page(response);
}

/** Presses the button of a form of the page with what its boxes hold. */
async function press(browser: Browser, path: string, act: string, fields: Record<string, string> = {}) {
  const page = await browser.page(await browser.get(path));
  const form = page.querySelector<HTMLFormElement>(`form[action$="/acts/${act}"]`);
  const hidden = [...(form?.querySelectorAll<HTMLInputElement>("input[type=hidden]") ?? [])];
  const own = Object.fromEntries(hidden.map(({ name, value }) => [name, value]));
  return browser.post(form?.getAttribute("action") ?? "none", { ...own, ...fields });
}

describe("from the citizen's door to the answer, by forms alone", () => {
  test("handed in, followed, decided by two people, answered, read", async () => {
    const visitor = apps.visitor();
    const receipt = await handIn(visitor);
    const text = receipt.body.textContent ?? "";
    expect(text).toContain("法律没有规定更正的期限");
    const reference = /440305R\d{11}[A-Z]/.exec(receipt.body.innerHTML)?.[0] ?? "";
    const path = `/office/rectifications/cases/${reference}`;
    const code = receipt.querySelector("[data-copy]")?.getAttribute("data-copy") ?? "";
    expect(reference).not.toBe("");

    const queue = await at("clerk").page(await at("clerk").get("/office"));
    expect(queue.querySelector(`a[href="${path}"]`)).not.toBeNull();
    const assigned = await press(at("clerk"), path, "assign", { assignee: people.handler.id });
    expect(assigned.headers.get("location")).toBe(`${path}?done=assign`);
    const lacking = await press(at("handler"), path, "propose", { outcome: "forwarded", reply: "" });
    expect(lacking.status).toBe(422);
    const said = { outcome: "corrected", reply: "已更正。", organ: "" };
    expect((await press(at("handler"), path, "propose", said)).status).toBe(303);
    expect((await press(at("reviewer"), path, "approve", {})).status).toBe(422);
    expect((await press(at("reviewer"), path, "approve", { tick: "yes" })).status).toBe(303);
    const answered = await at("clerk").page(await at("clerk").get(path));
    expect(answered.querySelector('a[href$="/new/records_correction"]')).not.toBeNull();

    const other = apps.visitor();
    const wrong = await other.post("/progress", { number: reference, code: "22222222", phone: "" });
    expect(wrong.status).toBe(422);
    const proof = { number: reference, code: "", phone: application.phone ?? "" };
    const shown = await other.page(await other.follow(await other.post("/progress", proof)));
    expect(other.address).toBe(`/rectification/cases/${reference}`);
    expect(shown.body.textContent).toContain("已更正。");
    expect(shown.body.textContent).toContain("60 日内申请行政复议");
    expect(code).toBeDefined();
    // It is delivered online, so the online way to apply for review is told (复议法 22).
    expect(shown.body.textContent).toContain("行政复议可以在网上申请");
    const onlineReview = "https://xzfy.example.gov.cn";
    const settings = { word: "示公开", reviewBody: "", court: "", onlineReview, version: "0" };
    expect((await at("admin").post("/office/letters/settings", settings)).status).toBe(303);
    const told = await other.page(await other.get(`/rectification/cases/${reference}`));
    expect(told.querySelector(`a[href="${onlineReview}"]`)).not.toBeNull();
  });

  test("withdrawn by who handed it in, and by nobody else", async () => {
    const receipt = await apps.rectifications.submit({
      ...{ application, attachments: [], lang: "zh", token: `w ${Math.random()}` },
    });
    const visitor = apps.visitor();
    const path = `/rectification/cases/${receipt.reference}/withdraw`;
    expect((await visitor.post(path, { token: "t" })).headers.get("location")).toContain("/progress?number=");
    await visitor.post("/progress", { number: receipt.reference, code: receipt.queryCode, phone: "" });
    expect((await visitor.get(path)).status).toBe(200);
    expect((await visitor.post(path, { token: "t" })).status).toBe(303);
    const page = await visitor.page(await visitor.get(`/rectification/cases/${receipt.reference}`));
    expect(page.querySelector("h1")?.textContent).toBe("已撤回");
  });
});

describe("at the desk", () => {
  test("one on paper is entered with its day, and its receipt has number and code", async () => {
    const { email: _email, ...paper } = typed;
    const fields = { ...paper, channel: "in_person", "arrivedOn-year": "2026", "arrivedOn-month": "2" };
    const path = "/office/rectifications/new";
    const refused = await at("clerk").post(path, { ...fields, "arrivedOn-day": "31", sending: "a" });
    expect(refused.status).toBe(422);
    const entered = await at("clerk").post(path, { ...fields, "arrivedOn-day": "27", sending: "a" });
    expect(entered.status).toBe(303);
    const receipt = await at("clerk").page(await at("clerk").follow(entered));
    expect(receipt.body.textContent).toContain("不动产登记");
    expect(receipt.body.textContent).toContain("法律没有规定");
    expect((await at("handler").get(path)).status).toBe(403);
  });

  test("the unit's own period is the admin's to set, from tomorrow on", async () => {
    const path = "/office/rectifications/period";
    const fields = { version: "0", workingDays: "10", "since-year": "2026", "since-month": "3" };
    expect((await at("clerk").get(path)).status).toBe(403);
    expect((await at("admin").post(path, { ...fields, "since-day": "2" })).status).toBe(422);
    expect((await at("admin").post(path, { ...fields, workingDays: "0", "since-day": "3" })).status).toBe(
      422,
    );
    expect((await at("admin").post(path, { ...fields, "since-day": "3" })).status).toBe(303);
    expect((await at("admin").post(path, { ...fields, "since-day": "3" })).status).toBe(409);
    expect((await at("admin").get(path)).status).toBe(200);
  });

  test("another unit's is refused, a missing one is not found, and no address gives a server error", async () => {
    const { reference } = await apps.rectifications.submit({
      ...{ application, attachments: [], lang: "zh", token: `e ${Math.random()}` },
    });
    const path = `/office/rectifications/cases/${reference}`;
    expect((await at("clerkElsewhere").get(path)).status).toBe(403);
    expect((await at("auditor").get(path)).status).toBe(200);
    expect((await at("auditor").get(`${path}/files/f1`)).status).toBe(404);
    for (const wrong of ["1", "440305R26030200001A", encodeURIComponent("文")]) {
      expect((await at("clerk").get(`/office/rectifications/cases/${wrong}`)).status).toBe(404);
      expect((await apps.visitor().get(`/rectification/cases/${wrong}`)).status).toBeLessThan(500);
    }
    // What belongs to requests for information finds nothing under such a number.
    for (const other of ["cases", "acts", "answers/of"])
      expect((await at("clerk").get(`/office/${other}/${reference}`)).status).toBe(404);
  });
});
