import type { PersonTyped } from "../../../functions/booking/booking.form.ts";
import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { FieldErrors } from "../../components/index.ts";
import {
  Button,
  Details,
  ErrorSummary,
  Input,
  InsetText,
  Select,
  showErrors,
} from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import { NameInput, NumberInput, PhoneInput } from "./inputs.tsx";
import type { ErrandShown } from "./place.tsx";
import { ErrandLine } from "./place.tsx";
import { RulesFirst } from "./rules-first.tsx";
import { timeWords } from "./words.ts";

export interface PersonProps {
  view: View;
  errand: ErrandShown;
  at: { day: string; time: string };
  typed: PersonTyped;
  errors: FieldErrors;
  identityKinds: readonly string[];
  rules: RuleSet;
  /** It is a reception: what it is about is asked. */
  isTopicAsked?: boolean;
  /** What was typed before is gone. */
  expired: boolean;
  action: string;
  back: string;
}

/** One page for the person; whoever books for somebody else unfolds two fields more. */
export function BookingPersonPage(props: PersonProps) {
  const { view, errand, at } = props;
  const words = copy(view.lang);
  const own = bookingCopy(view.lang).person;
  const shown = showErrors(props.errors, {
    copy: words,
    labels: own,
    sentences: disclosureCopy(view.lang).errors,
  });
  return (
    <Page
      view={view}
      title={`${own.title} - ${bookingCopy(view.lang).title}`}
      error={shown.any}
      back={props.back}
      task
    >
      {shown.any ? <ErrorSummary title={words.common.errorTitle} errors={shown.summary} /> : null}
      <ErrandLine view={view} errand={errand} when={timeWords(at, view.lang)} />
      <h1 class="govuk-heading-l">{own.title}</h1>
      {props.expired ? <InsetText>{own.again}</InsetText> : null}
      <RulesFirst view={view} rules={props.rules} />
      <form method="post" action={props.action} novalidate>
        <PersonFields {...props} ownBusinessOnly={props.rules.ownBusinessOnly} shown={shown} />
        <Button preventDoubleClick>{own.next}</Button>
      </form>
    </Page>
  );
}

/** Who it is: the same on every form that asks for a person. */
export interface PersonFieldsProps
  extends Pick<PersonProps, "view" | "typed" | "identityKinds" | "isTopicAsked"> {
  /** 代办 is refused at this hall. */
  ownBusinessOnly: boolean;
  shown: ReturnType<typeof showErrors>;
}

export function PersonFields(props: PersonFieldsProps) {
  const { view, typed, shown } = props;
  const own = bookingCopy(view.lang).person;
  const kinds: Readonly<Record<string, { label: string }>> = disclosureCopy(view.lang).choices.identityKind;
  return (
    <>
      <NameInput
        name="name"
        label={own.name}
        hint={own.nameHint}
        value={typed.name}
        autocomplete="name"
        error={shown.at("name")}
      />
      <Select
        name="identityKind"
        label={own.identityKind}
        labelSize="s"
        value={typed.identityKind}
        options={props.identityKinds.map((kind) => ({ value: kind, text: kinds[kind]?.label ?? kind }))}
        error={shown.at("identityKind")}
      />
      <NumberInput
        name="identityNumber"
        label={own.identityNumber}
        hint={own.identityHint}
        value={typed.identityNumber}
        error={shown.at("identityNumber")}
      />
      <PhoneInput
        name="phone"
        label={own.phone}
        hint={own.phoneHint}
        value={typed.phone}
        autocomplete="tel"
        error={shown.at("phone")}
      />
      {props.isTopicAsked ? (
        <Input
          name="topic"
          label={own.topic}
          labelSize="s"
          hint={own.topicHint}
          value={typed.topic}
          maxlength={100}
          autocomplete="off"
          error={shown.at("topic")}
        />
      ) : null}
      <Agent {...props} />
      <p class="muted">{own.use}</p>
    </>
  );
}

function Agent({ view, typed, shown, ownBusinessOnly }: PersonFieldsProps) {
  const own = bookingCopy(view.lang).person;
  if (ownBusinessOnly) return <p class="muted">{own.own}</p>;
  const isOpen = typed.agentName !== "" || typed.agentPhone !== "" || shown.at("agentName") !== undefined;
  return (
    <Details summary={own.agent} open={isOpen || shown.at("agentPhone") !== undefined}>
      <p class="muted">{own.agentHint}</p>
      <NameInput
        name="agentName"
        label={own.agentName}
        value={typed.agentName}
        autocomplete="off"
        error={shown.at("agentName")}
      />
      <PhoneInput
        name="agentPhone"
        label={own.agentPhone}
        value={typed.agentPhone}
        autocomplete="off"
        error={shown.at("agentPhone")}
      />
    </Details>
  );
}
