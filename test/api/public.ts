/** What an applicant's program does: hand in, follow, withdraw. */
import { describe, expect, test } from "vitest";
import type { PublicCase } from "../../functions/disclosure/disclosure.api.shapes.ts";
import { outcomes } from "../../functions/disclosure/disclosure.outcome.ts";
import { application } from "../support/application.ts";
import { newKey, type Rig } from "./rig.ts";
import { caseAt, casePath, code, handIn } from "./thread.ts";

const files = [{ name: "说明.pdf", sizeBytes: 1_000 }];

export function describeSubmission(rig: Rig) {
  describe("handing in", () => {
    test("gives a number, a query code and by when it is answered", async () => {
      const { status, body } = await handIn(rig);
      expect(status).toBe(201);
      expect(body).toMatchObject({ dueOn: "2026-03-30", dueFrom: "submission", uploads: [] });
      const read = await rig.call<PublicCase>("GET", casePath(body), { headers: code(body) });
      expect(read.body).toMatchObject({ reference: body.reference, state: "submitted", step: "register" });
    });

    test("again under the same key gives the same request and uploads", async () => {
      const key = newKey();
      const first = await handIn(rig, { attachments: files }, key);
      const again = await handIn(rig, { attachments: files }, key);
      expect(again.status).toBe(201);
      const receipt = ({ uploads, ...rest }: typeof first.body) => ({
        ...rest,
        uploads: uploads.map(({ id, url }) => ({ id, url })),
      });
      expect(receipt(again.body)).toEqual(receipt(first.body));
    });

    test("at the same moment under the same key is one request", async () => {
      const key = newKey();
      const replies = await Promise.all(Array.from({ length: 8 }, () => handIn(rig, {}, key)));
      expect(new Set(replies.map(({ status, body }) => `${status} ${body.reference}`)).size).toBe(1);
    });

    test.each([
      ["another application", { title: "别的信息" }],
      ["other files", { attachments: files }],
      ["another language", { lang: "en" }],
    ])("%s under the same key is refused", async (_case, changes) => {
      const key = newKey();
      await handIn(rig, {}, key);
      const other = await handIn(rig, changes, key);
      expect([other.status, other.body]).toMatchObject([422, { code: "token_reused" }]);
    });

    test.each([
      ["no key", {}, 428, "idempotency_key_required"],
      ["a short key", { "Idempotency-Key": "123" }, 400, "idempotency_key_invalid"],
      ["a key with a space", { "Idempotency-Key": "1234567890 123456" }, 400, "idempotency_key_invalid"],
      ["a long key", { "Idempotency-Key": "x".repeat(201) }, 400, "idempotency_key_invalid"],
    ])("%s: %s", async (_case, headers, status, problem) => {
      const reply = await handIn(rig, {}, headers as never);
      expect([reply.status, reply.body]).toMatchObject([status, { code: problem }]);
    });

    test("names every wrong field of both halves, and no value", async () => {
      const wrong = {
        identityNumber: "110101199003070021",
        phone: "marker",
        unit: "nowhere",
        lang: "fr",
        attachments: [
          { name: "a.pdf", sizeBytes: 0 },
          { name: "\ud800", sizeBytes: 1e9 },
        ],
      };
      const { status, body } = await handIn(rig, wrong);
      expect(status).toBe(422);
      expect((body as unknown as { errors: unknown }).errors).toEqual([
        { field: "identityNumber", code: "identity.check_digit" },
        { field: "unit", code: "unit.choose" },
        { field: "phone", code: "phone.invalid" },
        { field: "lang", code: "lang.choose" },
        { field: "attachments.0.sizeBytes", code: "file_empty" },
        { field: "attachments.1.name", code: "file_name.characters" },
        { field: "attachments.1.sizeBytes", code: "file_too_large" },
      ]);
    });

    test.each([null, [], "text", 1, { attachments: "x" }, { attachments: Array(6).fill(files[0]) }])(
      "a body that is %j is refused by field",
      async (json) => {
        const path = "/api/v1/disclosure-requests";
        const reply = await rig.call("POST", path, { headers: newKey(), json });
        expect([reply.status, reply.body.code]).toEqual([422, "invalid"]);
      },
    );
  });
}

