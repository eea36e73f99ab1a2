import type { Progress } from "../../../functions/progress/progress.ts";
import type { FieldErrors } from "../../components/index.ts";
import { Button, ErrorSummary, InsetText, showErrors, Textarea } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";

export interface ReasonsProps {
  view: View;
  progress: Progress;
  typed: string;
  errors: FieldErrors;
  /** Marks this one act, so that tapping twice does one thing. */
  token: string;
}

/** The reasons that the unit asks for (Art. 35); the only place where anybody is asked why. */
export function ReasonsPage({ view, progress, typed, errors, token }: ReasonsProps) {
  const words = copy(view.lang);
  const { reasons: own } = progressCopy(view.lang);
  const shown = showErrors(errors, { copy: words, labels: {}, sentences: own.errors });
  return (
    <Page
      view={view}
      title={own.title}
      back={paths.progressCase(progress.reference)}
      current="progress"
      error={shown.any}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.lead}</p>
      {progress.reasons ? (
        <InsetText>
          <strong>{own.until(formatDay(progress.reasons.until, view.lang))}</strong>
          <p class="govuk-body typed-text">{progress.reasons.why}</p>
        </InsetText>
      ) : null}
      <form method="post" action={paths.progressReasons(progress.reference)} novalidate>
        <input type="hidden" name="token" value={token} />
        <Textarea
          name="reasons"
          label={own.label}
          labelSize="s"
          hint={own.hint}
          rows={8}
          value={typed}
          error={shown.at("reasons")}
        />
        <Button preventDoubleClick>{own.button}</Button>
      </form>
    </Page>
  );
}
