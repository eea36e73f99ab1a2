/** Every route of the office for every role, in the own unit and in another, and for nobody, against the one table. */
import { beforeAll, describe, expect, test } from "vitest";
import { asides } from "../../functions/disclosure/disclosure.aside.ts";
import type { Permission } from "../../functions/identity/access.ts";
import { may, permissions } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { roles } from "../../functions/identity/identity.ts";
import { staff } from "../disclosure/support.ts";
import { application as correction } from "../rectification/support.ts";
import { application } from "../support/application.ts";
import { memoryBucket } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import type { Desk } from "./desk.ts";
import { openDesk } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
let reference = "";
/** One that came on paper. */
let entered = "";
/** A correction of records, proposed. */
let corrected = "";
const attached = `f${"a".repeat(32)}`;
const replied = `f${"b".repeat(32)}`;
const file = (id: string) => ({ id, name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "0" }) as const;

/** A proposed case: it has a citizen's file and a reply's file, and only review is open. */
beforeAll(async () => {
  desk = openDesk(engine, memoryBucket());
  const handler = staff("handler", "zfb", "the-handler");
  await desk.seat(handler);
  reference = await desk.submit({}, [file(attached)]);
  const clerk = staff("clerk");
  const paper = {
    application,
    channel: "in_person",
    arrivedOn: "2026-03-02",
    lang: "zh",
    token: "1",
  } as const;
  entered = (await desk.disclosure.enter(paper, staff("clerk"))).reference;
  corrected = (
    await desk.rectifications.submit({
      application: correction,
      attachments: [file(attached)],
      lang: "zh",
      token: "matrix",
      channel: "in_person",
    })
  ).reference;
  for (const [action, actor, data] of [
    ["assign", clerk, { assignee: { id: handler.id, name: "" } }],
    ["propose", handler, { outcome: "not_corrected", reply: "登记没有错。" }],
  ] as const)
    await desk.rectifications.act({
      ...{ reference: corrected, action, actor, data },
    } as Parameters<typeof desk.rectifications.act>[0]);
  const act = (command: object) =>
    desk.disclosure.act({ reference, ...command } as Parameters<typeof desk.disclosure.act>[0]);
  await act({ action: "confirm_receipt", actor: clerk, data: { on: "2026-03-02" } });
  await act({ action: "assign", actor: clerk, data: { assignee: { id: handler.id, name: "" } } });
  const data = { outcome: "disclosed", reply: "公开。", files: [file(replied)], marks: ["reply", replied] };
  await act({ action: "propose", actor: handler, data });
  const settings = { word: "示府公开", reviewBody: "", court: "", onlineReview: "" };
  await desk.templates.saveSettings(staff("admin"), settings, 0);
  const draft = await desk.letters.begin(clerk, reference, "receipt");
  await desk.letters.issue(clerk, draft, { asked: {}, commandId: "the first letter" });
});

