import type { Content } from "../components/attributes.ts";
import { join } from "../components/attributes.ts";
import { BackLink } from "../components/back-link.tsx";
import type { IconName } from "../components/icon.tsx";
import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import { officeNavCopy } from "../copy/office-nav.ts";
import { advicePaths } from "../paths.advice.ts";
import { gazettePaths } from "../paths.gazette.ts";
import { hallPaths } from "../paths.hall.ts";
import { occasionOfficePaths } from "../paths.occasion.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { Document } from "./document.tsx";
import { Header, Switches } from "./header.tsx";

export interface OfficeEntry {
  name: string;
  text: string;
  href: string;
  icon: IconName;
  /** How many wait there. */
  count?: number | undefined;
}

export interface OfficePageProps {
  view: View;
  title: string;
  error?: boolean | undefined;
  /** Who is signed in; absent on the pages before signing in, which have no navigation either. */
  person?: { name: string; unit: string } | undefined;
  /** The parts of the office unless given. */
  entries?: readonly OfficeEntry[] | undefined;
  current?: string | undefined;
  /** Where "返回" leads; shown above the page. */
  back?: string | undefined;
  /** A stylesheet of the capability besides everybody's. */
  sheet?: "visit.css" | undefined;
  /** Shown above the main part, such as breadcrumbs. */
  before?: Content;
  children?: Content;
}

/** An office's page: navigation on the left at a desk, in a menu on a phone. */
export function OfficePage(props: OfficePageProps) {
  const { view, title, error, person, current, before, children } = props;
  const words = copy(view.lang).common;
  const entries = props.entries ?? [
    { name: "queue", text: words.queue, href: paths.office(), icon: "queue" as const },
    {
      name: "report",
      text: officeNavCopy(view.lang).report,
      href: paths.officeReport(),
      icon: "calendar" as const,
    },
    {
      name: "advice",
      text: officeNavCopy(view.lang).advice,
      href: advicePaths.office(),
      icon: "advice" as const,
    },
    { name: "visits", text: words.officeVisits, href: paths.officeVisits(), icon: "bell" as const },
    { name: "guides", text: words.officeGuides, href: paths.officeGuides(), icon: "guide" as const },
    {
      name: "gazette",
      text: officeNavCopy(view.lang).gazette,
      href: gazettePaths.desk(),
      icon: "unit" as const,
    },
    { name: "halls", text: words.officeHalls, href: hallPaths.halls(), icon: "place" as const },
    {
      name: "occasions",
      text: words.officeOccasions,
      href: occasionOfficePaths.all(),
      icon: "person" as const,
    },
    {
      name: "published",
      text: officeNavCopy(view.lang).published,
      href: paths.officePublishedList(),
      icon: "search" as const,
    },
    {
      name: "letters",
      text: officeNavCopy(view.lang).letter,
      href: paths.officeLetters(),
      icon: "file" as const,
    },
    { name: "notices", text: words.officeNotices, href: paths.officeNotices(), icon: "mail" as const },
  ];
  const links = <Links entries={entries} current={current} />;
  return (
    <Document
      view={view}
      title={`${error ? words.titleError : ""}${title} - ${words.office}`}
      class="office"
      sheet={props.sheet}
    >
      <Header view={view} href={paths.office()} side={words.office}>
        {person ? <Person person={person} signOut={words.signOut} /> : null}
      </Header>
      <div class={join("office-frame", !person && "office-frame--bare")}>
        {person ? (
          <>
            <details class="office-menu">
              <summary class="office-menu__summary">
                <Icon name="menu" />
                {words.menu}
              </summary>
              <nav aria-label={words.officeNavigation}>{links}</nav>
              <Switches view={view} />
            </details>
            <nav class="office-side" aria-label={words.officeNavigation}>
              {links}
            </nav>
          </>
        ) : null}
        <div class="office-main">
          {props.back ? (
            <nav class="way-back no-print" aria-label={words.back}>
              <BackLink href={props.back}>{words.back}</BackLink>
            </nav>
          ) : null}
          {before}
          <main class="govuk-main-wrapper" id="main">
            {children}
          </main>
        </div>
      </div>
    </Document>
  );
}

function Links({ entries, current }: { entries: readonly OfficeEntry[]; current: string | undefined }) {
  return (
    <ul class="office-nav">
      {entries.map((entry) => (
        <li>
          <a
            class="office-nav__link"
            href={entry.href}
            aria-current={entry.name === current ? "page" : undefined}
          >
            <Icon name={entry.icon} />
            {entry.text}
            {entry.count === undefined ? null : <span class="office-nav__count">{entry.count}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Person({ person, signOut }: { person: { name: string; unit: string }; signOut: string }) {
  return (
    <form class="header__person" method="post" action={paths.officeSignOut()}>
      <span class="header__person-name">
        {person.name}
        <span class="header__person-unit">{person.unit}</span>
      </span>
      <button class="header__switch" type="submit">
        {signOut}
      </button>
    </form>
  );
}
