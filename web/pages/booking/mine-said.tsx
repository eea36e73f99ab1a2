import type { MyBooking } from "../../../functions/booking/booking.mine.service.ts";
import type { RuleSet } from "../../../functions/booking/booking.rules.ts";
import type { Booking, HistoryEntry } from "../../../functions/booking/booking.ts";
import { InsetText, WarningText } from "../../components/index.ts";
import { bookingCopy } from "../../copy/booking.ts";
import { copy } from "../../copy/index.ts";
import { appealPaths } from "../../paths.hall.ts";
import type { View } from "../../view.ts";
import { changeRulesWords, timeWords } from "./words.ts";

/** What has happened to it and what that means, in sentences. */
export function MineSaid({ view, mine }: { view: View; mine: MyBooking }) {
  const { booking, rules, tooLate } = mine;
  const words = bookingCopy(view.lang).mine;
  const last = booking.history.at(-1);
  const lines = [...(booking.rebook ? [words.rebook] : []), ...stateLines(booking, view, last)];
  return (
    <>
      {lines.map((line) => (
        <InsetText>{line}</InsetText>
      ))}
      {warningsOf(last, rules, view).map((line) => (
        <WarningText prefix={copy(view.lang).common.warning}>{line}</WarningText>
      ))}
      {tooLate ? <WarningText prefix={copy(view.lang).common.warning}>{words.tooLate}</WarningText> : null}
      {booking.state === "no_show" || last?.banned !== undefined ? (
        <p class="no-print">
          <a class="govuk-link" href={appealPaths.appeals(booking.code)}>
            {bookingCopy(view.lang).refused.appeal}
          </a>
        </p>
      ) : null}
    </>
  );
}

function stateLines(booking: Booking, view: View, last: HistoryEntry | undefined): string[] {
  const words = bookingCopy(view.lang).mine;
  switch (booking.state) {
    case "booked":
      return last?.action === "move" && last.from ? [words.moved(timeWords(last.from, view.lang))] : [];
    case "cancelled":
      return [words.cancelledLine];
    case "expired":
      return [words.expiredLine];
    case "checked_in":
      return [words.checkedInLine];
    case "finished":
      return [words.finishedLine];
    case "no_show":
      return [words.noShowLine];
    default:
      return [];
  }
}

/** A count has come close to a limit, or has reached it. */
function warningsOf(last: HistoryEntry | undefined, rules: RuleSet, view: View): string[] {
  const { mine, rules: words } = bookingCopy(view.lang);
  if (last?.banned !== undefined) return [mine.bannedLine];
  const near = rules.penalties.filter(({ id }) => last?.warned?.includes(id));
  return near.map(({ counts, per, at, banDays }) => words[counts](words[per], at, banDays));
}

/** What a page that asks once more says about cancelling. */
export function cancelLines({ booking, rules }: MyBooking, view: View): string[] {
  const words = bookingCopy(view.lang).cancel;
  if (booking.state === "held") return [...words.lines, words.hold];
  if (booking.rebook) return [...words.lines, words.noCount];
  return [...words.lines, ...changeRulesWords(rules, view.lang)];
}
