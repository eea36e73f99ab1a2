import type { GuideState } from "../../../../functions/guide/guide.flow.ts";
import type { TagColour } from "../../../components/tag.tsx";
import { Tag } from "../../../components/tag.tsx";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import type { Language } from "../../../view.ts";

const colours: Readonly<Record<GuideState, TagColour | undefined>> = {
  draft: "grey",
  review: undefined,
  published: "green",
  paused: "yellow",
  revised: "grey",
  abolished: "red",
  discarded: "grey",
};

/** Where a guide or a version of it stands, in a word; the colour says nothing more. */
export function StateTag({ state, lang }: { state: GuideState; lang: Language }) {
  return <Tag colour={colours[state]}>{guideDeskCopy(lang).desk.states[state]}</Tag>;
}
