/** What the office's forms of answers for everybody hold. Pure. */
import type { FormValues } from "../kit/form.ts";
import { notFound } from "../kit/problem.ts";
import type { Writing } from "./published.service.ts";
import type { PublishedAct } from "./published.ts";
import { publishedActs } from "./published.ts";

/** Files that were ticked. */
export const tickedIn = (form: FormValues): readonly string[] => [form.files ?? []].flat();

export const isOpen = (state: string): boolean => state === "draft" || state === "withdrawn";

/** What was written last, or the answer as it was given, to be rewritten; the request's own words are not taken over. */
export function valuesOf({ record, answer }: Writing) {
  if (answer !== undefined) return answer.content;
  const { head } = record;
  return { subject: head.title, question: "", answer: head.answer?.reply ?? "" };
}

export const versionIn = (text: string): number => (/^\d{1,6}$/.test(text) ? Number(text) : -1);

export function demandAct(act: string | undefined): Exclude<PublishedAct, "write"> {
  const found = Object.keys(publishedActs).find((each) => each === act && each !== "write");
  if (found === undefined) throw notFound();
  return found as Exclude<PublishedAct, "write">;
}
