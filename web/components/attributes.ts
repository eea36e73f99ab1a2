import type { Child } from "hono/jsx";

/** Hooks for scripts and assistive technology; anything else that an element needs is a named prop. */
export type Hooks = Readonly<Record<`data-${string}` | `aria-${string}`, string>>;

/** What a component may hold: text, numbers and elements. Never a string of HTML. */
export type Content = Child;

/** What stands beside a field in error. The prefix is read out but not seen, in the language of the page. */
export interface FieldError {
  text: string;
  prefix: string;
}

/** Joins class names or ids, leaving out what is absent; undefined when nothing is left. */
export function join(...parts: readonly (string | false | undefined)[]): string | undefined {
  return parts.filter(Boolean).join(" ") || undefined;
}
