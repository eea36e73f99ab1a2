import type { Content } from "./attributes.ts";
import { join } from "./attributes.ts";

export type TagColour = "grey" | "green" | "yellow" | "red";

/** A short state in words; blue unless a colour is given. */
export function Tag({
  colour,
  class: extra,
  children,
}: {
  colour?: TagColour | undefined;
  class?: string | undefined;
  children?: Content;
}) {
  return <strong class={join("govuk-tag", colour && `govuk-tag--${colour}`, extra)}>{children}</strong>;
}
