import type { Progress } from "../../../functions/progress/progress.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  ErrorSummary,
  Input,
  InsetText,
  NotificationBanner,
  showErrors,
  Textarea,
} from "../../components/index.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { progressCopy } from "../../copy/progress.ts";
import { Page } from "../../layout/page.tsx";
import { paths } from "../../paths.ts";
import type { Language, View } from "../../view.ts";
import { formatBytes, formatDay } from "../../words.ts";
import { Upload } from "../apply/upload.tsx";
import type { UploadOffer } from "../upload.tsx";

export interface CorrectionProps {
  view: View;
  progress: Progress;
  words: { title: string; description: string; note: string };
  errors: FieldErrors;
  /** A file has just arrived. */
  received: boolean;
  /** Marks this one act, so that tapping twice does one thing. */
  token: string;
  /** Left out when no more files can be added. */
  offer: UploadOffer | undefined;
}

/** What the unit asks to correct, and the corrected request. Files come first, because they leave the page. */
export function CorrectionPage(props: CorrectionProps) {
  const { view, progress, received } = props;
  const { common } = copy(view.lang);
  const all = progressCopy(view.lang);
  const words = all.correction;
  const { correction } = progress;
  const shown = shownErrors(props.errors, view.lang);
  return (
    <Page
      view={view}
      title={words.title}
      back={paths.progressCase(progress.reference)}
      current="progress"
      error={shown.any}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {received ? <NotificationBanner title={common.success} kind="success" text={words.received} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      {correction ? (
        <>
          <p class="govuk-body">{words.lead(formatDay(correction.until, view.lang))}</p>
          <InsetText>
            <strong>{words.what}</strong>
            <p class="govuk-body typed-text">{correction.what}</p>
          </InsetText>
        </>
      ) : null}
      <Files {...props} error={shown.at("file")} />
      <Words {...props} shown={shown} />
    </Page>
  );
}

function shownErrors(errors: FieldErrors, lang: Language) {
  const words = copy(lang);
  const sentences = { ...disclosureCopy(lang).errors, ...progressCopy(lang).correction.errors };
  return showErrors(errors, { copy: words, labels: {}, sentences });
}

type Shown = ReturnType<typeof shownErrors>;

function Files({ view, progress, offer, error }: CorrectionProps & { error: ReturnType<Shown["at"]> }) {
  const words = progressCopy(view.lang).correction;
  return (
    <section>
      <h2 class="govuk-heading-m">{words.files}</h2>
      <p class="muted">{words.filesHint}</p>
      <ul class="govuk-list">
        {progress.attachments.map((file) => (
          <li>
            <bdi>{file.name}</bdi> <span class="muted number">{formatBytes(file.sizeBytes)}</span>
          </li>
        ))}
      </ul>
      {offer ? <Upload view={view} offer={offer} error={error} /> : <p class="muted">{words.full}</p>}
      <h2 class="govuk-heading-m">{words.words}</h2>
    </section>
  );
}

function Words({ view, progress, words: typed, token, shown }: CorrectionProps & { shown: Shown }) {
  const { common } = copy(view.lang);
  const all = progressCopy(view.lang);
  const disclosure = disclosureCopy(view.lang);
  const words = all.correction;
  const { fields } = disclosure;
  return (
    <form method="post" action={paths.progressCorrection(progress.reference)} novalidate>
      <input type="hidden" name="token" value={token} />
      <Input
        name="title"
        label={fields.title.label}
        labelSize="s"
        hint={fields.title.hint}
        value={typed.title}
        autocomplete="off"
        error={shown.at("title")}
      />
      <Textarea
        name="description"
        label={fields.description.label}
        labelSize="s"
        hint={fields.description.hint}
        rows={8}
        value={typed.description}
        error={shown.at("description")}
      />
      <Textarea
        name="note"
        label={common.optional(words.note)}
        labelSize="s"
        hint={words.noteHint}
        rows={3}
        value={typed.note}
        error={shown.at("note")}
      />
      <p class="muted">{words.restart}</p>
      <Button preventDoubleClick>{words.button}</Button>
    </form>
  );
}
