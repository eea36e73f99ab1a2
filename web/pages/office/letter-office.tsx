import type { LetterSettings } from "../../../functions/letter/letter.data.ts";
import type { OwnTemplate } from "../../../functions/letter/letter.template.store.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  Card,
  ErrorSummary,
  Input,
  NotificationBanner,
  showErrors,
  Table,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";

export interface LetterOfficePageProps {
  view: View;
  person: { name: string; unit: string };
  kinds: readonly LetterChoice[];
  templates: readonly OwnTemplate[];
  settings: LetterSettings;
  version: number;
  maySetUp: boolean;
  errors?: FieldErrors | undefined;
  changed?: boolean | undefined;
  done?: string | undefined;
}

/** The unit's letters: what stands in them everywhere, and the template of each. */
export function LetterOfficePage(props: LetterOfficePageProps) {
  const { view, person, errors = [], changed, done } = props;
  const words = copy(view.lang);
  const { office, errors: sentences } = letterDeskCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const good = { saved: office.saved, template: office.templateSaved, reset: office.templateReset }[
    done ?? ""
  ];
  return (
    <OfficePage view={view} title={office.title} person={person} current="letters" error={shown.any}>
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      {changed ? <NotificationBanner title={words.common.important} text={office.changed} /> : null}
      {good ? <NotificationBanner title={words.common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{office.title}</h1>
      <Settings {...props} />
      <h2 class="govuk-heading-m">{office.list}</h2>
      <p class="govuk-body">{office.intro}</p>
      <Templates {...props} />
    </OfficePage>
  );
}

const settingFields = ["word", "reviewBody", "court", "onlineReview"] as const;

function Settings({ view, settings, version, maySetUp, errors = [] }: LetterOfficePageProps) {
  const words = copy(view.lang);
  const { office, errors: sentences } = letterDeskCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const hints: Readonly<Record<string, string>> = {
    word: office.wordHint,
    onlineReview: office.onlineReviewHint,
  };
  if (!maySetUp)
    return (
      <Card title={office.settings}>
        <dl class="facts">
          {settingFields.map((field) => (
            <div class="facts__item">
              <dt>{office[field]}</dt>
              <dd>{settings[field] || "—"}</dd>
            </div>
          ))}
        </dl>
      </Card>
    );
  return (
    <Card title={office.settings}>
      <p class="muted">{office.settingsHint}</p>
      <form method="post" action={paths.officeLetterSettings()} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        {settingFields.map((field) => (
          <Input
            name={field}
            label={office[field]}
            hint={hints[field]}
            value={settings[field]}
            autocomplete="off"
            error={shown.at(field)}
          />
        ))}
        <Button preventDoubleClick>{words.common.save}</Button>
      </form>
    </Card>
  );
}

function Templates({ view: { lang }, kinds, templates, maySetUp }: LetterOfficePageProps) {
  const { office } = letterDeskCopy(lang);
  const { columns } = office;
  return (
    <Table
      cards
      head={Object.values(columns).map((content) => ({ content }))}
      rows={kinds.map((letter) => {
        const own = templates.find(({ kind, isDefault }) => kind === letter.kind && !isDefault);
        return [
          { content: titleOf(letter, lang) },
          {
            content:
              own === undefined
                ? office.default
                : office.own(own.version, formatDay(dayOf(own.at), lang), own.byName),
            label: columns.template,
            class: "letter-acts-text",
          },
          {
            content: <Acts lang={lang} letter={letter} own={own !== undefined} maySetUp={maySetUp} />,
            label: columns.acts,
          },
        ];
      })}
    />
  );
}

function Acts({
  lang,
  letter,
  own,
  maySetUp,
}: {
  lang: View["lang"];
  letter: LetterChoice;
  own: boolean;
  maySetUp: boolean;
}) {
  const { office } = letterDeskCopy(lang);
  const hidden = <span class="govuk-visually-hidden"> {titleOf(letter, lang)}</span>;
  return (
    <span class="letter-acts">
      <a class="govuk-link" href={paths.officeLetterPreview(letter.kind)}>
        {office.preview}
        {hidden}
      </a>
      <a class="govuk-link" href={paths.officeLetterTemplate(letter.kind)}>
        {office.download}
        {hidden}
      </a>
      {maySetUp ? (
        <a class="govuk-link" href={paths.officeLetterUpload(letter.kind)}>
          {office.upload}
          {hidden}
        </a>
      ) : null}
      {maySetUp && own ? (
        <form method="post" action={paths.officeLetterReset(letter.kind)} class="letter-acts__form">
          <button class="link-button" type="submit">
            {office.reset}
            {hidden}
          </button>
        </form>
      ) : null}
    </span>
  );
}
