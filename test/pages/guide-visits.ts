/** Every page of guides, in every state in which somebody can find it. */
import { national } from "../../functions/guide/guide.dictionary.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const kept = { kept: true } as const;
const GUIDE = "/guides/:id";
/** Differs from the others in everything that a filter knows, so that every filter has something to choose. */
const another = {
  ...{ taskName: "Any card", deptCode: "bank", deptName: "Bank", topics: ["Money"], lifeEvents: ["Moving"] },
  ...{
    serverType: [national("serverType", "4")],
    taskType: national("taskType", "1"),
    areaCode: "1",
    areaName: "East",
  },
};
export const guideVisits: readonly Visit[] = [
  visit("guides, none yet", "/guides", (all) => all.visitor("/guides"), kept),
  visit(
    "guides",
    "/guides",
    async (all) => {
      await all.guide({ ...another, topics: ["Cards"] });
      return all.guide(another, () => "/guides");
    },
    { ...kept, ...again },
  ),
  visit("guides, searched", "/guides", (all) =>
    all.guide({ taskName: "Passport" }, () => "/guides?q=passport"),
  ),
  visit("guides, not found", "/guides", (all) => all.visitor("/guides?q=zzzz"), again),
  visit("guides of a topic", "/guides", (all) => all.guide({}, () => "/guides?topic=Cards&page=1")),
  visit("a guide", GUIDE, (all) => all.guide(), kept),
  visit("a guide, paused", GUIDE, (all) => all.pausedGuide(), kept),
  visit(
    "a guide, not checked for long",
    GUIDE,
    (all) => all.guide({ taskName: "Stale card", checkedOn: "2025-01-02" }),
    kept,
  ),
  visit("a guide, over", GUIDE, (all) => all.endedGuide(), { status: 410 }),
  visit("no such guide", GUIDE, (all) => all.visitor("/guides/1"), { status: 404, ...again }),
  visit("a guide on paper", `${GUIDE}/print`, (all) => all.guide({}, (id) => `/guides/${id}/print`), kept),
  visit("what is wrong in a guide", `${GUIDE}/report`, (all) =>
    all.guide({}, (id) => `/guides/${id}/report`),
  ),
  visit("what was wrong in a guide", `${GUIDE}/reported`, (all) =>
    all.guide({}, (id) => `/guides/${id}/reported`),
  ),
  visit(
    "a life event",
    "/guides/events/:event",
    (all) => all.guide({ lifeEvents: ["Moving"] }, () => "/guides/events/Moving"),
    kept,
  ),
  visit("no such life event", "/guides/events/:event", (all) => all.visitor("/guides/events/Nothing"), {
    status: 404,
    ...again,
  }),
  visit("no organs yet", "/guides/units", (all) => all.visitor("/guides/units"), kept),
  visit("what organs do", "/guides/units", (all) => all.guide(another, () => "/guides/units"), {
    ...kept,
    ...again,
  }),
  visit(
    "what an organ does",
    "/guides/units/:unit",
    (all) => all.guide({ ...another, duty: "Cards" }, () => "/guides/units/bank"),
    kept,
  ),
  visit("no such organ", "/guides/units/:unit", (all) => all.visitor("/guides/units/nothing"), {
    status: 404,
    ...again,
  }),
  visit("guides without a network", "/guides/offline", (all) => all.visitor("/guides/offline"), kept),
];
