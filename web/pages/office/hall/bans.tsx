import type { BanCard } from "../../../../functions/booking/booking.ban.desk.service.ts";
import type { Hall } from "../../../../functions/booking/booking.hall.ts";
import { EmptyState } from "../../../components/empty-state.tsx";
import { Pagination } from "../../../components/pagination.tsx";
import { Table } from "../../../components/table.tsx";
import { copy } from "../../../copy/index.ts";
import { bansCopy } from "../../../copy/office-hall.ts";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import { dayOf, formatDay } from "../../../words.ts";
import { type HallFrame, HallScreen } from "./frame.tsx";

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
