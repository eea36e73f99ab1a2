import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { UploadForm } from "../../../functions/kit/bucket.ts";
import {
  Button,
  ErrorSummary,
  FileUpload,
  Icon,
  NotificationBanner,
  StepsProgress,
} from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatBytes } from "../../words.ts";
import { showApplicationErrors } from "./errors.ts";

/** The form that posts a file straight to the bucket, and where the browser is to go afterwards. */
export interface UploadOffer {
  form: UploadForm;
  next: string;
  accept: string;
  maxBytes: number;
}

export interface AttachmentsProps {
  view: View;
  step: { at: number; of: number };
  files: readonly CaseFile[];
  /** What the last upload came to: a code; `received` and `removed` are good news. */
  notice?: string | undefined;
  /** Left out when no more files can be added. */
  offer?: UploadOffer | undefined;
  back: string;
}

export function AttachmentsPage({ view, step, files, notice, offer, back }: AttachmentsProps) {
  const words = copy(view.lang);
  const { attachments } = disclosureCopy(view.lang);
  const good = notice === "received" || notice === "removed";
  const errors = notice === undefined || good ? [] : [{ field: "file", code: notice }];
  const shown = showApplicationErrors(errors, view.lang, false);
  const summary = offer ? shown.summary : shown.summary.map(({ text }) => ({ text, href: "#files" }));
  return (
    <Page
      view={view}
      title={`${attachments.title} - ${disclosureCopy(view.lang).title}`}
      error={shown.any}
      back={back}
      task
    >
      <StepsProgress {...step} text={words.common.step(step.at, step.of)} />
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={summary} /> : null}
      {good ? (
        <NotificationBanner title={words.common.success} kind="success" text={attachments[notice]} />
      ) : null}
      <h1 class="govuk-heading-l">{attachments.title}</h1>
      <p class="muted">{attachments.hint}</p>
      {files.length > 0 ? (
        <Files
          view={view}
          files={files}
          title={attachments.list(files.length)}
          remove={paths.disclosureRemoveFile()}
        />
      ) : null}
      {offer ? (
        <Upload view={view} offer={offer} error={shown.at("file")} />
      ) : (
        <p class="govuk-inset-text">{attachments.full}</p>
      )}
      <form method="post" action={paths.disclosureApply("attachments")} class="next">
        <Button kind={offer && files.length === 0 ? "primary" : undefined}>{attachments.none}</Button>
      </form>
    </Page>
  );
}

interface FilesProps {
  view: View;
  files: readonly CaseFile[];
  /** What the list is called. */
  title: string;
  /** Where taking one off is posted to. */
  remove: string;
}

/** What was uploaded, each with its button to take it off again. */
export function Files({ view, files, title, remove }: FilesProps) {
  const words = disclosureCopy(view.lang).attachments;
  return (
    <section id="files" tabindex={-1}>
      <h2 class="govuk-heading-s">{title}</h2>
      <ul class="files">
        {files.map((file) => (
          <li class="files__item">
            <Icon name="file" />
            <span class="files__name">
              <bdi>{file.name}</bdi>
              <span class="muted files__facts">
                {" "}
                {file.kind.toUpperCase()}, {formatBytes(file.sizeBytes)}
              </span>
            </span>
            <form method="post" action={remove}>
              <button class="files__remove" type="submit" name="file" value={file.id}>
                {words.remove}
                <span class="govuk-visually-hidden"> {file.name}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
    </section>
  );
}

export interface UploadProps {
  view: View;
  offer: UploadOffer;
  error: ReturnType<ReturnType<typeof showApplicationErrors>["at"]>;
}

/** Without a script it is a plain form to the bucket, which sends the browser back; with one it shows its progress. */
export function Upload({ view, offer, error }: UploadProps) {
  const { common } = copy(view.lang);
  const disclosure = disclosureCopy(view.lang);
  const words = disclosure.attachments;
  return (
    <form
      class="upload card"
      method="post"
      action={offer.form.url}
      enctype="multipart/form-data"
      data-upload="at-once"
      data-next={offer.next}
      data-uploading={common.uploading}
      data-uploaded={common.uploaded}
      data-failed={common.uploadFailed}
      data-max={String(offer.maxBytes)}
      data-too-large={disclosure.errors.file_too_large}
    >
      {Object.entries(offer.form.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FileUpload
        name="file"
        label={words.choose}
        labelSize="s"
        hint={
          <>
            {words.limits}
            <span class="js-only">{words.atOnce}</span>
          </>
        }
        accept={offer.accept}
        error={error}
        required
      />
      <Button kind="secondary" class="upload__button">
        <Icon name="upload" />
        {words.upload}
      </Button>
    </form>
  );
}
