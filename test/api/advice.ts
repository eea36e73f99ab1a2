/** Questions and suggestions through the API: what makes its routes succeed, and every refusal that they name. */
import { describe, expect, test } from "vitest";
import { adviceExamples } from "../../functions/advice/advice.api.shapes.ts";
import type { OfficeAction } from "../../functions/advice/advice.flow.ts";
import { adviceLimits } from "../../functions/advice/advice.limit.ts";
import type { Permission } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { ThreadState } from "../advice/rig.ts";
import { content, handIn, question, REPLY, threadAt } from "../advice/rig.ts";
import { newKey, type Reply, type Rig } from "./rig.ts";
import type { OfficeRoute } from "./routes.ts";
import type { Receipt } from "./thread.ts";
import { clerk, code, handler, reviewer } from "./thread.ts";

const PATH = "/api/v1/advice";
const OFFICE = "/api/v1/office/advice";
/** The thread that was prepared with a case of the table, and for the tests here with none. */
const threads = new Map<string, string>();
const nothing = { reference: "" } as Receipt;
const threadOf = ({ reference }: Pick<Receipt, "reference">) => threads.get(reference) ?? "none";
const codeOf = ({ status, body }: Reply) => [status, body.code];
let phones = 0;
/** A telephone of its own, so that tests do not use up each other's tries. */
const typed = () => {
  phones += 1;
  return { ...question, phone: `139${String(10_000_000 + phones)}` };
};

const at =
  (state: ThreadState) =>
  async (rig: Rig, receipt: Receipt = nothing): Promise<void> => {
    threads.set(receipt.reference, (await threadAt(rig.advice, state)).reference);
  };

const action = (
  operationId: string,
  name: OfficeAction,
  given: { readonly as: Staff; readonly state: ThreadState; readonly json?: object },
): OfficeRoute => ({
  operationId,
  permission: `advice.${name}` as Permission,
  as: given.as,
  method: "POST",
  path: (receipt) => `${OFFICE}/${threadOf(receipt)}/actions/${name}`,
  ...(given.json === undefined ? {} : { json: given.json }),
  state: "submitted",
  first: at(given.state),
});

const acts: readonly OfficeRoute[] = [
  action("acceptAdvice", "accept", { as: clerk, state: "submitted" }),
  action("replyAdvice", "reply", { as: handler, state: "accepted", json: { text: REPLY } }),
  action("transferAdvice", "transfer", {
    ...{ as: clerk, state: "submitted" },
    json: { unit: "zrzy", reason: "属于自然资源局职责。" },
  }),
  action("proposePublicAdvice", "propose_public", { as: handler, state: "replied", json: content }),
  action("publishAdvice", "publish", { as: reviewer, state: "reviewing" }),
  action("returnPublicAdvice", "return_public", {
    ...{ as: reviewer, state: "reviewing" },
    json: { reason: "地址写全。" },
  }),
  action("unpublishAdvice", "unpublish", {
    ...{ as: reviewer, state: "public" },
    json: { reason: "办理地点变了。" },
  }),
];

export const adviceRoutes: readonly OfficeRoute[] = [
  {
    operationId: "listAdvice",
    permission: "advice.read",
    as: clerk,
    method: "GET",
    path: () => `${OFFICE}?unit=zfb`,
    state: "submitted",
    first: at("submitted"),
  },
  {
    operationId: "readOfficeAdvice",
    permission: "advice.read",
    as: clerk,
    method: "GET",
    path: (receipt) => `${OFFICE}/${threadOf(receipt)}`,
    state: "submitted",
    first: at("submitted"),
  },
  ...acts,
];

/** Where the table's route is for what was prepared now. */
async function tried(rig: Rig, route: OfficeRoute, sent: Parameters<Rig["call"]>[2] = {}) {
  await route.first?.(rig, nothing);
  const json = route.json === undefined || "text" in sent ? {} : { json: route.json };
  return rig.call(route.method, route.path(nothing), { as: route.as, ...json, ...sent });
}

export const adviceExample = (rig: Rig, operationId: string, json: unknown) => {
  if (operationId === "submitAdvice") return rig.call("POST", PATH, { headers: newKey(), json });
  return rated(rig, json);
};
async function rated(rig: Rig, json: unknown) {
  const receipt = await threadAt(rig.advice, "replied");
  return rig.call("POST", `${PATH}/threads/${receipt.reference}/rating`, { headers: code(receipt), json });
}

