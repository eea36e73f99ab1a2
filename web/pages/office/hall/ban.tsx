import type { BanCard } from "../../../../functions/booking/booking.ban.desk.service.ts";
import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Tag } from "../../../components/tag.tsx";
import { Textarea } from "../../../components/textarea.tsx";
import { bansCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import { formatInstant } from "../../../words.ts";
import { type HallFrame, HallScreen, hallErrors, type Typed, typedOr } from "./frame.tsx";

export interface BanPageProps extends HallFrame {
  hall: Hall;
  card: BanCard;
  said: string | undefined;
  mayDecide: boolean;
  typed?: Typed;
}

/** One ban: why, what its person says, and what is decided. */
export function BanPage(props: BanPageProps) {
  const { view, hall, card, said, mayDecide, conflict } = props;
  const { lang } = view;
  const { one, columns, why, states, title } = bansCopy(lang);
  const { ban } = card;
  const shown = hallErrors(props, { outcome: one.outcome, reason: one.reason });
  const facts = [
    [columns.why, why(ban)],
    [columns.from, formatInstant(ban.from, lang)],
    [columns.until, formatInstant(ban.until, lang)],
  ] as const;
  return (
    <HallScreen
      {...props}
      conflict={undefined}
      said={conflict === undefined ? undefined : one.changed}
      shown={shown}
      title={one.title(card.name, card.number)}
      back={{ href: hallPaths.bans(hall.id), text: title(hall.name[lang]) }}
    >
      <p class="govuk-body">
        <Tag colour={card.state === "in_force" ? "yellow" : "grey"}>{states[card.state]}</Tag>
      </p>
      <dl class="facts">
        {facts.map(([name, text]) => (
          <div class="facts__item">
            <dt>{name}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <Card title={one.said}>
        {ban.appeal === undefined ? (
          <p class="govuk-body muted">{one.nothing}</p>
        ) : (
          <>
            <p class="govuk-body muted">{one.saidAt(formatInstant(ban.appeal.at, lang))}</p>
            <p class="typed-text">{said}</p>
          </>
        )}
      </Card>
      {ban.decision === undefined ? null : (
        <Card title={one.decide}>
          <p class="govuk-body">
            {one.decided(
              one.outcomes[ban.decision.outcome],
              ban.decision.byName,
              formatInstant(ban.decision.at, lang),
            )}
          </p>
          <p class="typed-text">{ban.decision.reason}</p>
        </Card>
      )}
      {ban.decision === undefined && mayDecide ? <Decide {...props} shown={shown} /> : null}
    </HallScreen>
  );
}

function Decide({
  view: { lang },
  hall,
  card,
  typed,
  shown,
}: BanPageProps & { shown: ReturnType<typeof hallErrors> }) {
  const { one } = bansCopy(lang);
  return (
    <Card title={one.decide}>
      <form method="post" action={hallPaths.ban(hall.id, card.id)} novalidate>
        <input type="hidden" name="version" value={String(card.ban.version)} />
        <Radios
          name="outcome"
          legend={{ text: one.outcome }}
          value={typedOr(typed, "outcome", "")}
          error={shown.at("outcome")}
          items={(["lifted", "kept"] as const).map((value) => ({
            value,
            label: one.outcomes[value],
            hint: one[value],
          }))}
        />
        <Textarea
          name="reason"
          label={one.reason}
          hint={one.reasonHint}
          rows={3}
          maxlength={500}
          value={typedOr(typed, "reason", "")}
          error={shown.at("reason")}
        />
        <Button preventDoubleClick>{one.button}</Button>
      </form>
    </Card>
  );
}
