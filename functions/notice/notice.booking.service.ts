/**
 * What a notice of a booking says, from the booking, its hall and its guides as they are when it goes out. It holds when,
 * where, what to bring and the booking's code, which opens nothing without the telephone; never a name or an identity.
 */
import { bookingNotice as en } from "../../web/copy/en/notice.booking.ts";
import { bookingNotice as zh } from "../../web/copy/zh/notice.booking.ts";
import { appealPaths } from "../../web/paths.hall.ts";
import { paths } from "../../web/paths.ts";
import { formatDay, formatDayShort, formatInstant, formatTime } from "../../web/words.ts";
import { groupedCode } from "../booking/booking.code.ts";
import { openContact } from "../booking/booking.draft.service.ts";
import type { Hall } from "../booking/booking.hall.ts";
import { placeOf, serviceOf } from "../booking/booking.hall.ts";
import type { Draw } from "../booking/booking.lottery.ts";
import { occasionAt, receivedAt } from "../booking/booking.occasion.ts";
import type { Site as Seats } from "../booking/booking.seat.ts";
import type { Booking } from "../booking/booking.ts";
import type { Waiter } from "../booking/booking.waiting.ts";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import type { Vault } from "../kit/vault.ts";
import { isOvertaken, isWarned } from "./notice.booking.ts";
import type { Site } from "./notice.case.service.ts";
import type { Letter, Message } from "./notice.message.ts";
import { addressesOf } from "./notice.message.ts";
import type { BookingTemplate, Notice } from "./notice.ts";
import { nameOf } from "./notice.ts";

export interface VisitSources {
  readonly bookings: { read(code: string): Promise<Booking | undefined> };
  /** Who registered for a draw. */
  readonly waiters: { read(code: string): Promise<Waiter | undefined> };
  readonly draws: { read(site: Seats, day: Day): Promise<Draw | undefined> };
  readonly halls: { find(id: string): Promise<Hall | undefined> };
  /** Names of what a guide asks to bring; empty for a guide that cannot be read. */
  readonly materialsOf: (guide: string) => Promise<readonly string[]>;
  readonly vault: Vault;
  readonly site: Site;
}

const copy = { zh, en };
/** So many lines of a list are read; the guide has the rest. */
const MOST_MATERIALS = 12;

/** Templates that say themselves how it stands with penalties, or come before any. */
const withoutWarning: readonly string[] = [
  "booking_made",
  "ban_lifted",
  "ban_kept",
] satisfies readonly BookingTemplate[];

/** Templates that tell of a visit to come, so that what to bring belongs in them. */
const withMaterials: readonly string[] = [
  "booking_made",
  "booking_moved",
  "booking_tomorrow",
  "booking_soon",
] satisfies readonly BookingTemplate[];

/** Templates that tell of an entry for a draw, of which there is no booking. */
const lotTemplates: readonly string[] = [
  "booking_registered",
  "booking_not_drawn",
] satisfies readonly BookingTemplate[];
/** Templates that have to be answered in time. */
const offers: readonly string[] = ["booking_offered", "booking_drawn"] satisfies readonly BookingTemplate[];

/** What a message tells of a booking, or of a wish for one. */
type Told = Pick<Booking, "code" | "place" | "services" | "day" | "time" | "history">;

export interface VisitFacts {
  readonly booking: Told;
  readonly hall: Hall | undefined;
  readonly materials: readonly string[];
  /** When lots are drawn. */
  readonly drawnAt?: Instant | undefined;
}

