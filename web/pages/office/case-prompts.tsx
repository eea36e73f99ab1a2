import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import type { Content } from "../../components/index.ts";
import { Button, Card } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";

/** What somebody asks of this very person, and what is still lacking; undefined when nothing is. */
export function promptOf(lang: Language, record: OfficeView, letter: LetterChoice | undefined): Content {
  const asked = record.actions.includes("extend") && record.head.extensionAsk !== undefined;
  if (!asked && letter === undefined) return undefined;
  return (
    <>
      {asked ? <ExtensionPrompt lang={lang} record={record} /> : null}
      {letter ? <LetterPrompt lang={lang} reference={record.head.reference} letter={letter} /> : null}
    </>
  );
}

function ExtensionPrompt({ lang, record: { head } }: { lang: Language; record: OfficeView }) {
  const { acts, asked } = officeCopy(lang).aside;
  const { extensionAsk, reference } = head;
  if (extensionAsk === undefined) return null;
  return (
    <Card title={acts.extend.title} headingLevel={3}>
      <p class="govuk-body">{asked.extension(extensionAsk.by.name, extensionAsk.workingDays)}</p>
      <p class="govuk-body typed-text">{extensionAsk.reason}</p>
      <Button href={paths.officeAct(reference, "extend")}>{acts.extend.title}</Button>
    </Card>
  );
}

interface LetterPromptProps {
  lang: Language;
  reference: string;
  letter: LetterChoice;
}

export function LetterPrompt({ lang, reference, letter }: LetterPromptProps) {
  const words = letterDeskCopy(lang).lacking;
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text(titleOf(letter, lang))}</p>
      <Button href={paths.officeNewLetter(reference, letter.kind)}>{words.button}</Button>
    </Card>
  );
}
