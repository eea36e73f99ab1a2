import type { Contact } from "../components/contact-card.tsx";
import type { IconName } from "../components/icon.tsx";
import { Icon } from "../components/icon.tsx";
import { SearchField } from "../components/search-field.tsx";
import { copy } from "../copy/index.ts";
import { Page } from "../layout/page.tsx";
import { advicePaths } from "../paths.advice.ts";
import { gazettePaths } from "../paths.gazette.ts";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";
import { formatDay } from "../words.ts";

export interface HomeProps {
  view: View;
  /** What people ask most, each with the page that answers it. */
  asked: readonly AskedLink[];
  /** The newest announcements. */
  notices: readonly { title: string; day: string; href: string }[];
  contact: Contact;
}

export interface AskedLink {
  text: string;
  href: string;
  /** In the words of an office, which are Chinese. */
  said?: boolean | undefined;
}

const doors: readonly {
  name: "guides" | "bookings" | "progress" | "disclosure" | "advice";
  icon: IconName;
  href: string;
}[] = [
  { name: "guides", icon: "guide", href: paths.guides() },
  { name: "bookings", icon: "calendar", href: paths.bookings() },
  { name: "progress", icon: "progress", href: paths.progress() },
  { name: "disclosure", icon: "disclosure", href: paths.disclosure() },
  { name: "advice", icon: "advice", href: advicePaths.list() },
];

export function HomePage({ view, asked, notices, contact }: HomeProps) {
  const words = copy(view.lang).home;
  return (
    <Page view={view} title={words.title} current="home" wide phone={contact.phone}>
      <SearchForm view={view} />
      <nav class="doors" aria-label={words.doorsLabel}>
        {doors.map(({ name, icon, href }) => (
          <a class={`door door--${name}`} href={href}>
            <Icon name={icon} class="door__icon" />
            <span class="door__words">
              <span class="door__title">{words.doors[name].title}</span>
              <span class="door__line">{words.doors[name].line}</span>
            </span>
          </a>
        ))}
      </nav>
      <Also view={view} />
      <div class="columns">
        {asked.length > 0 ? (
          <section class="card">
            <h2 class="card__title">{words.asked}</h2>
            <ul class="links">
              {asked.map((one) => (
                <li>
                  <a class="links__link" href={one.href}>
                    <span lang={one.said ? "zh-Hans" : undefined}>{one.text}</span>
                    <Icon name="forward" />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ) : null}
        <div class="columns__side">
          {notices.length > 0 ? <Notices view={view} notices={notices} /> : null}
          <Help view={view} contact={contact} />
        </div>
      </div>
    </Page>
  );
}

/** What the government tells of its own accord: one line each, so that the doors stay large. */
function Also({ view }: { view: View }) {
  const words = copy(view.lang).home.also;
  const links = [
    { text: words.policies, href: gazettePaths.column("policy") },
    { text: words.announcements, href: gazettePaths.column("announcement") },
    { text: words.news, href: gazettePaths.column("news") },
    { text: words.answers, href: paths.publishedAnswers() },
    { text: words.rectification, href: paths.rectification() },
  ];
  return (
    <nav class="also" aria-label={words.label}>
      {links.map(({ text, href }) => (
        <a class="also__link" href={href}>
          {text}
          <Icon name="forward" />
        </a>
      ))}
    </nav>
  );
}

function SearchForm({ view }: { view: View }) {
  const words = copy(view.lang);
  return (
    <search>
      <form class="hero" method="get" action={paths.guides()}>
        <SearchField
          label={words.home.question}
          hint={words.home.searchHint}
          button={words.common.search}
          suggestions={{ label: words.home.suggestions }}
          pageHeading
        />
        <Windows />
      </form>
    </search>
  );
}

/** A row of windows of which one is open: the product's name as a drawing, at a desk only. */
function Windows() {
  const window = (x: number) => `M${x} 150V62a26 26 0 0 1 52 0v88M${x} 96h52M${x + 26} 36v114`;
  return (
    <svg class="hero__windows" viewBox="0 0 320 152" aria-hidden="true" focusable="false">
      <path d={[6, 70, 198, 262].map(window).join("")} />
      <path class="hero__open" d="M134 150V62a26 26 0 0 1 52 0v88M148 100h24" />
      <path d="M0 151h320" />
    </svg>
  );
}

function Notices({ view, notices }: { view: View; notices: HomeProps["notices"] }) {
  const words = copy(view.lang).home;
  return (
    <section class="card">
      <h2 class="card__title">{words.notices}</h2>
      <ul class="notices">
        {notices.map((notice) => (
          <li class="notices__item">
            <a href={notice.href} lang="zh-CN">
              {notice.title}
            </a>
            <time class="notices__day" datetime={notice.day}>
              {formatDay(notice.day, view.lang)}
            </time>
          </li>
        ))}
      </ul>
      <p class="notices__all">
        <a class="govuk-link" href={gazettePaths.column("announcement")}>
          {words.allNotices}
        </a>
      </p>
    </section>
  );
}

function Help({ view, contact }: { view: View; contact: Contact }) {
  const words = copy(view.lang).home;
  return (
    <section class="card help">
      <h2 class="card__title">{words.help}</h2>
      <p class="help__line">{words.helpLine}</p>
      <a class="help__phone number" href={paths.phone(contact.phone)}>
        <Icon name="phone" />
        {contact.phone}
      </a>
      <p class="help__hours">{words.hours(contact.hours)}</p>
    </section>
  );
}
