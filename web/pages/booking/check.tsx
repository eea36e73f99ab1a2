import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { Party } from "../../../functions/booking/booking.ts";
import type { SummaryRow } from "../../components/index.ts";
import { Button, SummaryList } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { disclosureCopy } from "../../copy/disclosure.ts";
import { Page } from "../../layout/page.tsx";
import type { View } from "../../view.ts";
import { formatDay } from "../../words.ts";
import type { ErrandShown } from "./place.tsx";
import { placeName } from "./place.tsx";
import type { Slow } from "./slow.tsx";
import { SEND_ID, SlowMessage, SlowSummary } from "./slow.tsx";
import { rulesWords } from "./words.ts";

export interface CheckProps {
  view: View;
  errand: ErrandShown;
  at: { day: string; time: string };
  person: Party;
  rules: RuleSet;
  /** Which person this page shows. */
  turn: number;
  /** It was sent too often. */
  slow?: Slow | undefined;
  action: string;
  links: {
    readonly services: string;
    readonly days: string;
    readonly times: string;
    readonly person: string;
  };
}

export function BookingCheckPage(props: CheckProps) {
  const { view, errand, at, rules, links, slow } = props;
  const words = bookingCopy(view.lang);
  const own = words.check;
  const row = (key: string, value: string, href: string): SummaryRow => ({
    key,
    value: <bdi class="answer">{value}</bdi>,
    actions: [{ href, text: own.change, hidden: key }],
  });
  const people =
    errand.people > 1 ? [row(words.place.people, words.place.peopleCount(errand.people), links.days)] : [];
  const when = `${formatDay(at.day, view.lang)} ${at.time}`;
  return (
    <Page
      view={view}
      title={`${own.title} - ${words.title}`}
      back={links.person}
      error={slow !== undefined}
      task
    >
      <SlowSummary view={view} slow={slow} />
      <h1 class="govuk-heading-l">{own.title}</h1>
      <SummaryList
        class="answers"
        card={{ title: own.visit }}
        rows={[
          row(
            words.place.when,
            `${when}${view.lang === "zh" ? "（" : " ("}${words.beijing}${view.lang === "zh" ? "）" : ")"}`,
            links.times,
          ),
          row(words.place.hall, `${placeName(errand.at)}`, links.services),
          ...errand.services.map((service) => row(words.place.service, service, links.services)),
          ...(errand.received === undefined ? [] : [row(words.place.received, errand.received, links.times)]),
          ...people,
        ]}
      />
      <SummaryList class="answers" card={{ title: own.who }} rows={personRows(props)} />
      <h2 class="govuk-heading-m">{own.rules}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {rulesWords(rules, view.lang).map((line) => (
          <li>{line}</li>
        ))}
      </ul>
      <form method="post" action={props.action}>
        <input type="hidden" name="turn" value={String(props.turn)} />
        <SlowMessage view={view} slow={slow} />
        <Button id={SEND_ID} preventDoubleClick>
          {own.button}
        </Button>
      </form>
    </Page>
  );
}

function personRows({ view, person, links }: CheckProps): SummaryRow[] {
  const own = bookingCopy(view.lang).check;
  const kinds: Readonly<Record<string, { label: string }>> = disclosureCopy(view.lang).choices.identityKind;
  const row = (key: string, value: string, field: string): SummaryRow => ({
    key,
    value: <bdi class="answer">{value}</bdi>,
    actions: [{ href: `${links.person}#${field}`, text: own.change, hidden: key }],
  });
  const document = `${kinds[person.identityKind]?.label ?? ""} ${person.identityNumber}`;
  return [
    row(own.name, person.name, "name"),
    row(own.identity, document, "identityNumber"),
    row(own.phone, person.phone, "phone"),
    ...(person.topic ? [row(own.topic, person.topic, "topic")] : []),
    ...(person.agent ? [row(own.agent, `${person.agent.name} ${person.agent.phone}`, "agentName")] : []),
  ];
}
