import type { ImportCard } from "../../../../functions/sheet/sheet.import.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { copy } from "../../../copy/index.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import type { UploadOffer } from "../../upload.tsx";
import { ImportList, ImportUpload } from "../import-files.tsx";
import { WayBack } from "../way-back.tsx";

export interface GuideImportsPageProps {
  view: View;
  person: { name: string; unit: string };
  back: string;
  /** Left out for who may look at imports and not hand one in. */
  offer: UploadOffer | undefined;
  /** What was wrong with the last file, a code. */
  error: string | undefined;
  imports: readonly ImportCard[];
}

/** Handing a file of guides in, and the files of the last month. */
export function GuideImportsPage({ view, person, back, offer, error, imports }: GuideImportsPageProps) {
  const words = guideImportCopy(view.lang);
  const { page } = words;
  const sentence = error === undefined ? undefined : sentenceOf(error, view.lang);
  return (
    <OfficePage
      view={view}
      title={page.title}
      person={person}
      current="guides"
      error={sentence !== undefined}
      before={<WayBack lang={view.lang} href={back} text={page.back} />}
    >
      {sentence === undefined ? null : (
        <ErrorSummary
          title={copy(view.lang).common.errorTitle}
          errors={[{ href: "#file", text: sentence }]}
        />
      )}
      <h1 class="govuk-heading-l">{page.title}</h1>
      {offer === undefined ? null : (
        <>
          <p class="govuk-body">{page.lead}</p>
          <p class="muted">{page.formats}</p>
          <p class="govuk-body">
            <a class="govuk-link" href={paths.officeGuideTemplate()}>
              {page.template}
            </a>
          </p>
          <ImportUpload offer={offer} lang={view.lang} words={page} error={sentence} />
        </>
      )}
      <h2 class="govuk-heading-m">{page.earlier}</h2>
      {imports.length === 0 ? (
        <EmptyState icon="guide" title={page.none.title} headingLevel={3}>
          {page.none.text}
        </EmptyState>
      ) : (
        <ImportList imports={imports} lang={view.lang} words={page} hrefOf={paths.officeGuideImport} />
      )}
    </OfficePage>
  );
}

export function sentenceOf(code: string, lang: Language): string {
  const { problems, uploads } = guideImportCopy(lang);
  const known: Readonly<Record<string, string>> = { ...problems, ...uploads };
  return known[code] ?? uploads.file_missing;
}
