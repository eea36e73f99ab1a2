import type { Coded } from "../../../functions/guide/guide.dictionary.ts";
import type { Limit } from "../../../functions/guide/guide.ts";
import type { Content } from "../../components/attributes.ts";
import { guideCopy } from "../../copy/guide.ts";
import type { View } from "../../view.ts";

/** What an office wrote is Chinese whatever the page's language, and is read out as such. */
export const saidIn = (view: View): "zh-Hans" | undefined => (view.lang === "zh" ? undefined : "zh-Hans");

export function Said({ view, children }: { view: View; children?: Content }) {
  const lang = saidIn(view);
  return lang ? <span lang={lang}>{children}</span> : children;
}

/** A text of an office with its lines as they were written. */
export function SaidText({ view, text }: { view: View; text: string }) {
  return (
    <p class="govuk-body typed-text" lang={saidIn(view)}>
      {text.replaceAll(/\n{2,}/g, "\n")}
    </p>
  );
}

/** A value of a dictionary in the page's language; a name that no dictionary has stays as it was written. */
export function NameOf({ view, coded }: { view: View; coded: Coded }) {
  const words = guideCopy(view.lang).dictionary;
  const found = Object.hasOwn(words, coded.name) ? words[coded.name as keyof typeof words] : undefined;
  return found === undefined ? <Said view={view}>{coded.name}</Said> : found;
}

/** "5 个工作日", and for 0 that one waits for it. */
export function limitText(view: View, { day, type }: Pick<Limit, "day" | "type">): string {
  const words = guideCopy(view.lang).guide;
  return day === 0 ? words.instant : words.days[type](day);
}
