import type { ConditionAnswer } from "../../../functions/guide/guide.condition.ts";
import { Button } from "../../components/button.tsx";
import { Fieldset } from "../../components/fieldset.tsx";
import { Icon } from "../../components/icon.tsx";
import { guideCopy } from "../../copy/guide.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { SaidText, saidIn } from "./said.tsx";
import { Section } from "./section.tsx";
import type { GuideProps } from "./shown.ts";

const answers: readonly ConditionAnswer[] = ["yes", "unsure", "no"];

/**
 * Whether one can do it at all, condition by condition. The form is a POST, so that what somebody says of themselves
 * stands in no address and no history; nothing is kept on either side.
 */
export function ConditionsSection(props: GuideProps) {
  const { view, conditions, unfolded } = props;
  const words = guideCopy(view.lang).guide.check;
  return (
    <Section view={view} name="conditions">
      {conditions.lead ? <SaidText view={view} text={conditions.lead} /> : null}
      {conditions.items.length === 0 ? <p class="govuk-body">{words.none}</p> : null}
      {conditions.items.length === 0 ? null : unfolded ? <OnPaper {...props} /> : <Check {...props} />}
    </Section>
  );
}

/** Paper answers nothing, so it only lists them. */
function OnPaper({ view, conditions }: GuideProps) {
  const words = guideCopy(view.lang).guide.check;
  return (
    <>
      {conditions.mode === "any" ? <p class="govuk-body">{words.any}</p> : null}
      <ol class="check__list">
        {conditions.items.map((text) => (
          <li lang={saidIn(view)}>{text}</li>
        ))}
      </ol>
    </>
  );
}

function Check(props: GuideProps) {
  const { view, shown, conditions, check } = props;
  const words = guideCopy(view.lang).guide.check;
  return (
    <form class="check" method="post" action={`${paths.guide(shown.id)}#result`} data-check={conditions.mode}>
      <p class="muted no-print">{words.lead}</p>
      {conditions.mode === "any" ? <p class="govuk-body">{words.any}</p> : null}
      <ol class="check__list">
        {conditions.items.map((text, index) => (
          <li>
            <Question view={view} text={text} index={index} answer={check?.answers[index]} />
          </li>
        ))}
      </ol>
      <div class="no-print">
        <Verdicts {...props} />
        <Button kind="secondary">{words.button}</Button>
      </div>
    </form>
  );
}

interface QuestionProps {
  view: View;
  text: string;
  index: number;
  answer: ConditionAnswer | undefined;
}

function Question({ view, text, index, answer }: QuestionProps) {
  const words = guideCopy(view.lang).guide.check;
  const name = `c${index + 1}`;
  const legend = (
    <>
      <span class="govuk-visually-hidden">{words.item(index + 1)} </span>
      <span lang={saidIn(view)}>{text}</span>
    </>
  );
  return (
    <Fieldset legend={{ text: legend }}>
      <div class="check__answers no-print">
        {answers.map((value) => (
          <label class="check__answer">
            <input type="radio" name={name} value={value} checked={answer === value} />
            {words.answers[value]}
          </label>
        ))}
      </div>
    </Fieldset>
  );
}

const shapes = { fits: "check", may_fit: "alert", does_not_fit: "cross", unasked: "alert" } as const;
const kinds = ["fits", "may_fit", "does_not_fit", "unasked"] as const;

/** All of them are there and hidden but one, so that a script only has to choose and knows no words. */
function Verdicts({ view, conditions, check }: GuideProps) {
  const words = guideCopy(view.lang).guide.check;
  return (
    <div id="result" role="status" aria-label={words.result} tabindex={-1}>
      {kinds.map((kind) => (
        <div
          class={`verdict verdict--${kind === "unasked" ? "may_fit" : kind}`}
          data-verdict={kind}
          hidden={check?.verdict !== kind}
        >
          <Icon name={shapes[kind]} />
          <p>
            <strong>{words[kind].title}</strong>
            {kind === "fits" && conditions.mode === "any" ? words.fitsAny : words[kind].text}
          </p>
        </div>
      ))}
    </div>
  );
}
