/** What applicants and those consulted answer: done, twice, out of turn, without a proof, too late. */
import { describe, expect, test } from "vitest";
import type { PublicCase } from "../../functions/disclosure/disclosure.api.shapes.ts";
import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import type { Reply, Rig, Sent } from "./rig.ts";
import { newKey } from "./rig.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, casePath, clerk, code, handler } from "./thread.ts";

interface Ready {
  readonly receipt: Receipt;
  readonly headers: Readonly<Record<string, string>>;
  readonly path: string;
}

/** A route that answers the unit, with a case in which it is open and a body that succeeds. */
export interface Respond {
  readonly operationId: string;
  readonly json: object;
  /** Another body under the same key. */
  readonly other: object;
  readonly prepare: (rig: Rig) => Promise<Ready>;
  readonly send: (rig: Rig, ready: Ready, sent?: Sent) => Promise<Reply>;
  /** What it answers once it is done. */
  readonly twice: readonly [number, string];
}

const act = (
  rig: Rig,
  { reference }: Receipt,
  action: DisclosureEvent["kind"],
  actor: typeof clerk,
  data: object,
) => rig.services.disclosure.act({ reference, action, actor, data: data as DisclosureEvent["data"] });

const post =
  (json: object) =>
  (rig: Rig, { path, headers }: Ready, { headers: more, ...sent }: Sent = {}) =>
    rig.call("POST", path, {
      ...("text" in sent ? {} : { json }),
      ...sent,
      headers: { ...headers, ...more },
    });

const correction = { title: "补正后的名称", description: "补正后的描述。", note: "证件见附件。" };
const reasons = { reasons: "用于课题研究。" };
const objection = { opinion: "object", reason: "涉及商业秘密。" };

export const responses: readonly Respond[] = [
  {
    operationId: "correctRequest",
    json: correction,
    other: { ...correction, title: "别的" },
    twice: [409, "out_of_turn"],
    send: post(correction),
    async prepare(rig) {
      const receipt = await caseAt(rig, "correcting");
      return { receipt, headers: code(receipt), path: casePath(receipt, "/correction") };
    },
  },
  {
    operationId: "giveOwnReasons",
    json: reasons,
    other: { reasons: "别的。" },
    twice: [422, "invalid"],
    send: post(reasons),
    async prepare(rig) {
      const receipt = await caseAt(rig, "accepted");
      await act(rig, receipt, "ask_reasons", clerk, { why: "请说明理由。", until: "2026-03-11" });
      return { receipt, headers: code(receipt), path: casePath(receipt, "/reasons") };
    },
  },
  {
    operationId: "offerAttachment",
    json: { name: "a.jpg", sizeBytes: 10 },
    other: { name: "b.jpg", sizeBytes: 10 },
    twice: [201, ""],
    send: post({ name: "a.jpg", sizeBytes: 10 }),
    async prepare(rig) {
      const receipt = await caseAt(rig, "correcting");
      return { receipt, headers: code(receipt), path: casePath(receipt, "/uploads") };
    },
  },
  {
    operationId: "giveOpinion",
    json: objection,
    other: { opinion: "agree" },
    twice: [422, "invalid"],
    send: post(objection),
    async prepare(rig) {
      const receipt = await caseAt(rig, "handling");
      await act(rig, receipt, "consult", handler, {
        party: "third_party",
        name: "示范公司",
        about: "拟公开合同金额。",
      });
      const { consultations } = await rig.services.disclosure.readForOffice(receipt.reference, handler);
      const headers = { "Consultation-Token": consultations[0]?.token ?? "" };
      return { receipt, headers, path: `/api/v1/consultations/${receipt.reference}/c4/opinion` };
    },
  },
];

const codeOf = ({ status, body }: Reply) => [status, body.code ?? ""];
const withdrawn = (rig: Rig, { reference }: Receipt) =>
  rig.services.progress.withdraw(reference, "test withdraw");