interface Route {
  readonly name: string;
  readonly method: "GET" | "POST";
  readonly path: () => string;
  readonly permission: Permission;
  /** The unit that the route is about, when it is not the case's. */
  readonly unit?: "own";
}
const at = () => `/office/cases/${reference}`;
const routes: readonly Route[] = [
  { name: "queue", method: "GET", path: () => "/office", permission: "queue.read", unit: "own" },
  { name: "queue of the unit", method: "GET", path: () => "/office?unit=zfb", permission: "queue.read" },
  { name: "search", method: "POST", path: () => "/office/search", permission: "queue.search", unit: "own" },
  { name: "case", method: "GET", path: at, permission: "case.read" },
  { name: "file", method: "GET", path: () => `${at()}/files/${attached}`, permission: "attachment.download" },
  {
    name: "reply file",
    method: "GET",
    path: () => `${at()}/files/${replied}`,
    permission: "reply_file.download",
  },
  { name: "proposal", method: "GET", path: () => `${at()}/proposal`, permission: "case.propose" },
  { name: "write", method: "POST", path: () => `${at()}/proposal`, permission: "case.propose" },
  {
    name: "files of a proposal",
    method: "GET",
    path: () => `${at()}/proposal/files`,
    permission: "case.propose",
  },
  ...(["confirm_receipt", "assign", "approve", "return", "answer", "archive"] as const).map(
    (action): Route => ({
      name: action,
      method: "POST",
      path: () => `${at()}/actions/${action}`,
      permission: `case.${action}`,
    }),
  ),
];
const intake: readonly Route[] = [
  ...(["GET", "POST"] as const).map(
    (method): Route => ({
      name: `${method} intake`,
      method,
      path: () => "/office/intake",
      permission: "case.enter",
      unit: "own",
    }),
  ),
  {
    name: "receipt",
    method: "GET",
    path: () => `/office/intake/${entered}`,
    permission: "case.enter",
  },
  {
    name: "scans",
    method: "GET",
    path: () => `/office/intake/${entered}/scans`,
    permission: "case.add_scan",
  },
];
const reports: readonly Route[] = [
  ...["", "/report.xlsx", "/report.docx", "/cells/1/person"].map(
    (rest): Route => ({
      name: `report${rest}`,
      method: "GET",
      path: () => `/office/report/2026${rest}?unit=zfb`,
      permission: "report.read",
    }),
  ),
  ...(["GET", "POST"] as const).map(
    (method): Route => ({
      name: `${method} report, writing`,
      method,
      path: () => "/office/report/2026/edit?unit=zfb",
      permission: "report.write",
    }),
  ),
  {
    name: "report, publishing",
    method: "POST",
    path: () => "/office/report/2025/freeze?unit=zfb",
    permission: "report.freeze",
  },
];
const letters: readonly Route[] = [
  {
    name: "letters",
    method: "GET",
    path: () => `/office/case-letters/${reference}`,
    permission: "letter.read",
  },
  {
    name: "one letter",
    method: "GET",
    path: () => `/office/case-letters/${reference}/2026/1`,
    permission: "letter.read",
  },
  {
    name: "file of a letter",
    method: "GET",
    path: () => `/office/case-letters/${reference}/2026/1/file`,
    permission: "letter.read",
  },
  ...(["GET", "POST"] as const).map(
    (method): Route => ({
      name: `${method} a new letter`,
      method,
      path: () => `/office/case-letters/${reference}/new/receipt`,
      permission: "letter.issue",
    }),
  ),
  {
    name: "service of a letter",
    method: "POST",
    path: () => `/office/case-letters/${reference}/2026/1/served`,
    permission: "letter.issue",
  },
  ...(["GET", "POST"] as const).map(
    (method): Route => ({
      name: `${method} the evidence`,
      method,
      path: () => `/office/evidence/${reference}`,
      permission: "evidence.download",
    }),
  ),
  ...["", "/receipt/preview", "/receipt/template.docx"].map(
    (rest): Route => ({
      name: `templates${rest}`,
      method: "GET",
      path: () => `/office/letters${rest}`,
      permission: "letter.read_templates",
      unit: "own",
    }),
  ),
  {
    name: "upload of a template",
    method: "GET",
    path: () => "/office/letters/receipt/upload",
    permission: "letter.set_up",
    unit: "own",
  },
  ...["/settings", "/receipt/reset"].map(
    (rest): Route => ({
      name: `templates${rest}`,
      method: "POST",
      path: () => `/office/letters${rest}`,
      permission: "letter.set_up",
      unit: "own",
    }),
  ),
];
const notices: readonly Route[] = [
  { name: "notices", method: "GET", path: () => "/office/notices?unit=zfb", permission: "notice.read" },
  ...["again", "give-up"].map(
    (act): Route => ({
      name: `notices, ${act}`,
      method: "POST",
      path: () => `/office/notices/${act}?unit=zfb`,
      permission: "notice.settle",
    }),
  ),
];
const acts: readonly Route[] = asides.flatMap(({ action }) =>
  (["GET", "POST"] as const).map((method) => ({
    name: `${method} ${action}`,
    method,
    path: () => `/office/acts/${reference}/${action}`,
    permission: `case.${action}` as const,
  })),
);
const corrections: readonly Route[] = [
  {
    name: "a correction of records",
    method: "GET",
    path: () => `/office/rectifications/cases/${corrected}`,
    permission: "case.read",
  },
  ...(["assign", "propose", "approve", "return", "archive", "transfer"] as const).map(
    (action): Route => ({
      name: `${action} of a correction`,
      method: "POST",
      path: () => `/office/rectifications/cases/${corrected}/acts/${action}`,
      permission: `case.${action}`,
    }),
  ),
  {
    name: "evidence of a correction",
    method: "GET",
    path: () => `/office/rectifications/cases/${corrected}/files/${attached}`,
    permission: "attachment.download",
  },
  {
    name: "receipt of a correction",
    method: "GET",
    path: () => `/office/rectifications/cases/${corrected}/receipt`,
    permission: "case.enter",
  },
  {
    name: "scans of a correction",
    method: "GET",
    path: () => `/office/rectifications/cases/${corrected}/scans`,
    permission: "case.add_scan",
  },
  {
    name: "letters of a correction",
    method: "GET",
    path: () => `/office/case-letters/${corrected}`,
    permission: "letter.read",
  },
  ...(["GET", "POST"] as const).flatMap((method): Route[] => [
    {
      name: `${method} entry of a correction`,
      method,
      path: () => "/office/rectifications/new",
      permission: "case.enter",
      unit: "own",
    },
    {
      name: `${method} the period of corrections`,
      method,
      path: () => "/office/rectifications/period",
      permission: "rectification.set_up",
      unit: "own",
    },
  ]),
];
const people: readonly Staff[] = ["zfb", "zrzy"].flatMap((unit) =>
  roles.map((role) => staff(role, unit, `${role}-${unit}-seen`)),
);

