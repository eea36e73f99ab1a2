/** Corrections of records through the API: what makes its routes succeed, and every refusal that they name. */
import { describe, expect, test } from "vitest";
import type { Permission } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { rectificationExamples } from "../../functions/rectification/rectification.api.examples.ts";
import type { RectificationState } from "../../functions/rectification/rectification.flow.ts";
import type { RectificationCommand } from "../../functions/rectification/rectification.service.ts";
import { pdfSample } from "../attachment/samples.ts";
import { application } from "../rectification/support.ts";
import { upload } from "../support/bucket.ts";
import { newKey, type Reply, type Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, clerk, code, handler, reviewer } from "./thread.ts";

const PATH = "/api/v1/rectifications";
const OFFICE = "/api/v1/office/rectifications";
const codeOf = ({ status, body }: Reply) => [status, body.code];
const file = { id: "f1", name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" } as const;
const proposal = { outcome: "corrected", reply: "已将身份证号码末位更正为 X。" };

/** The case of this kind that was prepared with a case of the table. */
const cases = new Map<string, string>();
const scans = new Map<string, string>();
const nothing = { reference: "" } as Receipt;
const caseOf = ({ reference }: Pick<Receipt, "reference">) => cases.get(reference) ?? "none";

const submit = (rig: Rig, changes: object = {}, headers: Record<string, string> = newKey()) =>
  rig.call<Receipt>("POST", PATH, { headers, json: { ...application, unit: "zfb", ...changes } });

const order: readonly [RectificationState, RectificationCommand["action"], Staff, object][] = [
  ["handling", "assign", clerk, { assignee: { id: handler.id, name: "" } }],
  ["proposed", "propose", handler, proposal],
  ["answered", "approve", reviewer, {}],
];

async function rectificationAt(rig: Rig, state: RectificationState): Promise<Receipt> {
  const { body } = await submit(rig);
  const act = (action: RectificationCommand["action"], actor: RectificationCommand["actor"], data: object) =>
    rig.rectifications.act({ reference: body.reference, action, actor, data } as RectificationCommand);
  if (state === "withdrawn") await act("withdraw", { kind: "applicant", reference: body.reference }, {});
  const last = order.findIndex(([reached]) => reached === state);
  for (const [, action, actor, data] of order.slice(0, last + 1)) await act(action, actor, data);
  return body;
}

const at =
  (state: RectificationState) =>
  async (rig: Rig, receipt: Receipt = nothing): Promise<void> => {
    cases.set(receipt.reference, (await rectificationAt(rig, state)).reference);
  };

/** A file without its upload, as the events know it. */
const withFiles = async (rig: Rig, count: number, state: RectificationState = "submitted") => {
  const made = await rectificationAt(rig, state);
  const { reference } = made;
  for (let n = 1; n <= count; n += 1) {
    const data = { file: { ...file, id: `f${n}` } };
    await rig.rectifications.act({ reference, action: "add_scan", actor: clerk, data });
  }
  return made;
};

async function scanned(rig: Rig, receipt: Receipt = nothing): Promise<void> {
  await at("submitted")(rig, receipt);
  const json = { name: "a.pdf", sizeBytes: 1 };
  const { body } = await rig.call<Receipt["uploads"][number]>("POST", `${OFFICE}/${caseOf(receipt)}/scans`, {
    as: clerk,
    json,
  });
  await upload(body, pdfSample());
  scans.set(receipt.reference, body.id);
}

const common = { state: "submitted", as: clerk } as const;
const action = (
  operationId: string,
  name: string,
  given: { readonly as: Staff; readonly state: RectificationState; readonly json?: object },
): OfficeRoute => ({
  ...common,
  operationId,
  permission: `case.${name}` as Permission,
  as: given.as,
  method: "POST",
  path: (receipt) => `${OFFICE}/${caseOf(receipt)}/actions/${name}`,
  ...(given.json === undefined ? {} : { json: given.json }),
  first: at(given.state),
});

const acts: readonly OfficeRoute[] = [
  action("assignRectification", "assign", {
    ...{ as: clerk, state: "submitted" },
    json: { assignee: handler.id },
  }),
  action("transferRectification", "transfer", {
    ...{ as: clerk, state: "submitted" },
    json: { unit: "zrzy", reason: "登记簿由自然资源局保管。" },
  }),
  action("proposeRectification", "propose", { as: handler, state: "handling", json: proposal }),
  action("returnRectification", "return", {
    ...{ as: reviewer, state: "proposed" },
    json: { reason: "请写明依据。" },
  }),
  action("approveRectification", "approve", { as: reviewer, state: "proposed" }),
  action("archiveRectification", "archive", { as: clerk, state: "answered" }),
];
const entry: OfficeRoute = {
  ...common,
  operationId: "enterRectification",
  permission: "case.enter",
  method: "POST",
  path: () => OFFICE,
  json: { ...application, channel: "fax", arrivedOn: "2026-03-02" },
  headers: newKey,
  own: true,
};
const offer: OfficeRoute = {
  ...common,
  operationId: "offerEvidenceScan",
  permission: "case.add_scan",
  reads: "case.read",
  method: "POST",
  path: (receipt) => `${OFFICE}/${caseOf(receipt)}/scans`,
  json: { name: "a.pdf", sizeBytes: 1 },
  first: at("submitted"),
};
const confirm: OfficeRoute = {
  ...common,
  operationId: "confirmEvidenceScan",
  permission: "case.add_scan",
  reads: "case.read",
  method: "PUT",
  path: (receipt) => `${OFFICE}/${caseOf(receipt)}/scans/${scans.get(receipt.reference) ?? "none"}`,
  first: scanned,
};
const read: OfficeRoute = {
  ...common,
  operationId: "readOfficeRectification",
  permission: "case.read",
  method: "GET",
  path: (receipt) => `${OFFICE}/${caseOf(receipt)}`,
  first: at("submitted"),
};
const download: OfficeRoute = {
  ...common,
  operationId: "readEvidenceFile",
  permission: "attachment.download",
  method: "GET",
  path: (receipt) => `${OFFICE}/${caseOf(receipt)}/files/f1`,
  first: async (rig, receipt) => {
    cases.set(receipt.reference, (await withFiles(rig, 1)).reference);
  },
};
export const rectificationRoutes: readonly OfficeRoute[] = [entry, read, download, offer, confirm, ...acts];
export const rectificationFailing = { submitRectification: rectificationExamples.person?.value };

/** The table's route for what was prepared now. */
async function tried(rig: Rig, route: OfficeRoute, sent: Parameters<Rig["call"]>[2] = {}) {
  await route.first?.(rig, nothing);
  return again(rig, route, sent);
}
const again = (rig: Rig, route: OfficeRoute, sent: Parameters<Rig["call"]>[2] = {}) =>
  rig.call(route.method, route.path(nothing), {
    as: route.as,
    ...(route.json === undefined || "text" in sent ? {} : { json: route.json }),
    ...sent,
    headers: { ...route.headers?.(), ...sent.headers },
  });

export function describeRectifications(rig: Rig) {
  describe("corrections of records", () => {
    test("are handed in with evidence, worked through, answered, and followed by number and code", async () => {
      const key = newKey();
      const declared = { attachments: [{ name: "身份证.pdf", sizeBytes: 1 }] };
      const made = await submit(rig, declared, key);
      expect(made).toMatchObject({ status: 201, body: { due: { workingDays: 15, provisional: false } } });
      const { reference, queryCode, uploads } = made.body;
      expect((await submit(rig, declared, key)).body).toMatchObject({ reference, queryCode });
      const [form] = uploads;
      if (form === undefined) throw new Error("one upload was declared");
      await upload(form, pdfSample());
      const headers = code({ queryCode });
      const evidence = `${PATH}/${reference}/attachments/${form.id}`;
      const first = await rig.call("PUT", evidence, { headers });
      expect(first).toMatchObject({ status: 200, body: { kind: "pdf" } });
      expect((await rig.call("PUT", evidence, { headers })).body).toEqual(first.body);
      for (const [act, as, json] of [
        ["assign", clerk, { assignee: handler.id }],
        ["propose", handler, proposal],
        ["approve", reviewer, undefined],
      ] as const) {
        const done = await rig.call("POST", `${OFFICE}/${reference}/actions/${act}`, { as, json });
        expect(done.status, act).toBe(200);
      }
      const seen = await rig.call("GET", `${PATH}/${reference}`, {
        headers: { "Phone-Last4": application.phone?.slice(-4) ?? "" },
      });
      expect(seen.body).toMatchObject({
        ...{ state: "answered", record: "不动产登记", withdrawable: false },
        answer: { ...proposal, organ: null, on: "2026-03-02", reviewUntil: "2026-05-06" },
      });
      expect(seen.text).not.toContain("末位是 1");
      const office = await rig.call<{ events: { kind: string }[] }>("GET", `${OFFICE}/${reference}`, {
        as: clerk,
      });
      expect(office.body.events.map(({ kind }) => kind)).toEqual([
        ...["submit", "attach", "assign", "propose", "approve"],
      ]);
      expect(office.body).toMatchObject({ masked: false, application: { wrong: application.wrong } });
    });

    test("stand in the queue as what they are", async () => {
      const { reference } = await rectificationAt(rig, "submitted");
      const { body } = await rig.call<{ items: { reference: string }[] }>(
        "GET",
        "/api/v1/office/cases?limit=100&unit=zfb",
        { as: clerk },
      );
      const found = body.items.find((each) => each.reference === reference);
      if (found !== undefined)
        expect(found).toMatchObject({ kind: "rectification", dueFrom: "setting", state: "submitted" });
      expect(body.items.length).toBeGreaterThan(0);
    });

    test("of a request's number there is none, nor of such a number among the requests", async () => {
      const { reference, queryCode } = await rectificationAt(rig, "submitted");
      const request = await caseAt(rig, "submitted");
      const none = [404, "case_not_found"];
      const get = (path: string, sent: object) => rig.call("GET", path, sent);
      expect(codeOf(await get(`/api/v1/cases/${reference}`, { headers: code({ queryCode }) }))).toEqual(none);
      expect(codeOf(await get(`/api/v1/office/cases/${reference}`, { as: clerk }))).toEqual(none);
      expect(codeOf(await get(`${PATH}/${request.reference}`, { headers: code(request) }))).toEqual(none);
      expect(codeOf(await get(`${OFFICE}/${request.reference}`, { as: clerk }))).toEqual(none);
    });

    test("are withdrawn, again without effect, and not after the answer", async () => {
      const made = await rectificationAt(rig, "handling");
      const withdraw = (receipt: Receipt) =>
        rig.call("POST", `${PATH}/${receipt.reference}/withdraw`, { headers: code(receipt) });
      expect((await withdraw(made)).body).toMatchObject({ state: "withdrawn", withdrawable: false });
      expect((await withdraw(made)).status).toBe(200);
      expect(codeOf(await withdraw(await rectificationAt(rig, "answered")))).toEqual([409, "out_of_turn"]);
    });

    test("handing in without a key, with a wrong one, under one that said something else, with nothing", async () => {
      expect(codeOf(await rig.call("POST", PATH, { json: application }))).toEqual([
        428,
        "idempotency_key_required",
      ]);
      expect(codeOf((await submit(rig, {}, { "Idempotency-Key": "7" })) as Reply<never>)).toEqual([
        400,
        "idempotency_key_invalid",
      ]);
      const key = newKey();
      await submit(rig, {}, key);
      const other = await rig.call("POST", PATH, { headers: key, json: { ...application, right: "别的" } });
      expect(codeOf(other)).toEqual([422, "token_reused"]);
      const empty = await rig.call("POST", PATH, { headers: newKey(), json: { attachments: 7 } });
      const fields = (empty.body.errors as { field: string }[]).map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(["name", "record", "wrong", "right", "attachments"]));
      for (const [type, text, refused] of [
        ["text/plain", "{}", [415, "json_expected"]],
        ["application/json", "{", [400, "malformed_json"]],
      ] as const) {
        const headers = { ...newKey(), "content-type": type };
        expect(codeOf(await rig.call("POST", PATH, { headers, text }))).toEqual(refused);
      }
    });

    test.each([
      ["GET", "", "code_or_phone"],
      ["PUT", "/attachments/u1", "code"],
      ["POST", "/withdraw", "code"],
    ])("%s %s without a proof, with a wrong one, too often", async (method, rest, proofs) => {
      const path = `${PATH}/${(await rectificationAt(rig, "submitted")).reference}${rest}`;
      const wrong = { "Query-Code": "22222222" };
      expect(codeOf(await rig.call(method, path))).toEqual([400, "proof_required"]);
      expect(codeOf(await rig.call(method, path, { headers: { "Query-Code": "x" } }))).toEqual([
        400,
        "proof_invalid",
      ]);
      const headers = { "Phone-Last4": application.phone?.slice(-4) ?? "" };
      expect((await rig.call(method, path, { headers })).status).toBe(proofs === "code" ? 400 : 200);
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([404, "case_not_found"]);
      expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([429, "too_many_tries"]);
    });

    test("evidence that never came, one piece too many, and after the answer", async () => {
      const put = (receipt: Receipt, id = "f9.marker") =>
        rig.call("PUT", `${PATH}/${receipt.reference}/attachments/${id}`, { headers: code(receipt) });
      expect(codeOf(await put(await rectificationAt(rig, "submitted")))).toEqual([422, "file_missing"]);
      expect(codeOf(await put(await withFiles(rig, 5)))).toEqual([409, "too_many_files"]);
      expect(codeOf(await put(await rectificationAt(rig, "answered")))).toEqual([409, "out_of_turn"]);
    });

    test("a scan that never came, of a case that is over, and one too many", async () => {
      await scanned(rig);
      const [, upload = ""] = confirm.path(nothing).split("/scans/");
      const put = (reference: string, id = upload) =>
        rig.call("PUT", `${OFFICE}/${reference}/scans/${id}`, { as: clerk });
      expect(codeOf(await put(caseOf(nothing), "f1.marker"))).toEqual([422, "file_missing"]);
      await scanned(rig);
      const reference = caseOf(nothing);
      const mine = confirm.path(nothing).split("/scans/")[1];
      const first = await put(reference, mine);
      expect((await put(reference, mine)).body).toEqual(first.body);
      await scanned(rig);
      const over = caseOf(nothing);
      const actor = { kind: "applicant", reference: over } as const;
      await rig.rectifications.act({ reference: over, action: "withdraw", actor, data: {} });
      expect(codeOf(await put(over, confirm.path(nothing).split("/scans/")[1]))).toEqual([
        409,
        "out_of_turn",
      ]);
      await scanned(rig);
      const full = caseOf(nothing);
      for (let n = 0; n < 10; n += 1) {
        const data = { file: { ...file, id: `s${n}` } };
        await rig.rectifications.act({ reference: full, action: "add_scan", actor: clerk, data });
      }
      const late = await put(full, confirm.path(nothing).split("/scans/")[1]);
      expect(codeOf(late)).toEqual([409, "too_many_files"]);
    });

    test("an entered one with a wrong key, and under one that said something else", async () => {
      const bare = { as: entry.as, json: entry.json };
      expect(codeOf(await rig.call("POST", OFFICE, bare))).toEqual([428, "idempotency_key_required"]);
      const short = await again(rig, entry, { headers: { "Idempotency-Key": "7" } });
      expect(codeOf(short)).toEqual([400, "idempotency_key_invalid"]);
      const headers = newKey();
      expect((await again(rig, entry, { headers })).status).toBe(201);
      const json = { ...(entry.json as object), record: "别的" };
      expect(codeOf(await again(rig, entry, { headers, json }))).toEqual([422, "token_reused"]);
    });

    test.each([read, download, offer, confirm, ...acts])("$operationId of none", async (route) => {
      cases.delete(nothing.reference);
      expect(codeOf(await again(rig, route))).toEqual([404, "case_not_found"]);
    });

    test("a file that the case does not have", async () => {
      await at("submitted")(rig);
      expect(codeOf(await again(rig, download))).toEqual([404, "file_not_found"]);
    });

    test.each(acts)("$operationId out of turn, on another version, with wrong headers", async (route) => {
      await at("withdrawn")(rig);
      expect(codeOf(await again(rig, route))).toEqual([409, "out_of_turn"]);
      await route.first?.(rig, nothing);
      const send = (headers: Record<string, string>) => again(rig, route, { headers });
      expect(codeOf(await send({ "If-Match": '"99"' }))).toEqual([409, "case_changed"]);
      expect(codeOf(await send({ "If-Match": "7" }))).toEqual([400, "if_match_invalid"]);
      expect(codeOf(await send({ "Idempotency-Key": "7" }))).toEqual([400, "idempotency_key_invalid"]);
      expect((await send(newKey())).status).toBe(200);
    });

    test.each([entry, offer, ...acts].filter(({ json }) => json !== undefined))(
      "$operationId with a wrong body, and under a key that said something else",
      async (route) => {
        const json = { "content-type": "application/json" };
        expect(codeOf(await tried(rig, route, { json: {} }))).toEqual([422, "invalid"]);
        expect(codeOf(await tried(rig, route, { text: "{", headers: json }))).toEqual([
          400,
          "malformed_json",
        ]);
        const plain = { "content-type": "text/plain" };
        expect(codeOf(await tried(rig, route, { text: "{}", headers: plain }))).toEqual([
          415,
          "json_expected",
        ]);
        if (!acts.includes(route)) return;
        const headers = newKey();
        expect((await tried(rig, route, { headers })).status).toBe(200);
        const other = { ...(route.json as object), reason: "别的", reply: "别的", assignee: "handler-2" };
        // What was handed over is the other unit's to act on.
        const as = route.operationId === "transferRectification" ? { ...route.as, unit: "zrzy" } : route.as;
        expect(codeOf(await again(rig, route, { as, json: other, headers }))).toEqual([422, "token_reused"]);
      },
    );

    test("who does not handle it proposes nothing, and who proposed does not decide", async () => {
      const [propose, back, approve] = ["propose", "return", "approve"].map((name) =>
        acts.find(({ operationId }) => operationId === `${name}Rectification`),
      );
      if (propose === undefined || back === undefined || approve === undefined) throw new Error("no route");
      const stranger = await tried(rig, propose, { as: { ...handler, id: "handler-2" } });
      expect(codeOf(stranger)).toEqual([403, "not_assignee"]);
      const both: Staff = { ...handler, roles: ["handler", "reviewer"] };
      for (const route of [back, approve])
        expect(codeOf(await tried(rig, route, { as: both }))).toEqual([403, "same_person"]);
    });
  });
}
