import type { OfficeView } from "../../../../functions/disclosure/disclosure.service.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  Details,
  ErrorSummary,
  Input,
  NotificationBanner,
  showErrors,
  Textarea,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { publishedCopy } from "../../../copy/published.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { WayBack } from "../way-back.tsx";
import { FileTicks, fileLabels } from "./files.tsx";

export interface WritePublishedProps {
  view: View;
  person: { name: string; unit: string };
  record: OfficeView;
  values: { readonly subject: string; readonly question: string; readonly answer: string };
  /** Ids of files of the answer that were chosen. */
  files: readonly string[];
  /** Of what was changed; 0 while nothing has been written. */
  version: number;
  errors: FieldErrors;
  problem?: "changed" | "wrongState" | undefined;
  /** What has been written before. */
  id?: string | undefined;
}

/** Where an answer is written for everybody, beside the request as it is. */
export function WritePublishedPage(props: WritePublishedProps) {
  const { view, person, record, values, version, errors, problem } = props;
  const { common } = copy(view.lang);
  const words = publishedCopy(view.lang);
  const { office } = words;
  const sent = record.head.answer?.files ?? [];
  const shown = showErrors(errors, {
    copy: copy(view.lang),
    labels: { ...office.fields, ...fileLabels(sent) },
    sentences: words.errors,
  });
  const { reference, answer } = record.head;
  return (
    <OfficePage
      view={view}
      title={office.write}
      person={person}
      current="published"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeCase(reference)} text={office.toCase} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {problem ? <NotificationBanner title={common.important} role="alert" text={office[problem]} /> : null}
      <h1 class="govuk-heading-l">{office.write}</h1>
      <WarningText prefix={common.warning}>{office.writeIntro}</WarningText>
      <Details summary={office.original}>
        <strong>{record.application.title}</strong>
        <p class="govuk-body typed-text">{record.application.description}</p>
        <p class="govuk-body typed-text">{answer?.reply ?? ""}</p>
      </Details>
      <form method="post" action={paths.officePublishedOf(reference)} novalidate>
        <input type="hidden" name="version" value={String(version)} />
        <Input
          name="subject"
          id="subject"
          label={office.fields.subject}
          hint={office.hints.subject}
          value={values.subject}
          error={shown.at("subject")}
        />
        <Textarea
          name="question"
          id="question"
          label={office.fields.question}
          hint={office.hints.question}
          rows={5}
          value={values.question}
          error={shown.at("question")}
        />
        <Textarea
          name="answer"
          id="answer"
          label={office.fields.answer}
          hint={office.hints.answer}
          rows={10}
          value={values.answer}
          error={shown.at("answer")}
        />
        <FileTicks {...{ view, reference, shown, errors }} step="choose" files={sent} values={props.files} />
        <Button preventDoubleClick>{office.save}</Button>
      </form>
      {props.id === undefined ? null : (
        <p>
          <a class="govuk-link" href={paths.officePublished(props.id)}>
            {office.written}
          </a>
        </p>
      )}
    </OfficePage>
  );
}
