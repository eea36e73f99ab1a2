/** Every refusal that a route names, provoked. */
import { describe, expect, test } from "vitest";
import { apiApp } from "../../functions/app.api.ts";
import { queueExamples } from "../../functions/booking/booking.api.queue.ts";
import { bookingExamples } from "../../functions/booking/booking.api.shapes.ts";
import { waitingExamples } from "../../functions/booking/booking.api.waiting.shapes.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { formReference } from "../../functions/case/reference.ts";
import { busy } from "../../functions/kit/problem.ts";
import { application } from "../support/application.ts";
import { adviceFailing, adviceRoutes } from "./advice.ts";
import { alikeRoutes } from "./alike.ts";
import { operationsOf } from "./document.ts";
import { hallDayRoutes } from "./hall-days.ts";
import { letterRoutes } from "./letters.ts";
import { periodRoutes } from "./period.ts";
import { rectificationFailing, rectificationRoutes } from "./rectifications.ts";
import { config, newKey, type Rig } from "./rig.ts";
import { caseFor, officeRoutes, send } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, casePath, clerk, code, handIn, officePath } from "./thread.ts";
import { writingRoutes } from "./writings.ts";

export const missing = formReference({ regionCode: "659901", kind: "G", day: "2026-03-02", serial: 1 });
const large = "x".repeat(250_000);
const codeOf = (reply: { status: number; body: Record<string, unknown> }) => [reply.status, reply.body.code];
/** What is about more than a request, or less: its refusals stand with it. */
const others = [
  ...[...adviceRoutes, ...rectificationRoutes],
  ...[...letterRoutes, ...writingRoutes, ...alikeRoutes, ...periodRoutes],
];
const ofRequests = officeRoutes.filter((route) => !others.includes(route));
const named = (names: readonly string[]) => officeRoutes.filter((route) => names.includes(route.operationId));
const actions = ofRequests.filter(({ path }) => path({ reference: "" }).includes("/actions/"));
const realActions = actions.filter(({ operationId }) => operationId !== "actOtherwise");
/** Neither the queue nor what makes a case is about one, nor is the day of a hall. */
const ofOthers = ["listCases", "enterCase", ...hallDayRoutes.map(({ operationId }) => operationId)];
const ofCases = ofRequests.filter(({ operationId }) => !ofOthers.includes(operationId));
const withBody = ofRequests.filter(({ json }) => json !== undefined);

const proven = [
  ["readCase", "GET", ""],
  ["readReplyFile", "GET", "/files/f1"],
  ["withdrawCase", "POST", "/withdraw"],
  ["confirmAttachment", "PUT", "/attachments/u1"],
  ["correctRequest", "POST", "/correction"],
  ["giveOwnReasons", "POST", "/reasons"],
  ["offerAttachment", "POST", "/uploads"],
] as const;

