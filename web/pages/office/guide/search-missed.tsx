import { Button, Card, Select, Table } from "../../../components/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatMonth } from "../../../words.ts";
import { saidIn } from "./words.ts";

export interface MissedShown {
  readonly month: string;
  readonly months: readonly string[];
  readonly none: readonly { readonly phrase: string; readonly none: number }[];
  readonly passedOver: readonly {
    readonly phrase: string;
    readonly shown: number;
    readonly passedOver: number;
  }[];
}

/** What was searched and not found, and what was found and not opened: where new words are needed. */
export function Missed({ lang, month, months, none, passedOver }: MissedShown & { lang: Language }) {
  const words = guideDeskCopy(lang).desk.wording;
  return (
    <>
      <form class="missed__month" method="get" action={paths.officeGuideWords()}>
        <Select
          name="month"
          label={words.month}
          value={month}
          options={months.map((each) => ({ value: each, text: formatMonth(`${each}-01`, lang) }))}
        />
        <Button kind="secondary">{words.show}</Button>
      </form>
      <Card title={words.none.title}>
        <p class="govuk-hint">{words.none.text}</p>
        <Phrases
          lang={lang}
          caption={words.none.title}
          empty={words.none.empty}
          rows={none.map((one) => ({ phrase: one.phrase, count: String(one.none) }))}
        />
      </Card>
      <Card title={words.passedOver.title}>
        <p class="govuk-hint">{words.passedOver.text}</p>
        <Phrases
          lang={lang}
          caption={words.passedOver.title}
          empty={words.passedOver.empty}
          rows={passedOver.map((one) => ({
            phrase: one.phrase,
            count: words.sample(one.passedOver, one.shown),
          }))}
        />
      </Card>
      <p class="govuk-hint">{words.privacy}</p>
    </>
  );
}

interface PhrasesProps {
  lang: Language;
  caption: string;
  empty: string;
  rows: readonly { readonly phrase: string; readonly count: string }[];
}

function Phrases({ lang, caption, empty, rows }: PhrasesProps) {
  const words = guideDeskCopy(lang).desk.wording;
  if (rows.length === 0) return <p class="govuk-body">{empty}</p>;
  return (
    <Table
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={[{ content: words.phrase }, { content: words.times, numeric: true }]}
      rows={rows.map(({ phrase, count }) => [
        {
          content: (
            <a class="govuk-link" href={paths.guides(phrase)} lang={saidIn(phrase, lang)}>
              {phrase}
            </a>
          ),
        },
        { content: count, numeric: true },
      ])}
    />
  );
}
