import type { RectificationField } from "../../../../functions/rectification/rectification.form.ts";
import type { RectificationReceipt } from "../../../../functions/rectification/rectification.service.ts";
import type { FieldErrors, ShownErrors } from "../../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Card,
  DateInput,
  ErrorSummary,
  PrintButton,
  Radios,
  SummaryList,
} from "../../../components/index.ts";
import { disclosureCopy } from "../../../copy/disclosure.ts";
import { copy } from "../../../copy/index.ts";
import { intakeCopy } from "../../../copy/office-intake.ts";
import { queueCopy } from "../../../copy/office-queue.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { rectificationCopy } from "../../../copy/rectification.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { Numbers } from "../../../layout/receipt.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import type { Values } from "../../disclosure/fields.tsx";
import { textAt } from "../../disclosure/fields.tsx";
import { RectificationInput } from "../../rectification/fields.tsx";
import { Due } from "../../rectification/receipt.tsx";
import { WayBack } from "../way-back.tsx";
import { showOfficeErrors } from "./shared.tsx";

export interface RectificationEntryProps {
  view: View;
  person: { name: string; unit: string };
  channels: readonly ("in_person" | "oral" | "registered_mail" | "ordinary_mail" | "fax")[];
  values: Values;
  errors: FieldErrors;
  /** Marks this one sending, so that pressing twice makes one case. */
  sending: string;
}

const parts: readonly {
  readonly title: "person" | "record" | "contact";
  readonly fields: readonly RectificationField[];
}[] = [
  {
    title: "person",
    fields: ["applicantKind", "name", "legalRepresentative", "contactName", "identityKind", "identityNumber"],
  },
  { title: "record", fields: ["record", "wrong", "right"] },
  { title: "contact", fields: ["phone", "email", "address", "postcode"] },
];

/** All of it on one page, for a clerk with a letter, or with somebody at the counter. */
export function RectificationEntryPage(props: RectificationEntryProps) {
  const { view, person, values, errors, sending } = props;
  const { common } = copy(view.lang);
  const words = officeRectificationCopy(view.lang).entry;
  const { choices } = disclosureCopy(view.lang);
  const kind = textAt(values, "applicantKind");
  const shown = showOfficeErrors(errors, view.lang, kind !== "" && kind !== "person");
  const first = `#arrivedOn-${view.lang === "zh" ? "year" : "day"}`;
  const summary = shown.summary.map((each) => ({
    ...each,
    href: each.href === "#arrivedOn" ? first : each.href,
  }));
  const options = {
    applicantKind: Object.keys(choices.applicantKind),
    identityKind: Object.keys(choices.identityKind),
    ...{ form: [], route: [], unit: [] },
  };
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.office()} text={queueCopy(view.lang).search.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={summary} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form method="post" action={paths.officeRectificationEntry()} class="proposal" novalidate>
        <input type="hidden" name="sending" value={sending} />
        <Arrival {...props} shown={shown} />
        {parts.map(({ title, fields }) => (
          <Card title={words[title]}>
            {title === "contact" ? <p class="govuk-hint">{words.contactHint}</p> : null}
            {fields.map((name) => (
              <RectificationInput {...{ name, view, values, options, shown }} organisation={false} />
            ))}
          </Card>
        ))}
        <Button preventDoubleClick>{words.button}</Button>
      </form>
    </OfficePage>
  );
}

function Arrival({
  view: { lang },
  channels,
  values,
  shown,
}: RectificationEntryProps & { shown: ShownErrors }) {
  const { common } = copy(lang);
  const words = officeRectificationCopy(lang).entry;
  const names = intakeCopy(lang).channels;
  const boxes = (["year", "month", "day"] as const).map((name) => ({
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
        items={channels.map((value) => ({ value, label: names[value] }))}
        value={textAt(values, "channel")}
        error={shown.at("channel")}
      />
      <DateInput
        id="arrivedOn"
        namePrefix="arrivedOn"
        legend={{ text: words.arrived, size: "s" }}
        hint={words.arrivedHint}
        parts={lang === "zh" ? boxes : boxes.toReversed()}
        error={shown.at("arrivedOn")}
      />
    </Card>
  );
}

export interface RectificationEntryReceiptProps {
  view: View;
  person: { name: string; unit: string };
  unit: string;
  receipt: RectificationReceipt;
}

/** What the applicant takes along. */
export function RectificationEntryReceiptPage(props: RectificationEntryReceiptProps) {
  const { view, person, unit, receipt } = props;
  const { lang } = view;
  const words = officeRectificationCopy(lang);
  const own = rectificationCopy(lang);
  const shared = disclosureCopy(lang).receipt;
  const { reference } = receipt;
  return (
    <OfficePage
      view={view}
      title={own.receipt.document}
      person={person}
      current="queue"
      before={<WayBack lang={lang} href={paths.officeCase(reference)} text={words.scans.back} />}
    >
      <h1 class="govuk-heading-l">{own.receipt.document}</h1>
      <p class="govuk-body no-print">{words.entry.receipt}</p>
      <section class="card" aria-label={own.receipt.document}>
        <Numbers receipt={receipt} words={disclosureCopy(lang).receipt} lang={lang} />
        <SummaryList
          rows={[
            { key: own.receipt.unit, value: unit },
            { key: own.fields.record.short, value: receipt.title },
            { key: shared.submittedAt, value: formatInstant(receipt.submittedAt, lang) },
          ]}
        />
        <Due receipt={receipt} lang={lang} />
        {receipt.opensByPhone ? null : <p class="govuk-body">{intakeCopy(lang).receipt.codeOnly}</p>}
      </section>
      <ButtonGroup>
        <PrintButton text={shared.print} />
        <Button kind="secondary" href={paths.officeRectificationScans(reference)}>
          {words.scan}
        </Button>
      </ButtonGroup>
    </OfficePage>
  );
}
