/** The document is true: valid, complete, its examples accepted, and nothing listed that never comes. */
import { Validator } from "@seriousme/openapi-schema-validator";
import { describe, expect, test } from "vitest";
import { identityOf } from "../booking/desk.ts";
import { adviceExample } from "./advice.ts";
import { rescheduleFor } from "./changes.ts";
import { operationsOf } from "./document.ts";
import { responses } from "./respond.ts";
import { newKey, type Rig } from "./rig.ts";
import { caseFor, officeRoutes, send } from "./routes.ts";
import { ticketWith } from "./tickets.ts";
import { joinWith } from "./waiting.ts";

/** What the form's policy already keeps out of the bucket, or takes a race that a test cannot win. */
const unseen = ["file_empty", "file_too_large", "file_changed", "file_type", "file_secret"];

export function describeTruth(rig: Rig) {
  describe("the document", () => {
    test("is OpenAPI 3.1 by its own schema", async () => {
      const { valid, errors } = await new Validator().validate(structuredClone(rig.document) as never);
      expect(errors ?? []).toEqual([]);
      expect([valid, rig.document.openapi]).toEqual([true, "3.1.0"]);
    });

    test("names each operation once, and every parameter of its path", () => {
      const all = operationsOf(rig.document);
      expect(new Set(all.map(({ operation }) => operation.operationId)).size).toBe(all.length);
      for (const { path, operation } of all) {
        const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
        const described = operation.parameters.filter((each) => each.in === "path");
        expect(described.map(({ name }) => name)).toEqual(inPath);
      }
    });

    test("has examples of every body, and they are accepted", async () => {
      for (const { path, operation } of operationsOf(rig.document)) {
        const examples = operation.requestBody?.content["application/json"].examples;
        if (examples === undefined) continue;
        expect(Object.keys(examples).length, path).toBeGreaterThan(0);
        for (const { value } of Object.values(examples)) {
          const reply = await sendExample(operation.operationId, value);
          expect([200, 201], `${path} ${reply.text}`).toContain(reply.status);
        }
      }
    }, 120_000);

    test("gives words to every code that was answered", async () => {
      for (const code of new Set([...rig.judge.codes].map((each) => each.split(" ")[1] ?? ""))) {
        const { body } = await rig.call<{ title: object }>("GET", `/api/v1/problems/${code}`);
        expect(Object.values(body.title).every((text) => text.length > 5)).toBe(true);
      }
    });

    test("lists no status that never comes", () => {
      const listed = operationsOf(rig.document).flatMap(({ operation }) =>
        Object.keys(operation.responses).map((status) => `${operation.operationId} ${status}`),
      );
      expect(listed.filter((each) => !rig.judge.statuses.has(each))).toEqual([]);
    });

    test("lists no code that never comes", () => {
      const listed = operationsOf(rig.document).flatMap(({ operation }) =>
        Object.values(operation.responses).flatMap(({ content }) => {
          const schema = content?.["application/problem+json"]?.schema as { allOf?: readonly unknown[] };
          const particular = schema?.allOf?.[1] as { properties: { code: { enum: string[] } } } | undefined;
          return (particular?.properties.code.enum ?? []).map((code) => `${operation.operationId} ${code}`);
        }),
      );
      const never = listed.filter((each) => !rig.judge.codes.has(each));
      expect(never.filter((each) => !unseen.includes(each.split(" ")[1] ?? ""))).toEqual([]);
    });
  });

  async function sendExample(operationId: string, json: unknown) {
    const route = officeRoutes.find((each) => each.operationId === operationId);
    if (operationId === "book") {
      // Somebody who has not booked in another test.
      const nobodyYet = { ...(json as object), identityNumber: identityOf(999) };
      return rig.call("POST", "/api/v1/bookings", { headers: newKey(), json: nobodyYet });
    }
    if (operationId === "reschedule") return rescheduleFor(rig, json);
    if (operationId === "joinWaitingList") return joinWith(rig, json);
    if (operationId === "submitAdvice" || operationId === "rateAdvice")
      return adviceExample(rig, operationId, json);
    if (operationId === "takeQueueTicket") return ticketWith(rig, json);
    if (operationId === "submitRectification")
      return rig.call("POST", "/api/v1/rectifications", { headers: newKey(), json });
    const respond = responses.find((each) => each.operationId === operationId);
    if (respond !== undefined) return respond.send(rig, await respond.prepare(rig), { json });
    if (route === undefined)
      return rig.call("POST", "/api/v1/disclosure-requests", { headers: newKey(), json });
    const receipt = await caseFor(rig, route);
    // The code of an example is nobody's; what takes its shape is somebody's.
    const sent = operationId === "checkIn" ? route.json : json;
    return send(rig, route, receipt, { as: route.as, json: sent });
  }
}
