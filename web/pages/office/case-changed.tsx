import type { OfficeView } from "../../../functions/disclosure/disclosure.service.ts";
import { NotificationBanner } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";
import { Events } from "./case-events.tsx";
import type { ActionState } from "./case-form.tsx";

export interface ChangedProps {
  lang: Language;
  record: Pick<OfficeView, "events" | "actions">;
  /** The version that the person had before them. */
  since: number;
  /** What the person sent. */
  state: Pick<ActionState, "action" | "values"> | undefined;
}

/** Somebody was faster: what they did, and that nothing of what was typed is lost. */
export function Changed({ lang, record, since, state }: ChangedProps) {
  const { common } = copy(lang);
  const office = officeCopy(lang);
  const words = office.action.changed;
  const news = since < 1 ? [] : record.events.filter((event) => event.n > since);
  const typed = [state?.values.reason, state?.values.reply].filter(
    (text) => text !== undefined && text !== "",
  );
  const stillOpen = state !== undefined && record.actions.some((action) => action === state.action);
  return (
    <NotificationBanner title={common.important} role="alert">
      <p class="govuk-notification-banner__heading">{words.title}</p>
      <p class="govuk-body">{news.length > 0 ? words.text : words.same}</p>
      {news.length > 0 ? <Events lang={lang} events={news} /> : null}
      {stillOpen ? <p class="govuk-body">{words.again}</p> : null}
      {!stillOpen && typed.length > 0 ? (
        <>
          <p class="govuk-body">{words.over}</p>
          {typed.map((text) => (
            <blockquote class="typed-text typed-text--kept">{text}</blockquote>
          ))}
        </>
      ) : null}
    </NotificationBanner>
  );
}
