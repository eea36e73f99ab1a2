/** The dates by which questions are promised a reply, as the clock counts them again for the order of the queue. */
import type { Calendar } from "../calendar/calendar.ts";
import type { DatedKind } from "../case/case.recount.service.ts";
import { datedKind } from "../case/case.recount.service.ts";
import type { CaseStore } from "../case/case.store.ts";
import type { AdviceEvent, AdviceHead } from "./advice.case.ts";
import { queueOf } from "./advice.case.ts";

export interface AdviceDates {
  readonly cases: CaseStore<AdviceHead, AdviceEvent>;
  readonly calendar: Calendar;
}

/** A head holds no date, pages count it anew: only the row of the queue has to move. */
export const adviceDates = ({ cases, calendar }: AdviceDates): DatedKind =>
  datedKind<AdviceHead>(cases, (head, card) => {
    const { dueOn, provisional } = queueOf(head, calendar);
    return dueOn === card.dueOn && provisional === card.provisional ? undefined : head;
  });
