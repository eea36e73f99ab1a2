/** Corrections of records in every state: the questions, the receipt, the case before its applicant and the office. */
import type { RectificationCommand } from "../../functions/rectification/rectification.service.ts";
import { people } from "../disclosure/support.ts";
import { application as someone } from "../rectification/support.ts";
import type { Browser } from "../support/browser.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import { attachedId } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

/** In the letters of every language of the pages. */
const application = {
  ...someone,
  name: "Zhang San",
  record: "Property register",
  wrong: "The last digit is 1",
  right: "The last digit is X",
};

const START = "/rectification";
const APPLY = `${START}/apply/:page`;
const EVIDENCE = `${START}/apply/evidence`;
const CASE = `${START}/cases/:reference`;
const OFFICE = "/office/rectifications";
const OF = `${OFFICE}/cases/:reference`;

const answers = [
  ["applicant", { applicantKind: "person" }],
  ["name", { name: application.name }],
  ["identity", { identityKind: "passport", identityNumber: "E12345678" }],
  ["unit", { unit: "zfb" }],
  ["record", { record: "Property register", wrong: "It ends in 1", right: "It ends in X" }],
  ["contact", { phone: "13812345678", email: "" }],
] as const;

/** Somebody who has answered so many of the questions. */
async function answered(all: Arrivals, count: number): Promise<Browser> {
  const { browser } = await all.visitor(START);
  await browser.post(START, {});
  for (const [page, fields] of answers.slice(0, count)) await browser.post(`${START}/apply/${page}`, fields);
  return browser;
}
const asking = async (all: Arrivals, count: number, path: string): Promise<Arrival> => ({
  browser: await answered(all, count),
  path: path === "" ? START : `${START}/${path}`,
});
async function handedIn(all: Arrivals): Promise<Arrival> {
  const browser = await answered(all, answers.length);
  await browser.post(`${START}/apply/check`, {});
  return { browser, path: `${START}/receipt` };
}
/** With a company's own question. */
async function company(all: Arrivals): Promise<Arrival> {
  const { browser } = await all.visitor(START);
  await browser.post(START, {});
  await browser.post(`${START}/apply/applicant`, { applicantKind: "company" });
  await browser.post(`${START}/apply/name`, { name: "Example Company" });
  return { browser, path: `${START}/apply/organisation` };
}

const steps = ["submitted", "handling", "proposed", "answered"] as const;
type Step = (typeof steps)[number];
const commands = [
  ["assign", people.clerk, { assignee: { id: people.handler.id, name: "" } }],
  ["propose", people.handler, { outcome: "directed", reply: "Not ours.", organ: "Land Office 0999-5550102" }],
  ["approve", people.reviewer, {}],
] as const;

async function caseAt({ apps, desk }: Arrivals, step: Step, channel: "internet" | "in_person" = "internet") {
  await desk(people.handler, "/office");
  const file = { id: attachedId, name: "evidence.pdf", kind: "pdf", sizeBytes: 10, sha256: "0" } as const;
  const made = await apps.rectifications.submit({
    application,
    attachments: [file],
    lang: "zh",
    token: `visit ${Math.random()}`,
    channel,
  });
  const { reference } = made;
  for (const [action, actor, data] of commands.slice(0, steps.indexOf(step)))
    await apps.rectifications.act({ reference, action, actor, data } as RectificationCommand);
  return made;
}
async function at(all: Arrivals, staff: typeof people.clerk, step: Step, rest = ""): Promise<Arrival> {
  const { reference } = await caseAt(all, step, "in_person");
  return all.desk(staff, `${OFFICE}/cases/${reference}${rest}`);
}
async function following(all: Arrivals, step: Step, rest = ""): Promise<Arrival> {
  const { reference, queryCode } = await caseAt(all, step);
  const { browser } = await all.visitor("/progress");
  await browser.post("/progress", { number: reference, code: queryCode, phone: "" });
  return { browser, path: `${START}/cases/${reference}${rest}` };
}

