/** Letters and evidence of a case through the API: what makes the routes succeed, and every refusal that they name. */
import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { people } from "../disclosure/support.ts";
import { settings } from "../letter/rig.ts";
import { newKey, type Reply, type Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, clerk, handler, reviewer } from "./thread.ts";

const LETTERS = "/api/v1/office/letters";
const EVIDENCE = "/api/v1/office/evidence";
const json = { fields: { remarks: "当面递交。" } };
const codeOf = ({ status, body }: Reply) => [status, body.code];

interface Number {
  readonly year: number;
  readonly serial: number;
}
/** The letter that was issued for a case of the table. */
const numbers = new Map<string, Number>();
type Case = Pick<Receipt, "reference">;
const ofCase = ({ reference }: Case, rest = "") => `${LETTERS}/${reference}${rest}`;
const ofLetter = (rest: string) => (receipt: Case) => {
  const { year, serial } = numbers.get(receipt.reference) ?? { year: 2026, serial: 9_999 };
  return ofCase(receipt, `/${year}/${serial}${rest}`);
};

/** A unit writes no letter before it has its word. */
async function setUp(rig: Rig): Promise<void> {
  const { templates } = rig.letters;
  const { settings: now, settingsVersion } = await templates.read(people.admin);
  if (now.word === "") await templates.saveSettings(people.admin, settings, settingsVersion);
}
async function issued(rig: Rig, receipt: Case, kind = "receipt"): Promise<void> {
  await setUp(rig);
  const { letters } = rig.letters;
  const draft = await letters.begin(clerk, receipt.reference, kind);
  const commandId = `${receipt.reference} ${kind}`;
  numbers.set(receipt.reference, await letters.issue(clerk, draft, { asked: {}, commandId }));
}

const common = { state: "submitted", as: clerk, reads: "case.read" } as const;
const list: OfficeRoute = {
  ...common,
  operationId: "listLetters",
  permission: "letter.read",
  method: "GET",
  path: ofCase,
};
const form: OfficeRoute = {
  ...common,
  operationId: "readLetterForm",
  permission: "letter.issue",
  method: "GET",
  path: (receipt) => ofCase(receipt, "/kinds/registration"),
  first: setUp,
};
const preview: OfficeRoute = {
  ...form,
  operationId: "previewLetter",
  method: "POST",
  path: (receipt) => ofCase(receipt, "/kinds/registration/preview"),
  json,
};
const issue: OfficeRoute = {
  ...preview,
  operationId: "issueLetter",
  path: (receipt) => ofCase(receipt, "/kinds/registration/issue"),
  headers: newKey,
};
const read: OfficeRoute = {
  ...list,
  operationId: "readLetter",
  state: "accepted",
  path: ofLetter(""),
  first: (rig, receipt) => issued(rig, receipt),
};
const download: OfficeRoute = { ...read, operationId: "readLetterFile", path: ofLetter("/file") };
const serve: OfficeRoute = {
  ...read,
  operationId: "recordLetterService",
  permission: "letter.issue",
  method: "POST",
  path: ofLetter("/services"),
  json: { route: "in_person", on: "2026-03-02", note: "本人签收，送达回证 1 号" },
};
const look: OfficeRoute = {
  ...common,
  operationId: "readEvidence",
  permission: "evidence.download",
  method: "GET",
  path: ({ reference }) => `${EVIDENCE}/${reference}`,
};
const bundle: OfficeRoute = { ...look, operationId: "bundleEvidence", method: "POST" };

export const letterRoutes: readonly OfficeRoute[] = [
  ...[list, form, preview, issue, read, download, serve, look, bundle],
];

interface Letter {
  readonly number: Number & { readonly text: string };
  readonly sha256: string;
  readonly served: readonly object[];
}

