import { Button, NotificationBanner } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { officeCopy } from "../../copy/office.ts";
import { paths } from "../../paths.ts";
import type { QueuePageProps } from "./queue.tsx";
import { SearchBox } from "./search-box.tsx";

/** The name of the queue, what is searched for in it, and the way to enter what came on paper. */
export function QueueHead({ view: { lang }, unit, mayEnter, handedOver }: QueuePageProps) {
  const { common } = copy(lang);
  const office = officeCopy(lang);
  return (
    <>
      {handedOver ? (
        <NotificationBanner title={common.success} kind="success" text={office.aside.done.transfer} />
      ) : null}
      <div class="queue-head">
        <h1 class="govuk-heading-l">{office.queue.titleOf(unit.name)}</h1>
        <SearchBox lang={lang} unit={unit.code} />
      </div>
      {mayEnter ? (
        <Button kind="secondary" href={paths.officeIntake()}>
          {office.intake.title}
        </Button>
      ) : null}
    </>
  );
}