const citizen: readonly Visit[] = [
  visit("correcting records, the start", START, (all) => all.visitor(START)),
  visit("correcting records, begun before", START, (all) => asking(all, 1, ""), again),
  visit(
    "correcting records, handed in before",
    START,
    async (all) => ({ ...(await handedIn(all)), path: START }),
    again,
  ),
  ...answers.map(([page], place) =>
    visit(`correcting records, ${page}`, APPLY, (all) => asking(all, place, `apply/${page}`)),
  ),
  visit("correcting records, whom to ask", APPLY, company),
  visit("correcting records, too far", APPLY, (all) => asking(all, 1, "apply/contact"), { status: 303 }),
  visit("correcting records, no such question", APPLY, (all) => asking(all, 1, "apply/nothing"), {
    status: 404,
    ...again,
  }),
  visit("evidence", EVIDENCE, (all) => asking(all, 6, "apply/evidence")),
  visit(
    "evidence, none arrived",
    `${EVIDENCE}/received`,
    (all) => asking(all, 6, "apply/evidence/received"),
    {
      status: 303,
    },
  ),
  visit("correcting records, to check", `${START}/apply/check`, (all) => asking(all, 6, "apply/check")),
  visit("correcting records, the receipt", `${START}/receipt`, handedIn),
  visit("a correction, before its applicant", CASE, (all) => following(all, "submitted")),
  visit("a correction, answered, before its applicant", CASE, (all) => following(all, "answered"), again),
  visit(
    "a correction, before somebody else",
    CASE,
    async (all) => ({ ...(await following(all, "submitted")), browser: all.apps.visitor() }),
    { status: 303, ...again },
  ),
  visit(
    "withdrawing a correction",
    `${CASE}/withdraw`,
    (all) => following(all, "handling", "/withdraw"),
    once,
  ),
  visit("withdrawing too late", `${CASE}/withdraw`, (all) => following(all, "answered", "/withdraw"), {
    status: 303,
  }),
  visit(
    "progress of a correction leads to its page",
    "/progress/:reference",
    async (all) => {
      const { browser, path } = await following(all, "submitted");
      return { browser, path: path.replace(`${START}/cases`, "/progress") };
    },
    { status: 303, ...again },
  ),
];

const office: readonly Visit[] = [
  visit("a correction, before the clerk", OF, (all) => at(all, people.clerk, "submitted")),
  visit("a correction, before its handler", OF, (all) => at(all, people.handler, "handling"), again),
  visit("a correction, before the reviewer", OF, (all) => at(all, people.reviewer, "proposed"), again),
  visit("a correction, answered", OF, (all) => at(all, people.clerk, "answered"), again),
  visit("a correction, before the auditor", OF, (all) => at(all, people.auditor, "answered"), again),
  visit("a correction of another unit", OF, (all) => at(all, people.clerkElsewhere, "submitted"), {
    status: 403,
    ...again,
  }),
  visit("no such correction", OF, (all) => all.desk(people.clerk, `${OFFICE}/cases/1`), {
    status: 404,
    ...again,
  }),
  visit(
    "evidence of a correction",
    `${OF}/files/:file`,
    (all) => at(all, people.clerk, "submitted", `/files/${attachedId}`),
    { status: 303 },
  ),
  visit("receipt of an entered correction", `${OF}/receipt`, (all) =>
    at(all, people.clerk, "submitted", "/receipt"),
  ),
  visit("scans of a correction", `${OF}/scans`, (all) => at(all, people.clerk, "submitted", "/scans")),
  visit("entering a correction", `${OFFICE}/new`, (all) => all.desk(people.clerk, `${OFFICE}/new`)),
  visit(
    "entering a correction, by a handler",
    `${OFFICE}/new`,
    (all) => all.desk(people.handler, `${OFFICE}/new`),
    { status: 403, ...again },
  ),
  visit("the unit's period for corrections", `${OFFICE}/period`, (all) =>
    all.desk(people.admin, `${OFFICE}/period`),
  ),
  visit(
    "letters of a correction",
    "/office/case-letters/:reference",
    async (all) => {
      const { browser, path } = await at(all, people.clerk, "answered");
      return { browser, path: path.replace(`${OFFICE}/cases`, "/office/case-letters") };
    },
    again,
  ),
];

export const rectificationVisits: readonly Visit[] = [...citizen, ...office];
