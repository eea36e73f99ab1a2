/** Every page of both apps, in every state in which somebody can find it. */
import { people } from "../disclosure/support.ts";
import { hidingDocx } from "../release/samples.ts";
import { adviceVisits } from "./advice-visits.ts";
import { alikeVisits } from "./alike-visits.ts";
import { attachedId, repliedId } from "./arrivals.ts";
import { asideVisits } from "./aside-visits.ts";
import { bookingVisits } from "./booking-visits.ts";
import { dayVisits } from "./day-visits.ts";
import { gazetteVisits } from "./gazette-visits.ts";
import { guideVisits } from "./guide-visits.ts";
import { hallVisits } from "./hall-visits.ts";
import { importVisits } from "./import-visits.ts";
import { letterVisits } from "./letter-visits.ts";
import { noticeVisits } from "./notice-visits.ts";
import { occasionVisits } from "./occasion-visits.ts";
import { oldVisits } from "./old-visits.ts";
import { publishedVisits } from "./published-visits.ts";
import { rectificationVisits } from "./rectification-visits.ts";
import { reportVisits } from "./report-visits.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

export type { Visit } from "./visit.ts";

const plain = (path: string): Visit => visit(path, path, (all) => all.visitor(path));

const APPLY = "/disclosure/apply/:page";
const FILES = "/disclosure/apply/attachments";
const RECEIVED = `${FILES}/received`;

const application: readonly Visit[] = [
  visit(
    "start, with a draft",
    "/disclosure",
    async (all) => ({
      ...(await all.applicant("identity")),
      path: "/disclosure",
    }),
    again,
  ),
  visit(
    "start, after handing in",
    "/disclosure",
    async (all) => ({
      ...(await all.handedIn()),
      path: "/disclosure",
    }),
    again,
  ),
  ...["applicant", "name", "identity", "unit", "information", "delivery", "contact"].map((page) =>
    visit(`question ${page}`, APPLY, (all) => all.applicant(page)),
  ),
  ...["organisation", "address"].map((page) =>
    visit(`question ${page}`, APPLY, (all) => all.applicant(page, all.organisation)),
  ),
  ...["name", "identity"].map((page) =>
    visit(
      `question ${page} of an organisation`,
      APPLY,
      (all) => all.applicant(page, all.organisation),
      again,
    ),
  ),
  visit(
    "question asked again",
    APPLY,
    async (all) => ({
      ...(await all.applicant("check")),
      path: "/disclosure/apply/information?from=check",
    }),
    again,
  ),
  visit("no such question", APPLY, (all) => all.applicant("nothing"), { status: 404 }),
  plain("/disclosure/due-dates"),
  visit(
    "due dates of a day that is not announced yet",
    "/disclosure/due-dates",
    (all) => all.visitor("/disclosure/due-dates?received=2026-12-20"),
    again,
  ),
  visit(
    "due dates of no day",
    "/disclosure/due-dates",
    (all) => all.visitor("/disclosure/due-dates?received-year=2026&received-month=2&received-day=30"),
    { status: 422, ...again },
  ),
  visit("question without a draft", APPLY, (all) => all.visitor("/disclosure/apply/name"), { status: 303 }),
  visit(
    "question of an expired draft",
    APPLY,
    async (all) => {
      const { browser, path } = await all.applicant("name");
      browser.give("__Host-draft", "A".repeat(22));
      return { browser, path };
    },
    { status: 410 },
  ),
  visit("files", FILES, (all) => all.applicant("attachments")),
  visit("files, one there", FILES, (all) => all.applicantWithFile(), again),
  visit("files, one refused", FILES, (all) => all.applicantWithFile(new TextEncoder().encode("MZ")), {
    status: 422,
    ...once,
    ...again,
  }),
  visit(
    "back from the bucket",
    RECEIVED,
    async (all) => ({
      ...(await all.applicant("attachments")),
      path: `${RECEIVED}?upload=x`,
    }),
    { status: 303 },
  ),
  visit("check", "/disclosure/apply/check", (all) => all.applicant("check")),
  visit(
    "check of an organisation",
    "/disclosure/apply/check",
    (all) => all.applicant("check", all.organisation),
    again,
  ),
  visit("receipt", "/disclosure/receipt", (all) => all.handedIn()),
  visit("no receipt", "/disclosure/receipt", (all) => all.visitor("/disclosure/receipt"), { status: 303 }),
];

