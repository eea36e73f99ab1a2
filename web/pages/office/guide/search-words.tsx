import type { KeptWords } from "../../../../functions/search/search.wording.store.ts";
import type { WordsText } from "../../../../functions/search/search.wording.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  Details,
  ErrorSummary,
  NotificationBanner,
  showErrors,
  Textarea,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { WayBack } from "../way-back.tsx";
import type { MissedShown } from "./search-missed.tsx";
import { Missed } from "./search-missed.tsx";
import { saidIn } from "./words.ts";

export interface SearchWordsPageProps {
  view: View;
  person: { name: string; unit: string };
  /** As somebody wrote it, or as it was saved last. */
  text: WordsText;
  kept: KeptWords;
  mayWrite: boolean;
  missed: MissedShown;
  errors?: FieldErrors | undefined;
  /** A colleague was faster: what they saved. */
  latest?: WordsText | undefined;
  done?: string | undefined;
}

const names = ["synonyms", "stopPhrases", "pinned"] as const;

/** The words that every search goes by, with what was searched and not found beside them. */
export function SearchWordsPage(props: SearchWordsPageProps) {
  const { view, person, latest, done } = props;
  const { common } = copy(view.lang);
  const { desk } = guideDeskCopy(view.lang);
  const words = desk.wording;
  const shown = shownErrors(props);
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="guides"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeGuides()} text={desk.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {latest === undefined ? null : (
        <NotificationBanner title={common.important} role="alert" text={words.stale} />
      )}
      {done === "saved" || done === "rebuild" ? (
        <NotificationBanner
          title={common.success}
          kind="success"
          text={done === "saved" ? words.saved : words.rebuild.done}
        />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <div class="columns">
        <div>
          <WordsForm {...props} />
        </div>
        <div class="columns__side">
          <Missed {...props.missed} lang={view.lang} />
          {props.mayWrite ? <Rebuild lang={view.lang} /> : null}
        </div>
      </div>
    </OfficePage>
  );
}

function shownErrors({ view, errors = [] }: SearchWordsPageProps) {
  const { errors: sentences, line } = guideDeskCopy(view.lang).desk.wording;
  const said: Readonly<Record<string, string>> = sentences;
  /** A code that ends with a number is about that line of the box. */
  const withLines = errors.flatMap(({ code }) => {
    const [, plain = "", number] = /^(.+)\.(\d+)$/.exec(code) ?? [];
    return number === undefined ? [] : [[code, line(Number(number), said[plain] ?? plain)] as const];
  });
  return showErrors(errors, {
    copy: copy(view.lang),
    labels: {},
    sentences: { ...said, ...Object.fromEntries(withLines) },
  });
}

function WordsForm(props: SearchWordsPageProps) {
  const { view, text, kept, mayWrite, latest } = props;
  const words = guideDeskCopy(view.lang).desk.wording;
  const shown = shownErrors(props);
  const hints = {
    synonyms: words.synonymsHint,
    stopPhrases: words.stopPhrasesHint,
    pinned: words.pinnedHint,
  };
  return (
    <>
      <p class="govuk-hint">
        {kept.changedAt === undefined || kept.by === undefined
          ? words.never
          : `${words.version(kept.version)} · ${words.changed(kept.by.name, formatInstant(kept.changedAt, view.lang))}`}
      </p>
      {latest === undefined ? null : (
        <Details summary={words.latest}>
          {names.map((name) => (
            <>
              <strong>{words[name]}</strong>
              <p class="govuk-body typed-text" lang={saidIn(latest[name], view.lang)}>
                {latest[name]}
              </p>
            </>
          ))}
        </Details>
      )}
      {mayWrite ? (
        <form method="post" action={paths.officeGuideWords()} novalidate>
          <input type="hidden" name="version" value={String(kept.version)} />
          {names.map((name) => (
            <Textarea
              name={name}
              label={words[name]}
              labelSize="m"
              hint={hints[name]}
              rows={name === "synonyms" ? 16 : 8}
              spellcheck={false}
              value={text[name]}
              error={shown.at(name)}
            />
          ))}
          <Button preventDoubleClick>{words.save}</Button>
        </form>
      ) : (
        names.map((name) => (
          <>
            <h2 class="govuk-heading-m">{words[name]}</h2>
            <p class="govuk-body typed-text" lang={saidIn(text[name], view.lang)}>
              {text[name] === "" ? "—" : text[name]}
            </p>
          </>
        ))
      )}
    </>
  );
}

/** For the day on which a search does not find what is there to be read. */
function Rebuild({ lang }: { lang: Language }) {
  const words = guideDeskCopy(lang).desk.wording.rebuild;
  return (
    <Details summary={words.title}>
      <p class="govuk-body">{words.text}</p>
      <form method="post" action={paths.officeGuideWordsRebuild()} class="act__form">
        <Button kind="secondary" preventDoubleClick>
          {words.button}
        </Button>
      </form>
    </Details>
  );
}
