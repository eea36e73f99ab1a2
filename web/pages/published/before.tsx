import type { Content } from "../../components/attributes.ts";
import { Button, ButtonGroup, Card, InsetText, Panel } from "../../components/index.ts";
import { publishedCopy } from "../../copy/published.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface Shown {
  readonly id: string;
  readonly name: string;
  readonly unitName: string;
}

export interface BeforeProps {
  view: View;
  answers: readonly Shown[];
  guides: readonly Shown[];
  petition: boolean;
  back: string;
}

/** What is public already, shown once before a request goes on; it never stands in the way. */
export function BeforePage({ view, answers, guides, petition, back }: BeforeProps) {
  const words = publishedCopy(view.lang).before;
  const some = answers.length + guides.length > 0;
  return (
    <Page view={view} title={words.title} back={back} task>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {petition ? <Petition view={view} /> : null}
      {some ? <p class="lead">{words.lead}</p> : null}
      <List view={view} title={words.answers} kind="answer" shown={answers} />
      <List view={view} title={words.guides} kind="guide" shown={guides} />
      <form method="post" action={paths.disclosureBefore()}>
        <ButtonGroup>
          <Button name="choice" value="continue" preventDoubleClick>
            {words.goOn}
          </Button>
          {some ? (
            <Button kind="secondary" name="choice" value="found" preventDoubleClick>
              {words.found}
            </Button>
          ) : null}
        </ButtonGroup>
      </form>
      <p class="muted">{words.never}</p>
    </Page>
  );
}

function Petition({ view }: { view: View }) {
  const words = publishedCopy(view.lang).before.petition;
  return (
    <Card title={words.title}>
      <p>{words.text}</p>
      <form method="post" action={paths.disclosureBefore()}>
        <Button kind="secondary" name="choice" value="petition" preventDoubleClick>
          {words.button}
        </Button>
      </form>
    </Card>
  );
}

interface ListProps {
  view: View;
  title: string;
  kind: "answer" | "guide";
  shown: readonly Shown[];
}

function List({ view, title, kind, shown }: ListProps) {
  if (shown.length === 0) return null;
  const words = publishedCopy(view.lang).before;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ol class="hits links--boxed">
        {shown.map(({ id, name, unitName }) => (
          <li class="hits__item">
            <h3 class="hits__name">
              <a href={paths.disclosureBeforeOpen(kind, id)} target="_blank" rel="noopener" lang="zh-CN">
                {name}
                <span class="govuk-visually-hidden" lang={view.lang === "zh" ? "zh-CN" : "en"}>
                  {words.newTab}
                </span>
              </a>
            </h3>
            <p class="hits__office" lang="zh-CN">
              {unitName}
            </p>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Somebody found what they wanted; what they have written stays for a day. */
export function BeforeDonePage({ view, next }: { view: View; next: string }) {
  const words = publishedCopy(view.lang).before.done;
  return (
    <Page view={view} title={words.title} task>
      <Panel title={words.title}>{words.text}</Panel>
      <ButtonGroup>
        <Button href={paths.home()}>{words.back}</Button>
        <a class="govuk-link" href={next}>
          {words.resume}
        </a>
      </ButtonGroup>
    </Page>
  );
}

export interface ChannelsProps {
  view: View;
  next: string;
  /** The hall where somebody can speak to a person. */
  counter: { name: string; address: string; hours: string; phone: string };
}

/** Where complaints, reports and petitions go (Art. 39). */
export function ChannelsPage({ view, next, counter }: ChannelsProps) {
  const words = publishedCopy(view.lang).before.channels;
  return (
    <Page view={view} title={words.title} back={paths.disclosureBefore()} task phone={counter.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      <InsetText>{words.lead}</InsetText>
      <Channel title={words.hotline} text={words.hotlineText}>
        <a class="contacts__phone number" href={paths.phone("12345")}>
          12345
        </a>
      </Channel>
      <Channel title={words.petition} text={words.petitionText}>
        <a class="govuk-link" href="https://wsxf.gjxfj.gov.cn/" rel="noopener noreferrer">
          wsxf.gjxfj.gov.cn
        </a>
      </Channel>
      <Channel title={words.counter} text={`${counter.name} · ${counter.address} · ${counter.hours}`}>
        <a class="contacts__phone number" href={paths.phone(counter.phone)}>
          {counter.phone}
        </a>
      </Channel>
      <p>
        <a class="govuk-link" href={next}>
          {words.stay}
        </a>
      </p>
    </Page>
  );
}

function Channel({ title, text, children }: { title: string; text: string; children?: Content }) {
  return (
    <Card title={title}>
      <p class="muted">{text}</p>
      <p>{children}</p>
    </Card>
  );
}
