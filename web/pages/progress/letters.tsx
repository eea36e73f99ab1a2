import type { ReceivedLetter } from "../../../functions/letter/letter.applicant.service.ts";
import { Card, Icon } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { dayOf, formatDay } from "../../words.ts";

/** What the office has issued to the applicant, each to be opened. */
export function LettersCard({ letters, lang }: { letters: readonly ReceivedLetter[]; lang: Language }) {
  if (letters.length === 0) return null;
  const words = progressCopy(lang).letters;
  return (
    <Card title={words.title}>
      <ul class="links">
        {letters.map(({ letter, definition }) => (
          <li>
            <a class="links__link" href={paths.progressLetter(letter.reference, letter.number)}>
              <span>
                {definition.title[lang]}{" "}
                <span class="muted number">{words.number(letter.number, letter.word ?? "")}</span>{" "}
                <span class="muted">{formatDay(dayOf(letter.at), lang)}</span>
              </span>
              <Icon name="file" />
            </a>
          </li>
        ))}
      </ul>
    </Card>
  );
}
