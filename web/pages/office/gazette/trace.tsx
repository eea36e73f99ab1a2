import type { GazetteHead } from "../../../../functions/gazette/gazette.record.ts";
import { Card, Timeline } from "../../../components/index.ts";
import { officeGazetteCopy } from "../../../copy/office-gazette.ts";
import { gazettePaths } from "../../../paths.gazette.ts";
import type { View } from "../../../view.ts";
import { formatInstant } from "../../../words.ts";

/** Who did what, the newest first; what was published can be read as it was then. */
export function GazetteTraceCard({ view, head }: { view: View; head: GazetteHead }) {
  const words = officeGazetteCopy(view.lang);
  const published = head.live?.n ?? 0;
  return (
    <Card title={words.trace}>
      <Timeline
        items={[...head.trace].reverse().map(({ at, by, action, n, reason }) => ({
          title: words.traceLine(words.traced[action], words.nth(n), by?.name ?? words.clock),
          when: formatInstant(at, view.lang),
          datetime: at,
          detail:
            reason !== undefined ? (
              <p class="typed-text">{reason}</p>
            ) : (action === "approve" || action === "publish") && n <= published ? (
              <a class="govuk-link" href={gazettePaths.version(head.id, n)}>
                {words.preview}
                <span class="govuk-visually-hidden"> {words.nth(n)}</span>
              </a>
            ) : undefined,
        }))}
      />
    </Card>
  );
}
