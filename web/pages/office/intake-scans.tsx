import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import { ErrorSummary, NotificationBanner, showErrors } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Upload } from "../apply/upload.tsx";
import type { UploadOffer } from "../upload.tsx";
import { FileList } from "./case-application.tsx";
import { WayBack } from "./way-back.tsx";

export interface IntakeScansProps {
  view: View;
  person: { name: string; unit: string };
  reference: string;
  files: readonly CaseFile[];
  /** What was wrong with the last file, a code. */
  error: string | undefined;
  received: boolean;
  offer: UploadOffer;
  /** `text` and `have`: what else is said of scans of this kind of case. */
  words: {
    title: string;
    back: string;
    received: string;
    text?: string;
    have?: (count: number) => string;
  };
  /** Where a file is read; that of a request when left out. */
  hrefOf?: ((file: string) => string) | undefined;
}

/** Scans of what came on paper, one after the other. */
export function IntakeScansPage(props: IntakeScansProps) {
  const { view, person, reference, files, error, received, offer, words: own, hrefOf } = props;
  const words = copy(view.lang);
  const shown = showErrors(error ? [{ field: "file", code: error }] : [], {
    copy: words,
    labels: {},
    sentences: disclosureCopy(view.lang).errors,
  });
  return (
    <OfficePage
      view={view}
      title={own.title}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeCase(reference)} text={own.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      {received ? (
        <NotificationBanner title={words.common.success} kind="success" text={own.received} />
      ) : null}
      <h1 class="govuk-heading-l">{own.title}</h1>
      {own.text ? <p class="govuk-body">{own.text}</p> : null}
      {own.have ? <p class="muted">{own.have(files.length)}</p> : null}
      {files.length > 0 ? (
        <FileList lang={view.lang} reference={reference} files={files} downloads hrefOf={hrefOf} />
      ) : null}
      <Upload view={view} offer={offer} error={shown.at("file")} />
    </OfficePage>
  );
}