export function describeProgress(rig: Rig) {
  describe("following", () => {
    test("shows each day with its reason in words", async () => {
      const receipt = (await handIn(rig)).body;
      const { body } = await rig.call<PublicCase>("GET", casePath(receipt), { headers: code(receipt) });
      expect(body.due.days[0]).toMatchObject({ day: "2026-03-02", counted: null, code: "first_day" });
      expect(body.due.days.at(-1)).toMatchObject({ day: "2026-03-30", counted: 20, code: "working" });
      expect(body.due.days.find((day) => day.code === "weekend")?.reason.zh).toBe("周末");
    });

    test("is open to the last four digits of the phone, and to a number as people write it", async () => {
      const receipt = (await handIn(rig)).body;
      const written = receipt.reference.toLowerCase().replace(/(.{6})/, "$1 ");
      const path = casePath({ reference: encodeURIComponent(written) });
      const last4 = application.phone.slice(-4);
      expect((await rig.call("GET", path, { headers: { "Phone-Last4": last4 } })).status).toBe(200);
    });

    test("answers a missing number, an impossible one and a wrong code alike", async () => {
      const receipt = (await handIn(rig)).body;
      const wrong = { "Query-Code": "22222222" };
      const [theirs, missing, impossible] = await Promise.all([
        rig.call("GET", casePath(receipt), { headers: wrong }),
        rig.call("GET", casePath({ reference: "659901G26030200001W" }), { headers: wrong }),
        rig.call("GET", casePath({ reference: "nonsense" }), { headers: wrong }),
      ]);
      expect(theirs.status).toBe(404);
      expect(missing.text).toBe(theirs.text);
      expect(impossible.text).toBe(theirs.text);
    });

    test("waits after five wrong tries, even with the right code", async () => {
      const receipt = (await handIn(rig)).body;
      for (let attempt = 0; attempt < 5; attempt += 1)
        await rig.call("GET", casePath(receipt), { headers: { "Phone-Last4": "0000" } });
      const { status, headers } = await rig.call("GET", casePath(receipt), { headers: code(receipt) });
      expect(status).toBe(429);
      expect(Number(headers.get("retry-after"))).toBeGreaterThan(0);
    });

    test("waits from an address that has tried thirty times", async () => {
      const address = "203.0.113.7";
      for (let attempt = 0; attempt < 30; attempt += 1) {
        const { body } = await handIn(rig);
        await rig.call("GET", casePath(body), { headers: { "Query-Code": "22222222" }, address });
      }
      const { body } = await handIn(rig);
      const { status } = await rig.call("GET", casePath(body), { headers: code(body), address });
      expect(status).toBe(429);
    });

    test("a bearer token opens nothing here", async () => {
      const { body } = await handIn(rig);
      const as = { kind: "staff", id: "c", name: "c", unit: "zfb", roles: ["clerk"] } as const;
      expect((await rig.call("GET", casePath(body), { as })).status).toBe(400);
    });
  });

  describe("withdrawing", () => {
    test("works once and harms nobody twice", async () => {
      const receipt = (await handIn(rig)).body;
      for (let time = 0; time < 2; time += 1) {
        const { status, body } = await rig.call("POST", casePath(receipt, "/withdraw"), {
          headers: code(receipt),
        });
        expect([status, body.state]).toEqual([200, "withdrawn"]);
      }
    });

    test("comes too late after the answer", async () => {
      const receipt = await caseAt(rig, "answered");
      const { status } = await rig.call("POST", casePath(receipt, "/withdraw"), { headers: code(receipt) });
      expect(status).toBe(409);
    });
  });

  test("the outcomes are the 21 of table 三", async () => {
    const { body } = await rig.call<{ items: unknown[] }>("GET", "/api/v1/disclosure/outcomes");
    expect(body.items).toEqual(outcomes.map((outcome) => ({ ...outcome })));
  });
}
