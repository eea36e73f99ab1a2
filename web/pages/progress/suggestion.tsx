import type { Progress } from "../../../functions/progress/progress.ts";
import { Button, Card } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";

interface SuggestionProps {
  progress: Progress;
  lang: Language;
  /** It was just suggested. */
  suggested: boolean;
}

/** Art. 44(2): whoever was given something may suggest that everybody read it. */
export function SuggestionCard({ progress, lang, suggested }: SuggestionProps) {
  const effect = progress.answer?.outcome?.effect;
  if (effect !== "disclosed" && effect !== "partly_disclosed") return null;
  const words = progressCopy(lang).suggestion;
  return (
    <Card title={words.title} class="no-print">
      {suggested ? (
        <p class="govuk-body" role="status">
          {words.done}
        </p>
      ) : (
        <form method="post" action={paths.progressSuggestion(progress.reference)}>
          <p class="govuk-body">{words.text}</p>
          <Button kind="secondary" preventDoubleClick>
            {words.button}
          </Button>
        </form>
      )}
    </Card>
  );
}
