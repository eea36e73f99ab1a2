import { beforeAll, describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { people } from "../disclosure/support.ts";
import { useEngine } from "../support/engine.ts";
import { caseAt, caseOf, seats } from "./cases.ts";
import type { Clerk, Desk, Seen } from "./desk.ts";
import { openDesk } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
let clerk: Clerk;
let handler: Clerk;
let reviewer: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  ({ clerk, handler, reviewer } = await seats(desk));
});

const shown = (seen: Seen, text: string | RegExp) =>
  expect(seen.page.getAllByText(text).length).toBeGreaterThan(0);

describe("who may not", () => {
  test("another unit's case: 403 in words, and on record", async () => {
    const reference = await caseAt(desk, "submitted");
    const stranger = await desk.seat(people.clerkElsewhere);
    const seen = await stranger.open(caseOf(reference));
    expect(seen.status).toBe(403);
    shown(seen, "这一件属于其他单位。");
    expect(seen.html).not.toContain("预算");
    expect(await desk.audit.list(caseSubject(reference), 50)).toContainEqual(
      expect.objectContaining({ action: "case.read", result: "refused", reason: "unit" }),
    );
  });

  test("one's own proposal: 403 in words, and on record", async () => {
    const reference = await desk.submit();
    const both = await desk.seat(people.both);
    const acts: [string, Staff, object][] = [
      ["confirm_receipt", people.clerk, { on: "2026-03-02" }],
      ["assign", people.clerk, { assignee: { id: "both", name: "" } }],
      ["propose", people.both, { outcome: "disclosed", reply: "公开。", files: [], marks: ["reply"] }],
    ];
    for (const [action, actor, data] of acts)
      await desk.disclosure.act({ reference, action, actor, data } as Parameters<
        typeof desk.disclosure.act
      >[0]);
    const seen = await both.open(caseOf(reference));
    expect(seen.page.queryByRole("button", { name: "审核通过" })).toBeNull();
    shown(seen, "等待审核。拟写人不能审核自己的拟答复。");
    const answer = await both.browser.post(`${caseOf(reference)}/actions/approve`, {
      tick: "yes",
      version: "4",
    });
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain("拟写答复的人不能审核自己的拟答复");
    expect(await desk.audit.list(caseSubject(reference), 50)).toContainEqual(
      expect.objectContaining({ action: "case.approve", result: "refused", reason: "same_person" }),
    );
  });

  test("an auditor sees masked data, the record, and nothing to do", async () => {
    const reference = await caseAt(desk, "handling");
    const auditor = await desk.seat(people.auditor);
    const seen = await auditor.open(caseOf(reference));
    expect(seen.status).toBe(200);
    shown(seen, "现在没有您要办的");
    shown(seen, "操作记录（监察）");
    for (const secret of ["张三丰", "11010119900307002X", "13812345678", "zhang@example.com"])
      expect(seen.html).not.toContain(secret);
    expect(seen.html).toContain("张*丰");
    expect(seen.document.querySelector(".case__links")).toBeNull();
    const worker = await handler.open(caseOf(reference));
    expect(worker.html).toContain("11010119900307002X");
    expect(worker.page.queryByText("操作记录（监察）")).toBeNull();
  });

  test("nobody is shown a link that would be refused", async () => {
    const reference = await caseAt(desk, "answered");
    const linksOf = (seen: Seen) =>
      [...seen.document.querySelectorAll(".case__links a")].map((link) => link.textContent);
    expect(linksOf(await reviewer.open(caseOf(reference)))).toEqual(["公文", "证据材料包"]);
    expect(linksOf(await handler.open(caseOf(reference)))).toEqual(["公文", "证据材料包", "公开这份答复"]);
  });
});

describe("files", () => {
  const file = {
    id: `f${"a".repeat(32)}`,
    name: "身份证<1>.pdf",
    kind: "pdf",
    sizeBytes: 2_345_678,
    sha256: "0",
  } as const;

  test("go out by a link of one minute, and each download is on record", async () => {
    const reference = await desk.submit({}, [file]);
    const seen = await clerk.open(caseOf(reference));
    const link = seen.page.getByRole("link", { name: /下载.*身份证<1>\.pdf/ });
    const answer = await clerk.browser.get(link.getAttribute("href") ?? "");
    expect(answer.status).toBe(303);
    expect(answer.headers.get("location")).toMatch(/^https:\/\/bucket\.example\/kept\/f[a]+\?.*for=60$/);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(await desk.audit.list(caseSubject(reference), 50)).toContainEqual(
      expect.objectContaining({
        action: "attachment.download",
        by: expect.objectContaining({ id: people.clerk.id }),
        result: "done",
      }),
    );
  });

  test("stay in for who may not, and what is not there is not found", async () => {
    const reference = await desk.submit({}, [file]);
    const admin = await desk.seat(people.admin);
    expect((await admin.open(`${caseOf(reference)}/files/${file.id}`)).status).toBe(403);
    expect((await admin.open(caseOf(reference))).page.queryByRole("link", { name: /下载/ })).toBeNull();
    expect((await clerk.open(`${caseOf(reference)}/files/f1`)).status).toBe(404);
  });
});

test("a case that is none is not found", async () => {
  expect((await clerk.open(caseOf("440305G26030299999A"))).status).toBe(404);
  expect((await clerk.open(caseOf("%23HEAD"))).status).toBe(404);
  expect((await clerk.browser.post(`${caseOf("440305G26030299999A")}/actions/delete`, {})).status).toBe(404);
});

test("nothing that is submitted gets into the log", async () => {
  const marker = "XQZ标记";
  const seen = await reviewer.open(caseOf(await caseAt(desk, "proposed")));
  await reviewer.press(seen, "退回承办人", { reason: `${marker}${"x".repeat(600)}`, version: marker });
  await reviewer.browser.post(`/office/search`, { text: marker });
  expect(JSON.stringify(desk.lines)).not.toContain(marker);
});
