/** The days of a reception month, and what they make of a hall. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { openingOf } from "../../functions/booking/booking.hours.ts";
import { planDay } from "../../functions/booking/booking.plan.ts";
import { addDays, chinaCalendar, weekdayOf } from "../../functions/calendar/calendar.ts";
import {
  editedOccasion,
  occasionsOf,
  withoutOccasion,
  withReceptionMonth,
} from "../../functions/occasion/occasion.edit.ts";
import { receptionDays } from "../../functions/occasion/occasion.month.ts";
import { withSeries } from "../../functions/occasion/occasion.series.ts";
import { standingOf } from "../../functions/occasion/occasion.shown.ts";
import { hallOf } from "../booking/halls.ts";

const calendar = chinaCalendar();
const TODAY = "2026-06-15";

const place = { placeZh: "三楼接访室", addressZh: "人民路 1 号 3 楼", phone: "0999-5550100", seats: "1" };
const begun = withSeries(hallOf(), {
  kind: "reception",
  nameZh: "局长接访",
  minutes: "30",
  mostParty: "2",
  ...place,
});
if (!begun.ok) throw new Error("the series is refused");
const hall: Hall = begun.value;
const service = hall.services.at(-1)?.id ?? "";
const room = hall.places.at(-1)?.id ?? "";
const ground = { hall, service, today: TODAY, calendar };
const july = {
  month: "2026-07",
  weekday: "3",
  place: room,
  from: "09:30",
  to: "12:30",
  leaders: "张明 / 局长 / 税收优惠\n李强 / 副局长 / 营商环境\n王芳 ／ 副局长 ／ 个人所得税 / Income tax",
};
const gives = (edited: ReturnType<typeof withReceptionMonth>): Hall => {
  if (!edited.ok) throw new Error(JSON.stringify(edited.errors));
  return edited.value;
};

describe("a reception month", () => {
  test("has a reception week of five days and one day in each of the three weeks after it", () => {
    expect(receptionDays("2026-07", 3, calendar)).toEqual([
      ...["2026-07-06", "2026-07-07", "2026-07-08", "2026-07-09", "2026-07-10"],
      ...["2026-07-15", "2026-07-22", "2026-07-29"],
    ]);
  });

  test("never has a reception on a day that is not worked, and goes on to the next day of that week", () => {
    const october = receptionDays("2026-10", 5, calendar);
    expect(october.length).toBeGreaterThan(5);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 5 }), (month, weekday) => {
        const days = receptionDays(`2026-${String(month).padStart(2, "0")}`, weekday, calendar);
        expect(days).toEqual([...new Set(days)].toSorted());
        expect(days.every((day) => calendar.isWorkingDay(day))).toBe(true);
        expect(days.length).toBeLessThanOrEqual(8 + 2);
      }),
    );
    // 1 May 2026 is a Friday: the week before has none of it, and the month begins on Monday the 4th.
    expect(weekdayOf(receptionDays("2026-05", 1, calendar)[0] ?? "")).toBeLessThanOrEqual(5);
  });

  test("makes eight dates on which the leaders take turns, each with the hours of its room", () => {
    const planned = gives(withReceptionMonth(ground, july));
    const dates = occasionsOf(planned, service);
    expect(dates.map(({ host }) => host?.name)).toEqual([
      "张明",
      "李强",
      "王芳",
      "张明",
      "李强",
      "王芳",
      "张明",
      "李强",
    ]);
    expect(dates[2]?.topic).toEqual({ zh: "个人所得税", en: "Income tax" });
    const own = planned.places.find(({ id }) => id === room);
    if (own === undefined) throw new Error("no room");
    expect(planDay(own, "2026-07-06", calendar).seats.map(({ time }) => time)).toEqual([
      "09:30",
      "10:00",
      "10:30",
      "11:00",
      "11:30",
      "12:00",
    ]);
    expect(planDay(own, "2026-07-13", calendar).seats).toEqual([]);
    const opening = openingOf(own.hours, "c1", { day: "2026-07-06", calendar });
    expect(opening).toMatchObject({ note: { zh: "张明（局长）：税收优惠" } });
    // The other rooms of the hall keep their hours.
    expect(planned.places[0]).toEqual(hall.places[0]);
  });

  test("is refused for a month that has begun, twice for the same room, and with a line that names nobody", () => {
    const errors = (values: Partial<typeof july>, today = TODAY, on = hall) => {
      const edited = withReceptionMonth({ ...ground, hall: on, today }, { ...july, ...values });
      return edited.ok ? [] : edited.errors;
    };
    expect(errors({}, "2026-07-06")).toEqual([{ field: "month", code: "begun" }]);
    expect(errors({ month: "2026-13" })).toEqual([{ field: "month", code: "month" }]);
    expect(errors({ leaders: "张明，局长" })).toEqual([{ field: "leaders", code: "leaders" }]);
    expect(errors({ place: "main" })).toEqual([{ field: "place", code: "choose" }]);
    expect(errors({ to: "09:00" })).toEqual([{ field: "to", code: "order" }]);
    const planned = gives(withReceptionMonth(ground, july));
    expect(errors({}, TODAY, planned)).toEqual([{ field: "month", code: "collides" }]);
  });
});

test("a room of 450 is three counters, each with its own lanes", () => {
  const fields = { kind: "event", nameZh: "培训", minutes: "150", mostParty: "5" };
  const wide = gives(withSeries(hallOf(), { ...fields, ...place, seats: "450" }));
  const counters = wide.places.at(-1)?.counters ?? [];
  expect(counters.map(({ lane, seats }) => [lane, seats])).toEqual([
    [1, 200],
    [201, 200],
    [401, 50],
  ]);
});

describe("one date", () => {
  const planned = gives(withReceptionMonth(ground, july));
  const [first] = occasionsOf(planned, service);
  const change = {
    day: "2026-07-06",
    from: "14:00",
    to: "15:00",
    place: room,
    topicZh: "信访",
    hostName: "赵磊",
    hostPost: "书记",
  };

  test("is changed, and its room follows", () => {
    const next = gives(editedOccasion({ ...ground, hall: planned }, first?.id, change));
    expect(occasionsOf(next, service)[0]).toMatchObject({
      id: first?.id,
      host: { name: "赵磊" },
      from: "14:00",
    });
    const own = next.places.find(({ id }) => id === room);
    expect(own && planDay(own, "2026-07-06", calendar).seats.map(({ time }) => time)).toEqual([
      "14:00",
      "14:30",
    ]);
  });

  test("is taken off as long as it has not begun, and what the office has closed stays closed", () => {
    const closed: Hall = {
      ...planned,
      places: planned.places.map((each) =>
        each.id === room
          ? {
              ...each,
              hours: {
                ...each.hours,
                exceptions: [
                  ...each.hours.exceptions,
                  {
                    kind: "closed" as const,
                    from: "2026-07-07",
                    to: "2026-07-07",
                    note: { zh: "停电", en: "No power" },
                  },
                ],
              },
            }
          : each,
      ),
    };
    const next = gives(withoutOccasion({ ...ground, hall: closed }, first?.id ?? ""));
    const own = next.places.find(({ id }) => id === room);
    if (own === undefined) throw new Error("no room");
    expect(planDay(own, "2026-07-06", calendar).seats).toEqual([]);
    const second = occasionsOf(next, service)[0];
    if (second === undefined) throw new Error("no second date");
    const at = { now: "2026-07-01T02:00:00.000Z", calendar };
    expect(second.day).toBe("2026-07-07");
    expect(standingOf(own, second, at)).toMatchObject({ is: "closed", closure: { note: { zh: "停电" } } });
    expect(withoutOccasion({ ...ground, hall: planned, today: "2026-07-06" }, first?.id ?? "").ok).toBe(
      false,
    );
  });

  test("can be booked from its release until its cut-off", () => {
    const own = planned.places.find(({ id }) => id === room);
    if (own === undefined || first === undefined) throw new Error("no date");
    const at = (now: string) => standingOf(own, first, { now, calendar });
    expect(at("2026-06-05T23:59:59.000Z")).toEqual({ is: "not_open", opensAt: "2026-06-06T00:00:00.000Z" });
    expect(at("2026-06-06T00:00:00.000Z")).toEqual({ is: "open" });
    expect(at("2026-07-05T10:00:00.000Z")).toEqual({ is: "over" });
  });

  test("of what is long over is forgotten when the list is written again", () => {
    const later = addDays("2026-07-29", 420);
    const next = gives(
      editedOccasion({ ...ground, hall: planned, today: later }, undefined, {
        ...change,
        day: addDays(later, 3),
      }),
    );
    expect(occasionsOf(next, service)).toHaveLength(1);
  });
});
