import { Details, ErrorSummary, showErrors, Table } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { UploadOffer } from "../upload.tsx";
import { BucketUpload } from "../upload.tsx";
import type { LetterChoice } from "./letters.tsx";
import { titleOf } from "./letters.tsx";
import { WayBack } from "./way-back.tsx";

export interface LetterUploadPageProps {
  view: View;
  person: { name: string; unit: string };
  letter: LetterChoice;
  offer: UploadOffer;
  tags: readonly { name: string; required: boolean }[];
  /** What was wrong with the last file, and the names in braces that it is about. */
  problem?: { code: string; tags: readonly string[] } | undefined;
}

/** One Word file for one letter, with the list of what may stand in braces. */
export function LetterUploadPage({ view, person, letter, offer, tags, problem }: LetterUploadPageProps) {
  const words = copy(view.lang);
  const { office, upload, errors: sentences, about } = letterDeskCopy(view.lang);
  const title = upload.title(titleOf(letter, view.lang));
  const shown = showErrors(problem ? [{ field: "file", code: problem.code }] : [], {
    copy: words,
    labels: {},
    sentences,
  });
  const names = problem?.tags.map((tag) => `{${tag}}`).join(" ") ?? "";
  const error = shown.at("file");
  return (
    <OfficePage
      view={view}
      title={title}
      person={person}
      current="letters"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeLetters()} text={office.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{title}</h1>
      <BucketUpload
        offer={offer}
        lang={view.lang}
        words={{ ...upload, tooLarge: sentences["template.too_large"] }}
        error={error && names ? { ...error, text: `${error.text}${about(names)}` } : error}
      />
      <Details summary={office.tags}>
        <Table
          head={[{ content: office.tag }, { content: office.need }]}
          rows={tags.map(({ name, required }) => [
            { content: <code lang="zh-Hans">{`{${name}}`}</code> },
            { content: required ? office.required : office.optional },
          ])}
        />
      </Details>
    </OfficePage>
  );
}
