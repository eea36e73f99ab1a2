import { Button } from "../../components/button.tsx";
import type { Contact } from "../../components/contact-card.tsx";
import { ContactCard } from "../../components/contact-card.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { Said } from "./said.tsx";

export interface EndedProps {
  view: View;
  name: string;
  reason?: string | undefined;
  /** The day since which nobody has to do it any more. */
  endedOn: string;
  contact: Contact;
}

/** Whoever kept the address of a guide that was abolished learns that it is over, and why. */
export function GuideEndedPage({ view, name, reason, endedOn, contact }: EndedProps) {
  const words = guideCopy(view.lang).guide.ended;
  return (
    <Page view={view} title={words.title} back={paths.guides()} current="guides" phone={contact.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">
        <Said view={view}>{words.lead(name)}</Said>
      </p>
      <p class="govuk-body">
        {words.on(formatDay(endedOn, view.lang))}
        {reason ? (
          <>
            {" "}
            · {words.reason}: <Said view={view}>{reason}</Said>
          </>
        ) : null}
      </p>
      <ContactCard contact={contact} words={copy(view.lang).home.contact} />
      <Button href={paths.guides()} kind="secondary">
        {words.next}
      </Button>
    </Page>
  );
}
