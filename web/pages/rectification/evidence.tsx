import { rectificationCopy } from "../../copy/rectification.ts";
import { paths } from "../../paths.ts";
import type { FilesStepProps } from "../apply/files.tsx";
import { FilesFrame } from "../apply/files.tsx";
import { showRectificationErrors } from "./errors.ts";

/** Art. 41 asks for evidence; a request without it is taken all the same, and the page says what that means. */
export function EvidencePage(props: FilesStepProps) {
  const { view, files } = props;
  const { evidence, title } = rectificationCopy(view.lang);
  return (
    <FilesFrame
      {...props}
      form={title}
      words={{
        title: evidence.title,
        hint: evidence.hint,
        list: evidence.list(files.length),
        next: evidence.next,
      }}
      showErrors={(errors) => showRectificationErrors(errors, view.lang, false)}
      action={paths.rectificationApply("evidence")}
      remove={paths.rectificationRemoveFile()}
      primary={false}
    />
  );
}
