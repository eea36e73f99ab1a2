/** What a refused check-in says, with the times that help to go on. */
import type { VisitCopy } from "../../web/copy/visit.ts";
import { formatDay, formatTime } from "../../web/words.ts";
import type { Hall } from "../booking/booking.hall.ts";
import type { Problem } from "../kit/problem.ts";

export interface Telling {
  readonly words: VisitCopy;
  readonly lang: "zh" | "en";
  readonly halls?: readonly Hall[];
}

/** Undefined for what the copy says without them. */
export function sentenceOf({ code, members = {} }: Problem, telling: Telling): string | undefined {
  const { words, lang, halls = [] } = telling;
  const text = (name: string): string => String(members[name] ?? "");
  switch (code) {
    case "check_in_early":
      return words.early(text("time"), formatTime(text("from")));
    case "check_in_late":
      return words.late(formatTime(text("until")));
    case "check_in_other_day":
      return words.otherDay(formatDay(text("day"), lang), text("time"));
    case "check_in_elsewhere": {
      const hall = halls.find(({ id }) => id === text("hall"));
      const place = hall?.places.find(({ id }) => id === text("place"));
      return words.elsewhere(
        hall === undefined || place === undefined ? "" : `${hall.name[lang]} · ${place.name[lang]}`,
      );
    }
    default:
      return undefined;
  }
}
