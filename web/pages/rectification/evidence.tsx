import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import { Button, ErrorSummary, NotificationBanner, StepsProgress } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { rectificationCopy } from "../../copy/rectification.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { UploadOffer } from "../disclosure/attachments.tsx";
import { Files, Upload } from "../disclosure/attachments.tsx";
import { showRectificationErrors } from "./errors.ts";

export interface EvidenceProps {
  view: View;
  step: { at: number; of: number };
  files: readonly CaseFile[];
  /** What the last upload came to: a code; `received` and `removed` are good news. */
  notice?: string | undefined;
  /** Left out when no more files can be added. */
  offer?: UploadOffer | undefined;
  back: string;
}

/** Art. 41 asks for evidence; a request without it is taken all the same, and the page says what that means. */
export function EvidencePage({ view, step, files, notice, offer, back }: EvidenceProps) {
  const words = copy(view.lang);
  const own = rectificationCopy(view.lang);
  const { attachments } = disclosureCopy(view.lang);
  const good = notice === "received" || notice === "removed";
  const errors = notice === undefined || good ? [] : [{ field: "file", code: notice }];
  const shown = showRectificationErrors(errors, view.lang, false);
  const summary = offer ? shown.summary : shown.summary.map(({ text }) => ({ text, href: "#files" }));
  return (
    <Page view={view} title={`${own.evidence.title} - ${own.title}`} error={shown.any} back={back} task>
      <StepsProgress {...step} text={words.common.step(step.at, step.of)} />
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={summary} /> : null}
      {good ? (
        <NotificationBanner title={words.common.success} kind="success" text={attachments[notice]} />
      ) : null}
      <h1 class="govuk-heading-l">{own.evidence.title}</h1>
      <p class="muted">{own.evidence.hint}</p>
      {files.length > 0 ? (
        <Files
          view={view}
          files={files}
          title={own.evidence.list(files.length)}
          remove={paths.rectificationRemoveFile()}
        />
      ) : null}
      {offer ? (
        <Upload view={view} offer={offer} error={shown.at("file")} />
      ) : (
        <p class="govuk-inset-text">{attachments.full}</p>
      )}
      <form method="post" action={paths.rectificationApply("evidence")} class="next">
        <Button>{own.evidence.next}</Button>
      </form>
    </Page>
  );
}
