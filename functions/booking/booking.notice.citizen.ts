/** What the page of a day says of how its seats are shared out, as far as it is not simply in order of arrival. */
import type { Context } from "hono";
import { fairCopy } from "../../web/copy/fair.ts";
import type { ReleaseNotice } from "../../web/pages/booking/times.tsx";
import { instantWords } from "../../web/pages/booking/words.ts";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { plusSeconds } from "../kit/clock.ts";
import { REGISTER_SECONDS } from "./booking.lottery.ts";
import type { DayOutlook } from "./booking.outlook.ts";
import { hasSeats } from "./booking.outlook.ts";
import { modeOf, QUEUE_OPENS_SECONDS } from "./booking.release.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand } from "./booking.shown.citizen.ts";
import { ticketsIn } from "./booking.ticket.citizen.ts";
import type { Errand } from "./booking.visit.ts";
import { siteOf } from "./booking.visit.ts";

type Services = Pick<BookingCitizenServices, "releases" | "lotteries" | "clock">;
interface Day {
  readonly errand: Errand;
  readonly day: string;
  readonly standing: Pick<DayOutlook, "state">;
}

export async function releaseNotice(
  context: Context<AppEnv>,
  services: Services,
  asked: Day,
): Promise<ReleaseNotice | undefined> {
  if (!hasSeats(asked.standing)) return undefined;
  const mode = modeOf(asked.errand.services);
  if (mode === "shuffled") return queueNotice(context, services, asked);
  return mode === "lottery" ? drawNotice(context, services, asked) : undefined;
}

async function drawNotice(
  context: Context<AppEnv>,
  { releases, lotteries, clock }: Services,
  { errand, day }: Day,
): Promise<ReleaseNotice | undefined> {
  const { lang } = context.get("view");
  const { lottery: words, notYet: title } = fairCopy(lang);
  const address = addressOfErrand(errand);
  const drawnAt = releases.drawnAt(errand, day);
  if (drawnAt === undefined) {
    const link = { href: bookingPaths.draw(address, day), text: words.result, asButton: false };
    return { text: (await lotteries.isOver(siteOf(errand), day)) ? words.done : words.drawing, link };
  }
  const from = plusSeconds(drawnAt, -REGISTER_SECONDS);
  const hour = instantWords(drawnAt, lang);
  if (clock() < from) return { title, text: words.early(instantWords(from, lang), hour) };
  const href = bookingPaths.wait(address, day);
  return { title, text: words.open(hour), link: { href, text: words.joinTitle, asButton: true } };
}

async function queueNotice(
  context: Context<AppEnv>,
  { releases, clock }: Services,
  { errand, day }: Day,
): Promise<ReleaseNotice | undefined> {
  const { lang } = context.get("view");
  const { queue: words, notYet: title } = fairCopy(lang);
  const ticket = releases.findTicket(errand, day, { kept: ticketsIn(context) });
  const { opensAt, behind, turn, mark, stands } = await releases.standing(errand, day, ticket);
  const href = bookingPaths.queue(addressOfErrand(errand), day);
  const hour = instantWords(opensAt, lang);
  if (stands === "early")
    return {
      title,
      text: words.early(instantWords(plusSeconds(opensAt, -QUEUE_OPENS_SECONDS), lang), hour),
    };
  if (stands === "open")
    return mark === undefined
      ? { title, text: words.open(hour), link: { href, text: words.takeTitle, asButton: true } }
      : { title, text: words.has(hour), link: { href, text: words.mine, asButton: false } };
  const from = turn?.at ?? behind;
  if (from <= clock()) return undefined;
  const text =
    turn === undefined
      ? words.behind(instantWords(behind, lang))
      : words.turn(instantWords(turn.at, lang, true));
  return { text, link: { href, text: words.title, asButton: false } };
}
