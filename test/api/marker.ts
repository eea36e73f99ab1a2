/** A distinctive value in every place that a caller can write to comes back in no problem, no log line, no address. */
import { describe, expect, test } from "vitest";
import { applicationFields } from "../../functions/disclosure/disclosure.ts";
import { application } from "../support/application.ts";
import type { Route } from "./document.ts";
import { operationsOf } from "./document.ts";
import { newKey, type Reply, type Rig, type Sent } from "./rig.ts";
import { caseFor, officeRoutes } from "./routes.ts";
import { code, handIn } from "./thread.ts";

const MARKER = "Marker7f3aQ";
const headerNames = [
  "Query-Code",
  "Phone-Last4",
  "Idempotency-Key",
  "If-Match",
  "Authorization",
  "Content-Type",
];

/** Each example with the marker in one of its members, as its name, and in place of the whole. */
function bodiesOf({ operation }: Route): unknown[] {
  const examples = Object.values(operation.requestBody?.content["application/json"].examples ?? {});
  return examples.flatMap(({ value }) => [
    MARKER,
    [MARKER],
    { [MARKER]: MARKER },
    { ...value, [MARKER]: { [MARKER]: MARKER } },
    ...Object.keys(value).flatMap((name) => [
      { ...value, [name]: MARKER },
      { ...value, [name]: [MARKER] },
      { ...value, [name]: { [MARKER]: MARKER } },
      { ...value, [name]: [{ name: MARKER, sizeBytes: MARKER, [MARKER]: 1 }] },
    ]),
  ]);
}

export function describeMarker(rig: Rig) {
  const clean = (reply: Reply, where: string) => {
    if (reply.status >= 400) expect(reply.text, where).not.toContain(MARKER);
    for (const [name, value] of reply.headers) expect(value, `${where} ${name}`).not.toContain(MARKER);
  };
  const logged = () => rig.lines.filter((line) => line.includes(MARKER));

  async function sendAll(route: Route, path: string, base: Sent) {
    const where = `${route.method} ${route.path}`;
    const sendWith = async (at: string, sent: Sent) => clean(await rig.call(route.method, at, sent), where);
    const { json: _json, ...bare } = base;
    for (const name of headerNames) {
      const headers = { ...base.headers, [name]: name === "Authorization" ? `Bearer ${MARKER}` : MARKER };
      await sendWith(path, { ...base, headers });
    }
    for (const name of route.path.matchAll(/\{(\w+)\}/g))
      await sendWith(path.includes(MARKER) ? path : route.path.replace(name[0], MARKER), base);
    await sendWith(`${path.split("?")[0]}/${MARKER}?${MARKER}=${MARKER}`, base);
    for (const { name } of route.operation.parameters.filter((each) => each.in === "query"))
      await sendWith(`${path.split("?")[0]}?${name}=${MARKER}`, base);
    if (route.method === "GET") return;
    const headers = { ...base.headers, "content-type": "application/json" };
    await sendWith(path, { ...bare, text: `{"a": ${MARKER}`, headers });
    for (const json of bodiesOf(route)) await sendWith(path, { ...base, json });
  }

  describe("a distinctive value", () => {
    test("in every header, path, query and body of every route stays where it was sent", async () => {
      for (const route of operationsOf(rig.document)) {
        const office = officeRoutes.find(({ operationId }) => operationId === route.operation.operationId);
        const receipt = office === undefined ? (await handIn(rig)).body : await caseFor(rig, office);
        const path = office?.path(receipt) ?? concrete(route.path, receipt.reference);
        const base =
          office === undefined ? { headers: { ...newKey(), ...code(receipt) } } : { as: office.as };
        await sendAll(route, path, base);
      }
      expect(logged()).toEqual([]);
    }, 240_000);

    test("in every field of an application stays out of problems, and out of the addresses to post files to", async () => {
      for (const name of applicationFields) {
        const changed = { ...application, route: "post", form: "paper", address: "a", postcode: "1" };
        const reply = await rig.call("POST", "/api/v1/disclosure-requests", {
          headers: newKey(),
          json: { ...changed, [name]: `${MARKER}\u202e` },
        });
        expect(reply.status).toBe(422);
        clean(reply, name);
      }
      const { body } = await handIn(rig, { attachments: [{ name: `${MARKER}.pdf`, sizeBytes: 5 }] });
      expect(body.uploads[0]?.url).not.toContain(MARKER);
      expect(logged()).toEqual([]);
    });

    test("in the data of the office stays out of problems", async () => {
      for (const route of officeRoutes.filter(({ json }) => json !== undefined)) {
        const receipt = await caseFor(rig, route);
        for (const name of Object.keys(route.json as object)) {
          const json = { ...(route.json as object), [name]: `${MARKER}\u202e` };
          clean(await rig.call("POST", route.path(receipt), { as: route.as, json }), name);
        }
      }
      expect(logged()).toEqual([]);
    }, 120_000);
  });
}

const concrete = (path: string, reference: string) =>
  path.replace("{reference}", reference).replaceAll(/\{\w+\}/g, "x");
