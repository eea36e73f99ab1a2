import { Button } from "../../../components/button.tsx";
import { Card } from "../../../components/card.tsx";
import { EmptyState } from "../../../components/empty-state.tsx";
import { NotificationBanner } from "../../../components/notification-banner.tsx";
import { Tag } from "../../../components/tag.tsx";
import { copy } from "../../../copy/index.ts";
import { hallCopy } from "../../../copy/office-hall.ts";
import { OfficePage } from "../../../layout/office-page.tsx";
import { hallPaths } from "../../../paths.hall.ts";
import type { Language } from "../../../view.ts";
import type { HallFrame } from "./frame.tsx";

export interface HallRow {
  readonly id: string;
  readonly name: string;
  readonly places: number;
  readonly counters: number;
  readonly services: number;
  readonly state: "draft" | "fresh" | "published" | "publishing";
  readonly waiting: number;
  /** Whether who looks may open the list of those. */
  readonly mayRebook: boolean;
}

export interface HallsPageProps extends HallFrame {
  halls: readonly HallRow[];
}

/** The halls of a unit, each with whether something in it waits for somebody. */
export function HallsPage({ view, person, halls, mayWrite, done }: HallsPageProps) {
  const words = hallCopy(view.lang);
  const title = words.titleOf(person.unit);
  return (
    <OfficePage view={view} title={title} person={person} current="halls">
      {done === "discarded" ? (
        <NotificationBanner title={copy(view.lang).common.success} kind="success" text={words.done.gone} />
      ) : null}
      <h1 class="govuk-heading-l">{title}</h1>
      {mayWrite ? null : <p class="govuk-body muted">{words.lookOnly}</p>}
      {halls.length === 0 ? (
        <EmptyState icon="place" title={words.empty.title}>
          {mayWrite ? words.empty.text : words.emptyLook}
        </EmptyState>
      ) : (
        halls.map((hall) => <HallCard hall={hall} lang={view.lang} />)
      )}
      {mayWrite ? (
        <Button kind={halls.length === 0 ? "primary" : "secondary"} href={hallPaths.begin()}>
          {words.begin}
        </Button>
      ) : null}
    </OfficePage>
  );
}

export function StateTag({ state, lang }: { state: HallRow["state"]; lang: Language }) {
  return <Tag colour={state === "published" ? "green" : "yellow"}>{hallCopy(lang).states[state]}</Tag>;
}

function HallCard({ hall, lang }: { hall: HallRow; lang: Language }) {
  const words = hallCopy(lang);
  return (
    <Card
      title={
        <a class="govuk-link" href={hallPaths.hall(hall.id)}>
          {hall.name}
        </a>
      }
    >
      <p class="govuk-body">
        <StateTag state={hall.state} lang={lang} />{" "}
        {words.hallFacts(hall.places, hall.counters, hall.services)}
      </p>
      {hall.waiting > 0 ? (
        <p class="govuk-body">
          {hall.mayRebook ? (
            <a class="govuk-link" href={hallPaths.worklist(hall.id)}>
              {words.rebook.count(hall.waiting)}
            </a>
          ) : (
            words.rebook.count(hall.waiting)
          )}
        </p>
      ) : null}
    </Card>
  );
}
