/** Answers for everybody at the office, through the API: written, reviewed by another, public, and gone again. */
import { describe, expect, test } from "vitest";
import { kindFacts } from "../../functions/attachment/attachment.ts";
import type { Permission } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { PublishedState } from "../../functions/published/published.ts";
import { people } from "../disclosure/support.ts";
import { content } from "../published/rig.ts";
import { plainDocx } from "../release/samples.ts";
import type { Reply, Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, handler, reviewer } from "./thread.ts";

const LIST = "/api/v1/office/answers";
const codeOf = ({ status, body }: Reply) => [status, body.code];
type Case = Pick<Receipt, "reference">;
const ids = new Map<string, string>();
const one =
  (rest = "") =>
  ({ reference }: Case) =>
    `${LIST}/${ids.get(reference) ?? "none"}${rest}`;

/** Each state with the version that it is reached with. */
const versions: Readonly<Record<Exclude<PublishedState, "withdrawn">, number>> = {
  draft: 1,
  review: 2,
  published: 3,
};
const at =
  (state: keyof typeof versions, author: Staff = people.handler) =>
  async (rig: Rig, { reference }: Case): Promise<void> => {
    const { published } = rig.forAnswers.answers;
    const { id } = await published.write(author, reference, { content, version: 0 });
    ids.set(reference, id);
    if (state === "draft") return;
    await published.act(author, id, { act: "hand_in", version: 1 });
    if (state === "published") await published.act(people.reviewer, id, { act: "publish", version: 2 });
  };

const list: OfficeRoute = {
  operationId: "listOfficeAnswers",
  permission: "published.read",
  as: handler,
  method: "GET",
  path: () => `${LIST}?unit=zfb`,
  state: "submitted",
};
const read: OfficeRoute = {
  ...list,
  operationId: "readOfficeAnswer",
  path: one(),
  state: "answered",
  first: at("draft"),
};
const write: OfficeRoute = {
  operationId: "writeAnswer",
  reads: "case.read",
  permission: "published.write",
  as: handler,
  method: "PUT",
  path: ({ reference }) => `${LIST}/of/${reference}`,
  json: content,
  state: "answered",
};
const act = (
  operationId: string,
  name: string,
  given: {
    readonly permission: Permission;
    readonly as: Staff;
    readonly from: keyof typeof versions;
    readonly json?: object;
  },
): OfficeRoute => ({
  operationId,
  reads: "published.read",
  permission: given.permission,
  as: given.as,
  method: "POST",
  path: one(`/actions/${name}`),
  headers: () => ({ "If-Match": `"${versions[given.from]}"` }),
  ...(given.json === undefined ? {} : { json: given.json }),
  state: "answered",
  first: at(given.from),
});
const approve = { permission: "published.approve", as: reviewer } as const;
const reason = { reason: "数字与决算不一致。" };
const handIn = act("handInAnswer", "hand_in", { permission: "published.write", as: handler, from: "draft" });
const back = act("returnAnswer", "return", { ...approve, from: "review", json: reason });
const publish = act("publishAnswer", "publish", { ...approve, from: "review", json: { files: [] } });
const withdraw = act("withdrawAnswer", "withdraw", { ...approve, from: "published", json: reason });
const acts = [handIn, back, publish, withdraw];

export const writingRoutes: readonly OfficeRoute[] = [list, read, write, ...acts];

