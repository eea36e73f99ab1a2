import type { ReceivedLetter } from "../../../functions/letter/letter.applicant.service.ts";
import type { ReadBlock } from "../../../functions/letter/letter.reading.ts";
import { Button, ButtonGroup, PrintButton, WarningText } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { LetterSheet } from "../office/letter-sheet.tsx";

/** A letter as it was issued: to read, to print, to download. */
export function ReceivedLetterPage({
  view,
  letter,
  definition,
  blocks,
  isWhole,
}: ReceivedLetter & { view: View; isWhole: boolean; blocks: readonly ReadBlock[] }) {
  const { lang } = view;
  const { common } = copy(lang);
  const progress = progressCopy(lang);
  const words = progress.letters;
  const title = `${definition.title[lang]} ${words.number(letter.number, letter.word ?? "")}`;
  return (
    <Page view={view} title={title} current="progress" back={paths.progressCase(letter.reference)}>
      <h1 class="govuk-heading-l no-print">{title}</h1>
      {isWhole ? null : <WarningText prefix={common.warning}>{words.broken}</WarningText>}
      <LetterSheet blocks={blocks} />
      <div class="no-print">
        <ButtonGroup>
          <PrintButton text={common.print} />
          <Button kind="secondary" href={paths.progressLetterFile(letter.reference, letter.number)}>
            {words.download}
          </Button>
        </ButtonGroup>
        <p class="muted">{progress.answer.wechat}</p>
      </div>
    </Page>
  );
}
