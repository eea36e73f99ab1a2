import type { CaseFile } from "../../../../functions/attachment/attachment.ts";
import { Button } from "../../../components/index.ts";
import { officeCopy } from "../../../copy/office.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { gazettePaths } from "../../../paths.gazette.ts";
import { GazetteFiles } from "../../gazette/files.tsx";
import type { ShownCheck } from "../release-check.tsx";
import { ReleaseFacts, ScannerNote } from "../release-check.tsx";
import type { OfficeGazetteProps } from "./item.tsx";

export interface ShownRelease {
  readonly checks: readonly (ShownCheck & { readonly removable: readonly string[] })[];
  readonly scanner: string | undefined;
}

/** The files of what is being written: whoever writes adds them and takes them out, whoever reviews looks at each. */
export function WorkFiles(props: OfficeGazetteProps) {
  const { view, head, actions, release } = props;
  const files = head.work?.content.files ?? [];
  const mayEdit = actions.includes("edit");
  if (files.length === 0 && !mayEdit) return null;
  const words = officeGazetteCopy(view.lang);
  return (
    <section id="files">
      <h2 class="govuk-heading-m">{words.files}</h2>
      {files.length === 0 ? null : (
        <>
          <GazetteFiles
            files={files}
            hrefOf={(file) => gazettePaths.officeFile(head.id, file.id)}
            below={(file) => <Below {...props} file={file} mayEdit={mayEdit} />}
          />
          <ScannerNote
            lang={view.lang}
            scanner={release.scanner}
            reader={mayEdit ? "uploader" : "reviewer"}
          />
        </>
      )}
      {mayEdit ? (
        <Button kind="secondary" href={gazettePaths.addFile(head.id)}>
          {words.addFile}
        </Button>
      ) : null}
    </section>
  );
}

function Below({
  view,
  head,
  release,
  file,
  mayEdit,
}: OfficeGazetteProps & { file: CaseFile; mayEdit: boolean }) {
  const check = release.checks.find((each) => each.file === file.id);
  const removable = check?.removable ?? [];
  return (
    <>
      <ReleaseFacts lang={view.lang} file={file} check={check} removable={removable} />
      {mayEdit ? (
        <>
          {removable.length === 0 ? null : (
            <FileAct
              action={gazettePaths.fileAct(head.id, file.id, "clean")}
              text={officeCopy(view.lang).release.cleanFile}
              name={file.name}
            />
          )}
          <FileAct
            action={gazettePaths.fileAct(head.id, file.id, "remove")}
            text={officeGazetteCopy(view.lang).removeFile}
            name={file.name}
          />
        </>
      ) : null}
    </>
  );
}

function FileAct({ action, text, name }: { action: string; text: string; name: string }) {
  return (
    <form method="post" action={action}>
      <Button kind="secondary" preventDoubleClick>
        {text}
        <span class="govuk-visually-hidden"> {name}</span>
      </Button>
    </form>
  );
}
