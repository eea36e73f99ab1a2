import type { ImportCard } from "../../../../functions/guide/guide.import.record.ts";
import { Button } from "../../../components/button.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { ErrorSummary } from "../../../components/error-summary.tsx";
import { FileUpload } from "../../../components/file-upload.tsx";
import { Icon } from "../../../components/icon.tsx";
import { Table } from "../../../components/table.tsx";
import { Tag } from "../../../components/tag.tsx";
import { guideImportCopy } from "../../../copy/guide-import.ts";
import { copy } from "../../../copy/index.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { Language, View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import type { UploadOffer } from "../../disclosure/attachments.tsx";
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
          <UploadForm offer={offer} lang={view.lang} error={sentence} />
        </>
      )}
      <h2 class="govuk-heading-m">{page.earlier}</h2>
      {imports.length === 0 ? (
        <EmptyState icon="guide" title={page.none.title} headingLevel={3}>
          {page.none.text}
        </EmptyState>
      ) : (
        <Imports imports={imports} lang={view.lang} />
      )}
    </OfficePage>
  );
}

export function sentenceOf(code: string, lang: Language): string {
  const { problems, uploads } = guideImportCopy(lang);
  const known: Readonly<Record<string, string>> = { ...problems, ...uploads };
  return known[code] ?? uploads.file_missing;
}

function UploadForm({
  offer,
  lang,
  error,
}: {
  offer: UploadOffer;
  lang: Language;
  error: string | undefined;
}) {
  const { common } = copy(lang);
  const { page } = guideImportCopy(lang);
  return (
    <form
      class="upload card"
      method="post"
      action={offer.form.url}
      enctype="multipart/form-data"
      data-upload=""
      data-next={offer.next}
      data-uploading={common.uploading}
      data-uploaded={common.uploaded}
      data-failed={common.uploadFailed}
      data-max={String(offer.maxBytes)}
      data-too-large={page.tooLarge}
    >
      {Object.entries(offer.form.fields).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <FileUpload
        name="file"
        label={page.label}
        labelSize="s"
        hint={page.hint}
        accept={offer.accept}
        error={error === undefined ? undefined : { text: error, prefix: common.errorPrefix }}
        required
      />
      <Button class="upload__button">
        <Icon name="upload" />
        {page.button}
      </Button>
    </form>
  );
}

function Imports({ imports, lang }: { imports: readonly ImportCard[]; lang: Language }) {
  const { page } = guideImportCopy(lang);
  const { columns, states } = page;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{page.earlier}</span>}
      head={[
        { content: columns.file },
        { content: columns.rows, numeric: true },
        { content: columns.by },
        { content: columns.at },
        { content: columns.state },
      ]}
      rows={imports.map(({ id, name, rows, by, at, state }) => [
        {
          content: (
            <a class="govuk-link queue__link" href={paths.officeGuideImport(id)}>
              {name}
            </a>
          ),
          class: "queue__title",
        },
        { content: rows.toLocaleString("en"), label: columns.rows, numeric: true },
        { content: by, label: columns.by },
        { content: formatInstant(at, lang), label: columns.at },
        {
          content: (
            <Tag colour={state === "done" ? "green" : state === "running" ? "yellow" : "grey"}>
              {states[state]}
            </Tag>
          ),
          label: columns.state,
        },
      ])}
    />
  );
}
