import type { RectificationEvent } from "../../../../functions/rectification/rectification.case.ts";
import type { FieldErrors, ShownErrors } from "../../../components/index.ts";
import { Timeline } from "../../../components/index.ts";
import { officeRectificationCopy } from "../../../copy/office-rectification.ts";
import type { Language } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";
import { showRectificationErrors } from "../../rectification/errors.ts";
import { nameOf } from "../case-events.tsx";
import { wordFor } from "../queue-table.tsx";

/** The codes of the office's own fields in words, besides those of the application. */
export const showOfficeErrors = (errors: FieldErrors, lang: Language, organisation = false): ShownErrors =>
  showRectificationErrors(errors, lang, organisation, officeRectificationCopy(lang).errors);

/** What has happened, the newest first. */
export function RectificationEvents({
  lang,
  events,
}: {
  lang: Language;
  events: readonly RectificationEvent[];
}) {
  const words = officeRectificationCopy(lang);
  return (
    <Timeline
      label={words.what}
      items={events.toReversed().map((event) => ({
        title: wordFor(words.events, event.kind),
        when: formatInstant(event.at, lang),
        datetime: event.at,
        who: nameOf(event.by, lang),
        detail: detailOf(event),
      }))}
    />
  );
}

function detailOf(event: RectificationEvent) {
  switch (event.kind) {
    case "assign":
      return event.data.assignee.name;
    case "attach":
    case "add_scan":
      return event.data.file.name;
    case "return":
    case "transfer":
      return <span class="typed-text">{event.data.reason}</span>;
    default:
      return undefined;
  }
}
