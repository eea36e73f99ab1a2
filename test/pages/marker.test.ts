/** What somebody submits is told to nobody: not to a log, not to an address, not to a problem page. */
import { beforeAll, describe, expect, test } from "vitest";
import { asides } from "../../functions/disclosure/disclosure.aside.ts";
import { staff } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, ORIGIN, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const MARKER = "Zq9xMarker7";
let apps: Apps;
let visitor: Browser;
let clerk: Browser;
let reference: string;
let guide: string;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const receipt = await apps.disclosure.submit({ application, attachments: [], lang: "zh", token: "marker" });
  reference = receipt.reference;
  guide = await apps.guide.publish();
  visitor = apps.visitor();
  await visitor.post("/disclosure", {});
  await visitor.post("/progress", { number: reference, code: receipt.queryCode });
  clerk = await apps.seat(staff("clerk"));
});

const questions = [
  "applicant",
  "name",
  "organisation",
  "identity",
  "unit",
  "information",
  "delivery",
  "contact",
  "address",
];
const fields = [
  ...[
    "applicantKind",
    "name",
    "legalRepresentative",
    "contactName",
    "identityKind",
    "identityNumber",
    "unit",
  ],
  ...["title", "documentNumber", "description", "form", "route", "phone", "email", "address", "postcode"],
  ...["number", "code", "phone4", "queryCode", "reference", "upload", "file", "command", "version", "tick"],
  ...["channel", "arrivedOn-year", "arrivedOn-month", "arrivedOn-day", "sending", "parts"],
  ...["on", "assignee", "reason", "outcome", "reply", "text", "return", "state", "__proto__", "constructor"],
];
const everywhere = Object.fromEntries(fields.map((field) => [field, `${MARKER} ${field}`]));

