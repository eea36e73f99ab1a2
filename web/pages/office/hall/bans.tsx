import type { BanCard } from "../../../../functions/booking/booking.ban.desk.service.ts";
import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Radios } from "../../../components/radios.tsx";
import { Table } from "../../../components/table.tsx";
import { Tag } from "../../../components/tag.tsx";
import { Textarea } from "../../../components/textarea.tsx";
import { copy } from "../../../copy/index.ts";
import { bansCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { dayOf, formatDay, formatInstant } from "../../../words.ts";
import { type HallFrame, HallScreen, hallErrors, type Typed, typedOr } from "./frame.tsx";

export interface BansPageProps extends HallFrame {
  hall: Hall;
  waiting: readonly BanCard[];
  inForce: readonly BanCard[];
  next: string | undefined;
  isFirst: boolean;
}

/** Who may not book for a time: appeals first, because somebody waits for them. */
export function BansPage(props: BansPageProps) {
  const { view, hall, waiting, inForce, next, isFirst } = props;
  const { lang } = view;
  const words = bansCopy(lang);
  return (
    <HallScreen
      {...props}
      title={words.title(hall.name[lang])}
      back={{ href: hallPaths.hall(hall.id), text: hall.name[lang] }}
    >
      <p class="govuk-body">{words.lead}</p>
      {isFirst ? (
        <>
          <h2 class="govuk-heading-m">{words.waiting}</h2>
          {waiting.length === 0 ? (
            <p class="govuk-body muted">{words.noWaiting}</p>
          ) : (
            <BanTable caption={words.waiting} hall={hall} cards={waiting} lang={lang} />
          )}
        </>
      ) : null}
      <h2 class="govuk-heading-m">{words.inForce}</h2>
      {inForce.length === 0 ? (
        <EmptyState icon="person" title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      ) : (
        <BanTable caption={words.inForce} hall={hall} cards={inForce} lang={lang} />
      )}
      {next !== undefined || !isFirst ? (
        <Pagination
          label={copy(lang).common.pagination}
          previous={isFirst ? undefined : { href: hallPaths.bans(hall.id), text: words.first }}
          next={next === undefined ? undefined : { href: hallPaths.bans(hall.id, next), text: words.more }}
        />
      ) : null}
    </HallScreen>
  );
}

function BanTable({
  caption,
  hall,
  cards,
  lang,
}: {
  caption: string;
  hall: Hall;
  cards: readonly BanCard[];
  lang: Language;
}) {
  const { columns, why, appeals } = bansCopy(lang);
  const day = (instant: string) => formatDay(dayOf(instant), lang);
  return (
    <Table
      cards
      caption={<span class="govuk-visually-hidden">{caption}</span>}
      head={Object.values(columns).map((content) => ({ content }))}
      rows={cards.map(({ id, name, number, ban, appeal }) => [
        {
          content: (
            <>
              <a class="govuk-link" href={hallPaths.ban(hall.id, id)}>
                {name}
              </a>
              <span class="queue__reference number">{number}</span>
            </>
          ),
        },
        { content: why(ban), label: columns.why },
        { content: day(ban.from), label: columns.from },
        { content: day(ban.until), label: columns.until },
        { content: appeals[appeal], label: columns.appeal },
      ])}
    />
  );
}

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
