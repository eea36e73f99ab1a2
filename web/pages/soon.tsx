import type { Contact } from "../components/contact-card.tsx";
import { ContactCard } from "../components/contact-card.tsx";
import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import { Page } from "../layout/page.tsx";
import { paths } from "../paths.ts";
import type { View } from "../view.ts";

export interface SoonProps {
  view: View;
  contact: Contact;
}

/** A door that is not open yet says so, and says what to do instead. */
export function SoonPage({ view, contact, door }: SoonProps & { door: "bookings" }) {
  const words = copy(view.lang).home;
  const own = words.soon[door];
  return (
    <Page view={view} title={own.title} current={door} phone={contact.phone}>
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="lead">{own.lead}</p>
      <p class="govuk-body">{own.now}</p>
      <ContactCard contact={contact} words={words.soon} />
      <h2 class="govuk-heading-m">{words.soon.meanwhile}</h2>
      <ul class="links links--boxed">
        <Door href={paths.guides()} text={words.doors.guides.title} />
        <Door href={paths.disclosure()} text={words.doors.disclosure.title} />
        <Door href={paths.progress()} text={words.doors.progress.title} />
      </ul>
    </Page>
  );
}

function Door({ href, text }: { href: string; text: string }) {
  return (
    <li>
      <a class="links__link" href={href}>
        <span>{text}</span>
        <Icon name="forward" />
      </a>
    </li>
  );
}
