/**
 * Two weeks that the centre has behind it, so that its statistics have something to tell from the first start. The doors
 * take no booking of a day that is over, so the services themselves do, under a clock that stands on that day.
 */
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import type { Hall, Place } from "../../functions/booking/booking.hall.ts";
import { placeOf } from "../../functions/booking/booking.hall.ts";
import { instantAt } from "../../functions/booking/booking.time.ts";
import { addDays, chinaCalendar, type Day, dayOf } from "../../functions/calendar/calendar.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { type Instant, plusSeconds, systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import type { Vault } from "../../functions/kit/vault.ts";
import type { Ticket } from "../../functions/visit/visit.ts";
import { bookingOf } from "../../functions/wiring.booking.ts";
import { visitOf } from "../../functions/wiring.visit.ts";
import { publishDay } from "./demo-halls.ts";
import type { DemoPlace } from "./demo-visitor.ts";
import { tableName } from "./environment.ts";
import { people } from "./people.ts";

const WHERE = { hall: "zwzx", place: "main" };
const DAYS = 10;
/** The clock of the stack still sweeps yesterday, and would be in the way. */
const LATEST = -2;
const RELEASED_DAYS = -7;

interface PastVisit {
  readonly time: string;
  readonly service: string;
  readonly name: string;
  /** Minutes from the release to the booking, and from check-in to the call. */
  readonly bookedAfter: number;
  readonly waited: number;
}

/** Nobody here is real. No two of them want the same counter at the same time. */
export const pastVisits: readonly PastVisit[] = [
  { time: "10:00", service: "id-card", name: "赵永福", bookedAfter: 0, waited: 6 },
  { time: "10:00", service: "social-card", name: "钱秋菊", bookedAfter: 2, waited: 9 },
  { time: "10:30", service: "house-deed", name: "孙大伟", bookedAfter: 4, waited: 12 },
  { time: "10:30", service: "residence", name: "买买提江·肉孜", bookedAfter: 9, waited: 15 },
  { time: "11:00", service: "unemployed", name: "周晓雯", bookedAfter: 25, waited: 7 },
  { time: "11:30", service: "id-card-lost", name: "吴建民", bookedAfter: 50, waited: 18 },
  { time: "12:00", service: "pension", name: "郑玉兰", bookedAfter: 200, waited: 4 },
  { time: "16:00", service: "newborn", name: "王思雨", bookedAfter: 900, waited: 11 },
  { time: "16:00", service: "id-card", name: "古丽·艾合买提", bookedAfter: 1_500, waited: 8 },
  { time: "16:30", service: "house-sale", name: "冯志刚", bookedAfter: 3_000, waited: 22 },
  { time: "17:00", service: "care-abroad", name: "陈素珍", bookedAfter: 5_000, waited: 5 },
  { time: "17:30", service: "social-card", name: "褚海洋", bookedAfter: 8_000, waited: 10 },
];
const FEWEST = 6;

/** Some days are fuller than others; somebody stays away and somebody cancels on most of them. */
const comersOn = (n: number): readonly PastVisit[] =>
  pastVisits.slice(0, FEWEST + ((n * 3) % (pastVisits.length - FEWEST + 1)));
const outcomeOf = (n: number, visit: number): "came" | "missed" | "cancelled" => {
  const turn = (n * 5 + visit) % pastVisits.length;
  if (turn === 3) return "missed";
  return turn === 7 ? "cancelled" : "came";
};

/** Working days before `today`, the latest first. */
export const pastDays = (today: Day): readonly Day[] =>
  Array.from({ length: 40 }, (_, n) => addDays(today, LATEST - n))
    .filter(chinaCalendar().isWorkingDay)
    .slice(0, DAYS);

type PastPlace = Pick<DemoPlace, "dynamodb" | "stopped">;

/** Run again it finds what is there: a booking by its key, a ticket as far as it has come. */
export async function liveThroughPast(demo: PastPlace, vault: Vault): Promise<void> {
  const past = openPast(demo, vault);
  for (const [n, day] of pastDays(dayOf(systemClock())).entries()) {
    demo.stopped.throwIfAborted();
    await past.publish(day);
    for (const [visit, wanted] of comersOn(n).entries())
      await past.live(day, { visit, wanted, outcome: outcomeOf(n, visit) });
    await past.walkIn(day);
    await past.end(day);
  }
}

