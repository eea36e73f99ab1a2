/** Letters in every state: none yet, one being written, one issued and served; templates and settings. */
import { strToU8, zipSync } from "fflate";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const OF_CASE = "/office/case-letters/:reference";
const RECEIVED = "/letters/:reference/:year/:serial";
const TEMPLATE = "/office/letters/:kind";

/** What the unit has to set before any letter can be numbered. */
async function settingsOf({ apps }: Arrivals): Promise<void> {
  const { templates } = apps.letters;
  const before = await templates.read(people.admin);
  if (before.settings.word !== "") return;
  const settings = { word: "SFGK", reviewBody: "", court: "", onlineReview: "https://xzfy.example/" };
  await templates.saveSettings(people.admin, settings, before.settingsVersion);
}

/** A case with a receipt that was issued and served, before one of its pages. */
async function withReceipt(all: Arrivals, rest = "", staff = people.clerk): Promise<Arrival> {
  const { path } = await all.atCase(staff, "accepted");
  const reference = path.split("/").at(-1) ?? "";
  await settingsOf(all);
  const { letters } = all.apps.letters;
  const draft = await letters.begin(people.clerk, reference, "receipt");
  const { year, serial } = await letters.issue(people.clerk, draft, { asked: {}, commandId: reference });
  const on = "2026-03-02";
  await letters.serve(
    people.clerk,
    reference,
    { year, serial },
    { route: "post", on, note: "EMS 1234567890123" },
  );
  const place = rest === "list" ? "" : `/${year}/${serial}${rest}`;
  return all.desk(staff, `/office/case-letters/${reference}${place}`);
}

async function before(all: Arrivals, rest: string, staff = people.clerk): Promise<Arrival> {
  const { path } = await all.atCase(staff, "answered");
  return all.desk(staff, path.replace("/office/cases/", "/office/case-letters/") + rest);
}

/** An answered case with one letter, before the form of another. */
async function readyFor(all: Arrivals, kind: string): Promise<Arrival> {
  const arrival = await before(all, `/new/${kind}`);
  await settingsOf(all);
  const reference = arrival.path.split("/")[3] ?? "";
  const { letters } = all.apps.letters;
  const draft = await letters.begin(people.clerk, reference, "receipt");
  await letters.issue(people.clerk, draft, { asked: {}, commandId: reference });
  return arrival;
}

/** The applicant of an answered case before a letter of its own, and what is no letter of theirs. */
async function received(all: Arrivals, rest = "", kind = "receipt"): Promise<Arrival> {
  const { browser, path } = await all.follower("answered");
  await settingsOf(all);
  const reference = path.split("/").at(-1) ?? "";
  const { letters } = all.apps.letters;
  const draft = await letters.begin(people.clerk, reference, kind);
  const { year, serial } = await letters.issue(people.clerk, draft, { asked: {}, commandId: reference });
  return { browser, path: rest === "progress" ? path : `/letters/${reference}/${year}/${serial}${rest}` };
}

async function evidence(all: Arrivals, staff = people.clerk): Promise<Arrival> {
  const { path } = await all.atCase(staff, "answered");
  return all.desk(staff, path.replace("/office/cases/", "/office/evidence/"));
}

async function uploaded(all: Arrivals, bytes: Uint8Array): Promise<Arrival> {
  const arrival = await all.desk(people.admin, "/office/letters/receipt/upload");
  return { ...arrival, path: await all.uploaded(arrival, bytes) };
}

/** A DOCX by its parts, and no letter by what it says. */
const otherDocument = zipSync({
  "[Content_Types].xml": strToU8(
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>',
  ),
  "word/document.xml": strToU8(
    '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>{unit}</w:t></w:r></w:p></w:body></w:document>',
  ),
});

