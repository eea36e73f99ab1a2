import type { CaseFile } from "../../../../functions/attachment/attachment.ts";
import { ErrorSummary, NotificationBanner } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import type { UploadOffer } from "../../disclosure/attachments.tsx";
import { Upload } from "../../disclosure/attachments.tsx";
import { FileList } from "../case-application.tsx";
import { WayBack } from "../way-back.tsx";
import { showOfficeErrors } from "./shared.tsx";

export interface RectificationScansProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  files: readonly CaseFile[];
  /** What was wrong with the last file, a code. */
  error: string | undefined;
  received: boolean;
  offer: UploadOffer;
}

/** Scans of what came on paper, one after the other. */
export function RectificationScansPage(props: RectificationScansProps) {
  const { view, person, reference, files, error, received, offer } = props;
  const { common } = copy(view.lang);
  const words = officeRectificationCopy(view.lang).scans;
  const shown = showOfficeErrors(error ? [{ field: "file", code: error }] : [], view.lang);
  return (
    <OfficePage
      view={view}
      title={words.title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeCase(reference)} text={words.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {received ? <NotificationBanner title={common.success} kind="success" text={words.received} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      {files.length > 0 ? (
        <FileList
          lang={view.lang}
          reference={reference}
          files={files}
          downloads
          hrefOf={(file) => paths.officeRectificationFile(reference, file)}
        />
      ) : null}
      <Upload view={view} offer={offer} error={shown.at("file")} />
    </OfficePage>
  );
}
