import type { Release } from "../../../functions/booking/booking.hall.ts";
import type { ReleaseMode } from "../../../functions/booking/booking.release.ts";
import { bookingCopy } from "../../copy/booking.ts";
import type { View } from "../../view.ts";

/** How the seats of a place are given out for what somebody wants to do. */
export interface ReleaseShown {
  readonly mode: ReleaseMode;
  readonly when: Release;
  /** So many hours before it one can take a ticket or register. */
  readonly hours: number;
  /** So many minutes after it everybody can book, where turns are drawn. */
  readonly minutes: number;
}

/** In order of arrival, by ticket or by lot, and at which hour: before anybody looks for a day. */
export function ReleaseHow({ view, release }: { view: View; release: ReleaseShown }) {
  const words = bookingCopy(view.lang).days.how;
  const { mode, when, hours, minutes } = release;
  return (
    <section aria-labelledby="release">
      <h2 class="govuk-heading-s" id="release">
        {words.title}
      </h2>
      <ul class="govuk-list govuk-list--bullet">
        <li>{words[when.unit](when.ahead, when.at)}</li>
        <li>{mode === "arrival" ? words.arrival : words[mode](hours, when.at, minutes)}</li>
      </ul>
    </section>
  );
}