export const letterVisits: readonly Visit[] = [
  visit("letters of a case, none yet", OF_CASE, (all) => before(all, "")),
  visit("letters of a case, one issued", OF_CASE, (all) => withReceipt(all, "list"), again),
  visit(
    "letters of a case, just issued",
    OF_CASE,
    (all) => before(all, "?done=issued", people.reviewer),
    again,
  ),
  visit("letters of another unit's case", OF_CASE, (all) => before(all, "", people.auditor), {
    status: 403,
    ...again,
  }),
  ...["receipt", "service_proof", "outcome_disclosed"].map((kind) =>
    visit(`new letter ${kind}`, `${OF_CASE}/new/:kind`, (all) => readyFor(all, kind)),
  ),
  ...(
    [
      ["correcting", "correction_notice"],
      ["charged", "fee_notice"],
      ["extension_granted", "extension_notice"],
    ] as const
  ).map(([step, kind]) =>
    visit(`new letter ${kind}`, `${OF_CASE}/new/:kind`, async (all) => {
      const { browser, path } = await all.atAside(people.clerk, step);
      return { browser, path: `${path.replace("/office/cases/", "/office/case-letters/")}/new/${kind}` };
    }),
  ),
  visit(
    "new letter of a case whose receipt nobody has confirmed",
    `${OF_CASE}/new/:kind`,
    async (all) => {
      const { browser, path } = await all.atCase(people.clerk, "submitted");
      return { browser, path: `${path.replace("/office/cases/", "/office/case-letters/")}/new/receipt` };
    },
    { status: 409, ...again },
  ),
  visit(
    "new letter of another outcome",
    `${OF_CASE}/new/:kind`,
    (all) => before(all, "/new/outcome_not_held"),
    {
      status: 409,
      ...again,
    },
  ),
  visit("new letter of no kind", `${OF_CASE}/new/:kind`, (all) => before(all, "/new/nothing"), {
    status: 404,
    ...again,
  }),
  visit("a letter", `${OF_CASE}/:year/:serial`, (all) => withReceipt(all)),
  visit("no such letter", `${OF_CASE}/:year/:serial`, (all) => before(all, "/2026/999"), {
    status: 404,
    ...again,
  }),
  visit("file of a letter", `${OF_CASE}/:year/:serial/file`, (all) => withReceipt(all, "/file"), {
    status: 303,
  }),
  visit("a letter, before its applicant", RECEIVED, (all) => received(all)),
  visit("progress with letters", "/progress/:reference", (all) => received(all, "progress"), again),
  visit("a letter for the file, before the applicant", RECEIVED, (all) => received(all, "", "registration"), {
    status: 404,
    ...again,
  }),
  visit(
    "a letter, before somebody else",
    RECEIVED,
    async (all) => ({ ...(await received(all)), browser: all.apps.visitor() }),
    { status: 303, ...again },
  ),
  visit("file of a received letter", `${RECEIVED}/file`, (all) => received(all, "/file"), { status: 303 }),
  visit("the evidence of a case", "/office/evidence/:reference", (all) => evidence(all)),
  visit(
    "the evidence, before an auditor",
    "/office/evidence/:reference",
    (all) => evidence(all, people.auditor),
    { status: 403, ...again },
  ),
  visit("templates, before an admin", "/office/letters", (all) => all.desk(people.admin, "/office/letters")),
  visit(
    "templates, before a clerk",
    "/office/letters",
    (all) => all.desk(people.clerk, "/office/letters"),
    again,
  ),
  visit("preview of a template", `${TEMPLATE}/preview`, (all) =>
    all.desk(people.clerk, "/office/letters/registration/preview"),
  ),
  visit(
    "a template as file",
    `${TEMPLATE}/template.docx`,
    (all) => all.desk(people.clerk, "/office/letters/receipt/template.docx"),
    { download: true },
  ),
  visit("uploading a template", `${TEMPLATE}/upload`, (all) =>
    all.desk(people.admin, "/office/letters/receipt/upload"),
  ),
  visit("uploading what is no document", `${TEMPLATE}/upload`, (all) => uploaded(all, strToU8("MZ")), {
    status: 422,
    ...once,
    ...again,
  }),
  visit("uploading what is no letter", `${TEMPLATE}/upload`, (all) => uploaded(all, otherDocument), {
    status: 422,
    ...once,
    ...again,
  }),
];
