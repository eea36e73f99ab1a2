/** Recording what a leader answered a visit, and closing what was assigned to a unit. */
import { hallSubject } from "../audit/audit.ts";
import { readerOf } from "../booking/booking.edit.read.ts";
import type { Booking } from "../booking/booking.ts";
import type { Day } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { maskName } from "../disclosure/disclosure.mask.ts";
import { may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { FormValues } from "../kit/form.ts";
import { conflict, invalid, notFound } from "../kit/problem.ts";
import type { Vault } from "../kit/vault.ts";
import { saveAnswerWrites } from "./occasion.answer.store.ts";
import type { Answer, AnswerId } from "./occasion.answer.ts";
import { hasArrived, isOpen, MOST_WORDS, outcomes, saidContext } from "./occasion.answer.ts";
import type { Held, OccasionOptions } from "./occasion.service.ts";
import { heldIn } from "./occasion.service.ts";

export interface AnswerOptions extends OccasionOptions {
  readonly vault: Vault;
  /** Codes of the units to which something can be assigned. */
  readonly units: readonly string[];
}

/** One visit with what was answered, in clear for whoever records or closes it. */
export interface AnsweredVisit {
  readonly booking: Pick<Booking, "code" | "day" | "time" | "hall" | "place" | "state"> | undefined;
  readonly name: string | undefined;
  /** What they wanted to talk about. */
  readonly topic: string | undefined;
  readonly answer: Answer | undefined;
  readonly said: string | undefined;
  readonly closing: string | undefined;
  readonly mayAnswer: boolean;
  readonly mayClose: boolean;
}

/** One line of the list of what is open. */
export interface OpenAnswer {
  readonly answer: Answer;
  readonly name: string | undefined;
  readonly overdue: boolean;
}

const PAGE = 50;

export function openAnswers(options: AnswerOptions) {
  const { table, clock, audit, vault, halls, arrivals, answers, demand, units } = options;

  async function hallOf(id: string) {
    const hall = (await halls.readForChange(id))?.hall;
    if (hall === undefined) throw notFound("hall_not_found");
    return hall;
  }

  /** The visit of that day; what nobody booked there, or another hall's, is not found. */
  async function bookingOf({ hall, day, code }: AnswerId): Promise<Booking | undefined> {
    const booking = await arrivals.read(code);
    return booking?.hall === hall && booking.day === day ? booking : undefined;
  }

  async function read(staff: Staff, id: AnswerId): Promise<AnsweredVisit> {
    const hall = await hallOf(id.hall);
    const [booking, answer] = await Promise.all([bookingOf(id), answers.read(id)]);
    const concerned = [hall.unit, ...(answer?.unit === undefined ? [] : [answer.unit])];
    await demand(staff, "occasion.close", { units: concerned, hall: id.hall });
    if (booking === undefined && answer === undefined) throw notFound("booking_not_found");
    const party = booking && arrivals.partyOf(booking);
    return {
      booking,
      name: party?.name,
      topic: party?.topic,
      answer,
      said: answer && vault.open(answer.said.text, saidContext(id, "said")),
      closing: answer?.closed && vault.open(answer.closed.text, saidContext(id, "closed")),
      mayAnswer:
        booking !== undefined &&
        hasArrived(booking) &&
        answer?.closed === undefined &&
        may(staff, "occasion.answer", { unit: hall.unit }),
      mayClose: answer !== undefined && isOpen(answer),
    };
  }

  /** The occasion of which the visit is one. */
  async function heldOf(booking: Booking): Promise<Held> {
    const hall = await hallOf(booking.hall);
    const held = hall.occasions?.find(
      ({ place, day, from, to }) =>
        place === booking.place && day === booking.day && from <= booking.time && booking.time < to,
    );
    return heldIn(halls, hall.id, held?.id ?? "");
  }

  function answerIn(values: FormValues, today: Day) {
    const reader = readerOf(values);
    const outcome = reader.choice("outcome", outcomes);
    const text = reader.text("text", MOST_WORDS);
    if (outcome !== "assigned") return { reader, outcome, text, assigned: {} };
    const [unit, due] = [reader.choice("unit", units), reader.day("due")];
    if (reader.errors.length === 0 && due < today) reader.refuse("due", "past");
    return { reader, outcome, text, assigned: { unit, due } };
  }

  /**
   * Records what was answered, or corrects it until it is closed. Raises 422 before the day, before the visitor has come
   * and for what is missing, 409 `answer_changed` and `answer_closed`.
   */
  async function record(staff: Staff, id: AnswerId, { values, version }: Recording): Promise<void> {
    const hall = await hallOf(id.hall);
    await demand(staff, "occasion.answer", { units: [hall.unit], hall: id.hall });
    const [booking, before] = await Promise.all([bookingOf(id), answers.read(id)]);
    if (booking === undefined) throw notFound("booking_not_found");
    const { occasion } = await heldOf(booking);
    if (before?.closed !== undefined) throw conflict("answer_closed");
    const now = clock();
    const { reader, outcome, text, assigned } = answerIn(values, dayOf(now));
    if (id.day > dayOf(now)) reader.refuse("outcome", "notYet");
    else if (!hasArrived(booking)) reader.refuse("outcome", "notArrived");
    if (reader.errors.length > 0) throw invalid(reader.errors);
    const answer: Answer = {
      schema: 1,
      version: version + 1,
      ...{ hall: id.hall, day: id.day, code: id.code, holder: hall.unit, occasion: occasion.id },
      ...(occasion.host === undefined ? {} : { host: occasion.host }),
      outcome,
      ...assigned,
      said: { at: now, byName: staff.name, text: vault.seal(text, saidContext(id, "said")) },
    };
    await commit(staff, { answer, before, action: "occasion.answer" });
  }

  /** What became of what was assigned, by the unit that answers or the one that promised. Raises 409 `answer_closed`. */
  async function close(staff: Staff, id: AnswerId, { values, version }: Recording): Promise<void> {
    const before = await answers.read(id);
    // Who may not close it is not told either whether there is anything to close.
    const holder = before?.holder ?? (await hallOf(id.hall)).unit;
    await demand(staff, "occasion.close", { units: [holder, before?.unit ?? holder], hall: id.hall });
    if (before === undefined) throw notFound("answer_not_found");
    const reader = readerOf(values);
    const text = reader.text("closing", MOST_WORDS);
    if (reader.errors.length > 0) throw invalid(reader.errors);
    if (!isOpen(before)) throw conflict("answer_closed");
    const closed = { at: clock(), byName: staff.name, text: vault.seal(text, saidContext(id, "closed")) };
    const answer: Answer = { ...before, version: version + 1, closed };
    await commit(staff, { answer, before, action: "occasion.close" });
  }

  async function commit(staff: Staff, { answer, before, action }: Committing): Promise<void> {
    if (answer.version !== (before?.version ?? 0) + 1) throw conflict("answer_changed");
    const entry = { at: clock(), by: byOf(staff), action, subject: hallSubject(answer.hall) };
    await table.commit([
      ...saveAnswerWrites(answer, before),
      audit.write({ ...entry, result: "done" as const }),
    ]);
  }

  /** What the own unit has to answer or waits for, soonest due first; names masked. */
  async function open(staff: Staff, after = "") {
    await demand(staff, "occasion.read", { units: [staff.unit] });
    const page = await answers.open(staff.unit, after, PAGE);
    const today = dayOf(clock());
    const bookings = await options.readBookings(page.answers.map(({ code }) => code));
    const rows = page.answers.map((answer, n): OpenAnswer => {
      const booking = bookings[n];
      const name = booking && maskName(arrivals.partyOf(booking).name);
      return { answer, name, overdue: (answer.due ?? today) < today };
    });
    return { rows, next: page.next };
  }

  return { read, record, close, open };
}
export type Answers = ReturnType<typeof openAnswers>;

interface Recording {
  readonly values: FormValues;
  /** The version that was seen, 0 for none. */
  readonly version: number;
}
interface Committing {
  readonly answer: Answer;
  readonly before: Answer | undefined;
  readonly action: "occasion.answer" | "occasion.close";
}