const CASE = "/progress/:reference";
const progress: readonly Visit[] = [
  plain("/progress"),
  ...(["submitted", "accepted", "proposed", "answered"] as const).map((step, index) =>
    visit(`progress, ${step}`, CASE, (all) => all.follower(step), index === 0 ? {} : again),
  ),
  visit("progress, withdrawn", CASE, (all) => all.withdrawn(), again),
  visit(
    "progress, somebody else's",
    CASE,
    async (all) => ({
      ...(await all.follower("submitted")),
      browser: all.apps.visitor(),
    }),
    { status: 303 },
  ),
  visit("progress, no number", CASE, (all) => all.visitor("/progress/1"), { status: 404, ...again }),
  visit("withdrawing", `${CASE}/withdraw`, (all) => all.follower("submitted", "/withdraw")),
  visit("withdrawing too late", `${CASE}/withdraw`, (all) => all.follower("answered", "/withdraw"), {
    status: 303,
  }),
  visit(
    "file of the answer",
    `${CASE}/files/:file`,
    (all) => all.follower("answered", `/files/${repliedId}`),
    {
      status: 303,
    },
  ),
  visit("no such file", `${CASE}/files/:file`, (all) => all.follower("answered", "/files/f0"), {
    status: 404,
    ...again,
  }),
];

const SIGNED_IN = "/office/signed-in";
const doors: readonly Visit[] = [
  visit("to the issuer", "/office/sign-in", (all) => all.stranger("/office/sign-in"), { status: 303 }),
  visit("signed out", "/office/signed-out", (all) => all.stranger("/office/signed-out")),
  visit("sign-in that failed", SIGNED_IN, (all) => all.stranger(SIGNED_IN), { status: 400 }),
  visit("nobody of ours", SIGNED_IN, (all) => all.fromIssuer({ sub: "1" }), { ...once, status: 403 }),
  visit("without a unit", SIGNED_IN, (all) => all.fromIssuer({ sub: "1", roles: ["clerk"] }), {
    ...once,
    status: 403,
  }),
];

const OFFICE = "/office/cases/:reference";
const office: readonly Visit[] = [
  visit("queue", "/office", async (all) => {
    await all.atCase(people.clerk, "submitted");
    return all.desk(people.clerk, "/office");
  }),
  visit(
    "queue, filtered to nothing",
    "/office",
    (all) => all.desk(people.handler, "/office?step=archive&assignee=me&due=overdue"),
    again,
  ),
  visit("queue of another unit", "/office", (all) => all.desk(people.auditor, "/office?unit=zrzy"), again),
  visit("queue that is not theirs", "/office", (all) => all.desk(people.clerk, "/office?unit=zrzy"), {
    status: 403,
  }),
  visit("search asked for", "/office/search", (all) => all.desk(people.clerk, "/office/search"), {
    status: 303,
  }),
  ...(["submitted", "accepted", "approved", "answered"] as const).map((step) =>
    visit(`case, ${step}, before the clerk`, OFFICE, (all) => all.atCase(people.clerk, step)),
  ),
  visit("case, just assigned", OFFICE, (all) => all.atCase(people.clerk, "handling", "?done=assign")),
  visit("case, before its handler", OFFICE, (all) => all.atCase(people.handler, "handling")),
  visit("case, sent back", OFFICE, (all) => all.sentBack()),
  visit("case, before the reviewer", OFFICE, (all) => all.atCase(people.reviewer, "proposed")),
  visit("case, before the auditor", OFFICE, (all) => all.atCase(people.auditor, "answered")),
  visit("case of another unit", OFFICE, (all) => all.atCase(people.clerkElsewhere, "submitted"), {
    status: 403,
    ...again,
  }),
  visit("no such case", OFFICE, (all) => all.desk(people.clerk, "/office/cases/1"), { status: 404 }),
  visit(
    "file of a case",
    `${OFFICE}/files/:file`,
    (all) => all.atCase(people.clerk, "submitted", `/files/${attachedId}`),
    { status: 303 },
  ),
  visit("answer, empty", `${OFFICE}/proposal`, (all) => all.atCase(people.handler, "handling", "/proposal")),
  visit("answer, begun", `${OFFICE}/proposal`, (all) => all.writing(), again),
  visit(
    "answer, begun, with a file that hides something",
    `${OFFICE}/proposal`,
    (all) => all.writing(hidingDocx("Zhang Sanfeng")),
    again,
  ),
  visit("answer, sent back", `${OFFICE}/proposal`, (all) => all.sentBack("/proposal"), again),
  visit(
    "answer of another",
    `${OFFICE}/proposal`,
    (all) => all.atCase(people.otherHandler, "handling", "/proposal"),
    { status: 403, ...again },
  ),
  visit(
    "answer too early",
    `${OFFICE}/proposal`,
    (all) => all.atCase(people.handler, "accepted", "/proposal"),
    { status: 409 },
  ),
  visit("files of an answer", `${OFFICE}/proposal/files`, (all) =>
    all.atCase(people.handler, "handling", "/proposal/files"),
  ),
  visit(
    "files of an answer, one refused",
    `${OFFICE}/proposal/files`,
    async (all) => {
      const arrival = await all.atCase(people.handler, "handling", "/proposal/files");
      return { ...arrival, path: await all.uploaded(arrival, new TextEncoder().encode("MZ")) };
    },
    { status: 422, ...again },
  ),
];

