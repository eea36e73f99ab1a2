import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { importCopy } from "../../copy/office-import.ts";
import type { Language } from "../../view.ts";

export interface ImportRunningProps {
  lang: Language;
  done: number;
  all: number;
  action: string;
  /** What to do while it runs, for who may go on with it; to everybody else `other` is said. */
  mine: boolean;
  text: string;
  other: string;
}

/** With a script the next slice begins by itself; without one the button begins it. */
export function ImportRunning({ lang, done, all, action, mine, text, other }: ImportRunningProps) {
  const words = importCopy(lang).run;
  return (
    <Card title={words.title} id="act">
      <p class="govuk-body" role="status">
        {words.progress(done.toLocaleString("en"), all.toLocaleString("en"))}
      </p>
      <progress class="upload__bar" max={all} value={done} aria-label={words.title} />
      {mine ? (
        <form method="post" action={action} data-go-on="">
          <input type="hidden" name="action" value="go_on" />
          <p class="govuk-body">{text}</p>
          <Button>{words.button}</Button>
        </form>
      ) : (
        <p class="govuk-body">{other}</p>
      )}
    </Card>
  );
}
