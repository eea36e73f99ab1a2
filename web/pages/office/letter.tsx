import type { InformationRoute } from "../../../functions/disclosure/disclosure.route.ts";
import type { ReadBlock } from "../../../functions/letter/letter.reading.ts";
import type { Letter } from "../../../functions/letter/letter.store.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Card,
  DateInput,
  ErrorSummary,
  Input,
  PrintButton,
  Select,
  showErrors,
  WarningText,
} from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { nameOf } from "./case-events.tsx";
import { LetterSheet } from "./letter-sheet.tsx";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";
import { wordFor } from "./queue-table.tsx";
import { WayBack } from "./way-back.tsx";

export interface LetterPageProps {
  view: View;
  person: { name: string; unit: string };
  letter: Letter;
  definition: LetterChoice | undefined;
  blocks: readonly ReadBlock[];
  /** Whether the file is still the one on record. */
  isWhole: boolean;
  mayServe: boolean;
  /** Those a person notes. */
  routes: readonly string[];
  /** How the applicant wishes to be given the information; undefined where the letter is for somebody else. */
  chosen: InformationRoute | undefined;
  values: Readonly<Record<string, string>>;
  errors?: FieldErrors | undefined;
}

/** A letter as it was issued: to read, to print, to download, and how it was served. */
export function LetterPage(props: LetterPageProps) {
  const { view, person, letter, definition, blocks, isWhole, errors = [] } = props;
  const { lang } = view;
  const words = copy(lang);
  const { reading, number, errors: sentences } = letterDeskCopy(lang);
  const { reference } = letter;
  const title = `${definition === undefined ? letter.kind : titleOf(definition, lang)} ${number(letter.number, letter.word ?? "")}`;
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const first = lang === "zh" ? "on-year" : "on-day";
  const summary = shown.summary.map((each) => (each.href === "#on" ? { ...each, href: `#${first}` } : each));
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={lang} href={paths.officeCaseLetters(reference)} text={reading.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={summary} /> : null}
      <h1 class="govuk-heading-l no-print">{title}</h1>
      {isWhole ? null : <WarningText prefix={words.common.warning}>{reading.broken}</WarningText>}
      <LetterSheet blocks={blocks} />
      <div class="no-print">
        <ButtonGroup>
          <Button href={paths.officeLetterFile(reference, letter.number)}>{reading.docx}</Button>
          <PrintButton text={reading.print} />
        </ButtonGroup>
        <p class="muted">
          {isWhole ? `${reading.whole} · ` : null}
          {reading.hash} <span class="number letter__hash">{letter.sha256}</span>
        </p>
        <Served {...props} />
      </div>
    </OfficePage>
  );
}

function Served(props: LetterPageProps) {
  const { view, letter, mayServe } = props;
  const { reading } = letterDeskCopy(view.lang);
  return (
    <Card title={reading.serviceTitle}>
      {letter.served.length === 0 ? <p class="muted">{reading.serviceNone}</p> : null}
      <ul class="govuk-list">
        {letter.served.map(({ route, on, note, by }) => (
          <li>
            {reading.serviceLine(
              wordFor(reading.routes, route),
              formatDay(on, view.lang),
              nameOf(by, view.lang),
            )}
            {note ? <span class="typed-text muted"> {note}</span> : null}
          </li>
        ))}
      </ul>
      {mayServe ? <ServeForm {...props} /> : null}
    </Card>
  );
}

function ServeForm({ view, letter, routes, chosen, values, errors = [] }: LetterPageProps) {
  const words = copy(view.lang);
  const { reading, making, errors: sentences } = letterDeskCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences });
  const { common } = words;
  const parts = [
    { name: "year", label: common.year, value: values["on-year"], width: 4 as const },
    { name: "month", label: common.month, value: values["on-month"], width: 2 as const },
    { name: "day", label: common.day, value: values["on-day"], width: 2 as const },
  ];
  const route = chosen === undefined ? "" : (disclosureCopy(view.lang).choices.route[chosen]?.label ?? "");
  return (
    <form method="post" action={paths.officeLetterServe(letter.reference, letter.number)} novalidate>
      {route === "" ? null : (
        <p class="govuk-body">
          {reading.chosen(route)} {reading.siteHint}
        </p>
      )}
      <Select
        name="route"
        label={reading.route}
        hint={reading.routeHint}
        options={[
          { value: "", text: making.choose },
          ...routes.map((value) => ({ value, text: wordFor(reading.routes, value) })),
        ]}
        value={values.route}
        error={shown.at("route")}
      />
      <DateInput
        id="on"
        namePrefix="on"
        legend={{ text: reading.on }}
        parts={view.lang === "zh" ? parts : parts.toReversed()}
        error={shown.at("on")}
      />
      <Input
        name="note"
        label={reading.note}
        hint={reading.noteHint}
        value={values.note}
        error={shown.at("note")}
      />
      <Button kind="secondary" preventDoubleClick>
        {reading.serve}
      </Button>
    </form>
  );
}
