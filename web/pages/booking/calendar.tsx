import type { DayOutlook } from "../../../functions/booking/booking.outlook.ts";
import { join } from "../../components/attributes.ts";
import { weeksOf } from "../../components/calendar.tsx";
import { bookingCopy } from "../../copy/booking.ts";
import { copy } from "../../copy/index.ts";
import type { View } from "../../view.ts";
import { formatMonth } from "../../words.ts";
import { dayWords, outlookWords } from "./words.ts";

export interface BookingCalendarProps {
  view: View;
  /** "2026-11". */
  month: string;
  days: readonly DayOutlook[];
  linkOf: (day: string) => string;
  /** A booking is moved, and nobody waits for a day with a booking in hand. */
  moving?: boolean | undefined;
}

/** A month as a table with Monday first: a day that can be booked or waited for is a link, and each day says in words how it stands. */
export function BookingCalendar(props: BookingCalendarProps) {
  const { view, month, days } = props;
  const known = new Map(days.map((outlook) => [outlook.day, outlook]));
  const isAhead = (day: string | undefined) => day !== undefined && known.get(day)?.state !== "past";
  // Weeks that are over only push the others out of sight.
  const weeks = weeksOf(month).filter((week) => week.some(isAhead));
  if (weeks.length === 0) return null;
  return (
    <table class="calendar__month booking-calendar">
      <caption class="calendar__caption">{formatMonth(`${month}-01`, view.lang)}</caption>
      <thead>
        <tr>
          {copy(view.lang).common.weekdays.map((weekday) => (
            <th scope="col" class="calendar__weekday">
              {weekday}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeks.map((week) => (
          <tr>
            {week.map((day) => (
              <Cell {...props} outlook={day === undefined ? undefined : known.get(day)} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface CellProps extends Pick<BookingCalendarProps, "view" | "linkOf" | "moving"> {
  outlook: DayOutlook | undefined;
}

function Cell({ view, outlook, linkOf, moving }: CellProps) {
  if (outlook === undefined) return <td class="calendar__day calendar__day--none" />;
  const shown = <Shown view={view} outlook={outlook} />;
  if (!leadsOn(outlook, moving)) return <td class="calendar__day">{shown}</td>;
  return (
    <td
      class={join(
        "calendar__day",
        outlook.state === "open" ? "calendar__day--counted" : "calendar__day--full",
      )}
    >
      <a class="booking-calendar__link" href={linkOf(outlook.day)}>
        {shown}
      </a>
    </td>
  );
}

/**
 * A full day leads to its waiting list, and one that opens by ticket or by lot to that: its page says from when. Who moves a
 * booking has no use for either.
 */
export function leadsOn(outlook: DayOutlook, moving: boolean | undefined): boolean {
  if (outlook.state === "open") return true;
  if (moving === true) return false;
  return outlook.state === "full" || (outlook.state === "not_open" && outlook.ahead !== undefined);
}

function Shown({ view, outlook }: { view: View; outlook: DayOutlook }) {
  return (
    <>
      <span aria-hidden="true" class="calendar__number">
        {Number(outlook.day.slice(8))}
      </span>
      <span aria-hidden="true" class="calendar__note">
        {shortWords(view, outlook)}
      </span>
      <span class="govuk-visually-hidden">
        {dayWords(outlook.day, view.lang)} {outlookWords(outlook, view.lang)}
      </span>
    </>
  );
}

/** One or two characters below the number; nothing where the number alone says it. */
function shortWords(view: View, outlook: DayOutlook): string {
  const words = bookingCopy(view.lang).days;
  switch (outlook.state) {
    case "open":
      return outlook.free === undefined ? words.some : words.free(outlook.free);
    case "full":
      return words.full;
    case "closed":
      return outlook.closure.code === "unannounced" ? words.pendingShort : words.restShort;
    case "not_open":
      if (outlook.ahead?.now !== true) return words.laterShort;
      return outlook.ahead.by === "lottery" ? words.lotShort : words.ticketShort;
    case "over":
      return words.over;
    default:
      return "";
  }
}
