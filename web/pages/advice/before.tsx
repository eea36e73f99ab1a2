import type { AdviceHints } from "../../../functions/advice/advice.find.service.ts";
import type { AdviceTyped } from "../../../functions/advice/advice.ts";
import { Button, ButtonGroup, Card, SummaryList } from "../../components/index.ts";
import { adviceCopy } from "../../copy/advice.ts";
import { Page } from "../../layout/page.tsx";
import { advicePaths } from "../../paths.advice.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";

export interface AdviceBeforeProps {
  view: View;
  /** All that was typed goes along, so that nothing is lost whichever way is taken. */
  typed: AdviceTyped;
  token: string;
  /** As in the form: what was warned of once. */
  warned: boolean;
  hints: AdviceHints;
  /** The hall where somebody can speak to a person. */
  counter: { hall: string; address: string; hours: string; phone: string };
}

/** What was answered already, and the better door for a complaint; it never stands in the way. */
export function AdviceBeforePage({ view, typed, token, warned, hints, counter }: AdviceBeforeProps) {
  const own = adviceCopy(view.lang).before;
  // A complaint is no question with an answer: it has ways of its own, and words of its own.
  const words = hints.complaint ? own.complaint : own;
  const some = hints.answers.length + hints.guides.length > 0;
  return (
    <Page view={view} title={words.title} task phone={counter.phone}>
      <h1 class="govuk-heading-l">{words.title}</h1>
      {hints.complaint ? <Complaint view={view} counter={counter} /> : null}
      {some ? <p class="lead">{own.lead}</p> : null}
      <List
        view={view}
        title={own.answers}
        shown={hints.answers.map(({ id, name }) => ({ name, href: advicePaths.answer(id) }))}
      />
      <List
        view={view}
        title={own.guides}
        shown={hints.guides.map(({ id, name, unitName }) => ({ name, unitName, href: paths.guide(id) }))}
      />
      <form method="post" action={advicePaths.write()}>
        <input type="hidden" name="token" value={token} />
        {warned ? <input type="hidden" name="warned" value="yes" /> : null}
        {Object.entries(typed).map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <ButtonGroup>
          <Button name="go" value="send" preventDoubleClick>
            {words.send}
          </Button>
          <Button kind="secondary" name="go" value="change">
            {words.change}
          </Button>
        </ButtonGroup>
      </form>
      <p>
        <a class="govuk-link" href={advicePaths.list()}>
          {words.found}
        </a>
      </p>
    </Page>
  );
}

function Complaint({ view, counter }: Pick<AdviceBeforeProps, "view" | "counter">) {
  const words = adviceCopy(view.lang).before.complaint;
  const phone = (number: string) => (
    <a class="number" href={paths.phone(number)}>
      {number}
    </a>
  );
  return (
    <Card title={words.ways}>
      <p>{words.text}</p>
      <SummaryList
        rows={[
          { key: words.hotline, value: phone("12345") },
          {
            key: words.petition,
            value: (
              <a class="govuk-link" href="https://wsxf.gjxfj.gov.cn/" rel="noopener noreferrer">
                wsxf.gjxfj.gov.cn
              </a>
            ),
          },
          {
            key: words.counter,
            value: (
              <>
                {counter.hall} · {counter.address} · {counter.hours} {phone(counter.phone)}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

interface ListProps {
  view: View;
  title: string;
  shown: readonly { name: string; href: string; unitName?: string }[];
}

function List({ view, title, shown }: ListProps) {
  if (shown.length === 0) return null;
  const words = adviceCopy(view.lang).before;
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <ol class="hits links--boxed">
        {shown.map(({ name, href, unitName }) => (
          <li class="hits__item">
            <h3 class="hits__name">
              <a href={href} target="_blank" rel="noopener" lang="zh-CN">
                {name}
                <span class="govuk-visually-hidden" lang={view.lang === "zh" ? "zh-CN" : "en"}>
                  {words.newTab}
                </span>
              </a>
            </h3>
            {unitName ? (
              <p class="hits__office" lang="zh-CN">
                {unitName}
              </p>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}
