import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { ShownErrors } from "../../components/index.ts";
import { Button, ErrorSummary, NotificationBanner, StepsProgress } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import type { UploadOffer } from "../upload.tsx";
import type { StepFrame } from "./question.tsx";
import { Files, Upload } from "./upload.tsx";

/** What a page of files is given, whatever form it belongs to. */
export interface FilesStepProps extends StepFrame {
  files: readonly CaseFile[];
  /** What the last upload came to: a code; `received` and `removed` are good news. */
  notice?: string | undefined;
  /** Left out when no more files can be added. */
  offer?: UploadOffer | undefined;
}

export interface FilesFrameProps extends FilesStepProps {
  /** What the whole form is called. */
  form: string;
  words: { title: string; hint: string; list: string; next: string };
  showErrors: (codes: readonly { field: string; code: string }[]) => ShownErrors;
  action: string;
  /** Where taking one off is posted to. */
  remove: string;
  /** Going on without a file is what the page itself offers first. */
  primary: boolean;
}

/** The step of the files: what the last upload came to, what there is, one more, and the way on. */
export function FilesFrame(props: FilesFrameProps) {
  const { view, step, files, notice, offer, words } = props;
  const { common } = copy(view.lang);
  const { attachments } = disclosureCopy(view.lang);
  const good = notice === "received" || notice === "removed";
  const shown = props.showErrors(notice === undefined || good ? [] : [{ field: "file", code: notice }]);
  const summary = offer ? shown.summary : shown.summary.map(({ text }) => ({ text, href: "#files" }));
  return (
    <Page view={view} title={`${words.title} - ${props.form}`} error={shown.any} back={props.back} task>
      <StepsProgress {...step} text={common.step(step.at, step.of)} />
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={summary} /> : null}
      {good ? <NotificationBanner title={common.success} kind="success" text={attachments[notice]} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="muted">{words.hint}</p>
      {files.length > 0 ? <Files view={view} files={files} title={words.list} remove={props.remove} /> : null}
      {offer ? (
        <Upload view={view} offer={offer} error={shown.at("file")} />
      ) : (
        <p class="govuk-inset-text">{attachments.full}</p>
      )}
      <form method="post" action={props.action} class="next">
        <Button kind={props.primary ? "primary" : undefined}>{words.next}</Button>
      </form>
    </Page>
  );
}