export function describeAdvice(rig: Rig) {
  describe("questions and suggestions", () => {
    const submit = (json: object, headers: Record<string, string> = newKey()) =>
      rig.call("POST", PATH, { headers, json });

    test("are handed in, followed by number and code, replied to, and rated", async () => {
      const key = newKey();
      const words = typed();
      const made = await submit(words, key);
      expect(made).toMatchObject({ status: 201, body: { dueOn: "2026-03-11" } });
      expect((await submit(words, key)).body).toEqual(made.body);
      const { reference, queryCode } = made.body as { reference: string; queryCode: string };
      const path = `${PATH}/threads/${reference}`;
      const headers = code({ queryCode });
      const before = await rig.call("GET", path, { headers: { "Phone-Last4": words.phone.slice(-4) } });
      expect(before.body).toMatchObject({ state: "submitted", replies: [], satisfied: null });
      const rate = (satisfied: boolean) =>
        rig.call("POST", `${path}/rating`, { headers, json: { satisfied } });
      expect(codeOf(await rate(true))).toEqual([409, "out_of_turn"]);
      for (const [act, json] of [
        ["accept", undefined],
        ["reply", { text: REPLY }],
      ] as const) {
        const done = await rig.call("POST", `${OFFICE}/${reference}/actions/${act}`, { as: handler, json });
        expect(done.status).toBe(200);
      }
      expect((await rate(true)).body).toMatchObject({ state: "replied", satisfied: true });
      expect((await rate(true)).status).toBe(200);
      expect(codeOf(await rate(false))).toEqual([409, "rated_before"]);
    });

    test("of a request's number there is none, nor of a question among the requests", async () => {
      const { reference, queryCode } = await handIn(rig.advice);
      const headers = code({ queryCode });
      expect((await rig.call("GET", `${PATH}/threads/${reference}`, { headers })).status).toBe(200);
      expect(codeOf(await rig.call("GET", `/api/v1/cases/${reference}`, { headers }))).toEqual([
        404,
        "case_not_found",
      ]);
      const office = await rig.call("GET", `/api/v1/office/cases/${reference}`, { as: clerk });
      expect(codeOf(office)).toEqual([404, "case_not_found"]);
    });

    test("that everybody may read are listed, found, read, and gone when taken back", async () => {
      const { reference } = await threadAt(rig.advice, "public");
      const actor = { kind: "applicant", reference } as const;
      const { publicId } = await rig.advice.readForApplicant(reference, actor);
      const list = await rig.call<{ items: { id: string }[] }>("GET", `${PATH}/answers`);
      expect(list.body.items.map(({ id }) => id)).toContain(publicId);
      const found = await rig.call<{ items: { id: string }[] }>(
        "GET",
        `${PATH}/answers?q=${encodeURIComponent("公交老年卡")}`,
      );
      expect(found.body.items.map(({ id }) => id)).toContain(publicId);
      const one = await rig.call("GET", `${PATH}/answers/${publicId}`);
      expect(one.body).toMatchObject({ ...content, kind: "question", repliedOn: "2026-03-02" });
      for (const [path, { headers }] of [
        [`${PATH}/answers`, list],
        [`${PATH}/answers/${publicId}`, one],
      ] as const) {
        const again = await rig.call("GET", path, {
          headers: { "if-none-match": headers.get("etag") ?? "" },
        });
        expect([again.status, again.text]).toEqual([304, ""]);
      }
      const data = { reason: "办理地点变了" };
      await rig.advice.act({ reference, action: "unpublish", actor: reviewer, data });
      expect(codeOf(await rig.call("GET", `${PATH}/answers/${publicId}`))).toEqual([410, "advice_withdrawn"]);
      expect(codeOf(await rig.call("GET", `${PATH}/answers/none`))).toEqual([404, "advice_not_found"]);
    });

    test("handing in without a key, with a wrong one, under one that said something else", async () => {
      expect(codeOf(await rig.call("POST", PATH, { json: typed() }))).toEqual([
        428,
        "idempotency_key_required",
      ]);
      expect(codeOf(await submit(typed(), { "Idempotency-Key": "7" }))).toEqual([
        400,
        "idempotency_key_invalid",
      ]);
      const key = newKey();
      await submit(typed(), key);
      expect(codeOf(await submit(typed(), key))).toEqual([422, "token_reused"]);
      const nothing = await submit({ lang: "fr" });
      expect([nothing.status, (nothing.body.errors as { code: string }[]).map((each) => each.code)]).toEqual([
        422,
        [
          ...["kind.choose", "title.required", "description.required", "unit.choose", "phone.required"],
          "lang.choose",
        ],
      ]);
    });

    test("handing in very much from one telephone", async () => {
      const words = typed();
      const replies: Reply[] = [];
      for (let n = 0; n <= adviceLimits.limits.phone.most; n += 1)
        replies.push(await submit({ ...words, subject: `第 ${n} 问` }));
      expect(codeOf(replies.at(-1) as Reply)).toEqual([429, "too_much_advice"]);
    });

    test.each([
      ["POST", ""],
      ["POST", "/threads/{reference}/rating"],
    ])("%s %s with a body of another type, and a broken one", async (method, rest) => {
      const receipt = await threadAt(rig.advice, "replied");
      const path = `${PATH}${rest.replace("{reference}", receipt.reference)}`;
      const headers = { ...newKey(), ...code(receipt) };
      const send = (type: string, text: string) =>
        rig.call(method, path, { headers: { ...headers, "content-type": type }, text });
      expect(codeOf(await send("text/plain", "{}"))).toEqual([415, "json_expected"]);
      expect(codeOf(await send("application/json", "{"))).toEqual([400, "malformed_json"]);
      expect(codeOf(await send("application/json", "{}"))).toEqual([422, "invalid"]);
    });

    test.each([
      ["GET", ""],
      ["POST", "/rating"],
    ])("%s a thread%s without a proof, with a wrong one, too often", async (method, rest) => {
      const path = `${PATH}/threads/${(await handIn(rig.advice)).reference}${rest}`;
      const wrong = { "Query-Code": "22222222" };
      expect(codeOf(await rig.call(method, path))).toEqual([400, "proof_required"]);
      expect(codeOf(await rig.call(method, path, { headers: { "Query-Code": "x" } }))).toEqual([
        400,
        "proof_invalid",
      ]);
      for (let attempt = 0; attempt < 5; attempt += 1)
        expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([404, "case_not_found"]);
      expect(codeOf(await rig.call(method, path, { headers: wrong }))).toEqual([429, "too_many_tries"]);
    });

    test("a list that is none", async () => {
      const reply = await rig.call("GET", `${OFFICE}?list=nothing`, { as: clerk });
      expect(codeOf(reply)).toEqual([422, "invalid"]);
    });
  });

  describe.each(acts)("$operationId", (route) => {
    test("of none, out of turn, of another version, with wrong headers", async () => {
      threads.delete(nothing.reference);
      const none = await rig.call("POST", route.path(nothing), { as: route.as, json: route.json });
      expect(codeOf(none)).toEqual([404, "case_not_found"]);
      await route.first?.(rig, nothing);
      const path = route.path(nothing);
      const sent = { as: route.as, json: route.json };
      const send = (headers: Record<string, string>) => rig.call("POST", path, { ...sent, headers });
      expect(codeOf(await send({ "If-Match": '"99"' }))).toEqual([409, "case_changed"]);
      expect(codeOf(await send({ "If-Match": "7" }))).toEqual([400, "if_match_invalid"]);
      expect(codeOf(await send({ "Idempotency-Key": "7" }))).toEqual([400, "idempotency_key_invalid"]);
      const key = newKey();
      expect((await send(key)).status).toBe(200);
      // What has gone to another unit cannot be sent there twice by the first one, whatever the step.
      const again = await send(newKey());
      const moved = route.operationId === "transferAdvice" || route.operationId === "replyAdvice";
      if (!moved) expect(codeOf(again)).toEqual([409, "out_of_turn"]);
    });
  });

  test("out of turn: a reply before it is taken up, a transfer after the reply", async () => {
    const [, reply, transfer] = acts;
    for (const [route, state] of [
      [reply, "submitted"],
      [transfer, "replied"],
    ] as const) {
      if (route === undefined) throw new Error("no such route");
      await at(state)(rig);
      const refused = await rig.call("POST", route.path(nothing), {
        as: route.as,
        json: route.json,
      });
      expect(codeOf(refused)).toEqual([409, "out_of_turn"]);
    }
  });

  test.each(acts.filter(({ json }) => json !== undefined))(
    "$operationId with a wrong body, and under a key that said something else",
    async (route) => {
      const json = { "content-type": "application/json" };
      expect(codeOf(await tried(rig, route, { json: {} }))).toEqual([422, "invalid"]);
      expect(codeOf(await tried(rig, route, { text: "{", headers: json }))).toEqual([400, "malformed_json"]);
      const plain = { "content-type": "text/plain" };
      expect(codeOf(await tried(rig, route, { text: "{}", headers: plain }))).toEqual([415, "json_expected"]);
      const headers = newKey();
      await tried(rig, route, { headers });
      const other = { ...(route.json as object), reason: "别的", text: "别的", subject: "别的" };
      const as = route.operationId === "transferAdvice" ? { ...route.as, unit: "zrzy" } : route.as;
      const reused = await rig.call("POST", route.path(nothing), { as, json: other, headers });
      if (as === route.as) expect(codeOf(reused)).toEqual([422, "token_reused"]);
    },
  );

  test("who wrote what everybody may read does not publish it", async () => {
    await at("replied")(rig);
    const both: Staff = { ...handler, roles: ["handler", "reviewer"] };
    await rig.call("POST", `${OFFICE}/${threadOf(nothing)}/actions/propose_public`, {
      as: both,
      json: content,
    });
    const refused = await rig.call("POST", `${OFFICE}/${threadOf(nothing)}/actions/publish`, { as: both });
    expect(codeOf(refused)).toEqual([403, "same_person"]);
  });
}

export const adviceFailing = { submitAdvice: adviceExamples.question.value };
