import type { UploadForm } from "../../functions/kit/bucket.ts";
import type { ButtonProps } from "../components/button.tsx";
import { Button } from "../components/button.tsx";
import type { FileUploadProps } from "../components/file-upload.tsx";
import { FileUpload } from "../components/file-upload.tsx";
import { Icon } from "../components/icon.tsx";
import { copy } from "../copy/index.ts";
import type { Language } from "../view.ts";

/** The form that posts a file straight to the bucket, and where the browser is to go afterwards. */
export interface UploadOffer {
  form: UploadForm;
  next: string;
  accept: string;
  maxBytes: number;
}

export interface BucketUploadProps {
  offer: UploadOffer;
  lang: Language;
  words: { label: string; hint: FileUploadProps["hint"]; button: string; tooLarge: string | undefined };
  error: FileUploadProps["error"];
  kind?: ButtonProps["kind"];
  /** With a script the file goes as soon as it is chosen. */
  atOnce?: boolean;
}

/** Without a script it is a plain form to the bucket, which sends the browser back; with one it shows its progress. */
export function BucketUpload({ offer, lang, words, error, kind, atOnce }: BucketUploadProps) {
  const { common } = copy(lang);
  return (
    <form
      class="upload card"
      method="post"
      action={offer.form.url}
      enctype="multipart/form-data"
      data-upload={atOnce ? "at-once" : ""}
      data-next={offer.next}
      data-uploading={common.uploading}
      data-uploaded={common.uploaded}
      data-failed={common.uploadFailed}
      data-max={String(offer.maxBytes)}
      data-too-large={words.tooLarge}
    >
      {Object.entries(offer.form.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FileUpload
        name="file"
        label={words.label}
        labelSize="s"
        hint={words.hint}
        accept={offer.accept}
        error={error}
        required
      />
      <Button kind={kind} class="upload__button">
        <Icon name="upload" />
        {words.button}
      </Button>
    </form>
  );
}
