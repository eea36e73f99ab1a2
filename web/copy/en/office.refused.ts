import type { refused as zh } from "../zh/office.refused.ts";

/** Why somebody may not see or do something. */
export const refused: typeof zh = {
  title: "You cannot see or do this",
  recorded: "Nothing was done, and the attempt is on record.",
  role: "Your role does not have this permission.",
  unit: "This case belongs to another unit.",
  not_assignee: "You are not the handler of this case.",
  same_person: "Nobody reviews a proposal of their own. Another person has to.",
  other_case: "You do not have this permission.",
  out_of_turn: "It was not its turn.",
  typed: "What you wrote is here, to be copied if needed:",
  back: "Back to the queue",
};