export function describeWritings(rig: Rig) {
  const send = (route: OfficeRoute, receipt: Case, sent: Parameters<Rig["call"]>[2] = {}) =>
    rig.call(route.method, route.path(receipt), {
      as: route.as,
      ...(route.json === undefined || "text" in sent ? {} : { json: route.json }),
      ...sent,
      headers: sent.headers ?? route.headers?.() ?? {},
    });
  const prepared = async (route: OfficeRoute) => {
    const receipt = await caseAt(rig, route.state);
    await route.first?.(rig, receipt);
    return receipt;
  };

  describe("answers for everybody", () => {
    test("are written by one, published by another, read by all, and gone when they are taken back", async () => {
      const receipt = await caseAt(rig, "answered");
      const written = await send(write, receipt);
      expect(written).toMatchObject({
        status: 200,
        body: { state: "draft", version: 1, author: { id: handler.id } },
      });
      expect(written.headers.get("etag")).toBe('"1"');
      const id = String(written.body.id);
      ids.set(receipt.reference, id);
      const open = () => rig.call("GET", `/api/v1/disclosure/answers/${id}`);
      expect((await open()).status).toBe(404);
      expect((await send(handIn, receipt)).body).toMatchObject({ state: "review", version: 2 });
      const waiting = await send(list, receipt);
      expect(waiting.body.items).toContainEqual(expect.objectContaining({ id, subject: content.subject }));
      expect((await open()).status).toBe(404);
      expect((await send(publish, receipt)).body).toMatchObject({
        state: "published",
        actions: ["withdraw"],
      });
      expect(await open()).toMatchObject({ status: 200, body: { question: content.question } });
      expect((await open()).text).not.toContain(receipt.reference);
      expect((await send(withdraw, receipt)).body).toMatchObject({ state: "withdrawn", ...reason });
      expect((await open()).status).toBe(410);
    });

    test("have files of the answer that who publishes has ticked, and no other", async () => {
      const [one, other] = [
        await rig.attachments.keepMade({ bytes: plainDocx(), name: "清单.docx", kind: "docx" }),
        await rig.attachments.keepMade({ bytes: plainDocx(), name: "说明.docx", kind: "docx" }),
      ];
      const receipt = await caseAt(rig, "answered", [one, other]);
      const stranger = await send(write, receipt, { json: { ...content, files: ["f1"] } });
      expect(stranger.body.errors).toEqual([{ field: "files", code: "files.not_sent" }]);
      const chosen = { json: { ...content, files: [one.id, other.id] } };
      const written = await send(write, receipt, chosen);
      expect(written.body.files).toMatchObject([{ id: one.id, sha256: one.sha256 }, { id: other.id }]);
      expect(await send(write, receipt, chosen)).toMatchObject({ status: 200, body: { version: 1 } });
      const id = String(written.body.id);
      ids.set(receipt.reference, id);
      await send(handIn, receipt);
      const out = await send(publish, receipt, { json: { files: [one.id] } });
      expect(out.body.files).toMatchObject([{ id: one.id }]);
      const open = await rig.call<{ files: object[] }>("GET", `/api/v1/disclosure/answers/${id}`);
      expect(open.body.files).toEqual([
        {
          ...{ name: "清单.docx", sizeBytes: one.sizeBytes, sha256: one.sha256 },
          type: kindFacts.docx.contentType,
          link: `https://banshi.example/answers/${id}/files/${one.id}`,
        },
      ]);
    });

    test("that tell who asked are refused by field", async () => {
      const receipt = await caseAt(rig, "answered");
      const told = await send(write, receipt, {
        json: { ...content, question: "电话 13812345678 的人问预算。" },
      });
      expect([told.status, told.body.errors]).toMatchObject([422, [{ field: "question" }]]);
      expect(told.text).not.toContain("13812345678");
    });

    test("written again give the same, and are not overwritten unseen", async () => {
      const receipt = await caseAt(rig, "answered");
      const first = await send(write, receipt);
      expect(await send(write, receipt)).toMatchObject({ status: 200, body: first.body });
      const other = { ...content, subject: "别的" };
      expect(codeOf(await send(write, receipt, { json: other }))).toEqual([409, "published_changed"]);
      const seen = await send(write, receipt, { json: other, headers: { "If-Match": '"1"' } });
      expect(seen.body).toMatchObject({ subject: "别的", version: 2 });
      const wrong = await send(write, receipt, { headers: { "If-Match": "1" } });
      expect(codeOf(wrong)).toEqual([400, "if_match_invalid"]);
    });

    test("of a request that is none, is not answered, or is in review", async () => {
      expect(codeOf(await send(write, { reference: "nonsense" }))).toEqual([404, "case_not_found"]);
      expect(codeOf(await send(write, await caseAt(rig, "handling")))).toEqual([409, "not_answered"]);
      const receipt = await caseAt(rig, "answered");
      await at("review")(rig, receipt);
      const late = await send(write, receipt, { headers: { "If-Match": '"2"' } });
      expect(codeOf(late)).toEqual([409, "published_state"]);
    });

    test.each(acts)(
      "$operationId: the same again, of none, unseen, overtaken, in another state",
      async (route) => {
        const receipt = await prepared(route);
        expect(codeOf(await send(route, receipt, { headers: {} }))).toEqual([428, "version_required"]);
        expect(codeOf(await send(route, receipt, { headers: { "If-Match": "x" } }))).toEqual([
          ...[400, "if_match_invalid"],
        ]);
        const overtaken = await send(route, receipt, { headers: { "If-Match": '"99"' } });
        expect(codeOf(overtaken)).toEqual([409, "published_changed"]);
        const done = await send(route, receipt);
        expect(done.status).toBe(200);
        expect(await send(route, receipt)).toMatchObject({ status: 200, body: done.body });
        const now = { "If-Match": done.headers.get("etag") ?? "" };
        expect(codeOf(await send(route, receipt, { headers: now }))).toEqual([409, "published_state"]);
        expect(codeOf(await send(route, { reference: "none" }))).toEqual([404, "published_not_found"]);
      },
    );

    test("one that is none is not read", async () => {
      expect(codeOf(await send(read, { reference: "none" }))).toEqual([404, "published_not_found"]);
    });

    test("nobody publishes what they wrote, and the try is on record", async () => {
      const receipt = await caseAt(rig, "answered");
      await at("review", people.both)(rig, receipt);
      expect(codeOf(await send(publish, receipt, { as: people.both }))).toEqual([403, "own_work"]);
      expect((await send(publish, receipt)).status).toBe(200);
    });

    test.each([write, back, publish, withdraw])("$operationId with a wrong body", async (route) => {
      const receipt = await prepared(route);
      const headers = (type: string) => ({ ...route.headers?.(), "content-type": type });
      const broken = await send(route, receipt, { text: "{", headers: headers("application/json") });
      expect(codeOf(broken)).toEqual([400, "malformed_json"]);
      const plain = await send(route, receipt, { text: "{}", headers: headers("text/plain") });
      expect(codeOf(plain)).toEqual([415, "json_expected"]);
      expect(codeOf(await send(route, receipt, { json: {} }))).toEqual([422, "invalid"]);
    });

    test.each(["state=marker", "unit=marker"])("a list with %s", async (query) => {
      expect(codeOf(await rig.call("GET", `${LIST}?${query}`, { as: handler }))).toEqual([422, "invalid"]);
    });
  });
}
