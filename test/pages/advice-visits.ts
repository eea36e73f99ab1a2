/** Questions and suggestions: the citizens' pages, and the office's. */
import type { ThreadState } from "../advice/rig.ts";
import { threadAt } from "../advice/rig.ts";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const THREAD = "/advice/threads/:reference";
const ANSWER = "/advice/answers/:id";
const DESK = "/office/advice";
const ONE = `${DESK}/:reference`;

const typed = (all: Arrivals) => ({
  ...{ kind: "question", unit: "zfb", subject: all.words.text, text: all.words.text },
  ...{ name: all.words.name, phone: "13812345678" },
});

const said = {
  reply: "At the hall, at once and free.",
  content: { subject: "Bus cards", question: "Where do I get a bus card?", answer: "At the hall." },
  reason: "It has moved",
};
const thread = (all: Arrivals, state: ThreadState) => {
  const { text, name } = all.words;
  return threadAt(all.apps.advice, state, { changes: { subject: text, text, name }, said });
};

async function receipted(all: Arrivals): Promise<Arrival> {
  const browser = all.apps.visitor();
  await browser.post("/advice/new", { ...typed(all), token: "r".repeat(22), go: "send" });
  return { browser, path: "/advice/receipt" };
}

/** Somebody who has shown number and code. */
async function follower(all: Arrivals, state: ThreadState, rated?: boolean): Promise<Arrival> {
  const { advice } = all.apps;
  const { reference, queryCode } = await thread(all, state);
  if (rated !== undefined) await advice.rate({ kind: "applicant", reference }, rated);
  const browser = all.apps.visitor();
  await browser.post("/progress", { number: reference, code: queryCode, phone: "" });
  return { browser, path: `/advice/threads/${reference}` };
}

async function publicPath(all: Arrivals, state: "public" | "withdrawn"): Promise<string> {
  const { reference } = await thread(all, "public");
  const own = await all.apps.advice.readForApplicant(reference, { kind: "applicant", reference });
  if (state === "withdrawn")
    await all.apps.advice.act({
      ...{ reference, action: "unpublish", actor: people.reviewer },
      data: { reason: "Out of date" },
    });
  return `/advice/answers/${own.publicId}`;
}

const at =
  (state: ThreadState, person: (typeof people)["clerk"] = people.handler, rest = "") =>
  async (all: Arrivals): Promise<Arrival> => {
    const { reference } = await thread(all, state);
    return all.desk(person, `${DESK}/${reference}${rest}`);
  };

export const adviceVisits: readonly Visit[] = [
  visit(
    "questions",
    "/advice",
    async (all) => {
      await thread(all, "public");
      return all.visitor("/advice");
    },
    { kept: true },
  ),
  visit("questions, searched", "/advice", (all) => all.visitor("/advice?q=bus"), {
    kept: true,
    ...again,
  }),
  visit("questions, nothing found", "/advice", (all) => all.visitor("/advice?q=zzzz"), {
    kept: true,
    ...again,
  }),
  visit("a public answer", ANSWER, async (all) => all.visitor(await publicPath(all, "public")), {
    kept: true,
  }),
  visit(
    "a public answer, taken back",
    ANSWER,
    async (all) => all.visitor(await publicPath(all, "withdrawn")),
    { status: 410, kept: true },
  ),
  visit("no such public answer", ANSWER, (all) => all.visitor(`/advice/answers/${"x".repeat(22)}`), {
    status: 404,
    ...again,
  }),
  visit("asking", "/advice/new", (all) => all.visitor("/advice/new")),
  visit("receipt of a question", "/advice/receipt", receipted),
  visit("no receipt of a question", "/advice/receipt", (all) => all.visitor("/advice/receipt"), {
    status: 303,
  }),
  visit("thread, handed in", THREAD, (all) => follower(all, "submitted")),
  visit("thread, in hand", THREAD, (all) => follower(all, "accepted"), again),
  visit("thread, replied", THREAD, (all) => follower(all, "replied"), again),
  visit("thread, public, rated", THREAD, (all) => follower(all, "public", false), again),
  visit(
    "thread of somebody else",
    THREAD,
    async (all) => ({ ...(await follower(all, "submitted")), browser: all.apps.visitor() }),
    { status: 303 },
  ),
  visit("thread, no number", THREAD, (all) => all.visitor("/advice/threads/1"), { status: 404, ...again }),
  visit("office questions", DESK, async (all) => {
    await thread(all, "submitted");
    return all.desk(people.clerk, DESK);
  }),
  ...["review", "replied", "public"].map((list) =>
    visit(`office questions, ${list}`, DESK, (all) => all.desk(people.clerk, `${DESK}?list=${list}`)),
  ),
  visit(
    "office questions of another unit",
    DESK,
    (all) => all.desk(people.auditor, `${DESK}?unit=zrzy`),
    again,
  ),
  visit("office questions that are not theirs", DESK, (all) => all.desk(people.clerk, `${DESK}?unit=zrzy`), {
    status: 403,
    ...again,
  }),
  visit("office thread, new", ONE, at("submitted"), once),
  visit("office thread, in hand", ONE, at("accepted", people.handler, "?done=accept"), again),
  visit("office thread, replied", ONE, at("replied"), again),
  visit("office thread, to be reviewed", ONE, at("reviewing", people.reviewer), again),
  visit("office thread, own work", ONE, at("reviewing", people.handler), again),
  visit("office thread, public", ONE, at("public", people.reviewer), again),
  visit("office thread, taken back", ONE, at("withdrawn"), again),
  visit("office thread, before the auditor", ONE, at("replied", people.auditor), again),
  visit("office thread of another unit", ONE, at("submitted", people.clerkElsewhere), {
    status: 403,
    ...again,
  }),
  visit("no such office thread", ONE, (all) => all.desk(people.clerk, `${DESK}/1`), {
    status: 404,
    ...again,
  }),
];
