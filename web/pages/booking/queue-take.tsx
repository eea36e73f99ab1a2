import type { PersonTyped } from "../../../functions/booking/booking.form.ts";
import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { FieldErrors } from "../../components/index.ts";
import { Button, ErrorSummary, showErrors } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { fairCopy } from "../../copy/fair.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import { PersonFields } from "./person.tsx";
import type { ErrandShown } from "./place.tsx";
import { ErrandLine } from "./place.tsx";
import { RulesFirst } from "./rules-first.tsx";
import type { Slow } from "./slow.tsx";
import { SEND_ID, SlowMessage, SlowSummary } from "./slow.tsx";
import { dayWords, instantWords } from "./words.ts";

export interface QueueTakeProps {
  view: View;
  errand: ErrandShown;
  day: string;
  opensAt: string;
  /** From when everybody else may book. */
  behind: string;
  typed: PersonTyped;
  errors: FieldErrors;
  /** It was sent too often. */
  slow?: Slow | undefined;
  identityKinds: readonly string[];
  rules: RuleSet;
  action: string;
  back: string;
}

/** Taking a ticket before the hour: what it is good for, and who it is for. */
export function BookingQueueTakePage(props: QueueTakeProps) {
  const { view, errand, day, typed, slow } = props;
  const words = copy(view.lang);
  const own = fairCopy(view.lang).queue;
  const shown = showErrors(props.errors, {
    copy: words,
    labels: bookingCopy(view.lang).person,
    sentences: disclosureCopy(view.lang).errors,
  });
  return (
    <Page
      view={view}
      title={`${own.takeTitle} - ${dayWords(day, view.lang)}`}
      error={shown.any || slow !== undefined}
      back={props.back}
      task
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <SlowSummary view={view} slow={slow} />
      <ErrandLine view={view} errand={errand} when={dayWords(day, view.lang)} />
      <h1 class="govuk-heading-l">{own.takeTitle}</h1>
      <ul class="govuk-list govuk-list--bullet">
        {own
          .rules(instantWords(props.opensAt, view.lang), instantWords(props.behind, view.lang))
          .map((line) => (
            <li>{line}</li>
          ))}
      </ul>
      <RulesFirst view={view} rules={props.rules} />
      <form method="post" action={props.action} novalidate>
        <PersonFields {...props} ownBusinessOnly={props.rules.ownBusinessOnly} typed={typed} shown={shown} />
        <SlowMessage view={view} slow={slow} />
        <Button id={SEND_ID} preventDoubleClick>
          {own.take}
        </Button>
      </form>
    </Page>
  );
}
