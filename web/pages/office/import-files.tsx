import type { ImportCard } from "../../../functions/sheet/sheet.import.ts";
import { Table } from "../../components/table.tsx";
import { Tag } from "../../components/tag.tsx";
import { copy } from "../../copy/index.ts";
import type { Language } from "../../view.ts";
import { formatInstant } from "../../words.ts";
import type { UploadOffer } from "../upload.tsx";
import { BucketUpload } from "../upload.tsx";

/** The words of a page where files are handed in to be taken in, whatever they hold. */
export interface ImportWords {
  label: string;
  hint: string;
  button: string;
  tooLarge: string;
  earlier: string;
  columns: { file: string; rows: string; by: string; at: string; state: string };
  states: Readonly<Record<ImportCard["state"], string>>;
}

interface UploadFormProps {
  offer: UploadOffer;
  lang: Language;
  words: ImportWords;
  error: string | undefined;
}

export function ImportUpload({ offer, lang, words, error }: UploadFormProps) {
  const { common } = copy(lang);
  return (
    <BucketUpload
      offer={offer}
      lang={lang}
      words={words}
      error={error === undefined ? undefined : { text: error, prefix: common.errorPrefix }}
    />
  );
}

interface ImportListProps {
  imports: readonly ImportCard[];
  lang: Language;
  words: ImportWords;
  hrefOf: (id: string) => string;
}

/** The files that were handed in, the newest first. */
export function ImportList({ imports, lang, words, hrefOf }: ImportListProps) {
  const { columns, states } = words;
  return (
    <Table
      cards
      class="queue"
      caption={<span class="govuk-visually-hidden">{words.earlier}</span>}
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
            <a class="govuk-link queue__link" href={hrefOf(id)}>
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
