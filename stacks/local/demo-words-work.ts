import { writeWords } from "../../functions/search/search.wording.ts";
import type { Demo } from "./demo.ts";
import { fillIn } from "./demo-desk.ts";
import { formIn } from "./demo-visitor.ts";
import { demoWords } from "./demo-words.ts";

const PAGE = "/office/guides/words";
const FORM = /method="post" action="\/office\/guides\/words"/;

/** A clerk types in what the county starts with; words that somebody has changed already are theirs. */
export async function putWords({ desk }: Pick<Demo, "desk">): Promise<void> {
  const clerk = await desk.person("clerk-zfb");
  const { text } = await clerk.visit(PAGE);
  if (formIn(text, FORM)?.fields.version !== "0") return;
  await fillIn(clerk, { page: PAGE, tag: FORM, filled: { ...writeWords(demoWords) }, done: "saved" });
}
