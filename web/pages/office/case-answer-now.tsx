import { Card, Input, Radios } from "../../components/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { formatDay } from "../../words.ts";
import type { ActionProps } from "./case-actions.tsx";
import { ActionForm, DayField, errorsOf, fieldId, Tick } from "./case-form.tsx";

/** The approved answer goes out: on which day, how, and what proves it (235号). */
export function AnswerNow(props: ActionProps) {
  const { lang, today, confirmedOn, state } = props;
  const words = officeCopy(lang).action.answer;
  const typed = state?.action === "answer" ? state.values : {};
  const errors = errorsOf(state, "answer", lang);
  return (
    <Card title={words.title} headingLevel={3}>
      <ActionForm {...props} action="answer" button={words.button}>
        <DayField
          {...props}
          action="answer"
          legend={words.on}
          hint={words.hint(formatDay(confirmedOn ?? today, lang))}
          day={today}
        />
        <Radios
          name="delivery"
          id={fieldId("answer", "delivery")}
          class="govuk-radios--small"
          legend={{ text: words.delivery, size: "s" }}
          items={Object.entries(words.deliveries).map(([value, label]) => ({ value, label }))}
          value={typed.delivery || "site"}
          error={errors.at("delivery")}
        />
        <Input
          name="proof"
          id={fieldId("answer", "proof")}
          label={words.proof}
          hint={words.proofHint}
          value={typed.proof}
          autocomplete="off"
          error={errors.at("proof")}
        />
        <Tick {...props} action="answer" text={words.tick} />
      </ActionForm>
    </Card>
  );
}
