import type { Content } from "../components/index.ts";
import { Button, Card, Copyable, Panel, PrintButton, Qr, WarningText } from "../components/index.ts";
import { copy } from "../copy/index.ts";
import { paths } from "../paths.ts";
import type { Language, View } from "../view.ts";
import { formatReference } from "../words.ts";
import { Page } from "./page.tsx";

export interface ReceiptNumbers {
  reference: string;
  queryCode: string;
}

export interface ReceiptProps {
  view: View;
  receipt: ReceiptNumbers;
  /** What was handed in, for the title of the window. */
  of: string;
  words: {
    title: string;
    document: string;
    reference: string;
    queryCode: string;
    keep: string;
    save?: string | undefined;
    progress: string;
    qr: string;
    print: string;
  };
  lead: string;
  /** The telephone of the unit. */
  phone: string;
  /** The address under which it can be followed, as a QR code; it holds the number and never the code. */
  qr: readonly (readonly boolean[])[];
  /** What must be said before anything else. */
  before?: Content;
  /** When there is an answer, what was handed in, what comes next: cards. */
  children: Content;
  /** Where else one may go. */
  more?: Content;
}

/** What everybody gets who hands something in: a small document that can be printed, photographed and read out. */
export function Receipt({ view, receipt, of, words, lead, phone, qr, before, children, more }: ReceiptProps) {
  const { common } = copy(view.lang);
  return (
    <Page view={view} title={`${words.title} - ${of}`} current="progress" phone={phone}>
      {before}
      <p class="only-print">
        {view.government[view.lang]} {words.document}
      </p>
      <Panel title={words.title}>{lead}</Panel>
      <section class="card" aria-label={words.document}>
        <Numbers receipt={receipt} words={words} lang={view.lang} />
        <WarningText prefix={common.warning}>{words.keep}</WarningText>
        {words.save ? <p class="muted no-print">{words.save}</p> : null}
      </section>
      {children}
      <Card title={words.progress}>
        <div class="receipt__qr">
          <Qr modules={qr} label={words.qr} />
          <p class="muted">{words.qr}</p>
        </div>
      </Card>
      <div class="govuk-button-group">
        <Button href={paths.progress(receipt.reference)}>{words.progress}</Button>
        <PrintButton text={words.print} />
        {more}
      </div>
    </Page>
  );
}

interface NumbersProps {
  receipt: ReceiptNumbers;
  words: { reference: string; queryCode: string };
  lang: Language;
}

/** The number and the query code, each to be copied by one tap. */
export function Numbers({ receipt, words, lang }: NumbersProps) {
  const { common } = copy(lang);
  return (
    <>
      {(["reference", "queryCode"] as const).map((name) => (
        <div class={name === "reference" ? "receipt__number" : "receipt__code"}>
          <Copyable
            label={words[name]}
            shown={formatReference(receipt[name])}
            value={receipt[name]}
            words={common}
          />
        </div>
      ))}
    </>
  );
}
