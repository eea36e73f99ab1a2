import { Button, ButtonGroup, NotificationBanner } from "../../components/index.ts";
import { copy } from "../../copy/index.ts";
import { intakeCopy } from "../../copy/office-intake.ts";
import { queueCopy } from "../../copy/office-queue.ts";
import { paths } from "../../paths.ts";
import type { QueuePageProps } from "./queue.tsx";
import { SearchBox } from "./search-box.tsx";

/** The name of the queue, what is searched for in it, and the way to enter what came on paper. */
export function QueueHead({ view: { lang }, unit, mayEnter, maySetPeriod, handedOver }: QueuePageProps) {
  const { common } = copy(lang);
  const words = queueCopy(lang);
  return (
    <>
      {handedOver ? (
        <NotificationBanner title={common.success} kind="success" text={words.handedOver} />
      ) : null}
      <div class="queue-head">
        <h1 class="govuk-heading-l">{words.titleOf(unit.name)}</h1>
        <SearchBox lang={lang} unit={unit.code} />
      </div>
      {mayEnter || maySetPeriod ? (
        <ButtonGroup>
          {mayEnter ? (
            <Button kind="secondary" href={paths.officeIntake()}>
              {intakeCopy(lang).title}
            </Button>
          ) : null}
          {mayEnter ? (
            <a class="govuk-link" href={paths.officeRectificationEntry()}>
              {words.rectification.enter}
            </a>
          ) : null}
          {maySetPeriod ? (
            <a class="govuk-link" href={paths.officeRectificationPeriod()}>
              {words.rectification.period}
            </a>
          ) : null}
        </ButtonGroup>
      ) : null}
    </>
  );
}