const GUIDES = "/office/guides";
const ITEM = `${GUIDES}/items/:id`;
const guideSectionNames = [
  "basics",
  "conditions",
  "materials",
  "steps",
  "fees",
  "places",
  "questions",
  "topics",
  "upkeep",
];

const guideDesk: readonly Visit[] = [
  visit("guides", GUIDES, (all) => all.atGuides(people.clerk)),
  ...["draft", "review", "waiting", "paused", "stale", "abolished"].map((list) =>
    visit(`guides, ${list}`, GUIDES, (all) => all.desk(people.clerk, `${GUIDES}?list=${list}`), again),
  ),
  visit("guides of another unit", GUIDES, (all) => all.desk(people.auditor, `${GUIDES}?unit=zrzy`), again),
  visit("guides, searched", GUIDES, (all) => all.desk(people.clerk, `${GUIDES}?q=nothing`), again),
  visit("guides that are not theirs", GUIDES, (all) => all.desk(people.clerk, `${GUIDES}?unit=zrzy`), {
    status: 403,
    ...again,
  }),
  visit("a new guide", `${GUIDES}/new`, (all) => all.desk(people.clerk, `${GUIDES}/new`)),
  visit("a new guide, by a reviewer", `${GUIDES}/new`, (all) => all.desk(people.reviewer, `${GUIDES}/new`), {
    status: 403,
    ...again,
  }),
  visit("guide, being written", ITEM, (all) => all.atGuide(people.clerk, "draft")),
  visit("guide, with findings", ITEM, (all) => all.atGuide(people.clerk, "bare"), again),
  visit("guide, sent back", ITEM, (all) => all.atGuide(people.clerk, "returned"), again),
  visit("guide, before its reviewer", ITEM, (all) => all.atGuide(people.reviewer, "review"), again),
  visit("guide, waiting for its day", ITEM, (all) => all.atGuide(people.reviewer, "waiting"), again),
  visit("guide, published", ITEM, (all) => all.atGuide(people.clerk, "published"), again),
  visit("guide, paused", ITEM, (all) => all.atGuide(people.reviewer, "paused"), again),
  visit("guide, abolished", ITEM, (all) => all.atGuide(people.clerk, "abolished"), again),
  visit("guide of another unit", ITEM, (all) => all.atGuide(people.clerkElsewhere, "draft"), {
    status: 403,
    ...again,
  }),
  visit("no such guide", ITEM, (all) => all.desk(people.clerk, `${GUIDES}/items/none`), {
    status: 404,
    ...again,
  }),
  ...guideSectionNames.map((section) =>
    visit(`guide, part ${section}`, `${ITEM}/edit/:section`, (all) =>
      all.atGuide(people.clerk, "bare", `/edit/${section}`),
    ),
  ),
  visit("no such part", `${ITEM}/edit/:section`, (all) => all.atGuide(people.clerk, "draft", "/edit/x"), {
    status: 404,
    ...again,
  }),
  visit(
    "part, not open",
    `${ITEM}/edit/:section`,
    (all) => all.atGuide(people.clerk, "review", "/edit/fees"),
    {
      status: 303,
    },
  ),
  visit("version", `${ITEM}/versions/:n`, (all) => all.atGuide(people.reviewer, "review", "/versions/2")),
  visit(
    "version, the first",
    `${ITEM}/versions/:n`,
    (all) => all.atGuide(people.reviewer, "published", "/versions/1"),
    again,
  ),
  visit(
    "no such version",
    `${ITEM}/versions/:n`,
    (all) => all.atGuide(people.clerk, "draft", "/versions/x"),
    {
      status: 404,
      ...again,
    },
  ),
  visit("search words", `${GUIDES}/words`, (all) => all.desk(people.clerk, `${GUIDES}/words`)),
  visit("search words, edited", `${GUIDES}/words`, (all) => all.atWords(people.clerk), again),
  visit(
    "search words, to look at",
    `${GUIDES}/words`,
    (all) => all.desk(people.auditor, `${GUIDES}/words`),
    again,
  ),
  visit("reports", `${GUIDES}/reports`, (all) => all.atReports(people.clerk)),
  visit("reports, answered", `${GUIDES}/reports`, (all) =>
    all.desk(people.clerk, `${GUIDES}/reports?state=answered`),
  ),
];

export const visits: readonly Visit[] = [
  ...["/", "/about", "/about/privacy", "/about/accessibility", "/disclosure"].map(plain),
  ...guideVisits,
  ...bookingVisits,
  ...application,
  ...progress,
  ...doors,
  ...office,
  ...asideVisits,
  ...reportVisits,
  ...guideDesk,
  ...letterVisits,
  ...noticeVisits,
  ...importVisits,
  ...oldVisits,
  ...hallVisits,
  ...occasionVisits,
  ...publishedVisits,
  ...alikeVisits,
  ...adviceVisits,
  ...rectificationVisits,
  ...gazetteVisits,
  ...dayVisits,
];
