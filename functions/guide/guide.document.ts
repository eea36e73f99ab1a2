/** A guide as a search finds it: what people call it, who it is for, and every word of it that somebody may remember. */
import type { SearchDocument } from "../search/search.ts";
import type { EndedGuide, LiveGuide } from "./guide.record.ts";
import type { Guide } from "./guide.ts";

/** What stands further behind helps nobody to find the guide, and makes the index larger for all. */
const MOST_BODY_CHARACTERS = 6000;

export function documentOf({ id, unit, guide }: Pick<LiveGuide, "id" | "unit" | "guide">): SearchDocument {
  return {
    id,
    code: id,
    name: guide.taskName,
    aliases: guide.aliases,
    // Many organs may be kept by one office; a citizen looks for the organ.
    unit: guide.deptCode ?? unit,
    unitName: guide.deptName,
    audience: guide.serverType.map(({ name }) => name),
    topics: guide.topics,
    lifeEvents: guide.lifeEvents,
    kind: guide.taskType.name,
    area: guide.areaCode ?? "",
    areaName: guide.areaName ?? "",
    phones: [...guide.linkWay, ...guide.superviseWay].map(({ number }) => number),
    body: bodyOf(guide).slice(0, MOST_BODY_CHARACTERS),
  };
}

/** What says most of the guide comes first, because the end may be cut off. */
function bodyOf(guide: Guide): string {
  const texts: readonly (string | undefined)[] = [
    ...guide.results.map(({ name }) => name),
    ...guide.materials.map(({ materialName }) => materialName),
    guide.acceptCondition,
    ...guide.questions.flatMap(({ question, answer }) => [question, answer]),
    ...guide.fees.map(({ name }) => name),
    ...guide.places.flatMap(({ name, address }) => [name, address]),
    ...guide.steps.map(({ name }) => name),
    guide.handleFlow,
    guide.duty,
    guide.byLaw,
    guide.remedy,
    ...guide.policies.map(({ name }) => name),
  ];
  return texts.filter((text) => text !== undefined).join("\n");
}

/** Whether a search would find something else than before: pausing a guide or checking it changes nothing there. */
export function isFoundOtherwise(
  before: LiveGuide | EndedGuide | undefined,
  after: LiveGuide | EndedGuide | undefined,
): boolean {
  const found = (live: LiveGuide | EndedGuide | undefined) =>
    live === undefined || live.state === "abolished" ? "" : JSON.stringify(documentOf(live));
  return found(before) !== found(after);
}
