/** A guide as its pages show it: what is true of it today, and where it leads. */
import type { Door, GuideLinks, GuideProps, ShownGuide } from "../../web/pages/guide/shown.ts";
import { bookingPaths } from "../../web/paths.booking.ts";
import { paths } from "../../web/paths.ts";
import type { View } from "../../web/view.ts";
import { dayOf } from "../calendar/calendar.day.ts";
import { contactOf } from "../home/home.contact.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { conditionsOf } from "./guide.condition.ts";
import { isStale } from "./guide.freshness.ts";
import { isWebAddress } from "./guide.lint.ts";
import type { LiveGuide } from "./guide.record.ts";
import type { Guide } from "./guide.ts";

export interface GuideViewServices {
  readonly config: Pick<Config, "units" | "publicOrigin" | "mapSearch">;
  readonly clock: Clock;
  /** Whether a hall takes bookings for what this guide is about. */
  readonly isBookable?: (id: string) => Promise<boolean>;
}

/** What a page needs beside the reader's own answers. The QR code is drawn only where somebody looks at a guide. */
export async function guideView(
  view: View,
  live: LiveGuide,
  services: GuideViewServices,
): Promise<GuideProps> {
  const { config, clock } = services;
  const { encode } = await import("uqr");
  // That nobody can tell whether a hall takes bookings keeps nobody from reading.
  const bookable = await services.isBookable?.(live.id).catch(() => false);
  const self = config.publicOrigin + paths.guide(live.id);
  const links: GuideLinks = {
    self,
    qr: encode(self, { ecc: "M", border: 2 }).data,
    ...doorsOf(
      live.guide,
      config.publicOrigin,
      bookable === true ? bookingPaths.ofGuide(live.id) : undefined,
    ),
    ...(config.mapSearch === undefined ? {} : { mapSearch: config.mapSearch }),
  };
  const checkedOn = live.checkedOn ?? live.guide.checkedOn;
  return {
    view,
    shown: { ...live, ...(checkedOn === undefined ? {} : { checkedOn }) } satisfies ShownGuide,
    conditions: conditionsOf(live.guide.acceptCondition),
    stale: isStale(checkedOn === undefined ? {} : { checkedOn }, dayOf(clock())),
    contact: contactOf(services, view.lang),
    links,
  };
}

/**
 * Doors to where it is done and booked: only to the web, and ours without leaving the site. `hall` is where one of our
 * halls takes bookings for it, which is surer than what the guide says of booking.
 */
export function doorsOf(
  guide: Guide,
  origin: string,
  hall?: string,
): Pick<GuideLinks, "online" | "mobile" | "book"> {
  const isOnline = guide.isOnline !== false;
  const online = isOnline ? doorOf(guide.linkAddr, origin) : undefined;
  const mobile = isOnline ? doorOf(guide.mobileTerminalUrl, origin) : undefined;
  const own: Door | undefined =
    guide.isReservation === true ? { href: paths.bookings(), outside: false } : undefined;
  const said = guide.isReservation === false ? undefined : (doorOf(guide.reservationAddr, origin) ?? own);
  const book = hall === undefined ? said : { href: hall, outside: false };
  return {
    ...(online && { online }),
    ...(mobile && mobile.href !== online?.href && { mobile }),
    ...(book && { book }),
  };
}

function doorOf(address: string | undefined, origin: string): Door | undefined {
  if (address === undefined || !isWebAddress(address)) return undefined;
  const url = new URL(address);
  if (url.origin !== origin) return { href: address, outside: true };
  // Two slashes at its start would lead to another site.
  return { href: (url.pathname + url.search + url.hash).replace(/^\/+/, "/"), outside: false };
}
