import type {
  ReleaseOutcome,
  UpsetRelease,
} from "../../../../functions/booking/booking.release.change.service.ts";
import { Card } from "../../../components/card.tsx";
import { WarningText } from "../../../components/warning-text.tsx";
import { copy } from "../../../copy/index.ts";
import { hallCopy } from "../../../copy/office-hall.ts";
import type { Language, View } from "../../../view.ts";
import { formatDay, formatInstant } from "../../../words.ts";

/** Beyond so many nobody was counted. */
const MOST_COUNTED = 500;

/** How seats are shared out from then on, and whom that would upset who is in line already. */
export function ReleaseCard({ view: { lang }, release }: { view: View; release: ReleaseOutcome }) {
  const { preview, service } = hallCopy(lang);
  const words = preview.release;
  if (release.changes.length === 0 && release.held.length === 0) return null;
  return (
    <Card title={words.title}>
      {release.changes.length === 0 ? null : (
        <ul class="govuk-list govuk-list--bullet">
          {release.changes.map((change) => (
            <li>
              {words.change(
                change.service.name[lang],
                service.releases[change.from].label,
                service.releases[change.to].label,
              )}{" "}
              {words.to[change.to]}
            </li>
          ))}
        </ul>
      )}
      {release.held.map((held) => (
        <Held lang={lang} held={held} />
      ))}
      {release.held.length === 0 ? null : <p class="govuk-body">{words.wait}</p>}
    </Card>
  );
}

function Held({ lang, held }: { lang: Language; held: UpsetRelease }) {
  const words = hallCopy(lang).preview.release;
  const { place, day, opensAt, upset, tickets, lots } = held;
  const said = words.upset[upset.is];
  const many = (n: number) => (n >= MOST_COUNTED ? words.orMore(n) : String(n));
  return (
    <>
      <WarningText prefix={copy(lang).common.warning}>
        {words.held(place.name[lang], formatDay(day, lang), formatInstant(opensAt, lang))}
      </WarningText>
      <ul class="govuk-list govuk-list--bullet">
        {tickets === 0 ? null : (
          <li>
            {words.tickets(many(tickets))} {said.tickets}
          </li>
        )}
        {lots === 0 ? null : (
          <li>
            {words.lots(many(lots))} {said.lots}
          </li>
        )}
      </ul>
    </>
  );
}
