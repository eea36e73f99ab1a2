/** The pages beside the main way of a case: each act of the office, what the applicant sees of it and answers. */
import { people } from "../disclosure/support.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const ACT = "/office/acts/:reference/:action";
const OFFICE = "/office/cases/:reference";
const CASE = "/progress/:reference";
const CORRECTION = "/respond/:reference/correction";
const correctionPage = "/respond/*/correction";

const office: readonly Visit[] = [
  visit("asking for a correction", ACT, (all) => all.atAct(people.clerk, "accepted", "ask_correction")),
  visit("entering a correction", ACT, (all) => all.atAside(people.clerk, "correcting", "correct")),
  visit("asking for an extension", ACT, (all) => all.atAct(people.handler, "handling", "ask_extension")),
  visit("granting an extension", ACT, (all) => all.atAside(people.reviewer, "extension_asked", "extend")),
  visit("refusing an extension", ACT, (all) =>
    all.atAside(people.reviewer, "extension_asked", "refuse_extension"),
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
];

const citizen: readonly Visit[] = [
  ...(["extension_granted", "correcting", "corrected", "lapsed"] as const).map((aside) =>
    visit(`progress, ${aside}`, CASE, (all) => all.followAside(aside), again),
  ),
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

export const asideVisits: readonly Visit[] = [...office, ...citizen];
