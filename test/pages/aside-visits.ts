/** The pages beside the main way of a case: each act of the office, what the applicant sees of it and answers. */
import { people } from "../disclosure/support.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const ACT = "/office/acts/:reference/:action";
const LINK = "/office/acts/:reference/consultations/:consultation";
const OFFICE = "/office/cases/:reference";
const CASE = "/progress/:reference";
const CORRECTION = "/respond/:reference/correction";
const REASONS = "/respond/:reference/reasons";
const CONSULTED = "/consultations/:reference/:consultation/:token";
const INTAKE = "/office/intake";
const RECEIPT = "/office/intake/:reference";
const PART = "/progress/:reference/parts/:part";
const correctionPage = "/respond/*/correction";

const office: readonly Visit[] = [
  visit("asking for a correction", ACT, (all) => all.atAct(people.clerk, "accepted", "ask_correction")),
  visit("entering a correction", ACT, (all) => all.atAside(people.clerk, "correcting", "correct")),
  visit("asking for an extension", ACT, (all) => all.atAct(people.handler, "handling", "ask_extension")),
  visit("granting an extension", ACT, (all) => all.atAside(people.reviewer, "extension_asked", "extend")),
  visit("refusing an extension", ACT, (all) =>
    all.atAside(people.reviewer, "extension_asked", "refuse_extension"),
  ),
  visit("consulting", ACT, (all) => all.atAct(people.handler, "handling", "consult")),
  visit("entering that a letter came", ACT, (all) =>
    all.atAside(people.clerk, "consulting", "record_service"),
  ),
  visit("entering an opinion", ACT, (all) => all.atAside(people.handler, "consulting", "opine")),
  visit("telling a fee", ACT, (all) => all.atAct(people.handler, "handling", "notify_fee")),
  visit("entering a payment", ACT, (all) => all.atAside(people.clerk, "charged", "record_payment")),
  visit("waiving a fee", ACT, (all) => all.atAside(people.reviewer, "charged", "waive_fee")),
  visit("asking for reasons", ACT, (all) => all.atAct(people.clerk, "accepted", "ask_reasons")),
  visit("entering reasons", ACT, (all) => all.atAside(people.clerk, "reasons_asked", "give_reasons")),
  visit("setting a longer period", ACT, (all) => all.atAside(people.reviewer, "reasons_given", "delay")),
  visit("link to answer", LINK, (all) => all.atAside(people.handler, "consulting", "consultations/c4")),
  visit("requests of one applicant", "/office/acts/:reference/applicant", (all) =>
    all.atAct(people.handler, "answered", "applicant"),
  ),
  visit("link of nobody", LINK, (all) => all.atAside(people.handler, "consulting", "consultations/c9"), {
    status: 404,
    ...again,
  }),
  visit(
    "link, for an auditor",
    LINK,
    (all) => all.atAside(people.auditor, "consulting", "consultations/c4"),
    {
      status: 403,
      ...again,
    },
  ),
  visit("granting what nobody asks for", ACT, (all) => all.atAct(people.reviewer, "handling", "extend"), {
    status: 409,
  }),
  visit(
    "asking for what another handles",
    ACT,
    (all) => all.atAct(people.otherHandler, "handling", "ask_extension"),
    { status: 403 },
  ),
  visit("an act of another role", ACT, (all) => all.atAct(people.clerk, "handling", "extend"), {
    status: 403,
    ...again,
  }),
  visit("no such act", ACT, (all) => all.atAct(people.clerk, "accepted", "nothing"), {
    status: 404,
    ...again,
  }),
  visit("case, extension asked for", OFFICE, (all) => all.atAside(people.reviewer, "extension_asked"), again),
  visit("case, extended", OFFICE, (all) => all.atAside(people.handler, "extension_granted"), again),
  visit("case, correction awaited", OFFICE, (all) => all.atAside(people.clerk, "correcting"), again),
  visit("case, corrected", OFFICE, (all) => all.atAside(people.clerk, "corrected"), again),
  visit("case, lapsed", OFFICE, (all) => all.atAside(people.clerk, "lapsed"), again),
  ...(
    [
      "consulting",
      "objected",
      "silent",
      "charged",
      "paid",
      "waived",
      "reasons_asked",
      "reasons_given",
      "delayed",
    ] as const
  ).map((aside) => visit(`case, ${aside}`, OFFICE, (all) => all.atAside(people.handler, aside), again)),
  visit(
    "answer over an objection",
    `${OFFICE}/proposal`,
    (all) => all.atAside(people.handler, "objected", undefined, "/proposal"),
    again,
  ),
];

