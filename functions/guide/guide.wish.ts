/** What the address of an office's list asks for; what is not understood is left out, because people share addresses. */
import type { GuideListName } from "./guide.record.ts";
import { guideListNames } from "./guide.record.ts";

export interface GuideWish {
  readonly list: GuideListName;
  readonly text: string;
  readonly unit?: string | undefined;
  readonly cursor?: string | undefined;
}

const MOST_TEXT_CHARACTERS = 100;
const MOST_CURSOR_CHARACTERS = 300;

export const readWish = (query: Readonly<Record<string, string>>, units: readonly string[]): GuideWish => ({
  list: guideListNames.find((name) => name === query.list) ?? "all",
  text: (query.q ?? "").trim().slice(0, MOST_TEXT_CHARACTERS),
  unit: units.find((code) => code === query.unit),
  cursor: (query.cursor ?? "").length <= MOST_CURSOR_CHARACTERS ? query.cursor || undefined : undefined,
});
