import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";

/** Whose turn it is, for whoever has nothing to do now. */
export function waitingFor(state: string, assignee: string, lang: Language): string {
  const { nothing } = officeCopy(lang).case;
  if (state === "handling") return nothing.handling(assignee);
  const sentences: Readonly<Record<string, unknown>> = nothing;
  const sentence = Object.hasOwn(sentences, state) ? sentences[state] : undefined;
  return typeof sentence === "string" ? sentence : "";
}
