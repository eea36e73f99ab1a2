import { paths } from "../paths.ts";
import { Icon } from "./icon.tsx";

/** Where a person is reached: configuration, never a constant. */
export interface Contact {
  phone: string;
  hall: string;
  address: string;
  hours: string;
}

export interface ContactCardProps {
  contact: Contact;
  words: { phone: string; hall: string; address: string; hours: string };
}

/** The telephone first and large: it is what helps most. */
export function ContactCard({ contact, words }: ContactCardProps) {
  return (
    <div class="card contact-card">
      <a class="contact-card__phone number" href={paths.phone(contact.phone)}>
        <Icon name="phone" />
        <span class="govuk-visually-hidden">{words.phone}</span>
        {contact.phone}
      </a>
      <dl class="contact-card__facts">
        <Fact icon="clock" term={words.hours} text={contact.hours} />
        <Fact icon="unit" term={words.hall} text={contact.hall} />
        <Fact icon="place" term={words.address} text={contact.address} />
      </dl>
    </div>
  );
}

function Fact({ icon, term, text }: { icon: "clock" | "unit" | "place"; term: string; text: string }) {
  return (
    <div>
      <dt>
        <Icon name={icon} />
        {term}
      </dt>
      <dd>{text}</dd>
    </div>
  );
}
