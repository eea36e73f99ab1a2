import type { PersonTyped } from "../../../functions/booking/booking.form.ts";
import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { FieldErrors } from "../../components/index.ts";
import { Button, ErrorSummary, Select, showErrors } from "../../components/index.ts";
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
import { dayWords, instantWords, windowWords } from "./words.ts";

export interface WaitingJoinProps {
  view: View;
  errand: ErrandShown;
  day: string;
  /** The parts of the day that one can wait for; the first is all of it. */
  windows: readonly { readonly id: string; readonly from: string; readonly to: string }[];
  window: string;
  typed: PersonTyped;
  errors: FieldErrors;
  /** It was sent too often. */
  slow?: Slow | undefined;
  identityKinds: readonly string[];
  rules: RuleSet;
  /** It is a reception: what it is about is asked. */
  isTopicAsked?: boolean;
  offerMinutes: number;
  /** When lots are drawn, where this registers for a draw. */
  drawnAt?: string | undefined;
  action: string;
  back: string;
}

/** Joining the line of a day: for which hours, and who. */
export function BookingWaitingJoinPage(props: WaitingJoinProps) {
  const { view, errand, day, windows, typed, slow } = props;
  const words = copy(view.lang);
  const own = bookingCopy(view.lang);
  const said = wordsOf(props);
  const shown = showErrors(props.errors, {
    copy: words,
    labels: own.person,
    sentences: disclosureCopy(view.lang).errors,
  });
  return (
    <Page
      view={view}
      title={`${said.title} - ${own.title}`}
      error={shown.any || slow !== undefined}
      back={props.back}
      task
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <SlowSummary view={view} slow={slow} />
      <ErrandLine view={view} errand={errand} when={dayWords(day, view.lang)} />
      <h1 class="govuk-heading-l">{said.title}</h1>
      <ul class="govuk-list govuk-list--bullet">
        {said.rules.map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <RulesFirst view={view} rules={props.rules} />
      <form method="post" action={props.action} novalidate>
        <Select
          name="window"
          label={own.waiting.window}
          labelSize="s"
          value={props.window}
          options={windows.map((one) => ({ value: one.id, text: windowWords(one, view.lang) }))}
        />
        <PersonFields {...props} ownBusinessOnly={props.rules.ownBusinessOnly} typed={typed} shown={shown} />
        <SlowMessage view={view} slow={slow} />
        <Button id={SEND_ID} preventDoubleClick>
          {said.button}
        </Button>
      </form>
    </Page>
  );
}

function wordsOf({ view, offerMinutes, drawnAt }: WaitingJoinProps) {
  const { joinTitle: title, rules, join: button } = bookingCopy(view.lang).waiting;
  const lots = fairCopy(view.lang).lottery;
  return drawnAt === undefined
    ? { title, rules: rules(offerMinutes), button }
    : {
        title: lots.joinTitle,
        rules: lots.rules(instantWords(drawnAt, view.lang), offerMinutes),
        button: lots.join,
      };
}
