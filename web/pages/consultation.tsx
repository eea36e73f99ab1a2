import type { ConsultationView } from "../../functions/disclosure/disclosure.consultation.ts";
import type { Unit } from "../../functions/kit/config.ts";
import type { FieldErrors } from "../components/index.ts";
import {
  Button,
  Card,
  ErrorSummary,
  Input,
  InsetText,
  NotificationBanner,
  Radios,
  SummaryList,
  showErrors,
  Textarea,
} from "../components/index.ts";
import { consultationCopy } from "../copy/consultation.ts";
import { copy } from "../copy/index.ts";
import { Page } from "../layout/page.tsx";
import type { Language, View } from "../view.ts";
import { formatDay } from "../words.ts";

export interface ConsultationProps {
  view: View;
  consultation: ConsultationView;
  /** Undefined when the unit has left the configuration. */
  unit: Unit | undefined;
  /** Where the form goes: the address of this page. */
  action: string;
  words: { opinion: string; reason: string; respondent: string };
  errors: FieldErrors;
  /** Marks this one sending, so that tapping twice does one thing. */
  sending: string;
}

/** Who asks what, by when and what silence means; and the one answer. Nothing of the applicant stands here. */
export function ConsultationPage(props: ConsultationProps) {
  const { view, consultation, unit, errors } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const words = consultationCopy(lang);
  const shown = shownErrors(errors, lang);
  const { state, answeredOn, decision } = consultation;
  return (
    <Page view={view} title={words.title} error={shown.any} phone={unit?.phone}>
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {state === "answered" && answeredOn ? (
        <NotificationBanner
          title={words.answered}
          kind="success"
          text={words.answeredOn(formatDay(answeredOn, lang))}
        />
      ) : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      {state === "over" ? <InsetText>{words.over}</InsetText> : null}
      {decision ? (
        <Card title={words.decision}>
          <p class="govuk-body">{words.decisionLead(formatDay(decision.on, lang))}</p>
          <p class="govuk-body typed-text">{decision.text}</p>
        </Card>
      ) : null}
      {state === "open" ? <p class="govuk-body">{words.lead[consultation.party]}</p> : null}
      <SummaryList
        rows={[
          ...(unit ? [{ key: words.unit, value: unit.name[lang] }] : []),
          { key: words.about, value: <span class="typed-text">{consultation.about}</span> },
          { key: words.until, value: formatDay(consultation.until, lang) },
          ...(unit ? [{ key: words.phone, value: unit.phone }] : []),
        ]}
      />
      {state === "open" ? <Opinion {...props} shown={shown} /> : null}
    </Page>
  );
}

function shownErrors(errors: FieldErrors, lang: Language) {
  const words = copy(lang);
  return showErrors(errors, { copy: words, labels: {}, sentences: consultationCopy(lang).errors });
}

type Shown = ReturnType<typeof shownErrors>;

function Opinion({
  view,
  consultation,
  action,
  words: typed,
  sending,
  shown,
}: ConsultationProps & { shown: Shown }) {
  const { common } = copy(view.lang);
  const words = consultationCopy(view.lang);
  const items = Object.entries(words.opinions).map(([value, label]) => ({ value, label }));
  return (
    <form method="post" action={action} novalidate>
      <input type="hidden" name="sending" value={sending} />
      <p class="govuk-body">{words.silence[consultation.party]}</p>
      <Radios
        name="opinion"
        legend={{ text: words.opinion, size: "m" }}
        items={items}
        value={typed.opinion}
        error={shown.at("opinion")}
      />
      <Textarea
        name="reason"
        label={words.reason}
        labelSize="s"
        hint={words.reasonHint}
        value={typed.reason}
        error={shown.at("reason")}
      />
      <Input
        name="respondent"
        label={common.optional(words.respondent)}
        labelSize="s"
        hint={words.respondentHint}
        value={typed.respondent}
        autocomplete="name"
        error={shown.at("respondent")}
      />
      <p class="muted">{words.once}</p>
      <Button preventDoubleClick>{words.button}</Button>
    </form>
  );
}
