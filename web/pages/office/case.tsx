import type { AuditEntry } from "../../../functions/audit/audit.ts";
import type { Outcome } from "../../../functions/disclosure/disclosure.outcome.ts";
import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import { Card, ErrorSummary, NotificationBanner } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { OfficePage } from "../../layout/office-page.tsx";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import type { ReviewShown } from "./approval-marks.tsx";
import { Actions } from "./case-actions.tsx";
import type { AlikeShown } from "./case-alike.tsx";
import { AlikeCard } from "./case-alike.tsx";
import { AnswerCard } from "./case-answer.tsx";
import { ApplicationCard, FileList } from "./case-application.tsx";
import { AsideLinks, WaitingCard } from "./case-asides.tsx";
import { Below } from "./case-below.tsx";
import { Changed } from "./case-changed.tsx";
import { caseErrors } from "./case-errors.ts";
import { Facts } from "./case-facts.tsx";
import type { ActionState, Stamp } from "./case-form.tsx";
import { CaseLinks } from "./case-links.tsx";
import { promptOf } from "./case-prompts.tsx";
import type { LetterChoice } from "./letters.tsx";
import { WayBack } from "./way-back.tsx";

export interface CasePageProps {
  view: View;
  person: { name: string; unit: string };
  record: OfficeView;
  unit: string;
  standing: { light: "green" | "amber" | "red" | "grey"; workingDaysLeft: number };
  today: string;
  stamp: Stamp;
  handlers: readonly { id: string; name: string }[];
  outcome: { proposal: Outcome | undefined; answer: Outcome | undefined };
  downloads: { attachments: boolean; replyFiles: boolean };
  /** What else of the case this person may open. */
  links: { letters: boolean; evidence: boolean; publish: boolean };
  draft: boolean;
  /** Who else asks for the same, and what else the applicant asks for. */
  alike: AlikeShown;
  /** The letter of the outcome, while it was not issued. */
  letter?: LetterChoice | undefined;
  /** What leaves with the proposed answer. */
  review: ReviewShown;
  /** For whoever may read the record. */
  audit?: readonly AuditEntry[] | undefined;
  /** A form that came back. */
  state?: ActionState | undefined;
  /** Somebody was faster: the version that the form was made from. */
  changedSince?: number | undefined;
  /** The act that has just been done. */
  done?: string | undefined;
}

/** A case: left what the citizen sent, right what can be done now, below what has happened. */
export function CasePage(props: CasePageProps) {
  const { view, person, record, state, changedSince, done } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const office = officeCopy(lang);
  const errors = caseErrors(props, lang);
  const doneWords: Readonly<Record<string, string>> = { ...office.action.done, ...office.aside.done };
  return (
    <OfficePage
      view={view}
      title={record.head.title}
      person={person}
      current="queue"
      error={errors.length > 0}
      before={<WayBack lang={view.lang} href={paths.office()} text={queueCopy(lang).search.back} />}
    >
      {errors.length > 0 ? <ErrorSummary title={common.errorTitle} errors={errors} /> : null}
      {changedSince === undefined ? null : (
        <Changed lang={lang} record={record} since={changedSince} state={state} />
      )}
      {done && Object.hasOwn(doneWords, done) ? (
        <NotificationBanner title={common.success} kind="success" text={doneWords[done]} />
      ) : null}
      <h1 class="govuk-heading-l">{record.head.title}</h1>
      <Facts {...props} />
      <p class="case__jump">
        <a class="govuk-link" href="#actions">
          {office.case.actions}
        </a>
      </p>
      <CaseLinks lang={lang} reference={record.head.reference} open={props.links} />
      <div class="columns case">
        <div>
          <Papers {...props} />
        </div>
        <div class="columns__side">
          <Now {...props} />
          <AlikeCard lang={lang} reference={record.head.reference} {...props.alike} />
          <AsideLinks lang={lang} record={record} />
        </div>
      </div>
      <Below {...props} />
    </OfficePage>
  );
}

function Papers({ view: { lang }, record, outcome, downloads }: CasePageProps) {
  const words = officeCopy(lang).case;
  const { head, application, masked } = record;
  const { reference, proposal, answer } = head;
  const shared = { lang, reference, downloads: downloads.replyFiles };
  return (
    <>
      {answer ? (
        <AnswerCard {...shared} {...answer} outcome={outcome.answer} proof={record.answerProof} />
      ) : null}
      {proposal && !answer ? (
        <AnswerCard
          {...shared}
          {...proposal}
          outcome={outcome.proposal}
          by={proposal.by.name}
          returned={head.returnedReason}
        />
      ) : null}
      <WaitingCard lang={lang} record={record} />
      <ApplicationCard lang={lang} application={application} masked={masked} />
      <Card title={words.attachments}>
        {head.attachments.length === 0 ? (
          <p class="muted">{words.noAttachments}</p>
        ) : (
          <FileList
            lang={lang}
            reference={reference}
            files={head.attachments}
            downloads={downloads.attachments}
          />
        )}
      </Card>
    </>
  );
}

function Now(props: CasePageProps) {
  const { view, record, stamp, state, today, handlers, draft, review, letter } = props;
  const { head, actions } = record;
  return (
    <Actions
      lang={view.lang}
      reference={head.reference}
      caseState={head.state}
      actions={actions}
      stamp={stamp}
      state={state}
      today={today}
      submittedOn={head.clock.submittedOn}
      confirmedOn={head.clock.confirmedOn}
      handlers={handlers}
      assignee={head.assignee}
      draft={draft}
      review={review}
      prompt={promptOf(view.lang, record, letter)}
    />
  );
}
