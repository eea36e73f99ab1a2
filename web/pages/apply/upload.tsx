import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { ShownErrors } from "../../components/index.ts";

import { disclosureCopy } from "../../copy/disclosure.ts";
import type { View } from "../../view.ts";
import { FileName } from "../file-name.tsx";
import type { UploadOffer } from "../upload.tsx";
import { BucketUpload } from "../upload.tsx";

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
            <FileName file={file} />
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

/** The upload of an application's files: at once where a script can show how it goes. */
export function Upload({ view, offer, error }: UploadProps) {
  const { attachments: words, errors } = disclosureCopy(view.lang);
  const hint = (
    <>
      {words.limits}
      <span class="js-only">{words.atOnce}</span>
    </>
  );
  return (
    <BucketUpload
      offer={offer}
      lang={view.lang}
      words={{ label: words.choose, hint, button: words.upload, tooLarge: errors.file_too_large }}
      error={error}
      kind="secondary"
      atOnce
    />
  );
}
