import type { GazetteKind, Validity } from "../../../../functions/gazette/gazette.ts";
import type { FieldErrors, ShownErrors } from "../../../components/index.ts";
import {
  Button,
  ErrorSummary,
  Input,
  NotificationBanner,
  Select,
  showErrors,
  Textarea,
} from "../../../components/index.ts";
import { gazetteCopy } from "../../../copy/gazette.ts";
import { copy } from "../../../copy/index.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { gazettePaths } from "../../../paths.gazette.ts";
import type { View } from "../../../view.ts";
import { WayBack } from "../way-back.tsx";

type Field = keyof ReturnType<typeof officeGazetteCopy>["hints"] | "validity";
/** Of the fields that are written; the reason belongs to the buttons. */
export type GazetteValues = Readonly<Partial<Record<Exclude<Field, "reason">, string>>>;

export interface WriteGazetteProps {
  view: View;
  person: { name: string; unit: string };
  /** Drawn for what does not exist yet. */
  id: string;
  isNew: boolean;
  kind: GazetteKind;
  validities: readonly Validity[];
  values: GazetteValues;
  version: number;
  errors: FieldErrors;
  problem?: "gazette_changed" | "gazette_state" | undefined;
}

/** Where the text of one item is written. */
export function WriteGazettePage(props: WriteGazetteProps) {
  const { view, person, id, isNew, kind, errors, problem } = props;
  const { common } = copy(view.lang);
  const words = officeGazetteCopy(view.lang);
  const { labels, errors: sentences } = words;
  const shown = showErrors(errors, { copy: copy(view.lang), labels, sentences });
  const title = isNew ? words.write : words.edit;
  const back = isNew ? gazettePaths.desk() : gazettePaths.officeItem(id);
  return (
    <OfficePage
      view={view}
      title={`${title} - ${words.kinds[kind]}`}
      person={person}
      current="gazette"
      error={shown.any}
      before={<WayBack lang={view.lang} href={back} text={words.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {problem ? (
        <NotificationBanner title={common.important} role="alert" text={words.problems[problem]} />
      ) : null}
      <h1 class="govuk-heading-l">
        {title} <span class="muted">{words.kinds[kind]}</span>
      </h1>
      <form method="post" action={isNew ? gazettePaths.begin(kind) : gazettePaths.edit(id)} novalidate>
        <input type="hidden" name="id" value={id} />
        <input type="hidden" name="version" value={String(props.version)} />
        <Fields {...props} shown={shown} />
        <Button preventDoubleClick>{words.save}</Button>
      </form>
    </OfficePage>
  );
}

/** Chosen first, because a policy is asked for more than news. */
export function ChooseColumnPage({
  view,
  person,
  kinds,
}: Pick<WriteGazetteProps, "view" | "person"> & { kinds: readonly GazetteKind[] }) {
  const words = officeGazetteCopy(view.lang);
  return (
    <OfficePage
      view={view}
      title={words.write}
      person={person}
      current="gazette"
      before={<WayBack lang={view.lang} href={gazettePaths.desk()} text={words.back} />}
    >
      <h1 class="govuk-heading-l">{words.which}</h1>
      <ul class="links links--boxed">
        {kinds.map((kind) => (
          <li>
            <a class="links__link" href={gazettePaths.begin(kind)}>
              <span>{words.kinds[kind]}</span>
            </a>
          </li>
        ))}
      </ul>
    </OfficePage>
  );
}

function Fields({ view, kind, values, validities, shown }: WriteGazetteProps & { shown: ShownErrors }) {
  const words = officeGazetteCopy(view.lang);
  const { labels, hints } = words;
  const common = (name: Exclude<Field, "validity" | "reason">) => ({
    ...{ name, id: name, label: labels[name], hint: hints[name], value: values[name], error: shown.at(name) },
  });
  const isPolicy = kind === "policy";
  return (
    <>
      <Input {...common("title")} />
      <Input {...common("organ")} />
      {kind === "news" ? null : <Input {...common("documentNumber")} width={30} />}
      {kind === "news" ? null : <Input {...common("indexNumber")} width={30} />}
      <Textarea {...common("body")} rows={18} />
      <Textarea {...common("guides")} rows={3} spellcheck={false} />
      {isPolicy ? (
        <>
          <h2 class="govuk-heading-m">{words.aboutValidity}</h2>
          <Select
            name="validity"
            id="validity"
            label={labels.validity}
            options={validities.map((value) => ({ value, text: gazetteCopy(view.lang).validity[value] }))}
            value={values.validity}
          />
          <Input {...common("validityNote")} />
          <Input {...common("successor")} />
          <Input {...common("validUntil")} width={20} />
        </>
      ) : null}
      <h2 class="govuk-heading-m">{words.dates}</h2>
      {kind === "news" ? null : <Input {...common("writtenOn")} width={20} />}
      <Input {...common("issuedOn")} width={20} />
      <Input {...common("from")} width={20} />
      <Input {...common("until")} width={20} />
    </>
  );
}
