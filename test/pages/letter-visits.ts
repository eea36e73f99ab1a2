/** Letters in every state: none yet, one being written, one issued and served; templates and settings. */
import { strToU8, zipSync } from "fflate";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const OF_CASE = "/office/case-letters/:reference";
const TEMPLATE = "/office/letters/:kind";

/** A case with a receipt that was issued and served, before one of its pages. */
async function withReceipt(all: Arrivals, rest = "", staff = people.clerk): Promise<Arrival> {
  const { path } = await all.atCase(staff, "submitted");
  const reference = path.split("/").at(-1) ?? "";
  const { letters } = all.apps.letters;
  const draft = await letters.begin(people.clerk, reference, "receipt");
  const { year, serial } = await letters.issue(people.clerk, draft, { asked: {}, commandId: reference });
  const on = "2026-03-02";
  await letters.serve(people.clerk, reference, { year, serial }, { route: "post", on, note: "EMS 1" });
  const place = rest === "list" ? "" : `/${year}/${serial}${rest}`;
  return all.desk(staff, `/office/case-letters/${reference}${place}`);
}

async function before(all: Arrivals, rest: string, staff = people.clerk): Promise<Arrival> {
  const { path } = await all.atCase(staff, "answered");
  return all.desk(staff, path.replace("/office/cases/", "/office/case-letters/") + rest);
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
  ...["receipt", "correction_notice", "fee_notice", "outcome_disclosed"].map((kind) =>
    visit(`new letter ${kind}`, `${OF_CASE}/new/:kind`, (all) => before(all, `/new/${kind}`)),
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