const sorting: readonly Visit[] = [
  visit("handing over", ACT, (all) => all.atAct(people.clerk, "accepted", "transfer")),
  visit("splitting", ACT, (all) => all.atAct(people.clerk, "accepted", "split")),
  visit("splitting what is split", ACT, (all) => all.atAside(people.clerk, "split", "split"), {
    status: 409,
    ...again,
  }),
  visit(
    "queue, a case handed over",
    "/office",
    (all) => all.desk(people.clerk, "/office?done=transfer&assignee=me"),
    again,
  ),
  visit("case, split", OFFICE, (all) => all.atAside(people.clerk, "split"), again),
  visit(
    "case, a part",
    OFFICE,
    async (all) => {
      const { browser, path } = await all.atAside(people.clerk, "split");
      return { browser, path: `/office/cases/${await all.partOf(path.split("/").at(-1) ?? "")}` };
    },
    again,
  ),
  visit("case, handed over", OFFICE, (all) => all.atAside(people.clerk, "transferred"), {
    status: 403,
    ...again,
  }),
  visit(
    "case, taken over",
    OFFICE,
    (all) => all.atAside({ ...people.clerk, id: "clerk-there", unit: "zrzy" }, "transferred"),
    again,
  ),
  visit("entering a request on paper", INTAKE, (all) => all.desk(people.clerk, INTAKE)),
  visit("entering a request, as a handler", INTAKE, (all) => all.desk(people.handler, INTAKE), {
    status: 403,
    ...again,
  }),
  visit("receipt of a request on paper", RECEIPT, (all) => all.entered("in_person")),
  visit("receipt of a fax", RECEIPT, (all) => all.entered("fax"), again),
  visit("receipt without a phone", RECEIPT, (all) => all.entered("in_person", "", { reached: false }), again),
  visit(
    "receipt of what nobody entered",
    RECEIPT,
    async (all) => {
      const { browser, path } = await all.atCase(people.clerk, "submitted");
      return { browser, path: path.replace("cases", "intake") };
    },
    { status: 404, ...again },
  ),
  visit("scans", `${RECEIPT}/scans`, (all) => all.entered("in_person", "/scans")),
  visit(
    "scans, one is there",
    `${RECEIPT}/scans`,
    (all) => all.entered("fax", "/scans?done=received"),
    again,
  ),
  visit("scans, one was refused", `${RECEIPT}/scans`, (all) => all.entered("fax", "/scans?upload=x"), {
    status: 422,
    ...again,
  }),
  visit("progress, split", CASE, (all) => all.followAside("split"), again),
  visit("progress, handed over", CASE, (all) => all.followAside("transferred"), again),
  visit(
    "part of a request that was split",
    PART,
    async (all) => {
      const { browser, path } = await all.followAside("split");
      const part = await all.partOf(path.split("/").at(-1) ?? "");
      return { browser, path: `${path}/parts/${part}` };
    },
    { status: 303 },
  ),
  visit(
    "progress of a part",
    CASE,
    async (all) => {
      const { browser, path } = await all.followAside("split");
      const part = await all.partOf(path.split("/").at(-1) ?? "");
      await browser.get(`${path}/parts/${part}`);
      return { browser, path: `/progress/${part}` };
    },
    again,
  ),
];

const citizen: readonly Visit[] = [
  ...(
    [
      ...(["extension_granted", "correcting", "corrected", "lapsed", "consulting", "silent"] as const),
      ...(["charged", "paid", "waived", "reasons_asked", "reasons_given", "delayed", "decided"] as const),
    ] as const
  ).map((aside) => visit(`progress, ${aside}`, CASE, (all) => all.followAside(aside), again)),
  visit("giving reasons", REASONS, (all) => all.followAside("reasons_asked", "/respond/*/reasons")),
  visit(
    "giving reasons nobody asked for",
    REASONS,
    (all) => all.followAside("reasons_given", "/respond/*/reasons"),
    { status: 303 },
  ),
  visit("an opinion of a third party", CONSULTED, (all) => all.consulted("consulting"), once),
  visit("an opinion of an agency", CONSULTED, (all) => all.consulted("consulting_agency"), {
    ...again,
    ...once,
  }),
  visit("an opinion, given", CONSULTED, (all) => all.consulted("objected"), again),
  visit("an opinion, too late", CONSULTED, (all) => all.consulted("silent"), again),
  visit("a decision over an objection", CONSULTED, (all) => all.consulted("decided"), again),
  visit("an opinion without the link", CONSULTED, (all) => all.visitor("/consultations/1/c4/x"), {
    status: 404,
    ...again,
  }),
  visit("correcting", CORRECTION, (all) => all.followAside("correcting", correctionPage)),
  visit(
    "correcting, a file is there",
    CORRECTION,
    (all) => all.followAside("correcting", `${correctionPage}?file=received`),
    again,
  ),
  visit(
    "correcting, a file was refused",
    CORRECTION,
    (all) => all.followAside("correcting", `${correctionPage}?file=file_type`),
    { status: 422, ...again },
  ),
  visit("correcting what needs none", CORRECTION, (all) => all.followAside("corrected", correctionPage), {
    status: 303,
  }),
  visit(
    "correcting somebody else's",
    CORRECTION,
    async (all) => ({
      ...(await all.followAside("correcting", correctionPage)),
      browser: all.apps.visitor(),
    }),
    { status: 303 },
  ),
  visit(
    "back from the bucket with a correction's file",
    `${CORRECTION}/received`,
    (all) => all.followAside("correcting", `${correctionPage}/received?upload=x`),
    { status: 303, ...once },
  ),
];

export const asideVisits: readonly Visit[] = [...office, ...sorting, ...citizen];
