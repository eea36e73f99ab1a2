import type { ErrorSentences } from "../../components/index.ts";
import { ErrorSummary, InsetText, showErrors } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import type { View } from "../../view.ts";
import type { UploadOffer } from "../upload.tsx";
import { BucketUpload } from "../upload.tsx";
import { WayBack } from "./way-back.tsx";

export interface OneFilePageProps {
  view: View;
  person: { name: string; unit: string };
  /** The part of the office that it is in. */
  current: string;
  /** Where the file is added. */
  back: string;
  words: {
    title: string;
    kept: string;
    label: string;
    hint: string;
    button: string;
    tooLarge: string;
    full: (most: number) => string;
    back: string;
  };
  sentences: ErrorSentences;
  most: number;
  /** What was wrong with the last file, a code. */
  error: string | undefined;
  /** Left out when no more files can be added. */
  offer: UploadOffer | undefined;
}

/** One file straight to the bucket; without a script the bucket sends the browser back. */
export function OneFilePage(props: OneFilePageProps) {
  const { view, person, current, back, words: upload, sentences, most, error, offer } = props;
  const words = copy(view.lang);
  const found = { copy: words, labels: {}, sentences };
  const shown = showErrors(error ? [{ field: "file", code: error }] : [], found);
  return (
    <OfficePage
      view={view}
      title={upload.title}
      person={person}
      current={current}
      error={shown.any}
      before={<WayBack lang={view.lang} href={back} text={upload.back} />}
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{upload.title}</h1>
      <p class="muted">{upload.kept}</p>
      {offer === undefined ? (
        <InsetText id="file">{upload.full(most)}</InsetText>
      ) : (
        <BucketUpload offer={offer} lang={view.lang} words={upload} error={shown.at("file")} />
      )}
    </OfficePage>
  );
}
