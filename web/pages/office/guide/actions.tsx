import {
  Button,
  Card,
  Checkboxes,
  Details,
  EmptyState,
  showErrors,
  Textarea,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { guideDeskCopy } from "../../../copy/office-guide.ts";
import { paths } from "../../../paths.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import type { ActionState } from "../case-form.tsx";
import { fieldId } from "../case-form.tsx";
import type { GuidePageProps } from "./guide.tsx";

/** The errors of the form that came back, at the boxes of its action. */
export function shownErrors(state: ActionState | undefined, lang: Language) {
  const { fields } = guideDeskCopy(lang);
  const errors = (state?.errors ?? []).map((error) => ({
    ...error,
    field: fieldId(state?.action ?? "", error.field),
    code: error.code,
  }));
  return showErrors(errors, { copy: copy(lang), labels: {}, sentences: fields.errors });
}

type Act =
  | "write"
  | "hand_in"
  | "approve"
  | "return"
  | "take_back"
  | "check"
  | "revise"
  | "resume"
  | "pause"
  | "abolish"
  | "discard";
const order: readonly Act[] = [
  "write",
  "hand_in",
  "approve",
  "return",
  "take_back",
  "resume",
  "check",
  "revise",
  "pause",
  "abolish",
  "discard",
];

/** Only what this person may do now, the most likely first. */
export function GuideActions(props: GuidePageProps) {
  const { view, current, head } = props;
  const words = guideDeskCopy(view.lang).desk.act;
  const shown = order.filter((act) => isOpen(act, props));
  return (
    <section aria-labelledby="actions" class="act">
      <h2 class="govuk-heading-m" id="actions">
        {words.title}
      </h2>
      {shown.map((act, place) => (
        <ActCard {...props} act={act} primary={place === 0} />
      ))}
      {shown.length === 0 ? (
        <EmptyState icon="check" title={words.nothing} headingLevel={3}>
          {words.nothingText[head.work === undefined ? (head.live?.state ?? current.state) : current.state]}
        </EmptyState>
      ) : null}
    </section>
  );
}

function isOpen(act: Act, { head, actions, mayWrite }: GuidePageProps): boolean {
  if (act === "write") return mayWrite && head.work?.state === "draft";
  if (act === "revise") return mayWrite && head.work === undefined;
  if (act === "check") return mayWrite && head.live !== undefined;
  return actions.includes(act);
}

type ActProps = GuidePageProps & { act: Act; primary: boolean };

function ActCard(props: ActProps) {
  const { view, act, head, today } = props;
  const words = guideDeskCopy(view.lang).desk.act;
  const text = "text" in words[act] ? words[act].text : undefined;
  if (act === "check" && head.live?.checkedOn === today)
    return (
      <Card title={words.check.title} headingLevel={3}>
        <p class="govuk-body">{words.check.done}</p>
      </Card>
    );
  const inside = (
    <>
      {text === undefined ? null : <p class="govuk-body">{text}</p>}
      <ActForm {...props} />
    </>
  );
  // What is seldom done, and felt by everybody, is not in the way.
  if (act === "pause" || act === "abolish" || act === "discard")
    return (
      <Details summary={words[act].title} open={props.state?.action === act}>
        {inside}
      </Details>
    );
  return (
    <Card title={words[act].title} headingLevel={3}>
      {inside}
    </Card>
  );
}

function ActForm(props: ActProps) {
  const { view, head, act, primary, stamp, findings } = props;
  const words = guideDeskCopy(view.lang).desk.act;
  const kind = act === "abolish" || act === "discard" ? "warning" : primary ? "primary" : "secondary";
  if (act === "write")
    return (
      <Button kind={kind} href={paths.officeGuideEdit(head.id, "basics")}>
        {words.write.button}
      </Button>
    );
  const errors = findings.filter(({ severity }) => severity === "error");
  // A link that was dead may be alive again: handing in asks once more.
  if (act === "hand_in" && errors.some(({ code }) => !isOfLinks(code)))
    return <p class="govuk-body">{words.hand_in.blocked}</p>;
  return (
    <form method="post" action={paths.officeGuideAction(head.id, act)} class="act__form" novalidate>
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {act === "return" || act === "pause" || act === "abolish" ? <Reason {...props} act={act} /> : null}
      {act === "approve" || act === "abolish" || act === "discard" ? <Tick {...props} act={act} /> : null}
      <Button kind={kind} preventDoubleClick>
        {words[act].button}
      </Button>
    </form>
  );
}

const isOfLinks = (code: string): boolean => code === "link.dead" || code === "link.private";

function Reason({ view, act, state }: ActProps & { act: "return" | "pause" | "abolish" }) {
  const words = guideDeskCopy(view.lang).desk.act[act];
  return (
    <Textarea
      name="reason"
      id={fieldId(act, "reason")}
      label={words.reason}
      hint={words.hint}
      rows={3}
      value={state?.action === act ? state.values.reason : undefined}
      error={shownErrors(state, view.lang).at(fieldId(act, "reason"))}
    />
  );
}

function Tick({ view, act, state, current, today }: ActProps & { act: "approve" | "abolish" | "discard" }) {
  const words = guideDeskCopy(view.lang).desk.act;
  const from = current.guide.planEffectiveDate;
  const approve =
    from !== undefined && from > today
      ? words.approve.tickFrom(formatDay(from, view.lang))
      : words.approve.tick;
  return (
    <Checkboxes
      name="tick"
      id={fieldId(act, "tick")}
      class="govuk-checkboxes--small"
      items={[{ value: "yes", label: act === "approve" ? approve : words[act].tick }]}
      values={state?.action === act && state.values.tick === "yes" ? ["yes"] : []}
      error={shownErrors(state, view.lang).at(fieldId(act, "tick"))}
    />
  );
}
