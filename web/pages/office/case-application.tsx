import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { Application } from "../../../functions/disclosure/disclosure.ts";
import { Card, SummaryList } from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { FileName } from "../file-name.tsx";

/** What is asked for comes first, because it is what the office works on; who asks and how to reach them follows. */
const order = [
  "title",
  "documentNumber",
  "description",
  "form",
  "route",
  "applicantKind",
  "name",
  "legalRepresentative",
  "contactName",
  "identityKind",
  "identityNumber",
  "phone",
  "email",
  "address",
  "postcode",
] as const satisfies readonly (keyof Application)[];

export interface ApplicationCardProps {
  lang: Language;
  application: Application;
  /** Personal data is masked for this person. */
  masked: boolean;
}

export function ApplicationCard({ lang, application, masked }: ApplicationCardProps) {
  const disclosure = disclosureCopy(lang);
  const office = officeCopy(lang);
  const rows = order.flatMap((field) => {
    const value = application[field];
    return value === undefined
      ? []
      : [
          {
            key: disclosure.fields[labelOf(field, application)].short,
            value: shownValue(field, value, lang),
          },
        ];
  });
  return (
    <Card title={office.case.application}>
      <p class="muted">{masked ? office.case.masked : office.case.personal}</p>
      <SummaryList class="dense" rows={rows} />
    </Card>
  );
}

/** The name of an organisation is called by another word. */
const labelOf = (field: (typeof order)[number], { applicantKind }: Application) =>
  field === "name" && applicantKind !== "person" ? "organisationName" : field;

/** The word for a choice; free text as it was typed, with its lines. */
function shownValue(field: string, value: string, lang: Language) {
  const { choices } = disclosureCopy(lang);
  if (!(field in choices)) return <span class="typed-text">{value}</span>;
  const known: Readonly<Record<string, { label: string }>> = choices[field as keyof typeof choices];
  return known[value]?.label ?? value;
}

export interface FileListProps {
  lang: Language;
  reference: string;
  files: readonly CaseFile[];
  /** Whether this person may download them. */
  downloads: boolean;
  /** Where a file is, when not with the files of a disclosure request. */
  hrefOf?: ((file: string) => string) | undefined;
}

/** Each download is authorised and recorded on its own; nothing is shown inline. */
export function FileList({ lang, reference, files, downloads, hrefOf }: FileListProps) {
  const words = officeCopy(lang).case;
  return (
    <ul class="files">
      {files.map((file) => (
        <li class="files__item">
          <FileName file={file} />
          {downloads ? (
            <a
              class="govuk-link files__download"
              href={hrefOf?.(file.id) ?? paths.officeCaseFile(reference, file.id)}
            >
              {copy(lang).common.download}
              <span class="govuk-visually-hidden"> {file.name}</span>
            </a>
          ) : null}
        </li>
      ))}
      {downloads ? null : <li class="muted">{words.noDownload}</li>}
    </ul>
  );
}
