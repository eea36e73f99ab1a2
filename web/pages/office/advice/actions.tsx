import type { OfficeAction } from "../../../../functions/advice/advice.flow.ts";
import type { ShownErrors } from "../../../components/index.ts";
import { Button, Details, Input, Select, showErrors, Textarea } from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeAdviceCopy } from "../../../copy/office-advice.ts";
import { advicePaths } from "../../../paths.advice.ts";
import type { Language } from "../../../view.ts";
import type { OfficeAdviceProps } from "./thread.tsx";

export function shownErrors(lang: Language, refused: OfficeAdviceProps["refused"]): ShownErrors {
  const words = officeAdviceCopy(lang);
  const found = { copy: copy(lang), labels: words.fields, sentences: words.errors };
  return showErrors(refused?.errors ?? [], found);
}

/** What comes first is what is done most; the rest is folded away until it is wanted. */
export function Actions(props: OfficeAdviceProps) {
  const { thread, view, refused } = props;
  const words = officeAdviceCopy(view.lang);
  return (
    <>
      {thread.actions.map((action, place) => {
        const title = titleOf(props, action);
        const isOpen = place === 0 && action !== "propose_public";
        if (isOpen && !isMore(props, action))
          return <ActionForm {...props} action={action} primary title={title} />;
        return (
          <Details summary={title} open={refused?.action === action} id={`act-${action}`}>
            <ActionForm {...props} action={action} />
          </Details>
        );
      })}
      {thread.actions.includes("publish") ? <p class="muted">{words.actions.publish.hint}</p> : null}
    </>
  );
}

/** A second reply adds to the first. */
const isMore = ({ thread }: OfficeAdviceProps, action: OfficeAction): boolean =>
  action === "reply" && thread.head.replies.length > 0;

const titleOf = (props: OfficeAdviceProps, action: OfficeAction): string => {
  const words = officeAdviceCopy(props.view.lang);
  return isMore(props, action) ? words.more.title : words.actions[action].title;
};

type ActionProps = OfficeAdviceProps & { action: OfficeAction; primary?: boolean; title?: string };

function ActionForm(props: ActionProps) {
  const { view, thread, stamp, action, primary } = props;
  const words = officeAdviceCopy(view.lang);
  const { button, hint } = words.actions[action];
  return (
    <form
      method="post"
      action={advicePaths.officeAct(thread.head.reference, action)}
      class="act__form"
      novalidate
    >
      <input type="hidden" name="version" value={String(stamp.version)} />
      <input type="hidden" name="command" value={stamp.command} />
      {props.title ? <h3 class="govuk-heading-s">{props.title}</h3> : null}
      <p class="muted">{hint}</p>
      <Fields {...props} />
      <Button kind={primary ? "primary" : "secondary"} preventDoubleClick>
        {isMore(props, action) ? words.more.button : button}
      </Button>
    </form>
  );
}

function Fields(props: ActionProps) {
  const { action, thread, units, view } = props;
  const words = officeAdviceCopy(view.lang);
  const { head } = thread;
  switch (action) {
    case "reply":
      return <Text {...props} name="text" rows={8} />;
    case "transfer":
      return (
        <>
          <Select
            name="unit"
            id="transfer-unit"
            label={words.fields.unit}
            value={typedOf(props, "unit")}
            options={[
              { value: "", text: words.choose },
              ...units
                .filter(({ code }) => code !== head.unit)
                .map(({ code, name }) => ({ value: code, text: name })),
            ]}
            error={errorAt(props, "unit")}
          />
          <Text {...props} name="reason" rows={2} />
        </>
      );
    case "propose_public":
      return (
        <>
          <Input
            name="subject"
            id="propose_public-subject"
            label={words.fields.subject}
            value={typedOf(props, "subject", thread.firstContent.subject)}
            error={errorAt(props, "subject")}
          />
          <Text {...props} name="question" rows={5} first={thread.firstContent.question} />
          <Text {...props} name="answer" rows={8} first={thread.firstContent.answer} />
        </>
      );
    case "return_public":
    case "unpublish":
      return <Text {...props} name="reason" rows={2} />;
    default:
      return null;
  }
}

/** What was typed in a form that came back, and otherwise what it begins with. */
const typedOf = ({ refused, action }: ActionProps, name: string, first?: string): string | undefined =>
  refused?.action === action ? refused.values[name] : first;

const errorAt = ({ view, refused, action }: ActionProps, name: string) =>
  refused?.action === action ? shownErrors(view.lang, refused).at(name) : undefined;

function Text(
  props: ActionProps & {
    name: "text" | "reason" | "question" | "answer";
    rows: number;
    first?: string | undefined;
  },
) {
  const { action, name, rows, first, view } = props;
  return (
    <Textarea
      name={name}
      id={`${action}-${name}`}
      label={officeAdviceCopy(view.lang).fields[name]}
      rows={rows}
      value={typedOf(props, name, first)}
      error={errorAt(props, name)}
    />
  );
}
