import type { OwnBan } from "../../../functions/booking/booking.appeal.service.ts";
import { Button } from "../../components/button.tsx";
import { Card } from "../../components/card.tsx";
import { EmptyState } from "../../components/empty-state.tsx";
import { ErrorSummary } from "../../components/error-summary.tsx";
import type { FieldErrors } from "../../components/field-errors.ts";
import { showErrors } from "../../components/field-errors.ts";
import { NotificationBanner } from "../../components/notification-banner.tsx";
import { Textarea } from "../../components/textarea.tsx";
import { appealCopy } from "../../copy/appeal.ts";
import { copy } from "../../copy/index.ts";
import { Page } from "../../layout/page.tsx";
import { appealPaths } from "../../paths.hall.ts";
import type { View } from "../../view.ts";
import { formatInstant } from "../../words.ts";
import { ProofFields } from "./proof-fields.tsx";

export interface AppealPageProps {
  view: View;
  phone?: string | undefined;
  typed: { code: string; phone: string; text?: string | undefined; ban?: string | undefined };
  errors: FieldErrors;
}

const errorsOf = ({ view, errors }: AppealPageProps) => {
  const { code, phone, text, errors: sentences } = appealCopy(view.lang);
  return showErrors(errors, { copy: copy(view.lang), labels: { code, phone, text }, sentences });
};

/** Code and telephone of a booking, by which its person sees whether they are stopped. */
export function AppealPage(props: AppealPageProps) {
  const { view, phone, typed } = props;
  const words = appealCopy(view.lang);
  const { common } = copy(view.lang);
  const shown = errorsOf(props);
  return (
    <Page view={view} title={words.title} error={shown.any} current="bookings" phone={phone}>
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      <h1 class="govuk-heading-l">{words.title}</h1>
      <p class="govuk-body">{words.lead}</p>
      <form method="post" action={appealPaths.appeals()} novalidate>
        <ProofFields words={words} typed={typed} shown={shown} />
        <Button preventDoubleClick>{words.find}</Button>
      </form>
    </Page>
  );
}

export interface OwnBansPageProps extends AppealPageProps {
  bans: readonly OwnBan[];
  /** The appeal has just been sent. */
  sent: boolean;
}

/** One's own stops in a hall, each with its reason, what became of the appeal, and a form where there is none. */
export function OwnBansPage(props: OwnBansPageProps) {
  const { view, phone, bans, sent } = props;
  const words = appealCopy(view.lang);
  const { common } = copy(view.lang);
  const shown = errorsOf(props);
  return (
    <Page
      view={view}
      title={words.found}
      error={shown.any}
      current="bookings"
      phone={phone}
      back={appealPaths.appeals()}
    >
      {shown.any ? <ErrorSummary title={common.errorTitle} errors={shown.summary} /> : null}
      {sent ? <NotificationBanner title={common.success} kind="success" text={words.sent} /> : null}
      <h1 class="govuk-heading-l">{words.found}</h1>
      {bans.length === 0 ? (
        <EmptyState icon="check" title={words.none.title}>
          {words.none.text}
        </EmptyState>
      ) : (
        bans.map((own) => <OneBan {...props} own={own} shown={shown} />)
      )}
    </Page>
  );
}

type OneBanProps = OwnBansPageProps & { own: OwnBan; shown: ReturnType<typeof errorsOf> };

function OneBan(props: OneBanProps) {
  const { view, own } = props;
  const { lang } = view;
  const words = appealCopy(lang);
  const { ban, appealedAt } = own;
  const facts = [
    [words.why, words.whyOf(ban)],
    [words.until, formatInstant(ban.until, lang)],
  ] as const;
  return (
    <Card title={words.hall(own.hall.name[lang])}>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div class="facts__item">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      {ban.decision === undefined ? null : (
        <>
          <p class="govuk-body">{words.decided[ban.decision.outcome]}</p>
          <p class="govuk-body">
            {words.reason}：{ban.decision.reason}
          </p>
        </>
      )}
      {ban.decision === undefined && appealedAt !== undefined ? (
        <p class="govuk-body">{words.sentAt(formatInstant(appealedAt, lang))}</p>
      ) : null}
      {ban.decision === undefined && appealedAt === undefined ? <AppealForm {...props} /> : null}
    </Card>
  );
}

/** What opened the page goes along, because nothing of it stands in an address or a cookie. */
function AppealForm({ view, typed, own, bans, shown }: OneBanProps) {
  const words = appealCopy(view.lang);
  const isThis = typed.ban === own.id || bans.length === 1;
  return (
    <form method="post" action={appealPaths.appealSend()} novalidate>
      <input type="hidden" name="code" value={typed.code} />
      <input type="hidden" name="phone" value={typed.phone} />
      <input type="hidden" name="ban" value={own.id} />
      <Textarea
        name="text"
        id={isThis ? "text" : `text-${own.id}`}
        label={words.text}
        hint={words.textHint}
        rows={5}
        maxlength={1000}
        value={isThis ? typed.text : ""}
        error={isThis ? shown.at("text") : undefined}
      />
      <Button preventDoubleClick>{words.send}</Button>
    </form>
  );
}
