/** Where the files of answers that everybody may read are. */
import { paths } from "./paths.ts";

export const publishedFilePath = (id: string, file: string): string =>
  `${paths.publishedAnswer(id)}/files/${encodeURIComponent(file)}`;
