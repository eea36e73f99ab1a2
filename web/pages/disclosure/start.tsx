import type { Content } from "../../components/attributes.ts";
import { Button, ButtonGroup, Card, Icon, InsetText } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface StartProps {
  view: View;
  units: readonly { code: string; name: string; phone: string; address: string }[];
  /** Where a draft of before goes on. */
  unfinished?: string | undefined;
  /** A request was handed in from this browser within the day. */
  handedIn: boolean;
}

export function DisclosureStartPage({ view, units, unfinished, handedIn }: StartProps) {
  const words = disclosureCopy(view.lang).start;
  return (
    <Page view={view} title={words.title} back={paths.home()} phone={units[0]?.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {handedIn ? (
        <InsetText>
          {words.handedIn.title}{" "}
          <a class="govuk-link" href={paths.disclosureReceipt()}>
            {words.handedIn.link}
          </a>
        </InsetText>
      ) : null}
      {unfinished === undefined ? null : <Unfinished view={view} href={unfinished} />}
      <Part title={words.what.title}>
        <List items={words.what.items} />
        <p class="muted">{words.what.not}</p>
        <p>
          {words.published.text}{" "}
          <a class="govuk-link" href={paths.publishedAnswers()}>
            {words.published.link}
          </a>
        </p>
        <p>
          {words.rectification.text}{" "}
          <a class="govuk-link" href={paths.rectification()}>
            {words.rectification.link}
          </a>
        </p>
      </Part>
      <Part title={words.prepare.title}>
        <List items={words.prepare.items} />
      </Part>
      <Part title={words.takes.title}>
        <List items={words.takes.items} />
        <p>
          <a class="govuk-link" href={paths.disclosureDueDates()}>
            {disclosureCopy(view.lang).dueDates.link}
          </a>
        </p>
      </Part>
      {unfinished === undefined ? (
        <form method="post" action={paths.disclosure()}>
          <Button preventDoubleClick>{words.button}</Button>
          <p class="muted">{words.saved}</p>
        </form>
      ) : null}
      <Card title={words.units}>
        <ul class="contacts">
          {units.map((unit) => (
            <li class="contacts__item">
              <p class="contacts__name">{unit.name}</p>
              <a class="contacts__phone number" href={paths.phone(unit.phone)}>
                <Icon name="phone" />
                <span class="govuk-visually-hidden">{words.unitPhone}</span>
                {unit.phone}
              </a>
              <p class="muted contacts__address">
                <span class="govuk-visually-hidden">{words.unitAddress}</span>
                {unit.address}
              </p>
            </li>
          ))}
        </ul>
      </Card>
    </Page>
  );
}

function Unfinished({ view, href }: { view: View; href: string }) {
  const words = disclosureCopy(view.lang).start.unfinished;
  return (
    <Card title={words.title} class="unfinished">
      <p>{words.text}</p>
      <form method="post" action={paths.disclosure()}>
        <ButtonGroup>
          <Button href={href}>{words.goOn}</Button>
          <Button kind="secondary" name="again" value="yes" preventDoubleClick>
            {words.again}
          </Button>
        </ButtonGroup>
      </form>
    </Card>
  );
}

function Part({ title, children }: { title: string; children?: Content }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}

function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
