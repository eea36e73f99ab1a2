import type { LetterDefinition } from "../../../functions/letter/letter.kind.ts";
import type { Letter } from "../../../functions/letter/letter.store.ts";
import type { LetterRefusal } from "../../../functions/letter/letter.turn.ts";
import { Details, EmptyState, NotificationBanner, Table, WarningText } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatInstant } from "../../words.ts";
import { nameOf } from "./case-events.tsx";
import { WayBack } from "./way-back.tsx";

/** A letter that can be made: its kind and names. */
export type LetterChoice = Pick<LetterDefinition, "kind" | "title" | "about" | "to" | "outcome">;

export interface LettersPageProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  title: string;
  issued: readonly Letter[];
  /** Every letter, with the reason why the case is not ready for it; empty for who may only read. */
  choices: readonly { readonly letter: LetterChoice; readonly refusal: LetterRefusal | undefined }[];
  /** 发文机关代字 as it is now, for letters from before it was kept with each. */
  word: string;
  /** The unit has no word for its numbers, so none can be given. */
  wordMissing: boolean;
  kinds: readonly LetterChoice[];
  done?: string | undefined;
}

/** The letters of a case: what was issued, and what can be. */
export function LettersPage(props: LettersPageProps) {
  const { view, person, reference, title, done } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const words = letterDeskCopy(lang).ofCase;
  const good = { issued: words.issuedDone, served: words.servedDone }[done ?? ""];
  return (
    <OfficePage
      view={view}
      title={words.titleOf(title)}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.officeCase(reference)} text={words.back} />}
    >
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{words.titleOf(title)}</h1>
      <Issued {...props} />
      {props.wordMissing ? <WordMissing lang={lang} /> : null}
      <Open {...props} />
      <NotYet {...props} />
    </OfficePage>
  );
}

export const titleOf = ({ title, about }: LetterChoice, lang: Language): string =>
  about === undefined ? title[lang] : `${title[lang]}（${about[lang]}）`;

function Issued({ view: { lang }, reference, issued, kinds, word }: LettersPageProps) {
  const letter = letterDeskCopy(lang);
  const words = letter.ofCase;
  const { columns } = words;
  if (issued.length === 0) return <EmptyState title={words.none}>{words.noneText}</EmptyState>;
  const nameFor = (kind: string) => kinds.find((each) => each.kind === kind);
  return (
    <Table
      cards
      caption={words.issued}
      captionSize="m"
      head={Object.values(columns).map((content) => ({ content }))}
      rows={issued.map((each) => {
        const definition = nameFor(each.kind);
        return [
          { content: letter.number(each.number, each.word ?? word), label: columns.number },
          {
            content: (
              <a class="govuk-link" href={paths.officeLetter(reference, each.number)}>
                {definition === undefined ? each.kind : titleOf(definition, lang)}
              </a>
            ),
            label: columns.kind,
          },
          { content: formatInstant(each.at, lang), label: columns.at },
          { content: nameOf(each.by, lang), label: columns.by },
          {
            content: each.served.at(-1) ? formatDay(each.served.at(-1)?.on ?? "", lang) : words.notServed,
            label: columns.served,
          },
        ];
      })}
    />
  );
}

const groups = ["outcome", "applicant", "third_party", "agency", "file"] as const;
const groupOf = ({ outcome, to }: LetterChoice) => (outcome === undefined ? to : "outcome");

function WordMissing({ lang }: { lang: Language }) {
  const { common } = copy(lang);
  const { errors, making } = letterDeskCopy(lang);
  return (
    <WarningText prefix={common.warning}>
      {errors["letter.word_missing"]}{" "}
      <a class="govuk-link" href={paths.officeLetters()}>
        {making.settings}
      </a>
    </WarningText>
  );
}

/** What the case is not ready for, each with what has to happen first, so that nobody looks for it in vain. */
function NotYet({ view: { lang }, choices }: LettersPageProps) {
  const { ofCase: words, refusals } = letterDeskCopy(lang);
  const closed = choices.filter(
    ({ letter, refusal }) => refusal !== undefined && letter.outcome === undefined,
  );
  if (closed.length === 0) return null;
  return (
    <Details summary={words.notYet}>
      <dl class="facts">
        {closed.map(({ letter, refusal }) => (
          <div class="facts__item">
            <dt>{titleOf(letter, lang)}</dt>
            <dd>{refusal === undefined ? null : refusals[refusal]}</dd>
          </div>
        ))}
      </dl>
    </Details>
  );
}

function Open({ view: { lang }, reference, choices }: LettersPageProps) {
  const words = letterDeskCopy(lang).ofCase;
  const open = choices.flatMap(({ letter, refusal }) => (refusal === undefined ? [letter] : []));
  if (open.length === 0) return null;
  return (
    <>
      <h2 class="govuk-heading-m">{words.make}</h2>
      <div class="letter-choices">
        {groups.map((group) => {
          const members = open.filter((each) => groupOf(each) === group);
          if (members.length === 0) return null;
          return (
            <section>
              <h3 class="govuk-heading-s">{words.groups[group]}</h3>
              <ul class="govuk-list">
                {members.map((each) => (
                  <li>
                    <a class="govuk-link" href={paths.officeNewLetter(reference, each.kind)}>
                      {titleOf(each, lang)}
                    </a>
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </>
  );
}