async function ask(route: Route, person: Staff | undefined): Promise<Response> {
  const { browser } = person === undefined ? desk.stranger() : await desk.seat(person);
  const path = route.path();
  return route.method === "GET" ? browser.get(path) : browser.post(path, { text: "张三丰", version: "0" });
}

const everything = [...routes, ...intake, ...reports, ...letters, ...notices, ...acts, ...corrections];

describe.each(everything)("$name", (route) => {
  test.each(people)("$roles of $unit", async (person) => {
    const subject = { unit: route.unit === "own" ? person.unit : "zfb", reference };
    const allowed = may(person, route.permission, subject);
    const answer = await ask(route, person);
    // Who may act gets what the case says now: a page, a file, or that it is another step's turn.
    if (allowed) expect([200, 303, 409, 422]).toContain(answer.status);
    else expect(answer.status).toBe(403);
  });

  test("nobody", async () => {
    const answer = await ask(route, undefined);
    expect(answer.status).toBe(route.method === "GET" ? 303 : 401);
    expect(await answer.text()).not.toContain("预算");
  });
});

test("every permission of staff has a route or a place that asks for it", () => {
  const asked = new Set<string>(everything.map((route) => route.permission));
  const within = [
    "case.read_personal",
    "case.read_consultation",
    "case.read_proposal",
    "case.read_audit",
    "staff.list",
  ];
  /** Walked by the tests of their own capabilities. */
  const elsewhere = /^(guide|words|visit|hall|published|advice|gazette|occasion)\.|^case\.import$/;
  const staffOnes = Object.entries(permissions).filter(([, rule]) => rule.roles.length > 0);
  expect(
    staffOnes
      .map(([name]) => name)
      .filter((name) => !asked.has(name) && !within.includes(name) && !elsewhere.test(name)),
  ).toEqual([]);
});

test("nothing was done by asking", async () => {
  const { head } = await desk.disclosure.readForOffice(reference, staff("clerk"));
  expect(head).toMatchObject({ state: "proposed", version: 4 });
  const { head: other } = await desk.rectifications.readForOffice(corrected, staff("clerk"));
  expect(other).toMatchObject({ state: "proposed", version: 3 });
});
