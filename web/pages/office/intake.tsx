import type { ApplicationField } from "../../../functions/disclosure/disclosure.ts";
import type { FieldErrors, ShownErrors } from "../../components/index.ts";
import { Button, Card, DateInput, ErrorSummary, Radios } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { intakeCopy } from "../../copy/office-intake.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { oldCopy } from "../../copy/old.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { oldPaths } from "../../paths.old.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { showApplicationErrors } from "../disclosure/errors.ts";
import type { Values } from "../disclosure/fields.tsx";
import { ApplicationInput, textAt } from "../disclosure/fields.tsx";
import { lawSentences } from "./law-words.ts";
import { WayBack } from "./way-back.tsx";

export interface IntakePageProps {
  view: View;
  person: { name: string; unit: string };
  channels: readonly ("in_person" | "oral" | "registered_mail" | "ordinary_mail" | "fax")[];
  values: Values;
  errors: FieldErrors;
  /** Marks this one sending, so that pressing twice makes one case. */
  sending: string;
}

const applicant: readonly ApplicationField[] = [
  "applicantKind",
  "name",
  "legalRepresentative",
  "contactName",
  "identityKind",
  "identityNumber",
];
const information: readonly ApplicationField[] = ["title", "documentNumber", "description"];
const delivery: readonly ApplicationField[] = ["form", "route", "phone", "email", "address", "postcode"];

/** The whole application on one page, for a clerk with a letter, or with somebody at the counter. */
export function IntakePage(props: IntakePageProps) {
  const { view, person, errors, sending } = props;
  const { common } = copy(view.lang);
  const words = intakeCopy(view.lang);
  const shown = shownErrors(props);
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={errors.length > 0}
      before={<WayBack lang={view.lang} href={paths.office()} text={queueCopy(view.lang).search.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={oldPaths.imports()}>
          {oldCopy(view.lang).page.open}
        </a>
      </p>
      <form method="post" action={paths.officeIntake()} class="proposal" novalidate>
        <input type="hidden" name="sending" value={sending} />
        <Arrival {...props} shown={shown} />
        <Part {...props} shown={shown} title={words.applicant} fields={applicant} />
        <Part {...props} shown={shown} title={words.information} fields={information} />
        <Part {...props} shown={shown} title={words.delivery} hint={words.contacts} fields={delivery} />
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </OfficePage>
  );
}

/** The office's own fields have their own words, and the day leads to its first box. */
function shownErrors({ view: { lang }, errors, values }: IntakePageProps): ShownErrors {
  const kind = textAt(values, "applicantKind");
  const base = showApplicationErrors(errors, lang, kind !== "" && kind !== "person");
  const mine: Readonly<Record<string, string>> = {
    ...intakeCopy(lang).errors,
    ...lawSentences(errors, lang),
  };
  const said = (field: string) => mine[errors.find((error) => error.field === field)?.code ?? ""];
  const prefix = copy(lang).common.errorPrefix;
  return {
    any: base.any,
    at: (field) => {
      const sentence = said(field);
      return sentence === undefined ? base.at(field) : { text: sentence, prefix };
    },
    summary: base.summary.map(({ text, href }) => ({
      text: said(href.slice(1)) ?? text,
      href: href === "#arrivedOn" ? `#arrivedOn-${lang === "zh" ? "year" : "day"}` : href,
    })),
  };
}

interface PartProps extends IntakePageProps {
  shown: ShownErrors;
}

function Arrival({ view: { lang }, channels, values, shown }: PartProps) {
  const { common } = copy(lang);
  const words = intakeCopy(lang);
  const parts = (["year", "month", "day"] as const).map((name) => ({
    name,
    label: common[name],
    value: textAt(values, `arrivedOn-${name}`),
    width: name === "year" ? (4 as const) : (2 as const),
  }));
  return (
    <Card title={words.channel}>
      <Radios
        name="channel"
        class="govuk-radios--small"
        legend={{ text: words.channel, size: "s" }}
        items={channels.map((value) => ({
          value,
          label: words.channels[value],
          hint: words.rules[value],
        }))}
        value={textAt(values, "channel")}
        error={shown.at("channel")}
      />
      <DateInput
        id="arrivedOn"
        namePrefix="arrivedOn"
        legend={{ text: words.arrivedOn, size: "s" }}
        hint={words.arrivedHint}
        parts={lang === "zh" ? parts : parts.toReversed()}
        error={shown.at("arrivedOn")}
      />
    </Card>
  );
}

function Part({
  view,
  values,
  shown,
  title,
  hint,
  fields,
}: PartProps & { title: string; hint?: string; fields: typeof applicant }) {
  const { choices } = disclosureCopy(view.lang);
  const options = {
    applicantKind: Object.keys(choices.applicantKind),
    identityKind: Object.keys(choices.identityKind),
    form: Object.keys(choices.form),
    route: Object.keys(choices.route),
    unit: [],
  };
  const fieldWords: Readonly<Record<string, { label: string; hint: string }>> = intakeCopy(view.lang).fields;
  return (
    <Card title={title}>
      {hint === undefined ? null : <p class="govuk-hint">{hint}</p>}
      {fields.map((name) => (
        <ApplicationInput
          name={name}
          view={view}
          values={values}
          options={options}
          shown={shown}
          organisation={false}
          words={fieldWords[name]}
        />
      ))}
    </Card>
  );
}