/** A message from the facts; pure. */
export function bookingMessage(
  notice: Notice,
  { booking, hall, materials, drawnAt }: VisitFacts,
  site: Site,
): Message {
  const { lang } = notice;
  const words = copy[lang];
  const template = notice.template as BookingTemplate;
  const place = hall === undefined ? undefined : placeOf(hall, booking.place);
  const services = booking.services.flatMap((id) => (hall && serviceOf(hall, id)?.name[lang]) ?? []);
  const asked = { ...booking, time: booking.time === "" ? undefined : booking.time };
  const host = hall === undefined ? undefined : occasionAt(hall, asked)?.host;
  const facts = {
    code: groupedCode(booking.code),
    day: formatDay(booking.day, lang),
    dayShort: words.shortDay(formatDayShort(booking.day, lang)),
    time: booking.time,
    until: notice.lapsesAt === undefined ? "" : formatTime(notice.lapsesAt),
    hour: drawnAt === undefined ? "" : formatInstant(drawnAt, lang),
    hall: hall?.name[lang] ?? "",
    place: place?.name[lang] ?? "",
    address: place?.address[lang] ?? "",
    phone: place?.phone ?? "",
    services: services.join(words.and) + (host === undefined ? "" : words.host(host.name)),
    received: receivedAt({ hall, booking: asked })?.[lang] ?? "",
    link: site.publicOrigin + paths.bookings(),
    materials,
    appeals: site.publicOrigin + appealPaths.appeals(),
  };
  const { subject, lines, short } = words.templates[template];
  const shown = materials.slice(0, MOST_MATERIALS);
  const text = [
    ...lines(facts),
    words.facts(facts).join("\n"),
    ...(shown.length === 0 ? [] : [[words.bring, ...shown.map(words.item)].join("\n")]),
    ...(shown.length < materials.length ? [words.more(materials.length - shown.length)] : []),
    ...(isWarned(booking) && !withoutWarning.includes(template) ? [words.warned] : []),
    words.link(facts.link),
    words.automatic,
    site.government[lang],
  ];
  const { code, day, time, services: what } = facts;
  return {
    name: nameOf(notice),
    template,
    lang,
    subject: subject(facts),
    text: `${text.join("\n\n")}\n`,
    short: short(facts),
    variables: { code, day, time, hall: facts.hall, place: facts.place, services: what, until: facts.until },
  };
}

/** What somebody wished for who was not drawn; a wish for all day has no time. */
const wishOf = ({ from, ...waiter }: Waiter): Told => ({
  ...waiter,
  time: from === "00:00" ? "" : from,
  history: [],
});

/** Whoever has left meanwhile, or was offered something after all, is told nothing. */
async function lotLetter(notice: Notice, sources: VisitSources, now: string) {
  const { waiters, draws, halls, vault, site } = sources;
  const waiter = await waiters.read(notice.reference);
  const isOver = notice.lapsesAt !== undefined && notice.lapsesAt <= now;
  const lot = notice.template === "booking_registered" ? "open" : "lost";
  if (waiter?.state !== "waiting" || waiter.lot !== lot || isOver) return "overtaken";
  const drawnAt = lot === "open" ? (await draws.read(waiter, waiter.day))?.opensAt : undefined;
  const hall = await halls.find(waiter.hall);
  return {
    to: addressesOf(openContact(vault, waiter)),
    message: bookingMessage(notice, { booking: wishOf(waiter), hall, materials: [], drawnAt }, site),
    isUrgent: false,
  };
}

/** Reads the booking again: what was cancelled or moved since is `overtaken`, and nothing is said of it. */
export async function bookingLetter(
  notice: Notice,
  sources: VisitSources,
  now: string,
): Promise<Letter | "overtaken"> {
  if (lotTemplates.includes(notice.template)) return lotLetter(notice, sources, now);
  const { bookings, halls, materialsOf, vault, site } = sources;
  const booking = await bookings.read(notice.reference);
  if (booking === undefined || isOvertaken(notice, booking, now)) return "overtaken";
  const hall = await halls.find(booking.hall);
  const guides = booking.services.flatMap((id) => (hall && serviceOf(hall, id)?.guide) ?? []);
  const lists = withMaterials.includes(notice.template) ? await Promise.all(guides.map(materialsOf)) : [];
  const materials = [...new Set(lists.flat())];
  return {
    to: addressesOf(openContact(vault, booking)),
    message: bookingMessage(notice, { booking, hall, materials }, site),
    isUrgent: offers.includes(notice.template),
  };
}
