/** Those who ask for the same, through the API: listed, proposed to be published or not, by the office. */
import { describe, expect, test } from "vitest";
import { application } from "../support/application.ts";
import type { Reply, Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, clerk, handIn, handler, staff } from "./thread.ts";

const LIST = "/api/v1/office/alike";
const codeOf = ({ status, body }: Reply) => [status, body.code];
type Case = Pick<Receipt, "reference">;
const groups = new Map<string, string>();
/** Of the group as it was prepared last. */
let version = 1;
const group = ({ reference }: Case) => `${LIST}/${groups.get(reference) ?? "none"}`;

async function place(rig: Rig, { reference }: Case): Promise<void> {
  const { head } = await rig.services.disclosure.readForOffice(reference, clerk);
  await rig.alike.place(head);
  const { id = "" } = (await rig.alike.othersOf(clerk, head)) ?? {};
  groups.set(reference, id);
  version = (await rig.alike.read(clerk, id)).group.version;
}

const list: OfficeRoute = {
  operationId: "listAlike",
  permission: "published.read",
  as: clerk,
  method: "GET",
  path: () => `${LIST}?unit=zfb`,
  state: "submitted",
};
const read: OfficeRoute = {
  ...list,
  operationId: "readAlike",
  path: group,
  state: "answered",
  first: place,
};
const decision = {
  ...read,
  reads: "published.read",
  permission: "published.write",
  as: handler,
  method: "POST",
  headers: () => ({ "If-Match": `"${version}"` }),
} as const;
const propose: OfficeRoute = {
  ...decision,
  operationId: "proposeAlike",
  path: (receipt) => `${group(receipt)}/requests/${receipt.reference}/propose`,
};
const dismiss: OfficeRoute = {
  ...decision,
  operationId: "dismissAlike",
  path: (receipt) => `${group(receipt)}/dismiss`,
  json: { reason: "涉及个人信息，不宜公开。" },
};
const decisions = [propose, dismiss];
export const alikeRoutes: readonly OfficeRoute[] = [list, read, ...decisions];

export function describeAlike(rig: Rig) {
  const send = (route: OfficeRoute, receipt: Case, sent: Parameters<Rig["call"]>[2] = {}) =>
    rig.call(route.method, route.path(receipt), {
      as: route.as,
      ...(route.json === undefined || "text" in sent ? {} : { json: route.json }),
      ...sent,
      headers: sent.headers ?? route.headers?.() ?? {},
    });
  const prepared = async () => {
    const receipt = await caseAt(rig, "answered");
    await place(rig, receipt);
    return receipt;
  };

  describe("those who ask alike", () => {
    test("are on the list when they are two, and nobody in it is named", async () => {
      const title = "示范县城区雨水管网普查成果";
      const unit = { unit: "zrzy", title };
      const one = (await handIn(rig, unit)).body;
      const other = (await handIn(rig, { ...unit, identityNumber: "11010119900307117X", name: "李四光" }))
        .body;
      const theirs = staff("clerk", "zrzy");
      for (const { reference } of [one, other]) {
        const { head } = await rig.services.disclosure.readForOffice(reference, theirs);
        await rig.alike.place(head);
      }
      const listed = await rig.call("GET", LIST, { as: theirs });
      expect(listed.body.items).toMatchObject([
        { id: one.reference, title, requests: 2, askers: 2, suggestions: 0, decision: null },
      ]);
      const seen = await rig.call("GET", `${LIST}/${one.reference}`, { as: theirs });
      expect(seen.body).toMatchObject({
        members: [
          { reference: other.reference, publishable: false },
          { reference: one.reference, publishable: false },
        ],
        mayDecide: true,
      });
      for (const { text } of [listed, seen]) {
        expect(text).not.toContain(application.name);
        expect(text).not.toContain('asker"');
      }
    });

    test("are proposed to be published, and the answer is then written by who may", async () => {
      const receipt = await prepared();
      const done = await send(propose, receipt);
      expect([done.status, done.body.decision]).toMatchObject([
        200,
        { kind: "propose", reference: receipt.reference, reason: null, by: { id: handler.id } },
      ]);
      expect(done.headers.get("etag")).toBe(`"${done.body.version}"`);
      const proposed = await rig.call("GET", `${LIST}?state=propose`, { as: clerk });
      expect(proposed.body.items).toContainEqual(expect.objectContaining({ id: done.body.id }));
    });

    test.each(decisions)("$operationId: the same again, of none, unseen, overtaken", async (route) => {
      const receipt = await prepared();
      expect(codeOf(await send(route, receipt, { headers: {} }))).toEqual([428, "version_required"]);
      const shapeless = await send(route, receipt, { headers: { "If-Match": "x" } });
      expect(codeOf(shapeless)).toEqual([400, "if_match_invalid"]);
      const overtaken = await send(route, receipt, { headers: { "If-Match": '"9999"' } });
      expect(codeOf(overtaken)).toEqual([409, "alike_changed"]);
      const done = await send(route, receipt);
      expect(await send(route, receipt)).toMatchObject({ status: 200, body: done.body });
      expect(codeOf(await send(route, { reference: "none" }))).toEqual([404, "alike_not_found"]);
    });

    test("what was given nothing, or is of another group, is not proposed", async () => {
      const receipt = await prepared();
      const path = `${group(receipt)}/requests/${(await caseAt(rig, "handling")).reference}/propose`;
      const headers = decision.headers();
      expect(codeOf(await rig.call("POST", path, { as: handler, headers }))).toEqual([409, "not_answered"]);
    });

    test("a dismissal with a wrong body", async () => {
      const receipt = await prepared();
      const headers = (type: string) => ({ ...decision.headers(), "content-type": type });
      const broken = await send(dismiss, receipt, { text: "{", headers: headers("application/json") });
      expect(codeOf(broken)).toEqual([400, "malformed_json"]);
      const plain = await send(dismiss, receipt, { text: "{}", headers: headers("text/plain") });
      expect(codeOf(plain)).toEqual([415, "json_expected"]);
      expect((await send(dismiss, receipt, { json: {} })).body).toMatchObject({
        errors: [{ field: "reason" }],
      });
    });

    test("a group that is none, and lists of nothing", async () => {
      expect(codeOf(await send(read, { reference: "none" }))).toEqual([404, "alike_not_found"]);
      for (const query of ["state=marker", "unit=marker"])
        expect(codeOf(await rig.call("GET", `${LIST}?${query}`, { as: clerk }))).toEqual([422, "invalid"]);
    });
  });
}