export function describeOfficeRefusals(rig: Rig) {
  test.each(realActions)("$operationId out of turn, and on another version", async (route) => {
    const withdrawn = await caseAt(rig, "withdrawn");
    expect(codeOf(await send(rig, route, withdrawn, { as: route.as }))).toEqual([409, "out_of_turn"]);
    const headers = { "If-Match": '"99"' };
    const ready = await caseFor(rig, route);
    const stale = await send(rig, route, ready, { as: route.as, headers });
    expect(codeOf(stale)).toEqual([409, "case_changed"]);
  });

  const said = {
    confirmReceipt: { on: "2026-03-01" },
    assign: { assignee: "handler-2" },
    propose: { outcome: "disclosed", reply: "另一答复。", files: [], marks: ["reply"] },
    approve: { marks: [{ item: "reply" }, { item: "f0" }] },
    return: { reason: "另一理由。" },
    answer: { on: "2026-03-01" },
    askCorrection: { what: "另一项。", until: "2026-03-27" },
    correct: { on: "2026-03-02", title: "别的", description: "别的。" },
    askExtension: { workingDays: 11, reason: "别的。" },
    refuseExtension: { reason: "别的。" },
    consult: { party: "co_author", name: "别的局", about: "别的。" },
    recordService: { id: "c4", on: "2026-03-01" },
    opine: { id: "c4", on: "2026-03-02", opinion: "object", reason: "别的。" },
    notifyFee: { scheme: "by_pages", pages: 69, payment: "别的。" },
    recordPayment: { on: "2026-03-01" },
    waiveFee: { reason: "别的。" },
    askReasons: { why: "别的。", until: "2026-03-12" },
    giveReasons: { on: "2026-03-02", reasons: "别的。" },
    delay: { until: "2026-07-30", reason: "别的。" },
    split: { parts: ["别的", "更别的"] },
    transfer: { unit: "zrzy", reason: "别的。" },
  };
  test.each(Object.entries(said))("%s under a key that said something else", async (operationId, json) => {
    const [route] = named([operationId]);
    if (route === undefined) throw new Error("no such action");
    const receipt = await caseFor(rig, route);
    const headers = newKey();
    const first = await send(rig, route, receipt, { as: route.as, headers });
    expect(first.status).toBe(200);
    const other = await send(rig, route, receipt, { as: route.as, headers, json });
    expect(codeOf(other)).toEqual([422, "token_reused"]);
  });

  test.each(realActions)("$operationId with a wrong header", async (route) => {
    const receipt = await caseFor(rig, route);
    const first = await send(rig, route, receipt, { as: route.as, headers: { "If-Match": "7" } });
    expect(codeOf(first)).toEqual([400, "if_match_invalid"]);
    const second = await send(rig, route, receipt, { as: route.as, headers: { "Idempotency-Key": "7" } });
    expect(codeOf(second)).toEqual([400, "idempotency_key_invalid"]);
  });

  test.each(ofCases)("$operationId of a case that is not there", async (route) => {
    for (const reference of [missing, "nonsense"]) {
      const reply = await send(rig, route, { reference } as Receipt, { as: route.as });
      expect(codeOf(reply)).toEqual([404, "case_not_found"]);
    }
  });

  test.each(withBody)("$operationId with a wrong body", async (route) => {
    const receipt = await caseFor(rig, route);
    const json = { "content-type": "application/json" };
    const replies = [
      await send(rig, route, receipt, { as: route.as, json: {} }),
      await send(rig, route, receipt, { as: route.as, json: [] }),
      await send(rig, route, receipt, { as: route.as, text: "{", headers: json }),
      await send(rig, route, receipt, {
        as: route.as,
        text: "{}",
        headers: { "content-type": "text/plain" },
      }),
    ];
    expect(replies.map(codeOf)).toEqual([
      [422, "invalid"],
      [422, "invalid"],
      [400, "malformed_json"],
      [415, "json_expected"],
    ]);
  });

  test("who proposed may not review, who is not assigned may not propose", async () => {
    const both = {
      ...(realActions[0]?.as as never as object),
      roles: ["reviewer"],
      id: "handler-zfb",
    } as never;
    const receipt = await caseAt(rig, "proposed");
    for (const route of named(["approve", "return"]))
      expect(codeOf(await send(rig, route, receipt, { as: both }))).toEqual([403, "same_person"]);
    for (const route of named(["extend", "refuseExtension"])) {
      const asked = await caseFor(rig, route);
      expect(codeOf(await send(rig, route, asked, { as: both }))).toEqual([403, "same_person"]);
    }
    const other = { ...(both as object), roles: ["handler"], id: "handler-2" } as never;
    for (const route of named(["askExtension", "propose", "consult", "notifyFee"]))
      expect(codeOf(await send(rig, route, await caseFor(rig, route), { as: other }))).toEqual([
        403,
        "not_assignee",
      ]);
  });

  test("what the law stands against is named with its provision", async () => {
    const [extend, ask] = [...named(["extend"]), ...named(["askExtension"])];
    if (extend === undefined || ask === undefined) throw new Error("no such actions");
    const receipt = await caseAt(rig, "handling");
    const none = await send(rig, extend, receipt, { as: extend.as });
    expect([none.status, none.body]).toMatchObject([
      422,
      { code: "invalid", errors: [{ code: "extension_not_asked", basis: "33(2)" }] },
    ]);
    const long = await send(rig, ask, receipt, { as: ask.as, json: { workingDays: 21, reason: "长。" } });
    expect(long.body).toMatchObject({
      errors: [{ field: "workingDays", code: "extension_too_long", basis: "33" }],
    });
    const closed = await send(rig, ask, await caseAt(rig, "withdrawn"), { as: ask.as });
    expect(closed.body).toMatchObject({ code: "out_of_turn", basis: "33(2)" });
  });

  test("a reply with a file that never came, or is a program", async () => {
    const [route] = named(["propose"]);
    if (route === undefined) throw new Error("no route");
    const receipt = await caseFor(rig, route);
    const json = { outcome: "disclosed", reply: "a", files: ["f1.marker"], marks: ["reply"] };
    expect(codeOf(await send(rig, route, receipt, { as: route.as, json }))).toEqual([422, "file_missing"]);
  });

  test("a scan that never came, of a case that is over, and one too many", async () => {
    const [route] = named(["confirmScan"]);
    if (route === undefined) throw new Error("no route");
    const receipt = await caseAt(rig, "submitted");
    const put = (upload: string) =>
      rig.call("PUT", officePath(receipt, `/scans/${upload}`), { as: route.as });
    expect(codeOf(await put("f1.marker"))).toEqual([422, "file_missing"]);
    const ready = await caseFor(rig, route);
    const first = await send(rig, route, ready, { as: route.as });
    expect(await send(rig, route, ready, { as: route.as })).toMatchObject({ body: first.body });
    const over = await caseFor(rig, route);
    await rig.services.progress.withdraw(over.reference, "over");
    expect(codeOf(await send(rig, route, over, { as: route.as }))).toEqual([409, "out_of_turn"]);
    const full = await caseFor(rig, route);
    for (let n = 0; n < 30; n += 1) {
      const file = { id: `s${n}`, name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" } as const;
      const { reference } = full;
      await rig.services.disclosure.act({ reference, action: "add_scan", actor: clerk, data: { file } });
    }
    expect(codeOf(await send(rig, route, full, { as: route.as }))).toEqual([409, "too_many_files"]);
  });

  test("an entered request with a wrong key, and under one that said something else", async () => {
    const [route] = named(["enterCase"]);
    if (route === undefined) throw new Error("no route");
    const receipt = {} as Receipt;
    const bare = { as: route.as, json: route.json };
    const without = await rig.call("POST", route.path(receipt), bare);
    expect(codeOf(without)).toEqual([428, "idempotency_key_required"]);
    const short = await rig.call("POST", route.path(receipt), {
      ...bare,
      headers: { "Idempotency-Key": "7" },
    });
    expect(codeOf(short)).toEqual([400, "idempotency_key_invalid"]);
    const headers = newKey();
    await send(rig, route, receipt, { as: route.as, headers });
    const json = { ...(route.json as object), title: "别的" };
    const other = await send(rig, route, receipt, { as: route.as, headers, json });
    expect(codeOf(other)).toEqual([422, "token_reused"]);
  });

  test("a file that the case does not have", async () => {
    const [route] = named(["readOfficeFile"]);
    if (route === undefined) throw new Error("no route");
    const receipt = await caseAt(rig, "submitted");
    expect(codeOf(await send(rig, route, receipt, { as: route.as }))).toEqual([404, "file_not_found"]);
  });
}

export function describePublicRefusals(rig: Rig) {
  describe.each(proven)("%s", (operationId, method, rest) => {
    test("without a proof, with one of no shape, with a wrong one, too often", async () => {
      const { body } = await handIn(rig);
      const path = casePath(body, rest);
      const wrong = { "Query-Code": "22222222" };
      expect(codeOf(await rig.call(method, path))).toEqual([400, "proof_required"]);
      const shapeless = await rig.call(method, path, { headers: { "Query-Code": "x" } });
      expect(codeOf(shapeless)).toEqual([400, "proof_invalid"]);
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([404, "case_not_found"]);
      expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([429, "too_many_tries"]);
    });

    test("the phone opens reading only", async () => {
      const { body } = await handIn(rig);
      const headers = { "Phone-Last4": application.phone.slice(-4) };
      const { status } = await rig.call(method, casePath(body, rest), { headers });
      expect(status).toBe({ readCase: 200, readReplyFile: 404 }[operationId as string] ?? 400);
    });
  });

  test("a file that is not there, and one's own attachment", async () => {
    const [route] = named(["readOfficeFile"]);
    const own = await caseFor(rig, route as never);
    const headers = code(own);
    const none = await rig.call("GET", casePath(own, "/files/f9"), { headers });
    expect(codeOf(none)).toEqual([404, "file_not_found"]);
    expect(codeOf(await rig.call("GET", casePath(own, "/files/f1"), { headers }))).toEqual([403, "role"]);
  });

  test("submission with a body of another type, broken, too large", async () => {
    const path = "/api/v1/disclosure-requests";
    const headers = newKey();
    const json = { ...headers, "content-type": "application/json" };
    const form = { ...headers, "content-type": "application/x-www-form-urlencoded" };
    expect(codeOf(await rig.call("POST", path, { headers: form, text: "a=b" }))).toEqual([
      415,
      "json_expected",
    ]);
    expect(codeOf(await rig.call("POST", path, { headers: json, text: "{a" }))).toEqual([
      400,
      "malformed_json",
    ]);
  });

  test("everything that takes a body has a limit", async () => {
    for (const { method, path } of operationsOf(rig.document).filter((route) => route.method !== "GET")) {
      const reply = await rig.call(method, path.replaceAll(/\{\w+\}/g, "x"), { text: large });
      expect(codeOf(reply), path).toEqual([413, "too_large"]);
    }
  });

  test("addresses and methods that are none", async () => {
    expect(codeOf(await rig.call("GET", "/api/v1/nothing"))).toEqual([404, "not_found"]);
    expect(codeOf(await rig.call("GET", "/api/v1/problems/toString"))).toEqual([404, "not_found"]);
    expect(codeOf(await rig.call("GET", "/api/v1/problems/out_of_turn"))).toEqual([200, "out_of_turn"]);
    const wrong = await rig.call("DELETE", "/api/v1/disclosure-requests");
    expect([...codeOf(wrong), wrong.headers.get("allow")]).toEqual([405, "method_not_allowed", "POST"]);
    const listed = await rig.call("POST", "/api/v1/units");
    expect([listed.status, listed.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });
}

/** Everything behind the routes fails: what is raised by us is shown, what is not is 500 without a word of it. */
export function describeFailures(rig: Rig) {
  test.each([
    ["busy", () => busy(), 503, "busy"],
    ["broken", () => new Error("marker of the failure"), 500, "internal"],
  ])("services that are %s", async (_case, error, status, problem) => {
    const fail = () => Promise.reject(error());
    const failing = new Proxy({}, { get: () => fail }) as never;
    const services = { disclosure: failing, progress: failing, attachments: failing, staff: failing };
    const reports = async () => ({ published: fail });
    const bearer = { bearerStaff: fail };
    const seats = { halls: failing, bookings: failing, proof: failing, availability: failing };
    const booking = async () => ({
      ...seats,
      waiting: failing,
      limits: failing,
      frames: failing,
      releases: failing,
      demandUsable: failing,
      clock: rig.clock.now,
      calendar: chinaCalendar(),
    });
    const guideApi = async () => ({ config, search: failing, guides: failing });
    const publishedPages = async () => ({ published: failing, answerSearch: failing });
    const gazettePages = async () => ({ gazette: failing, gazetteSearch: failing });
    const visits = async () => failing;
    const advicePages = async () => ({ advice: failing, adviceSearch: failing, adviceLimits: failing });
    const rectifications = async () =>
      ({ submit: fail, enter: fail, act: fail, demand: fail, readForApplicant: fail }) as never;
    const doors = {
      letters: async () => ({ letters: failing }),
      evidence: async () => failing,
      alike: async () => failing,
      rectifications,
      advicePages,
      booking,
      reports,
      guideApi,
      publishedPages,
      gazettePages,
      visits,
    };
    const now = { clock: rig.clock.now, calendar: chinaCalendar() };
    const app = apiApp({ config, log: rig.log, ...now, bearer, ...doors, ...services });
    for (const { method, path, operation } of operationsOf(rig.document)) {
      if (operation.responses[500] === undefined) continue;
      const headers = {
        ...newKey(),
        ...(/bookings|waiting-list/.test(path) ? { "Phone-Last4": "1234" } : { "Query-Code": "22222222" }),
      };
      const own: Readonly<Record<string, unknown>> = {
        ...adviceFailing,
        ...rectificationFailing,
        book: bookingExamples.resident.value,
        joinWaitingList: waitingExamples.morning.value,
        takeQueueTicket: queueExamples.resident.value,
      };
      const sent = own[operation.operationId] ?? application;
      const json = method === "GET" ? undefined : sent;
      const concrete = path
        .replace("{reference}", missing)
        .replace("{code}", "00000000000")
        .replace("{year}", "2025")
        .replace("{column}", "policy")
        .replaceAll(/\{\w+\}/g, "x");
      const reply = await rig.call(method, concrete, { app, headers, json });
      expect(codeOf(reply), path).toEqual([status, problem]);
    }
    expect(rig.lines.join("\n")).not.toContain("marker of the failure");
  });
}