export function describeLetters(rig: Rig) {
  const send = (route: OfficeRoute, receipt: Case, sent: Parameters<Rig["call"]>[2] = {}) =>
    rig.call(route.method, route.path(receipt), {
      as: route.as,
      ...(route.json === undefined || "text" in sent ? {} : { json: route.json }),
      ...sent,
      headers: { ...route.headers?.(), ...sent.headers },
    });
  const bytesOf = async ({ body }: Reply) =>
    new Uint8Array(await (await fetch(String(body.url))).arrayBuffer());
  const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

  describe("letters", () => {
    test("are looked at, issued once under a key, and downloaded as they are on record", async () => {
      await setUp(rig);
      const receipt = await caseAt(rig, "submitted");
      const asked = await send(form, receipt);
      expect(asked.body).toMatchObject({
        kind: "registration",
        fields: [{ name: "remarks", kind: "text", required: false, value: "" }],
      });
      const seen = await send(preview, receipt);
      expect([seen.status, seen.text.includes("当面递交。")]).toEqual([200, true]);
      expect((await send(list, receipt)).body).toMatchObject({ items: [], mayIssue: true });
      const headers = newKey();
      const first = (await send(issue, receipt, { headers })) as Reply<never> as Reply<
        Letter & Record<string, unknown>
      >;
      expect(first).toMatchObject({
        status: 201,
        body: { whole: true, number: { year: 2026, text: `示公开〔2026〕${first.body.number.serial}号` } },
      });
      expect(await send(issue, receipt, { headers })).toMatchObject({
        status: 201,
        body: { number: first.body.number, sha256: first.body.sha256 },
      });
      numbers.set(receipt.reference, first.body.number);
      const file = await bytesOf(await send(download, receipt));
      expect(sha256(file)).toBe(first.body.sha256);
      expect(strFromU8(unzipSync(file)["word/document.xml"] ?? new Uint8Array())).toContain("当面递交。");
      const all = await send(list, receipt);
      expect(all.body.items).toMatchObject([{ number: first.body.number, served: [] }]);
    });

    test("that were served are noted with what proves it, the same again once", async () => {
      const receipt = await caseAt(rig, "accepted");
      await issued(rig, receipt);
      const served = await send(serve, receipt);
      expect(served.body.served).toMatchObject([{ ...(serve.json as object), by: { id: clerk.id } }]);
      expect((await send(serve, receipt)).body.served).toHaveLength(1);
      // Another person's note is another note.
      expect((await send(serve, receipt, { as: handler })).body.served).toHaveLength(2);
    });

    test("that the case is not ready for are refused with the article and what to do", async () => {
      await setUp(rig);
      const receipt = await caseAt(rig, "submitted");
      for (const [rest, method] of [
        ["", "GET"],
        ["/preview", "POST"],
        ["/issue", "POST"],
      ] as const) {
        const path = ofCase(receipt, `/kinds/extension_notice${rest}`);
        const sent = { as: clerk, headers: newKey(), ...(method === "GET" ? {} : { json: {} }) };
        const refused = await rig.call(method, path, sent);
        expect([refused.status, refused.body]).toMatchObject([
          409,
          { code: "letter_not_ready", basis: "33", reason: "receipt_not_confirmed" },
        ]);
        expect(refused.body.why).toMatchObject({ zh: expect.stringContaining("确认收到") });
      }
      const { body } = await send(list, receipt);
      const kinds = body.kinds as { kind: string; ready: boolean; reason: string | null }[];
      const of = (kind: string) => kinds.find((each) => each.kind === kind);
      expect(of("registration")).toMatchObject({ ready: true, reason: null });
      expect(of("extension_notice")).toMatchObject({ ready: false, reason: "receipt_not_confirmed" });
      expect(of("records_correction")).toBeUndefined();
    });

    test("of a kind or a number that is none", async () => {
      const receipt = await caseAt(rig, "submitted");
      for (const [rest, method] of [
        ["/kinds/marker", "GET"],
        ["/kinds/marker/preview", "POST"],
        ["/kinds/marker/issue", "POST"],
        ["/2026/9999", "GET"],
        ["/1826/1", "GET"],
        ["/2026/9999/file", "GET"],
        ["/2026/9999/services", "POST"],
      ] as const) {
        const sent = { as: clerk, headers: newKey(), ...(method === "GET" ? {} : { json: serve.json }) };
        const refused = await rig.call(method, ofCase(receipt, rest), sent);
        expect(codeOf(refused), rest).toEqual([404, "letter_not_found"]);
      }
    });

    test.each(letterRoutes)("$operationId of a case that is none", async (route) => {
      expect(codeOf(await send(route, { reference: "nonsense" }))).toEqual([404, "case_not_found"]);
    });

    test.each([preview, issue])(
      "$operationId with fields that nobody asked for, or no text",
      async (route) => {
        await setUp(rig);
        const receipt = await caseAt(rig, "submitted");
        const errors = async (fields: unknown) =>
          (await send(route, receipt, { json: { fields } })).body.errors;
        expect(await errors({ marker: "x" })).toEqual([{ field: "fields", code: "fields.unknown" }]);
        expect(await errors({ remarks: ["x"] })).toEqual([{ field: "remarks", code: "fields.text" }]);
        expect(await errors("x")).toMatchObject([{ field: "fields" }]);
      },
    );

    test("one without its key, with one of another shape, under one that issued another kind", async () => {
      await setUp(rig);
      const receipt = await caseAt(rig, "accepted");
      const bare = await rig.call("POST", issue.path(receipt), { as: clerk, json });
      expect(codeOf(bare)).toEqual([428, "idempotency_key_required"]);
      const headers = newKey();
      const short = await send(issue, receipt, { headers: { "Idempotency-Key": "7" } });
      expect(codeOf(short)).toEqual([400, "idempotency_key_invalid"]);
      expect((await send(issue, receipt, { headers })).status).toBe(201);
      const path = ofCase(receipt, "/kinds/receipt/issue");
      const other = await rig.call("POST", path, { as: clerk, headers, json: { fields: {} } });
      expect(codeOf(other)).toEqual([422, "token_reused"]);
      expect((await send(list, receipt)).body.items).toHaveLength(1);
    });

    test.each([preview, issue, serve])("$operationId with a wrong body", async (route) => {
      const receipt = await caseAt(rig, "accepted");
      await issued(rig, receipt);
      const type = (value: string) => ({ "content-type": value });
      const broken = await send(route, receipt, { text: "{", headers: type("application/json") });
      expect(codeOf(broken)).toEqual([400, "malformed_json"]);
      const plain = await send(route, receipt, { text: "{}", headers: type("text/plain") });
      expect(codeOf(plain)).toEqual([415, "json_expected"]);
      expect(codeOf(await send(route, receipt, { json: [] }))).toEqual([422, "invalid"]);
    });

    test("a service before its letter, to come, without its proof; who may not is told so first", async () => {
      const receipt = await caseAt(rig, "accepted");
      await issued(rig, receipt);
      const errors = async (changes: object) =>
        (await send(serve, receipt, { json: { ...(serve.json as object), ...changes } })).body.errors;
      const rules = "国办公开办函〔2016〕235号";
      expect(await errors({ on: "2026-03-01" })).toEqual([
        { field: "on", code: "day.too_early", basis: rules },
      ]);
      expect(await errors({ on: "2026-03-03" })).toEqual([{ field: "on", code: "day.future", basis: rules }]);
      expect(await errors({ route: "post", note: "已寄" })).toEqual([
        { field: "note", code: "note.post", basis: rules },
      ]);
      const refused = await send(serve, receipt, { as: reviewer, json: {} });
      expect(codeOf(refused)).toEqual([403, "role"]);
      expect((await send(read, receipt)).body.served).toEqual([]);
    });

    test("a registration form stays in the file", async () => {
      const receipt = await caseAt(rig, "submitted");
      await issued(rig, receipt, "registration");
      expect(codeOf(await send(serve, receipt, { as: handler }))).toEqual([409, "letter_stays"]);
    });
  });

  describe("evidence", () => {
    test("is verified, and bundled with a manifest that names each file by its hash", async () => {
      const receipt = await caseAt(rig, "answered");
      await issued(rig, receipt, "outcome_disclosed");
      expect((await send(look, receipt)).body).toMatchObject({
        chain: { ok: true, fault: null },
        contains: { attachments: 0, events: 6, replyFiles: 0, letters: 1 },
      });
      const made = await send(bundle, receipt);
      expect([made.status, made.body.expiresInSeconds]).toEqual([201, 60]);
      const files = unzipSync(await bytesOf(made));
      const manifest = JSON.parse(strFromU8(files["manifest.json"] ?? new Uint8Array()));
      expect(manifest).toMatchObject({ reference: receipt.reference, chain: { ok: true, events: 6 } });
      for (const each of manifest.files as { path: string; sha256: string }[])
        expect(sha256(files[each.path] ?? new Uint8Array())).toBe(each.sha256);
      expect(manifest.files.map(({ path }: { path: string }) => path)).toContainEqual(
        expect.stringMatching(/^4-公文\/01-.*\.docx$/),
      );
      expect(strFromU8(files["目录.html"] ?? new Uint8Array())).toContain(receipt.reference);
    });
  });
}
