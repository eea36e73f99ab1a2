/** Commands that come twice but say something else, texts that cannot be stored, positions behind the end. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Disclosure } from "../../functions/disclosure/disclosure.service.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { dataFor, people } from "./support.ts";

const engine = useEngine();
let disclosure: Disclosure;
beforeAll(() => {
  disclosure = disclosureOn(engine.table).disclosure;
});

let tokens = 0;
async function accepted(): Promise<string> {
  tokens += 1;
  const sent = { application, attachments: [], lang: "zh", token: `edge ${tokens}` } as const;
  const { reference } = await disclosure.submit(sent);
  await disclosure.act({
    reference,
    action: "confirm_receipt",
    data: dataFor.confirm_receipt,
    actor: people.clerk,
  });
  return reference;
}
const assign = (reference: string, handler: { id: string }, more: object) => {
  const data = { assignee: { id: handler.id, name: "" } };
  return disclosure.act({ reference, action: "assign", data, actor: people.clerk, ...more });
};

describe("the same command id", () => {
  test("with the same content does nothing more", async () => {
    const reference = await accepted();
    const first = await assign(reference, people.handler, { commandId: "one", expectedVersion: 2 });
    const again = await assign(reference, people.handler, { commandId: "one", expectedVersion: 2 });
    expect(again).toEqual(first);
  });

  test("with other content is never taken for done", async () => {
    const reference = await accepted();
    await assign(reference, people.handler, { commandId: "one" });
    await expect(assign(reference, people.otherHandler, { commandId: "one" })).rejects.toMatchObject({
      status: 422,
      code: "token_reused",
    });
    await expect(
      assign(reference, people.otherHandler, { commandId: "one", expectedVersion: 2 }),
    ).rejects.toMatchObject({ status: 409, code: "case_changed" });
    const { head } = await disclosure.readForOffice(reference, people.clerk);
    expect(head.assignee?.id).toBe(people.handler.id);
  });
});

test("half a character in a reply is a mistake in a field, because no store can hold it", async () => {
  const reference = await accepted();
  await assign(reference, people.handler, {});
  const data = { outcome: "disclosed", reply: "现予公开\ud800。", files: [] };
  await expect(
    disclosure.act({ reference, action: "propose", data, actor: people.handler }),
  ).rejects.toMatchObject({ status: 422, errors: [{ field: "reply", code: "reply.characters" }] });
});

test("a position behind what a filter shows is an empty page and no request", async () => {
  const cursor = Buffer.from("2099-01-01#440305G26030200001A").toString("base64url");
  engine.forget();
  const filter = { unit: "zfb", dueBefore: "2026-12-31" };
  expect(await disclosure.queue(people.clerk, filter, { limit: 10, cursor })).toEqual({
    cards: [],
    next: undefined,
  });
  expect(engine.consumed).toEqual([]);
});