export function describeRespond(rig: Rig) {
  describe.each(responses)("$operationId", (route) => {
    test("is done, and under the same key once", async () => {
      const ready = await route.prepare(rig);
      const headers = newKey();
      const first = await route.send(rig, ready, { headers });
      expect([200, 201]).toContain(first.status);
      expect((await route.send(rig, ready, { headers })).status).toBe(first.status);
      expect(codeOf(await route.send(rig, ready))).toEqual(route.twice);
    });

    test("out of turn", async () => {
      const ready = await route.prepare(rig);
      await withdrawn(rig, ready.receipt);
      expect(codeOf(await route.send(rig, ready))).toEqual([409, "out_of_turn"]);
    });

    test("with a wrong body", async () => {
      const ready = await route.prepare(rig);
      const json = { "content-type": "application/json" };
      const replies = [
        await route.send(rig, ready, { json: {} }),
        await route.send(rig, ready, { json: [] }),
        await route.send(rig, ready, { text: "{", headers: json }),
        await route.send(rig, ready, { text: "{}", headers: { "content-type": "text/plain" } }),
      ];
      expect(replies.map(codeOf)).toEqual([
        [422, "invalid"],
        [422, "invalid"],
        [400, "malformed_json"],
        [415, "json_expected"],
      ]);
    });

    test("with a key of no shape, or one that said something else", async () => {
      if (route.operationId === "offerAttachment") return;
      const ready = await route.prepare(rig);
      const shapeless = await route.send(rig, ready, { headers: { "Idempotency-Key": "7" } });
      expect(codeOf(shapeless)).toEqual([400, "idempotency_key_invalid"]);
      const headers = newKey();
      await route.send(rig, ready, { headers });
      const other = await route.send(rig, ready, { headers, json: route.other });
      expect(codeOf(other)).toEqual([422, "token_reused"]);
    });
  });

  test("a correction moves the date, and the case says what was asked and when it was done", async () => {
    const [route] = responses;
    if (route === undefined) throw new Error("no route");
    const ready = await route.prepare(rig);
    const asked = await rig.call<PublicCase>("GET", casePath(ready.receipt), { headers: ready.headers });
    expect(asked.body).toMatchObject({ state: "correcting", correction: { open: true, madeOn: null } });
    await route.send(rig, ready);
    const done = await rig.call<PublicCase>("GET", casePath(ready.receipt), { headers: ready.headers });
    expect(done.body).toMatchObject({
      state: "accepted",
      title: correction.title,
      due: { from: "correction" },
      correction: { open: false, madeOn: "2026-03-02" },
    });
    expect(done.text).not.toContain(correction.note);
  });

  test("more files than a request takes", async () => {
    const receipt = await caseAt(rig, "submitted");
    const { reference } = receipt;
    const actor = { kind: "applicant", reference } as const;
    for (let n = 0; n < 5; n += 1) {
      const file = { id: `f${n}`, name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" } as const;
      await rig.services.disclosure.act({ reference, action: "attach", actor, data: { file } });
    }
    const json = { name: "a.jpg", sizeBytes: 10 };
    const reply = await rig.call("POST", casePath(receipt, "/uploads"), { headers: code(receipt), json });
    expect(codeOf(reply)).toEqual([409, "too_many_files"]);
  });

  test("a consultation is read by its token alone, and nothing of the applicant stands in it", async () => {
    const route = responses.find(({ operationId }) => operationId === "giveOpinion");
    if (route === undefined) throw new Error("no route");
    const ready = await route.prepare(rig);
    const path = ready.path.replace("/opinion", "");
    const { body, text, status } = await rig.call("GET", path, { headers: ready.headers });
    expect([status, body]).toMatchObject([200, { state: "open", silence: "agency_decides", decision: null }]);
    expect(text).not.toMatch(/张|138|queryCode/);
    for (const headers of [{}, { "Consultation-Token": "A".repeat(22) }]) {
      expect(codeOf(await rig.call("GET", path, { headers }))).toEqual([404, "consultation_not_found"]);
      const reply = await rig.call("POST", ready.path, { headers, json: objection });
      expect(codeOf(reply)).toEqual([404, "consultation_not_found"]);
    }
  });
}