interface Lived {
  readonly visit: number;
  readonly wanted: PastVisit;
  readonly outcome: ReturnType<typeof outcomeOf>;
}

function openPast({ dynamodb }: PastPlace, vault: Vault) {
  let now: Instant = systemClock();
  const at = (instant: Instant) => {
    now = instant;
  };
  const later = (minutes: number) => at(plusSeconds(now, minutes * 60));
  const documents = DynamoDBDocumentClient.from(dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = openTable({ client: documents, name: tableName });
  const audit = openAuditStore(table, systemRandom);
  const ground = { table, vault, clock: () => now, random: systemRandom, calendar: chinaCalendar(), audit };
  const { bookings, halls, schedules } = bookingOf(ground);
  const { checkIns, walkIns, calls, sweeps } = visitOf(ground);

  async function here(): Promise<{ readonly hall: Hall; readonly place: Place } | undefined> {
    const hall = await halls.find(WHERE.hall);
    const place = hall && placeOf(hall, WHERE.place);
    return place === undefined || hall === undefined ? undefined : { hall, place };
  }

  /** From the call to the end, as far as it has not come yet. */
  async function serve(ticket: Ticket): Promise<void> {
    const counter = (await here())?.place.counters.find(({ services }) =>
      services.includes(ticket.services[0] ?? ""),
    );
    let current = ticket;
    if (current.state === "waiting" && counter !== undefined)
      current = await calls.callNext(clerk, WHERE, {
        counter: counter.id,
        key: `past-call-${ticket.day}-${ticket.number}`,
      });
    for (const [state, action] of [
      ["called", "start"],
      ["serving", "finish"],
    ] as const) {
      if (current.state !== state) continue;
      later(action === "start" ? 1 : 14);
      const { number, version } = current;
      current = await calls.act(clerk, WHERE, { number, version, action });
    }
  }

  async function book(day: Day, { visit, wanted }: Lived) {
    at(plusSeconds(instantAt(addDays(day, RELEASED_DAYS), "08:00"), wanted.bookedAfter * 60 + 20));
    const { time, service, name } = wanted;
    const serial = `${day.slice(5).replace("-", "")}${String(visit).padStart(3, "0")}`;
    const { booking } = await bookings.book({
      wanted: { ...WHERE, services: [service], day, time, party: 1 },
      party: {
        ...{ name, identityKind: "passport", identityNumber: `E9${serial}` },
        phone: `138000003${String(visit).padStart(2, "0")}`,
      },
      ...{ pool: "public", channel: "internet", lang: "zh", key: `demo-past-${serial}` },
    });
    return booking;
  }

  return {
    async publish(day: Day): Promise<void> {
      at(instantAt(addDays(day, 2 * RELEASED_DAYS), "09:00"));
      await publishDay(schedules, WHERE.hall, { place: WHERE.place, day });
    },
    async live(day: Day, lived: Lived): Promise<void> {
      const { code, state } = await book(day, lived);
      const { outcome, wanted } = lived;
      if (outcome === "missed" || !(state === "booked" || state === "checked_in")) return;
      if (outcome === "cancelled") {
        later(60);
        await bookings.cancel(code, "person");
        return;
      }
      at(plusSeconds(instantAt(day, wanted.time), -5 * 60));
      const ticket = await checkIns.byStaff(clerk, WHERE, { code });
      later(wanted.waited);
      await serve(ticket);
    },
    /** Somebody comes without a booking, to the counter that is kept for them. */
    async walkIn(day: Day): Promise<void> {
      at(instantAt(day, "12:30"));
      const wanted = { service: "social-card", party: 1, key: `demo-past-${day}` };
      const ticket = await walkIns.take(clerk, WHERE, wanted);
      later(16);
      await serve(ticket);
    },
    /** Who has not come by the evening has not come. */
    async end(day: Day): Promise<void> {
      const found = await here();
      at(instantAt(day, "19:30"));
      if (found !== undefined) await sweeps.sweepPlace({ ...found, queue: { ...WHERE, day } }, day);
    },
  };
}

const known = people.find(({ id }) => id === "clerk-zfb");
const clerk: Staff = { kind: "staff", id: "clerk-zfb", name: "", unit: "zfb", roles: ["clerk"], ...known };
