import type { Content } from "../components/attributes.ts";
import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { languageTag } from "../view.ts";

export interface HeaderProps {
  view: View;
  href?: string | undefined;
  /** What this side of the counter is called; the public's unless given. */
  side?: string | undefined;
  /** Who is signed in, at the office. */
  children?: Content;
}

export function Header({ view, href = paths.home(), side, children }: HeaderProps) {
  const words = copy(view.lang).common;
  return (
    <header class="header">
      <div class="header__inner">
        <a class="header__brand" href={href}>
          <Icon name="window" class="header__icon" />
          <span class="header__names">
            <span class="header__government">{view.government[view.lang]}</span>
            <span class="header__service">
              {words.service} · {side ?? words.serviceLine}
            </span>
          </span>
        </a>
        {children}
        <Switches view={view} />
      </div>
    </header>
  );
}

/** The other language and the other view, as ordinary links to this same page. */
export function Switches({ view }: { view: View }) {
  const words = copy(view.lang).common;
  const other = view.lang === "zh" ? "en" : "zh";
  return (
    <nav class="header__switches" aria-label={words.switches}>
      <a class="header__switch" href={paths.inView(view.path, view.elder ? "standard" : "elder")}>
        {view.elder ? words.standardView : words.elderView}
      </a>
      <a
        class="header__switch"
        href={paths.inLanguage(view.path, other)}
        lang={languageTag(other)}
        hreflang={languageTag(other)}
      >
        {words.languageSwitch}
      </a>
    </nav>
  );
}
