import { dayOf } from "../../functions/calendar/calendar.day.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import type { PinnedAnswer } from "../../functions/search/search.ts";
import { writeWords } from "../../functions/search/search.wording.ts";
import type { Demo } from "./demo.ts";
import { fillIn } from "./demo-desk.ts";
import { type DemoGuideOfUnit, demoGuides } from "./demo-guides.ts";
import { formIn } from "./demo-visitor.ts";
import { demoAsked, demoWords } from "./demo-words.ts";

const PAGE = "/office/guides/words";
const FORM = /method="post" action="\/office\/guides\/words"/;

/** A clerk types in what the county starts with; words that somebody has changed already are theirs. */
export async function putWords({ desk, place }: Pick<Demo, "desk" | "place">): Promise<void> {
  const clerk = await desk.person("clerk-zfb");
  const { text } = await clerk.visit(PAGE);
  if (formIn(text, FORM)?.fields.version !== "0") return;
  const words = { ...demoWords, pinned: pinnedIn(demoGuides(place.publicOrigin, dayOf(systemClock()))) };
  await fillIn(clerk, { page: PAGE, tag: FORM, filled: { ...writeWords(words) }, done: "saved" });
}

/** The answers by their codes. Throws where the county has no guide of that name, or several. */
export function pinnedIn(guides: readonly DemoGuideOfUnit[]): readonly PinnedAnswer[] {
  return demoAsked.map(([phrase, name]) => {
    const found = guides.filter(({ guide }) => guide.taskName === name);
    if (found.length !== 1) throw new RangeError(`${found.length} guides are called ${name}`);
    return { phrase, ids: found.map(({ guide }) => itemCodeOf(guide)) };
  });
}
