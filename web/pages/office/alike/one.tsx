import type { GroupView } from "../../../../functions/alike/alike.service.ts";
import type { FieldErrors } from "../../../components/index.ts";
import {
  Button,
  Card,
  ErrorSummary,
  InsetText,
  NotificationBanner,
  showErrors,
  Table,
  Textarea,
  WarningText,
} from "../../../components/index.ts";
import { copy } from "../../../copy/index.ts";
import { officeCopy } from "../../../copy/office.ts";
import { officeAlikeCopy } from "../../../copy/office-alike.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { alikePaths } from "../../../paths.alike.ts";
import { paths } from "../../../paths.ts";
import type { View } from "../../../view.ts";
import { dayOf, formatDay, formatReference } from "../../../words.ts";
import { WayBack } from "../way-back.tsx";

export interface AlikeGroupProps extends GroupView {
  view: View;
  person: { name: string; unit: string };
  outcomeOf: (code: string) => string | undefined;
  done?: string | undefined;
  errors?: FieldErrors | undefined;
  /** What was typed as the reason. */
  reason?: string | undefined;
  /** Somebody was faster. */
  problem?: boolean | undefined;
}

/** Requests that ask alike, side by side; one tap proposes to publish the answer to one of them. */
export function AlikeGroupPage(props: AlikeGroupProps) {
  const { view, person, group, mayDecide, publishable, done, errors = [], problem } = props;
  const { lang } = view;
  const { common } = copy(lang);
  const words = officeAlikeCopy(lang);
  const shown = showErrors(errors, {
    copy: copy(lang),
    labels: { reason: words.dismiss.reason },
    sentences: words.errors,
  });
  const good = words.done[done ?? ""];
  return (
    <OfficePage
      view={view}
      title={`${words.title}: ${group.title}`}
      person={person}
      current="published"
      error={shown.any}
      before={<WayBack lang={lang} href={alikePaths.list()} text={words.back} />}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {good ? <NotificationBanner title={common.success} kind="success" text={good} /> : null}
      {problem ? <WarningText prefix={common.warning}>{words.changed}</WarningText> : null}
      <h1 class="govuk-heading-l">{group.title}</h1>
      <p class="govuk-body">
        {words.asked(group.askers.length, group.requests)}
        {group.suggestedBy.length > 0 ? ` · ${words.suggested(group.suggestedBy.length)}` : ""}
      </p>
      <Decided {...props} />
      <Members {...props} />
      {mayDecide && publishable.length === 0 ? <InsetText>{words.nothingYet}</InsetText> : null}
      {mayDecide && group.decision === undefined ? (
        <Card title={words.dismiss.title}>
          <form method="post" action={alikePaths.act(group.id, "dismiss")} class="act__form" novalidate>
            <input type="hidden" name="version" value={String(group.version)} />
            <Textarea
              name="reason"
              label={words.dismiss.reason}
              hint={words.dismiss.hint}
              rows={2}
              value={props.reason}
              error={shown.at("reason")}
            />
            <Button kind="secondary" preventDoubleClick>
              {words.dismiss.button}
            </Button>
          </form>
        </Card>
      ) : null}
    </OfficePage>
  );
}

function Decided({ view: { lang }, group: { decision } }: AlikeGroupProps) {
  if (decision === undefined) return null;
  const words = officeAlikeCopy(lang);
  return (
    <InsetText>
      {words.decided[decision.kind](decision.by.name, formatDay(dayOf(decision.at), lang))}
      {decision.reason ? <p class="govuk-body typed-text">{decision.reason}</p> : null}
      {decision.reference ? (
        <p class="govuk-body">
          <a class="govuk-link" href={paths.officePublishedOf(decision.reference)}>
            {words.toAnswer}
          </a>
        </p>
      ) : null}
    </InsetText>
  );
}

function Members({ view: { lang }, group, heads, publishable, mayDecide, outcomeOf }: AlikeGroupProps) {
  const words = officeAlikeCopy(lang);
  const { states } = officeCopy(lang).case;
  return (
    <Table
      cards
      class="queue"
      caption={words.members}
      captionSize="m"
      head={Object.values(words.columns).map((content) => ({ content }))}
      rows={heads.map((head) => [
        {
          content: (
            <>
              <a class="govuk-link" href={paths.officeCase(head.reference)}>
                {head.title}
              </a>
              <br />
              <span class="muted number">{formatReference(head.reference)}</span>
            </>
          ),
          class: "queue__title",
        },
        { content: head.applicantMasked, label: words.columns.applicant },
        { content: states[head.state], label: words.columns.state },
        {
          content: (
            <>
              {head.answer ? (outcomeOf(head.answer.outcome) ?? "") : words.notAnswered}
              {mayDecide && publishable.includes(head.reference) && group.decision === undefined ? (
                <form method="post" action={alikePaths.act(group.id, "propose")}>
                  <input type="hidden" name="version" value={String(group.version)} />
                  <input type="hidden" name="reference" value={head.reference} />
                  <Button kind="secondary" preventDoubleClick>
                    {words.propose}
                  </Button>
                  <p class="muted">{words.proposeHint}</p>
                </form>
              ) : null}
            </>
          ),
          label: words.columns.answer,
        },
      ])}
    />
  );
}
