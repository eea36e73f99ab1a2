import type { Aside, AsideAction } from "../../../functions/disclosure/disclosure.aside.ts";
import type { DisclosureHead } from "../../../functions/disclosure/disclosure.case.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import type { Told } from "../../../functions/office/aside.preview.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Checkboxes,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  SummaryList,
  showErrors,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatDay, formatReference } from "../../words.ts";
import { AsideFieldInput, errorTarget } from "./aside-field.tsx";
import { ToldBeforehand } from "./aside-told.tsx";
import type { Stamp } from "./case-form.tsx";
import { lawSentences } from "./law-words.ts";
import { WayBack } from "./way-back.tsx";

export interface AsidePageProps {
  view: View;
  person: { name: string; unit: string };
  record: OfficeView;
  aside: Aside & { readonly action: AsideAction };
  values: Readonly<Record<string, string>>;
  errors: FieldErrors;
  /** The other units of the counter. */
  units: readonly { code: string; name: string }[];
  /** Somebody else has acted on the case meanwhile. */
  changed: boolean;
  /** What would be told, to be looked at before. */
  told?: Told | undefined;
  stamp: Stamp;
}

/** One act beside the main way: what the law says of it, what it needs, and its one button. */
export function AsidePage(props: AsidePageProps) {
  const { view, person, record, aside, values, errors, changed, told, stamp, units } = props;
  const { head } = record;
  const { lang } = view;
  const { common } = copy(lang);
  const office = officeCopy(lang);
  const words = office.aside.acts[aside.action];
  const shown = shownErrors(props);
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={errors.length > 0}
      before={<WayBack lang={lang} href={paths.officeCase(head.reference)} text={office.aside.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {changed ? (
        <NotificationBanner title={common.important} text={office.aside.changed} role="alert" />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.text}</p>
      <About head={head} action={aside.action} lang={lang} />
      <form
        method="post"
        action={paths.officeAct(head.reference, aside.action)}
        class="proposal act__form"
        novalidate
      >
        <input type="hidden" name="version" value={String(stamp.version)} />
        <input type="hidden" name="command" value={stamp.command} />
        {told ? (
          <ToldBeforehand lang={lang} told={told} values={values} />
        ) : (
          aside.fields.map((field) => (
            <AsideFieldInput
              lang={lang}
              field={field}
              words={fieldWords(aside.action, field.name, lang)}
              values={values}
              error={shown.at(field.name)}
              consultations={waiting(record)}
              units={units}
            />
          ))
        )}
        {aside.ticked && (told || !aside.previewed) ? (
          <Checkboxes
            name="tick"
            class="govuk-checkboxes--small"
            items={[{ value: "yes", label: words.tick }]}
            values={values.tick === "yes" ? ["yes"] : []}
            error={shown.at("tick")}
          />
        ) : null}
        <ButtonGroup>
          {aside.previewed && !told ? (
            <Button>{office.aside.told.preview}</Button>
          ) : (
            <Button preventDoubleClick>{words.button}</Button>
          )}
          {told ? (
            <Button kind="secondary" name="change" value="yes">
              {office.aside.told.change}
            </Button>
          ) : null}
        </ButtonGroup>
      </form>
    </OfficePage>
  );
}

const waiting = ({ consultations }: OfficeView) =>
  consultations.filter(({ answer, silentOn }) => answer === undefined && silentOn === undefined);

function fieldWords(action: AsideAction, name: string, lang: Language): { label: string; hint?: string } {
  const fields: Readonly<Record<string, { label: string; hint?: string }>> =
    officeCopy(lang).aside.acts[action].fields;
  return fields[name] ?? { label: name };
}

/** Codes such as `what.required` say the same of every field; what a law refuses has its provision behind it. */
function shownErrors({ view: { lang }, aside, errors }: AsidePageProps) {
  const words = copy(lang);
  const labels = Object.fromEntries(
    aside.fields.map(({ name }) => [name, fieldWords(aside.action, name, lang).label]),
  );
  const sentences = { ...officeCopy(lang).action.errors, ...fieldSentences(aside, labels, lang) };
  const own = { ...sentences, ...officeCopy(lang).aside.errors, ...lawSentences(errors, lang) };
  const shown = showErrors(errors, { copy: words, labels, sentences: own });
  return {
    ...shown,
    summary: shown.summary.map(({ text, href }) => ({
      text,
      href: `#${errorTarget(aside.fields, href.slice(1), lang)}`,
    })),
  };
}

/** What can be wrong with any text of an act, in the words of its label and with the length that it may have. */
function fieldSentences(aside: Aside, labels: Readonly<Record<string, string>>, lang: Language) {
  const { errors } = copy(lang);
  const office = officeCopy(lang);
  return Object.fromEntries(
    aside.fields.flatMap((field) => {
      const label = labels[field.name] ?? "";
      const most = "maxCharacters" in field ? field.maxCharacters : undefined;
      return [
        [`${field.name}.required`, errors.required(label)],
        [`${field.name}.too_long`, errors.tooLong(label, most)],
        [`${field.name}.characters`, errors.characters(label)],
        [`${field.name}.day`, office.aside.errors["day.invalid"]],
      ];
    }),
  );
}

/** The case, and what of it this act is about. */
function About({ head, action, lang }: { head: DisclosureHead; action: AsideAction; lang: Language }) {
  const { facts } = officeCopy(lang).case;
  const { asked } = officeCopy(lang).aside;
  const { extensionAsk, excess, fee } = head;
  return (
    <>
      <SummaryList
        class="dense"
        rows={[
          { key: asked.request, value: head.title },
          { key: facts.reference, value: <span class="number">{formatReference(head.reference)}</span> },
          { key: facts.due, value: formatDay(head.due.on, lang) },
        ]}
      />
      {extensionAsk && (action === "extend" || action === "refuse_extension") ? (
        <InsetText>
          <p class="govuk-body">{asked.extension(extensionAsk.by.name, extensionAsk.workingDays)}</p>
          <p class="govuk-body typed-text">{extensionAsk.reason}</p>
        </InsetText>
      ) : null}
      {excess?.reasons && action === "delay" ? (
        <InsetText>
          <p class="govuk-body">{asked.reasons}</p>
          <p class="govuk-body typed-text">{excess.reasons}</p>
        </InsetText>
      ) : null}
      {fee && (action === "record_payment" || action === "waive_fee") ? (
        <InsetText>{asked.fee(fee.feeYuan, formatDay(fee.until, lang))}</InsetText>
      ) : null}
    </>
  );
}
