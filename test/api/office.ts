/** What an office's program does: the queue, a case, its actions. */
import { describe, expect, test } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import type { OfficeCase } from "../../functions/disclosure/disclosure.api.office.shapes.ts";
import type { PublicCase } from "../../functions/disclosure/disclosure.api.shapes.ts";
import { pdfSample } from "../attachment/samples.ts";
import { application } from "../support/application.ts";
import { upload } from "../support/bucket.ts";
import { newKey, type Rig } from "./rig.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, casePath, clerk, code, handIn, handler, officePath, reviewer, staff } from "./thread.ts";

interface Page {
  readonly items: readonly { readonly reference: string; readonly dueOn: string }[];
  readonly next: string | null;
}

export function describeThread(rig: Rig) {
  const act = (receipt: Receipt, action: string, as = clerk, json?: unknown, headers = {}) =>
    rig.call<OfficeCase>("POST", officePath(receipt, `/actions/${action}`), { as, json, headers });

  test("a request goes from receipt to the file on the applicant's screen", async () => {
    const receipt = (await handIn(rig)).body;
    await act(receipt, "confirm_receipt", clerk, { on: "2026-03-02" });
    await act(receipt, "assign", clerk, { assignee: handler.id });
    const offer = await rig.call<Receipt["uploads"][number]>("POST", officePath(receipt, "/uploads"), {
      as: handler,
      json: { name: "答复书.pdf", sizeBytes: 100 },
    });
    await upload(offer.body, pdfSample());
    const proposal = {
      outcome: "disclosed",
      reply: "现予公开。",
      files: [offer.body.id],
      marks: ["reply", offer.body.id],
    };
    const proposed = await act(receipt, "propose", handler, proposal);
    expect(proposed.body.proposal).toMatchObject({ by: { id: handler.id }, files: [{ name: "答复书.pdf" }] });
    const hidden = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
    expect([hidden.body.state, hidden.body.answer]).toEqual(["handling", null]);
    const items = proposed.body.proposal?.items ?? [];
    expect(items).toEqual(["reply", proposed.body.proposal?.files[0]?.id]);
    // One mark for the whole of it is not enough: each item that leaves needs its own.
    const one = await act(receipt, "approve", reviewer, { marks: [{ item: "reply" }] });
    expect(one.body).toMatchObject({ errors: [{ field: `mark-${items[1]}`, code: "mark.required" }] });
    expect((await act(receipt, "approve", reviewer, { marks: items.map((item) => ({ item })) })).status).toBe(
      200,
    );
    const answered = await act(receipt, "answer", clerk, { on: "2026-03-02" });
    expect([answered.status, answered.body.state]).toEqual([200, "answered"]);
    expect(answered.headers.get("etag")).toBe(`"${answered.body.version}"`);
    expect((await act(receipt, "archive")).body.state).toBe("archived");
    const read = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
    expect(read.body.answer).toMatchObject({ outcome: { code: "disclosed" }, files: [{ kind: "pdf" }] });
  });

  test("what came by word of mouth may be without a phone, but not without a way to be reached", async () => {
    const { phone: _, email: __, unit: ___, ...others } = application;
    const rest = { ...others, route: "site" };
    const entry = { ...rest, channel: "oral", arrivedOn: "2026-03-02" };
    const enter = (json: object) =>
      rig.call<Receipt>("POST", "/api/v1/office/cases", { as: clerk, json, headers: newKey() });
    expect((await enter(entry)).body).toMatchObject({ errors: [{ field: "phone", code: "phone.or_other" }] });
    const address = "示范县人民路 2 号";
    const { status, body } = await enter({ ...entry, address });
    expect(status).toBe(201);
    const shown = await rig.call<OfficeCase>("GET", officePath(body), { as: clerk });
    expect(shown.body.application).toEqual({ ...rest, unit: clerk.unit, address });
    const tried = await rig.call("GET", casePath(body), { headers: { "phone-last4": "5678" } });
    expect(tried.status).toBe(404);
    expect((await rig.call("GET", casePath(body), { headers: code(body) })).status).toBe(200);
  });

  test("the applicant of a request that was split gets a code for each part, with the code and not by phone", async () => {
    const receipt = (await handIn(rig)).body;
    await act(receipt, "confirm_receipt", clerk, { on: "2026-03-02" });
    await act(receipt, "split", clerk, { parts: ["2025年度部门预算", "2025年度部门决算"] });
    const whole = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
    expect(whole.body.parts).toHaveLength(2);
    for (const part of whole.body.parts) {
      const shown = { reference: part.reference, queryCode: part.queryCode ?? "" };
      expect(shown.queryCode).not.toBe(receipt.queryCode);
      const read = await rig.call<PublicCase>("GET", `/api/v1/cases/${part.reference}`, {
        headers: { "query-code": shown.queryCode },
      });
      expect(read.body).toMatchObject({ title: part.title, parent: receipt.reference });
    }
    const byPhone = await rig.call<PublicCase>("GET", casePath(receipt), {
      headers: { "phone-last4": application.phone.slice(-4) },
    });
    expect(byPhone.body.parts.map(({ queryCode }) => queryCode)).toEqual([null, null]);
  });

  test("what proves the applicant and where notices go leaves in no answer", async () => {
    const receipt = await caseAt(rig, "answered");
    const { text, body } = await rig.call<OfficeCase>("GET", officePath(receipt), { as: clerk });
    expect(text).not.toMatch(/codeSalt|phoneHash|notify/);
    expect(text).not.toContain(receipt.queryCode);
    expect(body.application.identityNumber).toBe(application.identityNumber);
    const seen = await rig.call<OfficeCase>("GET", officePath(receipt), { as: staff("admin") });
    expect(seen.body).toMatchObject({ masked: true, application: { phone: "138****5678" } });
  });

  test("a version that was overtaken and a repeated command", async () => {
    const receipt = (await handIn(rig)).body;
    const stale = await act(receipt, "confirm_receipt", clerk, { on: "2026-03-02" }, { "If-Match": '"7"' });
    expect([stale.status, (stale.body as never as { code: string }).code]).toEqual([409, "case_changed"]);
    const headers = { ...newKey(), "If-Match": '"1"' };
    const first = await act(receipt, "confirm_receipt", clerk, { on: "2026-03-02" }, headers);
    const again = await act(receipt, "confirm_receipt", clerk, { on: "2026-03-02" }, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body.events.filter(({ kind }) => kind === "confirm_receipt")).toHaveLength(1);
    const theirs = await act(receipt, "confirm_receipt", staff("clerk", "zrzy"), { on: "x" }, headers);
    expect(theirs.status).toBe(403);
  });

  test("who may not act is told so even with a wrong body, and it is on record", async () => {
    const receipt = await caseAt(rig, "handling");
    const wrongPerson = { ...handler, id: "handler-2" };
    for (const json of [{}, { outcome: "nonsense" }, { outcome: "disclosed", reply: "a", files: ["x"] }]) {
      const reply = await act(receipt, "propose", wrongPerson, json);
      expect([reply.status, (reply.body as never as { code: string }).code]).toEqual([403, "not_assignee"]);
    }
    const withdrawn = await act(receipt, "withdraw");
    expect(withdrawn.status).toBe(403);
    const record = await rig.services.disclosure.readForOffice(receipt.reference, clerk);
    expect(record.head.state).toBe("handling");
    const entries = await rig.audit.list(caseSubject(receipt.reference), 100);
    const refused = entries.filter(({ result }) => result === "refused").map(({ action }) => action);
    expect(refused.sort()).toEqual(["case.propose", "case.propose", "case.propose", "case.withdraw"]);
  });

  test("an action that is none", async () => {
    const receipt = (await handIn(rig)).body;
    const reply = await act(receipt, "abolish");
    expect([reply.status, (reply.body as never as { code: string }).code]).toEqual([404, "action_not_found"]);
  });

  test("who has called can be assigned a case", async () => {
    const machine = { ...staff("handler", "zrzy"), id: "script-handler", name: "script" };
    await rig.call("GET", "/api/v1/office/cases", { as: machine });
    const known = await rig.engine.table.get({ pk: "STAFF#zrzy", sk: "ROSTER" });
    expect(JSON.stringify(known)).toContain("script-handler");
  });
}

