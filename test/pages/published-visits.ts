/** Answers that everybody may read: the public's pages, the office's, and what is shown before handing in. */
import { people } from "../disclosure/support.ts";
import { answeredCase, publishedCase } from "../published/rig.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const DESK = "/office/answers";
const ONE = `${DESK}/items/:id`;
const BEFORE = "/disclosure/before";

const content = { subject: "Budget report", question: "The budget of 2025.", answer: "It is as follows." };
const request = { title: "Budget", description: "The budget of 2025." };
const answered = (all: Arrivals): Promise<string> => answeredCase(all.apps, request, "As follows.");
const published = async (all: Arrivals): Promise<string> =>
  publishedCase(all.apps, content, await answered(all));

async function standing(
  all: Arrivals,
  state: "draft" | "review" | "published" | "withdrawn",
): Promise<string> {
  const service = all.apps.answers.published;
  if (state === "published" || state === "withdrawn") {
    const id = await published(all);
    if (state === "withdrawn")
      await service.act(people.reviewer, id, { act: "withdraw", version: 3, reason: "A wrong number" });
    return id;
  }
  const reference = await answered(all);
  const { id, version } = await service.write(people.handler, reference, { content, version: 0 });
  if (state === "review") await service.act(people.handler, id, { act: "hand_in", version });
  return id;
}

/** Somebody who has just said what they want, which is public already and sounds like a complaint. */
async function asking(all: Arrivals, path: string): Promise<Arrival> {
  await published(all);
  const { browser } = await all.applicant("information");
  await browser.post("/disclosure/apply/information", {
    title: content.subject,
    documentNumber: "",
    description: "我要投诉，请求查处",
  });
  return { browser, path };
}

export const publishedVisits: readonly Visit[] = [
  visit(
    "published answers",
    "/answers",
    async (all) => {
      await published(all);
      return all.visitor("/answers");
    },
    { kept: true },
  ),
  visit("published answers, searched", "/answers", (all) => all.visitor("/answers?q=budget"), {
    kept: true,
    ...again,
  }),
  visit("published answers, nothing found", "/answers", (all) => all.visitor("/answers?q=zzzz"), {
    kept: true,
    ...again,
  }),
  visit(
    "a published answer",
    "/answers/:id",
    async (all) => all.visitor(`/answers/${await published(all)}`),
    {
      kept: true,
    },
  ),
  visit(
    "an answer that was taken back",
    "/answers/:id",
    async (all) => all.visitor(`/answers/${await standing(all, "withdrawn")}`),
    { status: 410, kept: true },
  ),
  visit("no such answer", "/answers/:id", (all) => all.visitor("/answers/none"), { status: 404, ...again }),
  visit("the feed", "/answers/feed.atom", (all) => all.visitor("/answers/feed.atom"), {
    feed: true,
    kept: true,
  }),
  visit("before handing in", BEFORE, (all) => asking(all, BEFORE)),
  visit("before handing in, found", `${BEFORE}/done`, (all) => asking(all, `${BEFORE}/done`)),
  visit("ways for complaints", `${BEFORE}/channels`, (all) => asking(all, `${BEFORE}/channels`)),
  visit("opened", `${BEFORE}/open/:kind/:id`, (all) => all.visitor(`${BEFORE}/open/guide/x`), {
    status: 303,
  }),
  visit(
    "a file that is not there, with an answer",
    "/answers/:id/files/:file",
    async (all) => all.visitor(`/answers/${await published(all)}/files/none`),
    { status: 404, ...again },
  ),
  visit("answers of the unit", DESK, async (all) => {
    await standing(all, "review");
    return all.desk(people.clerk, DESK);
  }),
  visit(
    "answers of the unit, taken back",
    DESK,
    (all) => all.desk(people.auditor, `${DESK}?state=withdrawn`),
    again,
  ),
  visit("writing for everybody", `${DESK}/of/:reference`, async (all) =>
    all.desk(people.handler, `${DESK}/of/${await answered(all)}`),
  ),
  visit(
    "writing for everybody, by who may not",
    `${DESK}/of/:reference`,
    async (all) => all.desk(people.auditor, `${DESK}/of/${await answered(all)}`),
    { status: 403, ...again },
  ),
  ...(["draft", "review", "published", "withdrawn"] as const).map((state) =>
    visit(
      `an answer, ${state}`,
      ONE,
      async (all) =>
        all.desk(
          state === "draft" ? people.handler : people.reviewer,
          `${DESK}/items/${await standing(all, state)}`,
        ),
      again,
    ),
  ),
];
