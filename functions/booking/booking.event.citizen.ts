/** What a booking means for a calendar, and what its guides say to bring. */

import { bookingCopy } from "../../web/copy/booking.ts";
import type { ToBring } from "../../web/pages/booking/mine.tsx";
import { bookingPaths } from "../../web/paths.booking.ts";
import type { View } from "../../web/view.ts";
import { calendarFile, shanghaiZone } from "../kit/ical.ts";
import { groupedCode } from "./booking.code.ts";
import type { Service } from "./booking.hall.ts";
import type { MyBooking } from "./booking.mine.service.ts";
import type { BookingCitizenServices } from "./booking.shown.citizen.ts";

type Given = Pick<BookingCitizenServices, "config" | "readGuide">;
/** As the reminder by message: two hours ahead. */
const ALARM_MINUTES = 120;
/** 必要性: what everybody must bring, in the national dictionary. */
const NEEDED = "1";

/** The materials of each service. A guide that cannot be read now must not keep somebody from their code. */
export function toBring(view: View, { services }: MyBooking, given: Given): Promise<readonly ToBring[]> {
  return Promise.all(
    services.map(async (service) => ({
      service: service.name[view.lang],
      ...(await materialsOf(service, given)),
    })),
  );
}

async function materialsOf({ guide }: Service, { readGuide }: Given): Promise<Omit<ToBring, "service">> {
  const found = guide === undefined ? undefined : await readGuide(guide).catch(() => undefined);
  if (found === undefined || found.state === "abolished") return { guide: undefined, materials: [] };
  const materials = found.guide.materials.map(({ materialName, isNeed }) => ({
    name: materialName,
    needed: isNeed === undefined || isNeed.code === NEEDED,
  }));
  return { guide: found.id, materials };
}

/** The file that a phone's calendar takes: the same event after every change, in its newest state. */
export async function eventFile(view: View, mine: MyBooking, given: Given): Promise<string> {
  const { booking, hall, place, services } = mine;
  const words = bookingCopy(view.lang).event;
  const address = given.config.publicOrigin + bookingPaths.find(booking.code);
  const bring = (await toBring(view, mine, given)).flatMap(({ materials }) =>
    materials.map(({ name }) => name),
  );
  const lines = [
    words.code(groupedCode(booking.code)),
    ...(bring.length > 0 ? [words.bring(bring.join(words.join))] : []),
    place.phone,
    words.change(address),
  ];
  return calendarFile(
    {
      uid: `${booking.code}@${new URL(given.config.publicOrigin).hostname}`,
      sequence: booking.version - 1,
      stampedAt: booking.history.at(-1)?.at ?? booking.madeAt,
      startsAt: booking.startsAt,
      endsAt: booking.endsAt,
      summary: words.summary(services.map(({ name }) => name[view.lang]).join(" + "), hall.name[view.lang]),
      location: `${hall.name[view.lang]} ${place.address[view.lang]}`,
      description: lines.join("\n"),
      url: address,
      cancelled: booking.state !== "booked" && booking.state !== "held",
      alarmMinutes: ALARM_MINUTES,
    },
    shanghaiZone,
  );
}
