/** What must be written so that the seats that stand become the seats that are planned; nothing else is touched. Pure. */
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { DayPlan, PlannedSeat } from "./booking.plan.ts";
import type { Seat } from "./booking.seat.ts";
import { isHeldLive } from "./booking.seat.ts";
import { instantAt } from "./booking.time.ts";

export type SeatChange =
  | { readonly kind: "create"; readonly planned: PlannedSeat }
  /** Pool or times are others, or it opens again. */
  | { readonly kind: "adjust"; readonly seat: Seat; readonly planned: PlannedSeat }
  /** Nobody has it: it closes. */
  | { readonly kind: "close"; readonly seat: Seat }
  /** Somebody has it: it goes on the worklist for another booking (改约名单), and closes when it is given back. */
  | { readonly kind: "shut"; readonly seat: Seat; readonly holder: string };

/** The longest that a seat which was given back stays away. */
export const LONGEST_REST_SECONDS = 30 * 60;

const nameOf = ({ time, lane }: Pick<PlannedSeat, "time" | "lane">): string => `${time} ${lane}`;

export function seatChanges(
  planned: readonly PlannedSeat[],
  stored: readonly Seat[],
  now: Instant,
): readonly SeatChange[] {
  const standing = new Map(stored.map((seat) => [nameOf(seat), seat]));
  const wanted = new Set(planned.map(nameOf));
  const made = planned.flatMap((one): SeatChange[] => {
    const seat = standing.get(nameOf(one));
    if (seat === undefined) return [{ kind: "create", planned: one }];
    return isAsPlanned(seat, one, now) ? [] : [{ kind: "adjust", seat, planned: one }];
  });
  const gone = stored.filter((seat) => !wanted.has(nameOf(seat))).flatMap((seat) => removal(seat, now));
  return [...made, ...gone];
}

function removal(seat: Seat, now: Instant): readonly SeatChange[] {
  if (seat.state === "closed") return [];
  if (seat.state === "booked" || isHeldLive(seat, now))
    return seat.shut || seat.holder === undefined ? [] : [{ kind: "shut", seat, holder: seat.holder }];
  return [{ kind: "close", seat }];
}

function isAsPlanned(seat: Seat, planned: PlannedSeat, now: Instant): boolean {
  if (seat.state === "closed" || seat.shut) return false;
  if (seat.pool !== planned.pool || seat.closesAt !== planned.closesAt) return false;
  return seat.opensAt === planned.opensAt || isResting(seat, planned, now);
}

/** Given back a moment ago: it opens later than planned, and must not open at once because somebody publishes. */
export const isResting = (seat: Seat, planned: PlannedSeat, now: Instant): boolean =>
  planned.opensAt < seat.opensAt && seat.opensAt <= plusSeconds(now, LONGEST_REST_SECONDS);

/** The changes of a day without what is over: nobody is booked elsewhere for a visit that has begun. */
export const changesToCome = (
  { day, seats }: Pick<DayPlan, "day" | "seats">,
  stored: readonly Seat[],
  now: Instant,
): readonly SeatChange[] =>
  seatChanges(seats, stored, now).filter(
    (change) => now < instantAt(day, change.kind === "create" ? change.planned.time : change.seat.time),
  );

/** What publishing a day would do. */
export interface Difference {
  readonly added: number;
  /** Closed before, open again. */
  readonly reopened: number;
  /** Of another pool, or open at another time. */
  readonly changed: number;
  readonly closed: number;
  /** Codes of the bookings that need another time. */
  readonly touched: readonly string[];
}

export function differenceOf(changes: readonly SeatChange[]): Difference {
  const of = <Kind extends SeatChange["kind"]>(kind: Kind) =>
    changes.filter((change): change is Extract<SeatChange, { kind: Kind }> => change.kind === kind);
  const reopened = of("adjust").filter(({ seat }) => seat.state === "closed" || seat.shut).length;
  return {
    added: of("create").length,
    reopened,
    changed: of("adjust").length - reopened,
    closed: of("close").length,
    touched: [...new Set(of("shut").map(({ holder }) => holder))],
  };
}

export const isNothing = ({ added, reopened, changed, closed, touched }: Difference): boolean =>
  added + reopened + changed + closed + touched.length === 0;
