/** Where the notices of a case go: what the applicant left, sealed from the submission to the outbox. */
import { expect, test } from "vitest";
import { caseLetter } from "../../functions/notice/notice.case.service.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const site = {
  publicOrigin: "https://banshi.example.gov.cn",
  government: { zh: "示例市人民政府", en: "Example City" },
};

async function addressesOf(changes: Partial<typeof application>) {
  const { disclosure, vault } = disclosureOn(engine.table);
  const submission = { application: { ...application, ...changes }, attachments: [], lang: "zh" } as const;
  const { reference } = await disclosure.submit({ ...submission, token: JSON.stringify(changes) });
  const store = openNoticeStore(engine.table);
  const id = { reference, n: 1, template: "submitted" } as const;
  const notice = (await store.read(id)) ?? expect.fail("no notice");
  const stored = JSON.stringify(
    await engine.table.query({
      where: { text: "#pk = :pk", values: { pk: `CASE#${reference}` } },
    }),
  );
  for (const address of Object.values(changes)) expect(stored).not.toContain(address);
  await store.settle(notice, "sent", "2026-03-02T02:00:00.000Z");
  const kept = await store.read(id);
  expect(kept).not.toHaveProperty("email");
  expect(kept).not.toHaveProperty("phone");
  return caseLetter(notice, site, vault).to;
}

test("a mobile number by SMS, an address by mail, and a landline nowhere", async () => {
  const phone = "13912340987";
  const email = "wang@example.com";
  expect(await addressesOf({ phone, email })).toEqual({ sms: phone, mail: email });
  expect(await addressesOf({ phone: "0571-88880000", email })).toEqual({ mail: email });
});
