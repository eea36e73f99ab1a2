import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { UploadForm } from "../../../functions/kit/bucket.ts";
import type { ShownErrors } from "../../components/index.ts";
import { Button, FileUpload, Icon } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import type { View } from "../../view.ts";
import { formatBytes } from "../../words.ts";

/** The form that posts a file straight to the bucket, and where the browser is to go afterwards. */
export interface UploadOffer {
  form: UploadForm;
  next: string;
  accept: string;
  maxBytes: number;
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
  error: ReturnType<ShownErrors["at"]>;
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
