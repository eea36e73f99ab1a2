import type { Occasion, OccasionKind } from "../../../functions/booking/booking.occasion.ts";
import type { Standing } from "../../../functions/occasion/occasion.shown.ts";
import { Button, Card, EmptyState, Icon } from "../../components/index.ts";
import { occasionCopy } from "../../copy/occasion.ts";
import { Page } from "../../layout/page.tsx";
import { occasionPaths } from "../../paths.occasion.ts";
import { paths } from "../../paths.ts";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import { closureWords, instantWords } from "../booking/words.ts";

export interface OccasionShown {
  readonly occasion: Occasion;
  readonly standing: Standing;
  readonly name: string;
  readonly where: string;
  readonly address: string;
  readonly phone: string;
  readonly map: string | undefined;
  /** Where its times can be booked. */
  readonly href: string;
}

export interface OccasionListProps {
  view: View;
  kind: OccasionKind;
  occasions: readonly OccasionShown[];
}

/** What is to come, by date: who or what, on which topic, where, and the door to it. */
export function OccasionListPage({ view, kind, occasions }: OccasionListProps) {
  const { lang } = view;
  const words = occasionCopy(lang);
  const own = words[kind];
  const days = Map.groupBy(occasions, ({ occasion }) => occasion.day);
  const other = kind === "reception" ? occasionPaths.events() : occasionPaths.receptions();
  return (
    <Page view={view} title={own.title} back={paths.bookings()} current="bookings">
      <h1 class="govuk-heading-l">{own.title}</h1>
      <p class="govuk-body">{own.lead}</p>
      {occasions.length === 0 ? (
        <EmptyState icon="calendar" title={own.empty}>
          {own.emptyText}
        </EmptyState>
      ) : (
        [...days].map(([day, held]) => (
          <section>
            <h2 class="govuk-heading-m">{formatDay(day, lang)}</h2>
            {held.map((one) => (
              <OccasionCard view={view} kind={kind} shown={one} />
            ))}
          </section>
        ))
      )}
      <p class="after-list">
        <a class="govuk-link" href={other}>
          {words.other[kind]}
        </a>
      </p>
    </Page>
  );
}

function OccasionCard({ view, kind, shown }: { view: View; kind: OccasionKind; shown: OccasionShown }) {
  const { lang } = view;
  const words = occasionCopy(lang);
  const { occasion, standing, name, where, address, phone, map, href } = shown;
  const { host, topic, from, to } = occasion;
  const own = words[kind];
  return (
    <Card
      class="occasion"
      headingLevel={3}
      title={host === undefined ? topic[lang] : own.host(host.name, host.post)}
    >
      <p class="govuk-body">
        {host === undefined ? name : `${words.topic}${lang === "zh" ? "：" : ": "}${topic[lang]}`}
      </p>
      <ul class="place-facts">
        <li>
          <Icon name="clock" />
          <span class="number">
            <span class="govuk-visually-hidden">{words.time} </span>
            {from}–{to}
          </span>
        </li>
        <li>
          <Icon name="place" />
          <span>
            <span class="govuk-visually-hidden">{words.place} </span>
            {where}，{address}{" "}
            {map ? (
              <a class="govuk-link" href={map}>
                {words.map}
              </a>
            ) : null}
          </span>
        </li>
        <li>
          <Icon name="phone" />
          <span>
            <span class="govuk-visually-hidden">{words.phone} </span>
            <a class="govuk-link number" href={paths.phone(phone)}>
              {phone}
            </a>
          </span>
        </li>
      </ul>
      <Door
        view={view}
        standing={standing}
        href={href}
        text={own.book}
        of={`${host?.name ?? topic[lang]} ${from}`}
      />
    </Card>
  );
}

interface DoorProps {
  view: View;
  standing: Standing;
  href: string;
  text: string;
  /** For who does not see which card the button is on. */
  of: string;
}

function Door({ view, standing, href, text, of }: DoorProps) {
  const words = occasionCopy(view.lang);
  switch (standing.is) {
    case "open":
      return (
        <Button href={href}>
          {text}
          <span class="govuk-visually-hidden"> {of}</span>
        </Button>
      );
    case "not_open":
      return <p class="govuk-body muted">{words.opens(instantWords(standing.opensAt, view.lang))}</p>;
    case "over":
      return <p class="govuk-body muted">{words.over}</p>;
    default:
      return (
        <p class="govuk-body">
          {words.closed(
            standing.closure.code === "weekly" ? words.paused : closureWords(standing.closure, view.lang),
          )}
        </p>
      );
  }
}
