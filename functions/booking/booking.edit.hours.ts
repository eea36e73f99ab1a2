/** Changes of the hours of a place: weekly hours, breaks, holidays, single days. Pure. */
import type { Change } from "./booking.edit.change.ts";
import { countersIn, without } from "./booking.edit.change.ts";
import type { Place } from "./booking.hall.ts";
import type { Exception, Hours } from "./booking.hours.ts";

const weekdays = ["1", "2", "3", "4", "5", "6", "7"] as const;

const withHours = (place: Place, hours: Partial<Hours>): Place => ({
  ...place,
  hours: { ...place.hours, ...hours },
});

const addWeekly: Change = ({ place }, reader) => {
  const days = reader.several("weekdays", weekdays).map(Number);
  if (days.length === 0) reader.refuse("weekdays", "choose");
  const hours = [reader.span("from", "to"), reader.span("from2", "to2")].filter((span) => span !== undefined);
  if (hours.length === 0) reader.refuse("from", "required");
  const row = { weekdays: days, hours, ...countersIn(reader, place) };
  return withHours(place, { weekly: [...place.hours.weekly, row] });
};

const addBreak: Change = ({ place }, reader) => {
  const span = reader.span("breakFrom", "breakTo");
  if (span === undefined) reader.refuse("breakFrom", "required");
  const row = { ...(span ?? { from: "12:00", to: "13:00" }), ...countersIn(reader, place) };
  return withHours(place, { breaks: [...place.hours.breaks, row] });
};

const holidays: Change = ({ place }, reader) =>
  withHours(place, {
    holidays: reader.choice("holidays", ["closed", "as_usual"]),
    makeUpAs: Number(reader.choice("makeUpAs", ["0", ...weekdays])),
  });

const addException: Change = ({ place }, reader) => {
  const kind = reader.choice("kind", ["closed", "open"]);
  const from = reader.day("fromDay");
  const to = reader.optionalDay("toDay") ?? from;
  if (to < from) reader.refuse("toDay", "order");
  const note = reader.optionalWords("note", 100);
  const shared = { from, to, ...countersIn(reader, place), ...(note === undefined ? {} : { note }) };
  if (kind === "closed")
    return withHours(place, { exceptions: [...place.hours.exceptions, { kind, ...shared }] });
  const span = reader.span("from", "to");
  if (span === undefined) reader.refuse("from", "required");
  const open: Exception = { kind, ...shared, hours: [span ?? { from: "09:00", to: "12:00" }] };
  return withHours(place, { exceptions: [...place.hours.exceptions, open] });
};

export const hourChanges: Readonly<Record<string, Change>> = {
  add: addWeekly,
  remove: ({ place }, _, values) => withHours(place, { weekly: without(place.hours.weekly, values) }),
  add_break: addBreak,
  remove_break: ({ place }, _, values) => withHours(place, { breaks: without(place.hours.breaks, values) }),
  holidays,
};

export const dayChanges: Readonly<Record<string, Change>> = {
  add: addException,
  remove: ({ place }, _, values) => withHours(place, { exceptions: without(place.hours.exceptions, values) }),
};
