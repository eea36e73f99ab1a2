import type { Progress } from "../../../functions/progress/progress.ts";
import { Button, ButtonGroup, SummaryList } from "../../components/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatReference } from "../../words.ts";

export interface WithdrawProps {
  view: View;
  progress: Progress;
  /** Marks this one act, so that tapping twice does one thing; absent when it is too late to withdraw. */
  token?: string | undefined;
  phone?: string | undefined;
}

/** Asks once, in words that name the consequence; or says that the answer was first. */
export function WithdrawPage({ view, progress, token, phone }: WithdrawProps) {
  const { withdraw, ...words } = progressCopy(view.lang);
  const back = paths.progressCase(progress.reference);
  if (token === undefined)
    return (
      <Page view={view} title={withdraw.lateTitle} current="progress" phone={phone}>
        <h1 class="govuk-heading-l">{withdraw.lateTitle}</h1>
        <p class="govuk-body">{withdraw.lateLine}</p>
        <Button href={back}>{withdraw.late}</Button>
      </Page>
    );
  return (
    <Page view={view} title={withdraw.title} back={back} current="progress" phone={phone}>
      <h1 class="govuk-heading-l">{withdraw.title}</h1>
      <SummaryList
        rows={[
          { key: words.number, value: <span class="number">{formatReference(progress.reference)}</span> },
          { key: words.request, value: progress.title },
        ]}
      />
      <ul class="govuk-list govuk-list--bullet">
        {withdraw.lines.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <form method="post" action={paths.progressWithdraw(progress.reference)}>
        <input type="hidden" name="token" value={token} />
        <ButtonGroup>
          <Button kind="warning" preventDoubleClick>
            {withdraw.button}
          </Button>
          <a class="govuk-link" href={back}>
            {withdraw.keep}
          </a>
        </ButtonGroup>
      </form>
    </Page>
  );
}
