import type { LetterRefusal } from "../../../functions/letter/letter.turn.ts";
import { Button } from "../../components/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";

export interface LetterClosedProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  letter: LetterChoice | undefined;
  refusal: LetterRefusal;
}

/** Why the case is not ready for a letter, and what has to happen first. */
export function LetterClosedPage({ view, person, reference, letter, refusal }: LetterClosedProps) {
  const { lang } = view;
  const { making, refusals } = letterDeskCopy(lang);
  const title = making.closed(letter === undefined ? "" : titleOf(letter, lang));
  return (
    <OfficePage view={view} title={title} person={person} current="queue">
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">{refusals[refusal]}</p>
      <Button kind="secondary" href={paths.officeCaseLetters(reference)}>
        {making.back}
      </Button>
    </OfficePage>
  );
}
