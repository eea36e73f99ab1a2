import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import type { RuleSet } from "../../../../functions/booking/booking.rules.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Details } from "../../../components/details.tsx";
import { rulesCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { formatDay } from "../../../words.ts";
import { Version } from "./forms.tsx";
import { type HallFrame, HallScreen } from "./frame.tsx";

/** A set of rules as sentences, for people who must keep to them. */
export function rulesInWords(set: RuleSet, lang: Language): readonly string[] {
  const words = rulesCopy(lang);
  return [
    words.persons[set.persons],
    words.oneLive[set.oneLivePer],
    ...set.limits.map((limit) => words.limit(limit)),
    words.cancel(set.cancelBeforeMinutes),
    words.own[set.ownBusinessOnly ? "yes" : "no"],
    ...set.penalties.map((penalty) => words.penalty(penalty)),
    ...(set.penalties.length > 0 ? [words.appeal] : []),
  ];
}

export interface RulesPageProps extends HallFrame {
  hall: Hall;
  version: number;
  today: string;
}

/** The rules in force, those to come and those before. */
export function RulesPage(props: RulesPageProps) {
  const { view, hall, today, mayWrite } = props;
  const { lang } = view;
  const words = rulesCopy(lang);
  const current = hall.rules.findLast(({ from }) => from <= today);
  const coming = hall.rules.filter(({ from }) => from > today);
  const past = hall.rules.filter(({ from }) => current !== undefined && from < current.from);
  return (
    <HallScreen
      {...props}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <Card title={words.inForce}>
        {current === undefined ? (
          <p class="govuk-body">{words.none}</p>
        ) : (
          <>
            <p class="govuk-body muted">{words.since(formatDay(current.from, lang))}</p>
            <Sentences set={current} lang={lang} />
          </>
        )}
      </Card>
      {coming.map((set) => (
        <Coming {...props} set={set} />
      ))}
      <p class="govuk-body muted">{words.underOld}</p>
      {mayWrite ? <Button href={hallPaths.newRules(hall.id)}>{words.change}</Button> : null}
      {past.length === 0 ? null : (
        <Details summary={words.past}>
          {past.toReversed().map((set) => (
            <>
              <h3 class="govuk-heading-s">{words.since(formatDay(set.from, lang))}</h3>
              <Sentences set={set} lang={lang} />
            </>
          ))}
        </Details>
      )}
    </HallScreen>
  );
}

function Coming({ view: { lang }, hall, version, mayWrite, set }: RulesPageProps & { set: RuleSet }) {
  const words = rulesCopy(lang);
  const from = formatDay(set.from, lang);
  return (
    <Card title={words.coming(from)}>
      <Sentences set={set} lang={lang} />
      {mayWrite ? (
        <form method="post" action={hallPaths.rules(hall.id)}>
          <Version version={version} />
          <input type="hidden" name="action" value="remove" />
          <input type="hidden" name="from" value={set.from} />
          <button class="link-button" type="submit">
            {words.remove}
            <span class="govuk-visually-hidden"> {from}</span>
          </button>
        </form>
      ) : null}
    </Card>
  );
}

export const Sentences = ({ set, lang }: { set: RuleSet; lang: Language }) => (
  <ul class="govuk-list govuk-list--bullet">
    {rulesInWords(set, lang).map((sentence) => (
      <li>{sentence}</li>
    ))}
  </ul>
);
