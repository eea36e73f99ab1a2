import type { Content } from "../../components/attributes.ts";
import { Button, ButtonGroup, Card, InsetText } from "../../components/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

/** Sentences that every start page has. */
export interface StartWords {
  title: string;
  lead: string;
  button: string;
  saved: string;
  handedIn: { title: string; link: string };
  unfinished: { title: string; text: string; goOn: string; again: string };
}

/** What a start page is given, whatever form it begins. */
export interface StartStepProps {
  view: View;
  /** Where a draft of before goes on. */
  unfinished?: string | undefined;
  /** A request was handed in from this browser within the day. */
  handedIn: boolean;
}

export interface StartFrameProps extends StartStepProps {
  phone: string | undefined;
  words: StartWords;
  /** Where the form starts, and where what was handed in is read. */
  at: { start: string; receipt: string };
  /** What stands below the button. */
  below: Content;
  children?: Content;
}

/** Where a form begins, goes on, or has just been handed in. */
export function StartFrame(props: StartFrameProps) {
  const { view, phone, unfinished, handedIn, words, at, below, children } = props;
  return (
    <Page view={view} title={words.title} back={paths.home()} phone={phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {handedIn ? (
        <InsetText>
          {words.handedIn.title}{" "}
          <a class="govuk-link" href={at.receipt}>
            {words.handedIn.link}
          </a>
        </InsetText>
      ) : null}
      {unfinished === undefined ? null : (
        <Card title={words.unfinished.title} class="unfinished">
          <p>{words.unfinished.text}</p>
          <form method="post" action={at.start}>
            <ButtonGroup>
              <Button href={unfinished}>{words.unfinished.goOn}</Button>
              <Button kind="secondary" name="again" value="yes" preventDoubleClick>
                {words.unfinished.again}
              </Button>
            </ButtonGroup>
          </form>
        </Card>
      )}
      {children}
      {unfinished === undefined ? (
        <form method="post" action={at.start}>
          <Button preventDoubleClick>{words.button}</Button>
          <p class="muted">{words.saved}</p>
        </form>
      ) : null}
      {below}
    </Page>
  );
}

export function Part({ title, children }: { title: string; children?: Content }) {
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      {children}
    </section>
  );
}

export function List({ items }: { items: readonly string[] }) {
  return (
    <ul class="govuk-list govuk-list--bullet">
      {items.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  );
}
