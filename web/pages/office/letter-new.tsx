import type { AskedField } from "../../../functions/letter/letter.field.ts";
import type { ReadBlock } from "../../../functions/letter/letter.reading.ts";
import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import { Button, ButtonGroup, ErrorSummary, InsetText, showErrors } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { basisWords } from "../progress/article.ts";
import { AsideFieldInput } from "./aside-field.tsx";
import type { Stamp } from "./case-form.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";
import { WayBack } from "./way-back.tsx";

export interface LetterNewPageProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  letter: LetterChoice & { readonly articles: readonly string[] };
  fields: readonly AskedField[];
  values: Readonly<Record<string, string>>;
  stamp: Stamp;
  errors?: FieldErrors | undefined;
  /** The letter as it would be. */
  preview?: readonly ReadBlock[] | undefined;
}

/** Filling in a letter, looking at it, and only then issuing it. */
export function LetterNewPage(props: LetterNewPageProps) {
  const { view, person, reference, letter, errors = [], preview } = props;
  const { lang } = view;
  const words = copy(lang);
  const { making, errors: sentences } = letterDeskCopy(lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const title = titleOf(letter, lang);
  const summary = shown.summary.map(({ text, href }) => ({
    text,
    href: `#${targetOf(props, href.slice(1))}`,
  }));
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={lang} href={paths.officeCaseLetters(reference)} text={making.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={summary} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <Basis lang={lang} articles={letter.articles} />
      <Form {...props} shown={shown} />
      {preview ? (
        <section aria-label={making.previewTitle}>
          <h2 class="govuk-heading-m">{making.previewTitle}</h2>
          <LetterSheet blocks={preview} level={3} />
        </section>
      ) : null}
    </OfficePage>
  );
}

/** Articles of the regulation in the page's language; other instruments have their Chinese name only. */
function Basis({ lang, articles }: { lang: Language; articles: readonly string[] }) {
  const { basis } = letterDeskCopy(lang).making;
  const own = articles.filter((article) => /^\d/.test(article));
  const others = articles.filter((article) => !own.includes(article));
  if (articles.length === 0) return null;
  return (
    <p class="muted">
      {basis(basisWords(own, lang))}
      {others.length > 0 ? <span lang="zh-Hans"> {others.join("、")}</span> : null}
    </p>
  );
}

/** The box that an error leads to: the first of three where the field is a day. */
const targetOf = ({ fields, view }: LetterNewPageProps, name: string): string =>
  fields.some((field) => field.name === name && field.kind === "day")
    ? `${name}-${view.lang === "zh" ? "year" : "day"}`
    : name;

function Form(props: LetterNewPageProps & { shown: ShownErrors }) {
  const { view, reference, letter, fields, stamp, preview, shown } = props;
  const { making } = letterDeskCopy(view.lang);
  return (
    <form method="post" action={paths.officeNewLetter(reference, letter.kind)} novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {/* Enter in a field presses the first button of a form: it must be the harmless one. */}
      <button type="submit" name="intent" value="preview" hidden />
      <ChannelError {...props} />
      {fields.length === 0 ? <p class="govuk-body">{making.nothing}</p> : null}
      {fields.map((field) => (
        <AskedInput {...props} field={field} />
      ))}
      {preview ? <InsetText>{`${making.previewNote}${making.issueHint}`}</InsetText> : null}
      <ButtonGroup>
        {preview ? (
          <Button name="intent" value="issue" preventDoubleClick>
            {making.issue}
          </Button>
        ) : null}
        {preview && fields.length === 0 ? null : (
          <Button name="intent" value="preview" kind={preview ? "secondary" : "primary"}>
            {preview ? making.again : making.preview}
          </Button>
        )}
      </ButtonGroup>
      {shown.any || preview ? null : <p class="muted">{making.ready}</p>}
    </form>
  );
}

/** What is missing in the unit's settings stands where the person can go and fill it in. */
function ChannelError({ view, shown }: LetterNewPageProps & { shown: ShownErrors }) {
  const { making } = letterDeskCopy(view.lang);
  const error = shown.at("settings");
  if (error === undefined) return null;
  return (
    <div class="govuk-form-group govuk-form-group--error">
      <p class="govuk-error-message" id="settings-error">
        {error.text}
      </p>
      <a
        class="govuk-link"
        id="settings"
        tabindex={0}
        href={paths.officeLetters()}
        aria-describedby="settings-error"
      >
        {making.settings}
      </a>
    </div>
  );
}

function AskedInput({
  view,
  field,
  values,
  shown,
}: LetterNewPageProps & { field: AskedField; shown: ShownErrors }) {
  const { name, kind, label } = field;
  const error = shown.at(name);
  const words = { label: label[view.lang], hint: undefined };
  const shared = field.optional ? { name, optional: true as const } : { name };
  const typed =
    kind === "number"
      ? { ...shared, kind, least: 0, most: 1_000_000 }
      : kind === "day"
        ? { ...shared, kind }
        : { ...shared, kind, maxCharacters: field.maxCharacters };
  return (
    <AsideFieldInput
      consultations={[]}
      lang={view.lang}
      field={typed}
      words={words}
      values={values}
      error={error}
    />
  );
}
