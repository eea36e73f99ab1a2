import type { Outcome } from "../../../functions/disclosure/disclosure.outcome.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  ButtonGroup,
  Checkboxes,
  Details,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  Select,
  showErrors,
  Textarea,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatReference } from "../../words.ts";
import { Changed } from "./case-changed.tsx";
import type { Stamp } from "./case-form.tsx";
import { lawSentences } from "./law-words.ts";
import type { ProposalDraft } from "./proposal-parts.tsx";
import { DraftFiles, OutcomeChoice } from "./proposal-parts.tsx";
import { WayBack } from "./way-back.tsx";

export interface ProposalPageProps {
  view: View;
  person: { name: string; unit: string };
  record: OfficeView;
  draft: ProposalDraft;
  outcomes: readonly Outcome[];
  /** A third party objects to disclosing. */
  objected: boolean;
  /** What the same applicant has had answered. */
  earlier: readonly { reference: string; title: string }[];
  stamp: Stamp;
  errors?: FieldErrors | undefined;
  ticked?: boolean | undefined;
  changedSince?: number | undefined;
  /** What the last button did: `saved`, `fileAdded`, `fileRemoved`. */
  done?: string | undefined;
}

/** Where a handler writes the answer; each button keeps what is written. */
export function ProposalPage(props: ProposalPageProps) {
  const { view, person, record, draft, changedSince, done } = props;
  const { common, office } = copy(view.lang);
  const words = office.action.proposal;
  const shown = shownErrors(props);
  const { head, application } = record;
  const good = done === "saved" || done === "fileAdded" || done === "fileRemoved" ? words[done] : undefined;
  return (
    <OfficePage
      view={view}
      title={`${words.title} - ${head.title}`}
      person={person}
      current="queue"
      error={shown.any}
      before={<WayBack lang={view.lang} href={paths.officeCase(head.reference)} text={words.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {changedSince === undefined ? null : (
        <Changed
          lang={view.lang}
          record={record}
          since={changedSince}
          state={{ action: "propose", values: { reply: draft.reply } }}
        />
      )}
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <Details summary={words.requested} open>
        <strong>{application.title}</strong>
        <p class="govuk-body typed-text">{application.description}</p>
      </Details>
      {head.returnedReason ? (
        <InsetText>
          <strong>{office.case.returned}</strong>
          <p class="govuk-body typed-text">{head.returnedReason}</p>
        </InsetText>
      ) : null}
      {record.actions.includes("propose") ? <ProposalForm {...props} /> : null}
    </OfficePage>
  );
}

const shownErrors = ({ view, errors = [] }: ProposalPageProps) => {
  const words = copy(view.lang);
  const sentences = { ...words.office.action.errors, ...lawSentences(errors, view.lang) };
  return showErrors(errors, { copy: words, labels: {}, sentences });
};

/** What some outcomes need besides the reply; shown where the case can have them. */
function Grounds(props: ProposalPageProps) {
  const { view, draft, objected, earlier } = props;
  const words = copy(view.lang).office.action.proposal;
  const shown = shownErrors(props);
  const needsEarlier = earlier.length > 0 || shown.at("earlier") !== undefined;
  return (
    <>
      {needsEarlier ? (
        <Select
          name="earlier"
          label={words.earlier}
          labelSize="s"
          hint={words.earlierHint}
          value={draft.earlier}
          options={[
            { value: "", text: words.noEarlier },
            ...earlier.map(({ reference, title }) => ({
              value: reference,
              text: `${formatReference(reference)} ${title}`,
            })),
          ]}
          error={shown.at("earlier")}
        />
      ) : null}
      {objected ? (
        <Textarea
          name="objection"
          label={words.objection}
          labelSize="s"
          hint={words.objectionHint}
          rows={4}
          value={draft.objection}
          error={shown.at("objection")}
        />
      ) : null}
    </>
  );
}

function ProposalForm(props: ProposalPageProps) {
  const { view, record, draft, outcomes, stamp, ticked } = props;
  const words = copy(view.lang).office.action.proposal;
  const shown = shownErrors(props);
  return (
    <form method="post" action={paths.officeProposal(record.head.reference)} class="proposal" novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {/* Enter in a field presses the first button of a form: it must be the harmless one. */}
      <button type="submit" name="intent" value="save" hidden />
      <OutcomeChoice lang={view.lang} outcomes={outcomes} value={draft.outcome} error={shown.at("outcome")} />
      <Textarea
        name="reply"
        label={words.reply}
        labelSize="m"
        hint={words.replyHint}
        rows={14}
        value={draft.reply}
        error={shown.at("reply")}
      />
      <Grounds {...props} />
      <DraftFiles lang={view.lang} files={draft.files} error={shown.at("files")} />
      <Checkboxes
        name="tick"
        class="govuk-checkboxes--small"
        items={[{ value: "yes", label: words.tick }]}
        values={ticked ? ["yes"] : []}
        error={shown.at("tick")}
      />
      <ButtonGroup>
        <Button name="intent" value="submit" preventDoubleClick>
          {words.submit}
        </Button>
        <Button kind="secondary" name="intent" value="save">
          {words.save}
        </Button>
      </ButtonGroup>
    </form>
  );
}
