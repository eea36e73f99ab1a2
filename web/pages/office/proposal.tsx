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
  showErrors,
  Textarea,
} from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { Changed } from "./case-changed.tsx";
import type { Stamp } from "./case-form.tsx";
import { lawSentences } from "./law-words.ts";
import { Grounds } from "./proposal-grounds.tsx";
import type { ProposalDraft } from "./proposal-parts.tsx";
import { DraftFiles, OutcomeChoice } from "./proposal-parts.tsx";
import type { ShownCheck } from "./release-check.tsx";
import { markLabels, ReviewMarks } from "./review-marks.tsx";
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
  /** What the release check says of the files. */
  release: {
    readonly checks: readonly (ShownCheck & { readonly removable: readonly string[] })[];
    readonly scanner: string | undefined;
  };
  stamp: Stamp;
  /** The items that the person has ticked as reviewed. */
  marks?: readonly string[] | undefined;
  errors?: FieldErrors | undefined;
  ticked?: boolean | undefined;
  changedSince?: number | undefined;
  /** What the last button did: `saved`, `fileAdded`, `fileRemoved`, `fileCleaned`. */
  done?: string | undefined;
}

/** Where a handler writes the answer; each button keeps what is written. */
export function ProposalPage(props: ProposalPageProps) {
  const { view, person, record, draft, changedSince, done } = props;
  const { common } = copy(view.lang);
  const office = officeCopy(view.lang);
  const words = office.action.proposal;
  const shown = shownErrors(props);
  const { head, application } = record;
  const good = { saved: words.saved, ...fileWords(words) }[done ?? ""];
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

const fileWords = ({
  fileAdded,
  fileRemoved,
  fileCleaned,
}: {
  fileAdded: string;
  fileRemoved: string;
  fileCleaned: string;
}): Readonly<Record<string, string>> => ({ fileAdded, fileRemoved, fileCleaned });

const shownErrors = (props: ProposalPageProps) => {
  const { view, errors = [] } = props;
  const words = copy(view.lang);
  const sentences = { ...officeCopy(view.lang).action.errors, ...lawSentences(errors, view.lang) };
  return showErrors(errors, { copy: words, labels: markLabels(itemsIn(props)), sentences });
};

/** What will leave: the reply, the word to a third party where one objects, each file. */
function itemsIn({ view, draft, objected }: ProposalPageProps) {
  const { review } = officeCopy(view.lang);
  return [
    { item: "reply", name: review.reply },
    ...(objected ? [{ item: "objection", name: review.objection }] : []),
    ...draft.files.map(({ id, name }) => ({ item: id, name })),
  ];
}

function ProposalForm(props: ProposalPageProps) {
  const { view, record, draft, outcomes, stamp, ticked } = props;
  const words = officeCopy(view.lang).action.proposal;
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
      <Grounds {...props} shown={shown} />
      <DraftFiles lang={view.lang} files={draft.files} release={props.release} error={shown.at("files")} />
      <ReviewMarks
        lang={view.lang}
        items={itemsIn(props)}
        idOf={(field) => field}
        marked={props.marks ?? []}
        errorAt={shown.at}
      />
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
