import type { CaseFile } from "../../../../functions/attachment/attachment.ts";
import { Checkboxes } from "../../../components/checkboxes.tsx";
import type { FieldErrors, ShownErrors } from "../../../components/index.ts";
import { publishedCopy } from "../../../copy/published.ts";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { formatBytes } from "../../../words.ts";

/** What each file is called in an error about it. */
export const fileLabels = (files: readonly CaseFile[]): Readonly<Record<string, string>> =>
  Object.fromEntries(files.map(({ id, name }) => [`file-${id}`, name]));

export interface FileTicksProps {
  view: View;
  reference: string;
  files: readonly CaseFile[];
  values: readonly string[];
  errors: FieldErrors;
  shown: ShownErrors;
  /** Whether it is chosen by who writes, or ticked by who publishes. */
  step: "choose" | "publish";
}

/** The files of an answer, each to be opened before it is ticked. */
export function FileTicks({ view, reference, files, values, errors, shown, step }: FileTicksProps) {
  if (files.length === 0) return null;
  const words = publishedCopy(view.lang).office.files[step];
  const wrong = errors.find(({ field }) => field === "files" || field.startsWith("file-"));
  return (
    <Checkboxes
      name="files"
      legend={{ text: words.legend }}
      hint={words.hint}
      values={values}
      error={wrong && shown.at(wrong.field)}
      items={files.map((file) => ({
        id: `file-${file.id}`,
        value: file.id,
        label: <bdi>{file.name}</bdi>,
        hint: (
          <>
            {file.kind.toUpperCase()}, {formatBytes(file.sizeBytes)}{" "}
            <a class="govuk-link" href={paths.officeCaseFile(reference, file.id)}>
              {publishedCopy(view.lang).office.files.open(file.name)}
            </a>
          </>
        ),
      }))}
    />
  );
}
