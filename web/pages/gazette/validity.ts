import type { Validity } from "../../../functions/gazette/gazette.ts";
import type { TagColour } from "../../components/tag.tsx";

/** Always beside the word. */
export const validityColours: Readonly<Record<Validity, TagColour>> = {
  in_force: "green",
  amended: "yellow",
  lapsed: "grey",
  repealed: "red",
};
