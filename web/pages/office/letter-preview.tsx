import type { ReadBlock } from "../../../functions/letter/letter.reading.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { LetterSheet } from "./letter-sheet.tsx";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";
import { WayBack } from "./way-back.tsx";

export interface LetterPreviewPageProps {
  view: View;
  person: { name: string; unit: string };
  letter: LetterChoice;
  blocks: readonly ReadBlock[];
}

/** A template, filled with a request that does not exist. */
export function LetterPreviewPage({ view, person, letter, blocks }: LetterPreviewPageProps) {
  const { office } = letterDeskCopy(view.lang);
  const title = office.previewTitle(titleOf(letter, view.lang));
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="letters"
      before={<WayBack lang={view.lang} href={paths.officeLetters()} text={office.back} />}
    >
      <h1 class="govuk-heading-l no-print">{title}</h1>
      <p class="muted no-print">{office.sample}</p>
      <LetterSheet blocks={blocks} />
    </OfficePage>
  );
}
