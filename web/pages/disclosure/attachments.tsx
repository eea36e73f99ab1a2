import { disclosureCopy } from "../../copy/disclosure.ts";
import { paths } from "../../paths.ts";
import type { FilesStepProps } from "../apply/files.tsx";
import { FilesFrame } from "../apply/files.tsx";
import { showApplicationErrors } from "./errors.ts";

export function AttachmentsPage(props: FilesStepProps) {
  const { view, files, offer } = props;
  const { attachments, title } = disclosureCopy(view.lang);
  return (
    <FilesFrame
      {...props}
      form={title}
      words={{
        title: attachments.title,
        hint: attachments.hint,
        list: attachments.list(files.length),
        next: attachments.none,
      }}
      showErrors={(errors) => showApplicationErrors(errors, view.lang, false)}
      action={paths.disclosureApply("attachments")}
      remove={paths.disclosureRemoveFile()}
      primary={offer !== undefined && files.length === 0}
    />
  );
}
