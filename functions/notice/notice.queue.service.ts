/**
 * What the holder of a queue ticket (排队签) is told: the sign of it, and at the hour the turn that was drawn for it. How
 * the day is given out by then counts: who has a ticket for a day that is closed, or that needs none any more, hears that.
 */
import { queueNotice as en } from "../../web/copy/en/notice.queue.ts";
import type { QueueSaid, QueueWords } from "../../web/copy/zh/notice.queue.ts";
import { queueNotice as zh } from "../../web/copy/zh/notice.queue.ts";
import { bookingPaths } from "../../web/paths.booking.ts";
import { formatDay, formatDayShort, formatTime } from "../../web/words.ts";
import { openContact } from "../booking/booking.draft.service.ts";
import type { Hall, Place, Service } from "../booking/booking.hall.ts";
import { placeOf, serviceOf } from "../booking/booking.hall.ts";
import type { Frame } from "../booking/booking.plan.frame.ts";
import type { Turn } from "../booking/booking.release.service.ts";
import { modeOf, TURNS } from "../booking/booking.release.ts";
import type { QueueEntry } from "../booking/booking.ticket.ts";
import type { Day } from "../calendar/calendar.ts";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import type { Vault } from "../kit/vault.ts";
import type { Site } from "./notice.case.service.ts";
import type { Composed, Message } from "./notice.message.ts";
import { addressesOf } from "./notice.message.ts";
import type { Notice } from "./notice.ts";
import { nameOf } from "./notice.ts";

export interface QueueSources {
  readonly queued: { read(code: string): Promise<QueueEntry | undefined> };
  readonly halls: { find(id: string): Promise<Hall | undefined> };
  readonly frames: (place: Place, day: Day) => Frame;
  /** Only asked from the hour on. */
  readonly turnOf: (entry: QueueEntry, opensAt: Instant) => Promise<Turn>;
  readonly vault: Vault;
  readonly site: Site;
}

const copy = { zh, en };

/** Whoever reads "from eight" and comes at eight is right: a turn begins on the second. */
const toTheSecond = (at: Instant): string => `${formatTime(at)}:${at.slice(17, 19)}`;

export interface QueueFacts {
  readonly entry: QueueEntry;
  readonly hall: Hall;
  readonly place: Place;
  readonly services: readonly Service[];
  readonly opensAt: Instant;
  readonly turn?: Turn | undefined;
}

/** A message from the facts; pure. */
export function queueMessage(notice: Notice, said: QueueSaid, facts: QueueFacts, site: Site): Message {
  const { lang } = notice;
  const { entry, hall, place, services, opensAt, turn } = facts;
  const all = copy[lang];
  const address = { hall: entry.hall, place: entry.place, services: entry.services, people: 1 };
  const words: QueueWords = {
    sign: entry.mark,
    day: formatDay(entry.day, lang),
    dayShort: all.shortDay(formatDayShort(entry.day, lang)),
    hour: all.hour(all.shortDay(formatDayShort(dayIn(opensAt), lang)), formatTime(opensAt)),
    turn: String((turn?.turn ?? 0) + 1),
    turns: String(TURNS),
    from: turn === undefined ? "" : toTheSecond(turn.at),
    hall: hall.name[lang],
    place: place.name[lang],
    phone: place.phone,
    services: services.map(({ name }) => name[lang]).join(all.and),
    link: site.publicOrigin + bookingPaths.queue(address, entry.day),
  };
  const { subject, lines, short } = all.said[said];
  const text = [
    ...lines(words),
    all.facts(words).join("\n"),
    ...(said === "closed" ? [] : [all.link(words.link)]),
    all.automatic,
    site.government[lang],
  ];
  const { sign, day, turn: number, from } = words;
  return {
    name: nameOf(notice),
    template: said === "turn" || said === "ticket" ? notice.template : `queue_${said}`,
    lang,
    subject: subject(words),
    text: `${text.join("\n\n")}\n`,
    short: short(words),
    variables: { sign, day, turn: number, from, hall: words.hall, services: words.services },
  };
}

const dayIn = (at: Instant): Day => plusSeconds(at, 8 * 3600).slice(0, 10);

/** `until`: the hour has been put off, and there is nothing to tell before it. */
export async function queueLetter(notice: Notice, sources: QueueSources, now: Instant): Promise<Composed> {
  const { queued, halls, frames, turnOf, vault, site } = sources;
  const entry = await queued.read(notice.reference);
  const hall = entry === undefined ? undefined : await halls.find(entry.hall);
  const place = hall === undefined || entry === undefined ? undefined : placeOf(hall, entry.place);
  const isOver = notice.lapsesAt !== undefined && notice.lapsesAt <= now;
  if (entry === undefined || hall === undefined || place === undefined || isOver) return "overtaken";
  const services = entry.services.flatMap((id) => serviceOf(hall, id) ?? []);
  const { opensAt, closure } = frames(place, entry.day);
  const facts: QueueFacts = { entry, hall, place, services, opensAt };
  const letter = (said: QueueSaid, known: QueueFacts = facts) => ({
    to: addressesOf(openContact(vault, entry)),
    message: queueMessage(notice, said, known, site),
    isUrgent: notice.template === "queue_turn",
  });
  if (notice.template === "queue_ticket") return now < opensAt ? letter("ticket") : "overtaken";
  if (closure !== undefined) return letter("closed");
  if (now < opensAt) return { until: opensAt };
  if (services.length < entry.services.length || modeOf(services) !== "shuffled") return letter("dropped");
  return letter("turn", { ...facts, turn: await turnOf(entry, opensAt) });
}
