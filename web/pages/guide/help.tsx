import type { Contact } from "../../components/contact-card.tsx";
import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

/** Finding nothing is no dead end: somebody at the hall answers the telephone. */
export function GuideHelp({ view, contact }: { view: View; contact: Contact }) {
  const words = copy(view.lang).home;
  return (
    <section class="card help">
      <h2 class="card__title">{guideCopy(view.lang).search.help}</h2>
      <p class="help__line">{words.helpLine}</p>
      <a class="help__phone number" href={paths.phone(contact.phone)}>
        <Icon name="phone" />
        {contact.phone}
      </a>
      <p class="help__hours">{words.hours(contact.hours)}</p>
    </section>
  );
}
