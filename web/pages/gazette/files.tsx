import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import { Icon } from "../../components/icon.tsx";
import type { Content } from "../../components/index.ts";
import { formatBytes } from "../../words.ts";

export interface GazetteFilesProps {
  files: readonly CaseFile[];
  hrefOf: (file: CaseFile) => string;
  /** What else is told of a file, below its type and size. */
  facts?: ((file: CaseFile) => Content) | undefined;
  /** What stands under a file, for the office. */
  below?: ((file: CaseFile) => Content) | undefined;
}

/** The files of a text: what each is called, of which type, and how large, before somebody pays for loading it. */
export function GazetteFiles({ files, hrefOf, facts, below }: GazetteFilesProps) {
  return (
    <ul class="files">
      {files.map((file) => (
        <li class="files__item">
          <Icon name="file" />
          <span class="files__name">
            <a class="govuk-link" href={hrefOf(file)} lang="zh-CN">
              <bdi>{file.name}</bdi>
            </a>
            <span class="muted files__facts">
              {" "}
              {file.kind.toUpperCase()}, {formatBytes(file.sizeBytes)}
              {facts === undefined ? null : <br />}
              {facts?.(file)}
            </span>
          </span>
          {below?.(file)}
        </li>
      ))}
    </ul>
  );
}
