import { minutesOf, placeInTime, timeOf } from "../../functions/booking/booking.time.ts";
import { addDays, dayOf } from "../../functions/calendar/calendar.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import type { Demo } from "./demo.ts";
import { servicesAt } from "./demo-halls.ts";
import { send } from "./demo-visitor.ts";

const HALL = "zwzx";
const PLACE = "main";
const VISITS = `/office/visits/${HALL}/${PLACE}`;
const SLOT = 30;
const SLOTS = 3;
const DAY_MINUTES = 24 * 60;
const EARLY_MINUTES = 60;

/** Who comes: nobody here is real. The first of the first slot are checked in, unless that is after noon's break. */
const expected = [
  { slot: 0, service: "id-card", name: "阿依努尔·买买提", phone: "13800000101" },
  { slot: 0, service: "id-card-lost", name: "刘建华", phone: "13800000102" },
  { slot: 0, service: "social-card", name: "马秀兰", phone: "13800000103" },
  { slot: 0, service: "house-deed", name: "陈国强", phone: "13800000104" },
  { slot: 0, service: "unemployed", name: "杨丽", phone: "13800000105" },
  { slot: 1, service: "residence", name: "黄志明", phone: "13800000106" },
  { slot: 1, service: "pension", name: "周桂芳", phone: "13800000107" },
  { slot: 2, service: "id-card", name: "吐尔逊·艾力", phone: "13800000108" },
  { slot: 2, service: "newborn", name: "林晓", phone: "13800000109" },
] as const;
const CHECKED_IN = 4;

const walkIns = [
  { service: "social-card", why: "" },
  { service: "id-card", why: "elderly" },
  { service: "care-abroad", why: "" },
  { service: "house-deed", why: "" },
  { service: "unemployed", why: "" },
] as const;

/** Counters that have called somebody. */
const calling = ["a1", "b1", "d1"];

/** The centre is open now, whenever the stack is started, and its day is under way. */
export async function beginDay(demo: Demo): Promise<void> {
  const { day, time } = placeInTime(systemClock());
  await openToday(demo, minutesOf(time));
  const slots = slotsAfter(minutesOf(time));
  const codes = await book(demo, day, slots);
  const [first] = slots;
  const isSoon = first !== undefined && minutesOf(first) <= minutesOf(time) + EARLY_MINUTES;
  for (const code of isSoon ? codes.slice(0, CHECKED_IN) : []) await ask(demo, "/check-ins", { code });
  const clerk = await demo.desk.person("clerk-zfb");
  for (const [n, { service, why }] of walkIns.entries()) {
    const form = { service, party: "1", why, reason: "", beyond: "演示数据", key: `demo-${day}-${n}` };
    await clerk.visit(`${VISITS}/walk-in`, { method: "POST", body: new URLSearchParams(form) });
  }
  for (const counter of calling)
    await ask(demo, `/counters/${counter}/calls`, {}, `demo-call-${day}-${counter}`);
}

/** Longer hours (延时服务) on the day of the first start, from an hour and a half ago. What the office has changed stays. */
async function openToday({ place }: Demo, now: number): Promise<void> {
  const { halls, schedules } = servicesAt(place);
  const today = dayOf(systemClock());
  const stored = await halls.readForChange(HALL);
  if (stored === undefined) return;
  const { hall, version } = stored;
  const exception = {
    kind: "open" as const,
    from: today,
    to: today,
    hours: [
      {
        from: timeOf(Math.max(0, halfHour(now - 90))),
        to: timeOf(Math.min(DAY_MINUTES, Math.max(19 * 60, halfHour(now + 300)))),
      },
    ],
    note: { zh: "今天延时服务", en: "Longer hours today" },
  };
  const places = hall.places.map((one) => {
    if (one.id !== PLACE || one.hours.exceptions.some(({ from }) => from === today)) return one;
    return { ...one, hours: { ...one.hours, exceptions: [...one.hours.exceptions, exception] } };
  });
  // So that somebody who has just booked can be here already.
  const arrival = { ...hall.arrival, earlyMinutes: Math.max(EARLY_MINUTES, hall.arrival.earlyMinutes) };
  await schedules.describe({ ...hall, places, arrival }, version);
  await schedules.publish(HALL, { from: today, to: addDays(today, 1), place: PLACE });
}

const halfHour = (minutes: number): number => Math.floor(minutes / SLOT) * SLOT;

/** The next slots that can still be booked; but for noon, people can check in for the first of them already. */
export const slotsAfter = (now: number): readonly string[] =>
  Array.from({ length: DAY_MINUTES / SLOT }, (_, n) => halfHour(now + 2 * SLOT) + n * SLOT)
    .filter((minutes) => minutes < DAY_MINUTES - 2 * SLOT)
    .map(timeOf)
    .filter((time) => !isNoon(time))
    .slice(0, SLOTS);

async function book({ place }: Demo, day: string, slots: readonly string[]): Promise<readonly string[]> {
  const codes: string[] = [];
  for (const [n, { slot, service, name, phone }] of expected.entries()) {
    const time = slots[slot];
    if (time === undefined) continue;
    const body = {
      ...{ hall: HALL, place: PLACE, services: [service], day, time, name, phone },
      ...{ identityKind: "passport", identityNumber: `E0000010${n}` },
    };
    const { text } = await send(place, new URL("/api/v1/bookings", place.publicOrigin), {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": `demo-booking-${day}-${n}` },
      body: JSON.stringify(body),
    });
    codes.push((JSON.parse(text) as { readonly code: string }).code);
  }
  return codes;
}

/** The break of the centre, which longer hours leave as it is. */
const isNoon = (time: string): boolean => time >= "13:00" && time < "15:30";

async function ask({ place, desk }: Demo, rest: string, body: object, key = ""): Promise<void> {
  const headers = {
    ...(await desk.machine("script-clerk-zfb")),
    "content-type": "application/json",
    ...(key === "" ? {} : { "idempotency-key": key }),
  };
  const url = new URL(`/api/v1${VISITS}${rest}`, place.publicOrigin);
  await send(place, url, { method: "POST", headers, body: JSON.stringify(body) });
}