/** Every path that takes a form or a name, with the marker wherever something may stand. */
const posts = (): readonly (readonly ["citizen" | "office", string])[] => [
  ["citizen", "/disclosure"],
  ...questions.map((question) => ["citizen", `/disclosure/apply/${question}`] as const),
  ["office", "/office/gazette/new?kind=policy"],
  ["office", `/office/gazette/items/${MARKER}/edit`],
  ["office", `/office/gazette/items/${MARKER}/acts/withdraw`],
  ["citizen", `/disclosure/apply/${MARKER}`],
  ["citizen", "/disclosure/apply/attachments"],
  ["citizen", "/disclosure/apply/attachments/remove"],
  ["citizen", "/disclosure/apply/check"],
  ["citizen", "/progress"],
  ["citizen", `/progress/${MARKER}/withdraw`],
  ["office", "/office/search"],
  ...["confirm_receipt", "assign", "approve", "return", "answer", "archive", MARKER].map(
    (action) => ["office", `/office/cases/${reference}/actions/${action}`] as const,
  ),
  ...[...asides.map(({ action }) => action), MARKER].map(
    (action) => ["office", `/office/acts/${reference}/${action}`] as const,
  ),
  ["office", `/office/acts/${MARKER}/extend`],
  ["office", "/office/intake"],
  ["office", `/office/report/2025/edit?unit=${MARKER}`],
  ["office", "/office/report/2025/edit"],
  ["office", "/office/report/2025/freeze"],
  ["office", `/office/case-letters/${reference}/new/correction_notice`],
  ["office", `/office/case-letters/${reference}/new/${MARKER}`],
  ["office", `/office/case-letters/${reference}/2026/1/served`],
  ["office", "/office/letters/settings"],
  ["office", `/office/letters/${MARKER}/reset`],
  ["citizen", `/respond/${MARKER}/correction`],
  ["citizen", `/respond/${reference}/correction`],
  ["office", `/office/cases/${reference}/proposal`],
  ["office", `/office/cases/${MARKER}/proposal`],
  ["citizen", `/guides/${MARKER}`],
  ["citizen", `/policies?q=${MARKER}&cursor=${MARKER}`],
  ["citizen", `/policies/${MARKER}`],
  ["office", `/office/gazette?list=${MARKER}&cursor=${MARKER}`],
  ["office", `/office/gazette/new?kind=${MARKER}`],
  ["office", `/office/gazette/items/${MARKER}`],
  ["office", `/office/gazette/items/${MARKER}/versions/${MARKER}`],
  ["citizen", `/guides/${MARKER}/report`],
  ["citizen", `/guides/${guide}`],
  ["citizen", `/guides/${guide}/report`],
  ["office", `/office/guides/import/${MARKER}`],
  ["office", `/office/old-requests/${MARKER}`],
  ["office", "/office/halls/new"],
  ["office", `/office/occasions/halls/${MARKER}/${MARKER}/dates/${MARKER}`],
  ["office", `/office/occasions/days/${MARKER}/${MARKER}/attendance`],
  ["office", `/office/occasions/visits/${MARKER}/2026-03-02/${MARKER}/answer`],
  ["office", `/office/halls/${MARKER}/places/${MARKER}/${MARKER}`],
  ...[
    "find",
    `mine/${MARKER}/cancel`,
    `mine/${MARKER}/confirm`,
    `mine/${MARKER}/move/${MARKER}/${MARKER}`,
  ].map((path) => ["citizen", `/bookings/${path}`] as const),
  ["citizen", `/bookings/visit/${MARKER}/main/social/2026-03-04/0900`],
  ["citizen", `/bookings/visit/zwzx/main/${MARKER}/2026-03-04/0900/check`],
  ["citizen", `/${MARKER}`],
];
const gets = (): readonly (readonly ["citizen" | "office", string])[] => [
  ["citizen", `/guides?q=${MARKER}&unit=${MARKER}&topic=${MARKER}&page=${MARKER}`],
  ["citizen", `/guides/${MARKER}`],
  ["citizen", `/guides/${MARKER}/print`],
  ["citizen", `/guides/events/${MARKER}`],
  ["citizen", `/guides/units/${MARKER}`],
  ["citizen", `/progress?number=${MARKER}`],
  ["citizen", `/bookings?q=${MARKER}&guide=${MARKER}`],
  ["citizen", `/bookings/find?code=${MARKER}`],
  ["citizen", `/bookings/services/${MARKER}/${MARKER}`],
  ["citizen", `/bookings/visit/${MARKER}/${MARKER}/${MARKER}/${MARKER}/${MARKER}`],
  ["citizen", `/progress/${MARKER}`],
  ["citizen", `/progress/${reference}/files/${MARKER}`],
  ["citizen", `/disclosure/apply/${MARKER}`],
  ["citizen", `/disclosure/apply/attachments/received?upload=${MARKER}&key=${MARKER}`],
  ["citizen", `/${MARKER}`],
  ["office", `/office?step=${MARKER}&assignee=${MARKER}&cursor=${MARKER}&due=${MARKER}&unit=${MARKER}`],
  ["citizen", `/respond/${reference}/correction?file=${MARKER}`],
  ["citizen", `/respond/${reference}/correction/received?upload=${MARKER}`],
  ["office", `/office/acts/${reference}/${MARKER}`],
  ["office", `/office/intake/${MARKER}`],
  ["office", `/office/intake/${reference}/scans?upload=${MARKER}&key=${MARKER}`],
  ["citizen", `/progress/${reference}/parts/${MARKER}`],
  ["office", `/office/report/${MARKER}`],
  ["office", `/office/case-letters/${MARKER}`],
  ["office", `/office/case-letters/${reference}/${MARKER}/${MARKER}`],
  ["office", `/office/letters/${MARKER}/preview`],
  ["office", `/office/letters/receipt/upload?upload=${MARKER}`],
  ["office", `/office/report/2025?unit=${MARKER}`],
  ["office", `/office/report/2025/cells/${MARKER}/${MARKER}`],
  ["office", `/office/report/2025/cells/1/person?cursor=${MARKER}`],
  ["office", `/office/cases/${MARKER}`],
  ["office", `/office/guides/import?upload=${MARKER}`],
  ["office", `/office/guides/import/${MARKER}?only=${MARKER}&page=${MARKER}`],
  ["office", `/office/guides/import/${MARKER}/report`],
  ["office", `/office/old-requests?upload=${MARKER}`],
  ["office", `/office/old-requests/${MARKER}?only=${MARKER}&page=${MARKER}`],
  ["office", `/office/old-requests/${MARKER}/report`],
  ["office", `/office/cases/${reference}/files/${MARKER}`],
  ["office", `/office/signed-in?code=${MARKER}&state=${MARKER}`],
];

