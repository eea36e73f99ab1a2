/** What the page of a day says of how its seats are shared out, as far as it is not simply in order of arrival. */
import type { Context } from "hono";
import { fairCopy } from "../../web/copy/fair.ts";
import type { ReleaseNotice } from "../../web/pages/booking/times.tsx";
import { instantWords } from "../../web/pages/booking/words.ts";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { AppEnv } from "../app.page.ts";
import { plusSeconds } from "../kit/clock.ts";
import { modeOf, QUEUE_OPENS_SECONDS } from "./booking.release.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";
import { addressOfErrand } from "./booking.shown.citizen.ts";
import { ticketsIn } from "./booking.ticket.citizen.ts";
import type { Errand } from "./booking.visit.ts";

type Services = Pick<BookingCitizenServices, "releases" | "clock">;
interface Day {
  readonly errand: Errand;
  readonly day: string;
}

export async function releaseNotice(
  context: Context<AppEnv>,
  services: Services,
  asked: Day,
): Promise<ReleaseNotice | undefined> {
  const mode = modeOf(asked.errand.services);
  return mode === "shuffled" ? queueNotice(context, services, asked) : undefined;
}

async function queueNotice(
  context: Context<AppEnv>,
  { releases, clock }: Services,
  { errand, day }: Day,
): Promise<ReleaseNotice | undefined> {
  const { lang } = context.get("view");
  const words = fairCopy(lang).queue;
  const ticket = releases.findTicket(errand, day, ticketsIn(context));
  const { opensAt, behind, turn, mark, stands } = await releases.standing(errand, day, ticket);
  const href = bookingPaths.queue(addressOfErrand(errand), day);
  const hour = instantWords(opensAt, lang);
  if (stands === "early")
    return { text: words.early(instantWords(plusSeconds(opensAt, -QUEUE_OPENS_SECONDS), lang), hour) };
  if (stands === "open")
    return mark === undefined
      ? { text: words.open(hour), link: { href, text: words.takeTitle, asButton: true } }
      : { text: words.has(hour), link: { href, text: words.mine, asButton: false } };
  const from = turn?.at ?? behind;
  if (from <= clock()) return undefined;
  const text =
    turn === undefined
      ? words.behind(instantWords(behind, lang))
      : words.turn(instantWords(turn.at, lang, true));
  return { text, link: { href, text: words.title, asButton: false } };
}
