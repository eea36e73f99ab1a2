/** The unit's own period for corrections of records, through the API. */
import { describe, expect, test } from "vitest";
import type { Reply, Rig } from "./rig.ts";
import { units } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import { clerk, staff } from "./thread.ts";

const PATH = "/api/v1/office/rectification-period";
const codeOf = ({ status, body }: Reply) => [status, body.code];
const json = { workingDays: 10, since: "2026-04-01" };
const admin = staff("admin");
/** Of both units, which the table of roles needs to be one. */
let version = 0;

async function level(rig: Rig): Promise<void> {
  const { periodsOf, setPeriod } = rig.rectifications;
  const now = await Promise.all(
    units.map(async ({ code }) => ({ code, version: (await periodsOf(code)).version })),
  );
  version = Math.max(...now.map((each) => each.version));
  for (const each of now)
    for (let at = each.version; at < version; at += 1) await setPeriod(staff("admin", each.code), json, at);
}

const read: OfficeRoute = {
  operationId: "readRectificationPeriod",
  permission: "rectification.set_up",
  as: admin,
  method: "GET",
  path: () => PATH,
  own: true,
  state: "submitted",
};
const set: OfficeRoute = {
  ...read,
  operationId: "setRectificationPeriod",
  method: "PUT",
  json,
  headers: () => ({ "If-Match": `"${version}"` }),
  first: level,
};
export const periodRoutes: readonly OfficeRoute[] = [read, set];

export function describePeriod(rig: Rig) {
  const send = (sent: Parameters<Rig["call"]>[2] = {}) =>
    rig.call("PUT", PATH, {
      as: admin,
      ...("text" in sent ? {} : { json }),
      ...sent,
      headers: sent.headers ?? set.headers?.() ?? {},
    });

  describe("the period for corrections of records", () => {
    test("is read, set from a day on, the same again once, and not unseen", async () => {
      await level(rig);
      const before = await rig.call("GET", PATH, { as: admin });
      expect(before.body).toMatchObject({ unit: "zfb", now: { workingDays: 15 } });
      expect(before.headers.get("etag")).toBe(`"${version}"`);
      const done = await send();
      expect(done.body).toMatchObject({ now: { workingDays: 15 }, periods: [json] });
      expect(done.headers.get("etag")).toBe(`"${version + 1}"`);
      expect(await send()).toMatchObject({ status: 200, body: done.body });
      const other = { json: { ...json, workingDays: 9 } };
      expect(codeOf(await send(other))).toEqual([409, "setting_changed"]);
      expect(codeOf(await send({ headers: {} }))).toEqual([428, "version_required"]);
      expect(codeOf(await send({ headers: { "If-Match": "x" } }))).toEqual([400, "if_match_invalid"]);
    });

    test("from today, of no day, of too many days, by who may not", async () => {
      await level(rig);
      const errors = async (changes: object) => (await send({ json: { ...json, ...changes } })).body.errors;
      expect(await errors({ since: "2026-03-02" })).toEqual([{ field: "since", code: "day.too_early" }]);
      expect(await errors({ since: "2026-02-30" })).toEqual([{ field: "since", code: "day.invalid" }]);
      expect(await errors({ workingDays: 61 })).toEqual([{ field: "workingDays", code: "period.invalid" }]);
      expect(codeOf(await send({ as: clerk, json: {}, headers: {} }))).toEqual([403, "role"]);
      const broken = { ...set.headers?.(), "content-type": "application/json" };
      expect(codeOf(await send({ text: "{", headers: broken }))).toEqual([400, "malformed_json"]);
      const plain = { ...set.headers?.(), "content-type": "text/plain" };
      expect(codeOf(await send({ text: "{}", headers: plain }))).toEqual([415, "json_expected"]);
    });
  });
}