/** Pages that give back what was typed so that it is not lost: a form refused, a case moved on, a reply not theirs. */
const givesBack = (where: string, status: number) =>
  [409, 422].includes(status) || where.endsWith("/proposal");
/** The path itself stands in the language switch of its own page. */
const ownAddress = (where: string) => where.includes(`/${MARKER}`) || where.includes("?");

async function told(where: string, response: Response): Promise<void> {
  expect([where, response.status < 500]).toEqual([where, true]);
  expect([where, response.headers.get("location") ?? ""]).toEqual([
    where,
    expect.not.stringContaining(MARKER),
  ]);
  const problem = response.status >= 400 && !givesBack(where, response.status) && !ownAddress(where);
  if (problem) expect([where, (await response.text()).includes(MARKER)]).toEqual([where, false]);
  expect([where, JSON.stringify(apps.lines).includes(MARKER)]).toEqual([where, false]);
}

describe("a marker in every field, query and path", () => {
  test("is posted everywhere, and told to nobody", async () => {
    for (const [side, path] of posts()) {
      const browser = side === "citizen" ? visitor : clerk;
      await told(path, await browser.post(path, everywhere));
    }
    expect(apps.lines.length).toBeGreaterThan(posts().length - 1);
  });

  test("is asked for everywhere, and told to nobody", async () => {
    for (const [side, path] of gets())
      await told(path, await (side === "citizen" ? visitor : clerk).get(path));
  });
});

describe("bodies that no form of ours sends", () => {
  const send = (init: RequestInit, path = "/progress") =>
    Promise.resolve(apps.citizen.request(`${ORIGIN}${path}`, { method: "POST", ...init }));
  const form = { origin: ORIGIN, "content-type": "application/x-www-form-urlencoded" };

  test.each([
    ["another type", { headers: { origin: ORIGIN, "content-type": "text/plain" }, body: MARKER }, 415],
    [
      "JSON",
      { headers: { origin: ORIGIN, "content-type": "application/json" }, body: `{"number":"${MARKER}"}` },
      415,
    ],
    [
      "from another site",
      { headers: { ...form, origin: "https://evil.example" }, body: `number=${MARKER}` },
      403,
    ],
    [
      "too large",
      { headers: { ...form, "content-length": "300000" }, body: `number=${MARKER.repeat(30_000)}` },
      413,
    ],
    ["broken percent signs", { headers: form, body: `number=%E5%BC&code=%zz${MARKER}` }, 422],
    ["a field twice", { headers: form, body: `number=1&number=${MARKER}&code=2&code=3` }, 422],
    [
      "names of prototypes",
      { headers: form, body: `__proto__=${MARKER}&constructor=${MARKER}&toString=1` },
      422,
    ],
    ["nothing", { headers: form, body: "" }, 422],
  ] as const)("%s", async (where, init, status) => {
    const response = await send(init as RequestInit);
    expect([where, response.status]).toEqual([where, status]);
    await told(where, response);
  });

  test("a method that a page does not know is no error of ours", async () => {
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect(
        (await apps.citizen.request(`${ORIGIN}/progress`, { method, headers: { origin: ORIGIN } })).status,
      ).toBe(404);
    expect((await apps.citizen.request(`${ORIGIN}/progress`, { method: "HEAD" })).status).toBe(200);
  });

  test("the language switch leads nowhere else", async () => {
    for (const path of ["//evil.example/?lang=en", "/%2f/evil.example?lang=en", "/\\evil.example?lang=en"]) {
      const response = await apps.citizen.request(`${ORIGIN}${path}`);
      const location = response.headers.get("location") ?? "/";
      expect(new URL(location, ORIGIN).origin).toBe(ORIGIN);
    }
  });
});