export function describeQueue(rig: Rig) {
  const list = (query: string, as = clerk) => rig.call<Page>("GET", `/api/v1/office/cases?${query}`, { as });

  describe("the queue", () => {
    test("gives every case once, page by page, due soonest first", async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => handIn(rig, { unit: "zrzy" })));
      const theirs = staff("clerk", "zrzy");
      const seen: string[] = [];
      let next: string | null = "";
      while (next !== null) {
        const cursor: string = next === "" ? "" : `&cursor=${next}`;
        const page = await list(`limit=2${cursor}`, theirs);
        seen.push(...page.body.items.map(({ reference }) => reference));
        next = page.body.next;
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const { body } of made) expect(seen).toContain(body.reference);
    });

    test("is narrowed by step, assignee and due date", async () => {
      const receipt = await caseAt(rig, "handling");
      const has = async (query: string) =>
        (await list(query)).body.items.some(({ reference }) => reference === receipt.reference);
      expect(await has(`limit=100&step=handle&assignee=${handler.id}`)).toBe(true);
      expect(await has("limit=100&step=register")).toBe(false);
      expect(await has(`limit=100&assignee=${handler.id}&dueBefore=2026-03-31`)).toBe(true);
      expect(await has("limit=100&dueBefore=2026-03-30")).toBe(false);
    });

    test.each([
      ["step=marker", "step", "step.choose"],
      ["unit=marker", "unit", "unit.choose"],
      ["assignee=a%20b", "assignee", "assignee.invalid"],
      ["dueBefore=2026-02-30", "dueBefore", "day.invalid"],
      ["cursor=marker", "cursor", "cursor.invalid"],
      ["limit=0", "limit", "limit.invalid"],
      ["limit=101", "limit", "limit.invalid"],
      ["limit=ten", "limit", "limit.invalid"],
    ])("%s is refused", async (query, field, problem) => {
      const { status, body } = await list(query);
      expect([status, body]).toMatchObject([422, { errors: [{ field, code: problem }] }]);
    });

    test("of another unit is the auditor's only", async () => {
      expect((await list("unit=zrzy")).status).toBe(403);
      expect((await list("unit=zrzy", staff("auditor"))).status).toBe(200);
    });
  });
}
