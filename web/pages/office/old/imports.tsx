import type { ImportCard } from "../../../../functions/sheet/sheet.import.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { copy } from "../../../copy/index.ts";
import { oldCopy } from "../../../copy/old.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { oldPaths } from "../../../paths.old.ts";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import type { UploadOffer } from "../../upload.tsx";
import { ImportList, ImportUpload } from "../import-files.tsx";
import { WayBack } from "../way-back.tsx";

export interface OldImportsPageProps {
  view: View;
  person: { name: string; unit: string };
  offer: UploadOffer;
  /** What was wrong with the last file, a code. */
  error: string | undefined;
  imports: readonly ImportCard[];
}

/** Handing a register of old requests in, and the files of the last week. */
export function OldImportsPage({ view, person, offer, error, imports }: OldImportsPageProps) {
  const { page } = oldCopy(view.lang);
  const sentence = error === undefined ? undefined : sentenceOf(error, view.lang);
  return (
    <OfficePage
      view={view}
      title={page.title}
      person={person}
      current="queue"
      error={sentence !== undefined}
      before={<WayBack lang={view.lang} href={paths.officeIntake()} text={page.back} />}
    >
      {sentence === undefined ? null : (
        <ErrorSummary
          title={copy(view.lang).common.errorTitle}
          errors={[{ href: "#file", text: sentence }]}
        />
      )}
      <h1 class="govuk-heading-l">{page.title}</h1>
      <p class="govuk-body">{page.lead}</p>
      <ul class="govuk-list govuk-list--bullet">
        {[page.formats, page.after, page.report].map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        <a class="govuk-link" href={oldPaths.template()}>
          {page.template}
        </a>
      </p>
      <ImportUpload offer={offer} lang={view.lang} words={page} error={sentence} />
      <h2 class="govuk-heading-m">{page.earlier}</h2>
      {imports.length === 0 ? (
        <EmptyState icon="file" title={page.none.title} headingLevel={3}>
          {page.none.text}
        </EmptyState>
      ) : (
        <ImportList imports={imports} lang={view.lang} words={page} hrefOf={oldPaths.one} />
      )}
    </OfficePage>
  );
}

function sentenceOf(code: string, lang: Language): string {
  const { problems, uploads } = oldCopy(lang);
  const known: Readonly<Record<string, string>> = { ...problems, ...uploads };
  return known[code] ?? uploads.file_missing;
}
