import type { Content } from "../../components/index.ts";
import { Button, ButtonGroup, Card, InsetText } from "../../components/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface RectificationStartProps {
  view: View;
  phone: string | undefined;
  /** Where a draft of before goes on. */
  unfinished?: string | undefined;
  /** A request was handed in from this browser within the day. */
  handedIn: boolean;
}

/** What can be corrected, what the unit does, how long it takes and that no law says so. */
export function RectificationStartPage({ view, phone, unfinished, handedIn }: RectificationStartProps) {
  const words = rectificationCopy(view.lang).start;
  return (
    <Page view={view} title={words.title} back={paths.home()} phone={phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {handedIn ? (
        <InsetText>
          {words.handedIn.title}{" "}
          <a class="govuk-link" href={paths.rectificationReceipt()}>
            {words.handedIn.link}
          </a>
        </InsetText>
      ) : null}
      {unfinished === undefined ? null : <Unfinished view={view} href={unfinished} />}
      <Part title={words.what.title}>
        <List items={words.what.items} />
      </Part>
      <Part title={words.how.title}>
        <List items={words.how.items} />
      </Part>
      <Part title={words.when.title}>
        <p>{words.when.text}</p>
      </Part>
      {unfinished === undefined ? (
        <form method="post" action={paths.rectification()}>
          <Button preventDoubleClick>{words.button}</Button>
          <p class="muted">{words.saved}</p>
        </form>
      ) : null}
      <p>
        {words.disclosure.text}{" "}
        <a class="govuk-link" href={paths.disclosure()}>
          {words.disclosure.link}
        </a>
      </p>
    </Page>
  );
}

function Unfinished({ view, href }: { view: View; href: string }) {
  const words = rectificationCopy(view.lang).start.unfinished;
  return (
    <Card title={words.title} class="unfinished">
      <p>{words.text}</p>
      <form method="post" action={paths.rectification()}>
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

/** What was not handed in within its day is gone. */
export function RectificationExpiredPage({ view }: { view: View }) {
  const words = rectificationCopy(view.lang).expired;
  return (
    <Page view={view} title={words.title} task>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p>{words.text}</p>
      <Button href={paths.rectification()}>{words.button}</Button>
    </Page>
  );
}
