import type { Content } from "../../components/index.ts";
import { Button, Card, Details, EmptyState, Select, Textarea } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { paths } from "../../paths.ts";
import type { Language } from "../../view.ts";
import { formatDay } from "../../words.ts";
import type { ReviewShown } from "./approval-marks.tsx";
import { ApprovalMarks } from "./approval-marks.tsx";
import { AnswerNow } from "./case-answer-now.tsx";
import type { ActionState, Stamp } from "./case-form.tsx";
import { ActionForm, DayField, errorsOf, fieldId, Tick } from "./case-form.tsx";
import { waitingFor } from "./case-waiting.ts";

export interface ActionsProps {
  lang: Language;
  reference: string;
  caseState: string;
  actions: readonly string[];
  stamp: Stamp;
  state: ActionState | undefined;
  today: string;
  /** The earliest days that may be given: of receipt, of the answer. */
  submittedOn: string;
  confirmedOn: string | undefined;
  handlers: readonly { id: string; name: string }[];
  assignee: { id: string; name: string } | undefined;
  /** An answer was begun and is kept. */
  draft: boolean;
  /** What leaves with the proposed answer, and what the release check found in its files. */
  review: ReviewShown;
  /** What is asked of this person besides; undefined when nothing is. */
  prompt: Content;
}

export type ActionProps = ActionsProps & { primary: boolean };

const forms: Readonly<Record<string, (props: ActionProps) => ReturnType<typeof ConfirmReceipt>>> = {
  confirm_receipt: ConfirmReceipt,
  propose: Propose,
  assign: Assign,
  approve: Approve,
  return: Return,
  answer: AnswerNow,
  archive: Archive,
};

/** Only what this person may do now, the most likely first. */
export function Actions(props: ActionsProps) {
  const { lang, actions, caseState } = props;
  const words = officeCopy(lang).case;
  const shown = Object.entries(forms).filter(([action]) => actions.includes(action));
  return (
    <section aria-labelledby="actions" class="act">
      <h2 class="govuk-heading-m" id="actions">
        {words.actions}
      </h2>
      {shown.length > 0 && caseState === "handling" && !actions.includes("propose") ? (
        <p class="govuk-body">{waitingFor(caseState, props.assignee?.name ?? "", lang)}</p>
      ) : null}
      {shown.map(([, Form], index) => (
        <Form {...props} primary={index === 0} />
      ))}
      {props.prompt}
      {shown.length === 0 && !props.prompt ? (
        <EmptyState icon="check" title={words.nothing.title} headingLevel={3}>
          {waitingFor(caseState, props.assignee?.name ?? "", lang)}
        </EmptyState>
      ) : null}
    </section>
  );
}

function ConfirmReceipt(props: ActionProps) {
  const { lang, today, submittedOn } = props;
  const words = officeCopy(lang).action.confirm_receipt;
  const action = "confirm_receipt";
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <ActionForm {...props} action={action} button={words.button}>
        <DayField
          {...props}
          action={action}
          legend={words.on}
          hint={words.hint(formatDay(submittedOn, lang))}
          day={today}
        />
        <Tick {...props} action={action} text={words.tick} />
      </ActionForm>
    </Card>
  );
}

function Assign(props: ActionProps) {
  const { lang, handlers, assignee, state } = props;
  const words = officeCopy(lang).action.assign;
  const action = "assign";
  const others = handlers.filter((one) => one.id !== assignee?.id);
  const error = errorsOf(state, action, lang).at("assignee");
  const form =
    others.length === 0 ? (
      <p class="govuk-body">{words.nobody}</p>
    ) : (
      <ActionForm {...props} action={action} button={words.button}>
        <Select
          name="assignee"
          id={fieldId(action, "assignee")}
          label={words.assignee}
          hint={words.text}
          value={state?.action === action ? state.values.assignee : undefined}
          options={[
            { value: "", text: words.choose },
            ...others.map((one) => ({ value: one.id, text: one.name })),
          ]}
          error={error}
        />
      </ActionForm>
    );
  if (assignee === undefined)
    return (
      <Card title={words.title} headingLevel={3}>
        {form}
      </Card>
    );
  return (
    <Details summary={words.again} open={state?.action === action}>
      {form}
    </Details>
  );
}

function Propose({ lang, reference, draft, primary }: ActionProps) {
  const words = officeCopy(lang).action.propose;
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <Button kind={primary ? "primary" : "secondary"} href={paths.officeProposal(reference)}>
        {draft ? words.resume : words.button}
      </Button>
    </Card>
  );
}

function Approve(props: ActionProps) {
  const words = officeCopy(props.lang).action.approve;
  return (
    <Card title={words.title} headingLevel={3}>
      <p class="govuk-body">{words.text}</p>
      <ActionForm {...props} action="approve" button={words.button}>
        <ApprovalMarks {...props} />
        <Tick {...props} action="approve" text={words.tick} />
      </ActionForm>
    </Card>
  );
}

function Return(props: ActionProps) {
  const { lang, state } = props;
  const words = officeCopy(lang).action.return;
  return (
    <Card title={words.title} headingLevel={3}>
      <ActionForm {...props} action="return" button={words.button}>
        <Textarea
          name="reason"
          id={fieldId("return", "reason")}
          label={words.reason}
          hint={words.hint}
          rows={3}
          value={state?.action === "return" ? state.values.reason : undefined}
          error={errorsOf(state, "return", lang).at("reason")}
        />
      </ActionForm>
    </Card>
  );
}

function Archive(props: ActionProps) {
  const words = officeCopy(props.lang).action.archive;
  return (
    <Card title={words.title} headingLevel={3}>
      <ActionForm {...props} action="archive" button={words.button}>
        <Tick {...props} action="archive" text={words.tick} />
      </ActionForm>
    </Card>
  );
}
