/** An occasion on its day: who has booked it, what was answered to whom, how many came. */
import type { AuditStore } from "../audit/audit.store.ts";
import { hallSubject } from "../audit/audit.ts";
import type { Arrivals } from "../booking/booking.arrival.service.ts";
import type { Halls } from "../booking/booking.hall.service.ts";
import type { Hall, Service } from "../booking/booking.hall.ts";
import { serviceOf } from "../booking/booking.hall.ts";
import type { Occasion } from "../booking/booking.occasion.ts";
import { inOrder } from "../booking/booking.occasion.ts";
import type { Booking } from "../booking/booking.ts";
import { addDays, dayOf } from "../calendar/calendar.ts";
import { maskName, maskPhone } from "../disclosure/disclosure.mask.ts";
import { may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { invalid, notFound } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { OccasionDemand } from "./occasion.access.service.ts";
import type { AnswerStore } from "./occasion.answer.store.ts";
import type { Answer } from "./occasion.answer.ts";
import type { AttendanceStore } from "./occasion.attendance.store.ts";
import { saveAttendanceWrite } from "./occasion.attendance.store.ts";
import type { Attendance } from "./occasion.attendance.ts";
import { countErrors } from "./occasion.attendance.ts";

export interface OccasionOptions {
  readonly table: Table;
  readonly clock: Clock;
  readonly audit: AuditStore;
  readonly halls: Pick<Halls, "readForChange" | "list" | "forget">;
  readonly arrivals: Pick<Arrivals, "read" | "seats" | "holders" | "partyOf">;
  /** In the order of the codes; a booking that was forgotten is undefined. */
  readonly readBookings: (codes: readonly string[]) => Promise<readonly (Booking | undefined)[]>;
  readonly answers: AnswerStore;
  readonly attendance: AttendanceStore;
  readonly demand: OccasionDemand;
}

/** Somebody who has booked, as a list shows them. */
export interface OccasionVisit {
  readonly code: string;
  readonly time: string;
  readonly name: string;
  readonly phone: string;
  readonly party: number;
  /** What they want to talk about, for whoever records the answers. */
  readonly topic: string | undefined;
  readonly state: Booking["state"];
  readonly answer: Answer | undefined;
}

export interface Held {
  readonly hall: Hall;
  readonly service: Service;
  readonly occasion: Occasion;
}
export interface OccasionDay extends Held {
  readonly visits: readonly OccasionVisit[];
  /** Seats of the occasion, whoever has them. */
  readonly seats: number;
  readonly attendance: Attendance | undefined;
  readonly hasBegun: boolean;
  readonly mayRecord: boolean;
}

const DAYS_NEAR = 14;

/** What stands for a visit: neither a hold nor what was given up. */
const counts = ({ state }: Booking): boolean => !["held", "cancelled", "expired"].includes(state);

/** The published occasion; raises 404 for one that nobody has published. */
export async function heldIn(halls: OccasionOptions["halls"], hallId: string, id: string): Promise<Held> {
  const hall = (await halls.readForChange(hallId))?.hall;
  const occasion = hall?.occasions?.find((one) => one.id === id);
  const service = hall && occasion && serviceOf(hall, occasion.service);
  if (hall === undefined || occasion === undefined || service === undefined)
    throw notFound("occasion_not_found");
  return { hall, service, occasion };
}

export function openOccasionDays(options: OccasionOptions) {
  const { table, clock, audit, halls, arrivals, answers, attendance, demand } = options;

  async function visitsOf({ hall, occasion }: Held, seesTopics = false) {
    const { place, day, from, to } = occasion;
    const all = await arrivals.seats({ hall: hall.id, place }, day);
    const seats = all.filter(({ time, state }) => from <= time && time < to && state !== "closed");
    const [bookings, known] = await Promise.all([arrivals.holders(seats), answers.ofDay(hall.id, day)]);
    const visits = bookings
      .filter((booking) => booking.day === day && counts(booking))
      .map((booking): OccasionVisit => {
        const { name, phone, topic: said } = arrivals.partyOf(booking);
        const topic = seesTopics ? said : undefined;
        const { code, time, party, state } = booking;
        const answer = known.find((one) => one.code === code);
        return { code, time, party, topic, state, name: maskName(name), phone: maskPhone(phone), answer };
      });
    return { visits, seats: seats.length };
  }

  async function countOf(held: Held): Promise<Attendance | undefined> {
    const { day, id } = held.occasion;
    const found = await attendance.between(held.hall.id, day, day);
    return found.find(({ occasion }) => occasion === id);
  }

  async function open(staff: Staff, hallId: string, id: string): Promise<OccasionDay> {
    const held = await heldIn(halls, hallId, id);
    const about = { units: [held.hall.unit], hall: hallId };
    await demand(staff, "occasion.read", about);
    const mayRecord = may(staff, "occasion.answer", { unit: held.hall.unit });
    const [{ visits, seats }, counted] = await Promise.all([visitsOf(held, mayRecord), countOf(held)]);
    const hasBegun = held.occasion.day <= dayOf(clock());
    return { ...held, visits, seats, attendance: counted, hasBegun, mayRecord };
  }

  /**
   * How many came; written again when it was counted wrongly. Raises 422, also for more than there are seats without a
   * reason, and 409 `attendance_changed`.
   */
  async function count(staff: Staff, hallId: string, id: string, { people, reason, version }: Counting) {
    const held = await heldIn(halls, hallId, id);
    const { hall, service, occasion } = held;
    await demand(staff, "occasion.answer", { units: [hall.unit], hall: hallId });
    const typed = /^\d{1,6}$/.test(people) ? Number(people) : undefined;
    if (occasion.day > dayOf(clock())) throw invalid([{ field: "people", code: "notYet" }]);
    const { visits, seats } = await visitsOf(held);
    const signedUp = visits.reduce((sum, { party }) => sum + party, 0);
    const errors = countErrors(typed, reason, { seats, signedUp });
    if (typed === undefined || errors.length > 0) throw invalid(errors);
    const { day, topic } = occasion;
    const what = { hall: hall.id, service: service.id, occasion: occasion.id, day, topic };
    const why = reason === "" ? {} : { reason };
    const made = { people: typed, ...why, at: clock(), byName: staff.name };
    const subject = hallSubject(hall.id);
    await table.commit([
      saveAttendanceWrite({ schema: 1, version: version + 1, ...what, ...made }),
      audit.write({ at: clock(), by: byOf(staff), action: "occasion.count", subject, result: "done" }),
    ]);
  }

  /** What was counted in a year, by the day. */
  async function counted(staff: Staff, hall: Pick<Hall, "id" | "unit">, year: string) {
    await demand(staff, "occasion.read", { units: [hall.unit], hall: hall.id });
    return attendance.between(hall.id, `${year}-01-01`, `${year}-12-31`);
  }

  /** The dates of the own unit's halls around today. */
  async function near(staff: Staff): Promise<readonly Held[]> {
    await demand(staff, "occasion.read", { units: [staff.unit] });
    const today = dayOf(clock());
    const [from, to] = [addDays(today, -DAYS_NEAR), addDays(today, DAYS_NEAR)];
    halls.forget();
    const own = (await halls.list()).filter(({ unit }) => unit === staff.unit);
    return own
      .flatMap((hall) =>
        inOrder(hall.occasions ?? [])
          .filter(({ day }) => from <= day && day <= to)
          .flatMap((occasion): Held[] => {
            const service = serviceOf(hall, occasion.service);
            return service === undefined ? [] : [{ hall, service, occasion }];
          }),
      )
      .toSorted((one, other) => (one.occasion.day < other.occasion.day ? -1 : 1));
  }

  return { open, count, counted, near };
}
export type OccasionDays = ReturnType<typeof openOccasionDays>;

interface Counting {
  readonly people: string;
  /** Empty for none. */
  readonly reason: string;
  /** The version that was seen, 0 for none. */
  readonly version: number;
}
