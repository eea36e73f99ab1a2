/** A reception month and trainings of the demo county, planned as an office plans them. No name belongs to anybody. */
import type { Edited } from "../../functions/booking/booking.edit.change.ts";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import { placeInTime } from "../../functions/booking/booking.time.ts";
import { addDays, addMonths, chinaCalendar, type Day, dayOf } from "../../functions/calendar/calendar.ts";
import { systemClock } from "../../functions/kit/clock.ts";
import { editedOccasion, withOccasions, withReceptionMonth } from "../../functions/occasion/occasion.edit.ts";
import { withSeries } from "../../functions/occasion/occasion.series.ts";
import type { Demo } from "./demo.ts";
import { publishDay, servicesAt } from "./demo-halls.ts";
import { DemoFailure } from "./demo-visitor.ts";

const TAX = "tax";

const reception = {
  kind: "reception",
  nameZh: "税务局局长接访",
  nameEn: "Reception by the tax director",
  ...{ minutes: "30", mostParty: "3", seats: "1", phone: "0999-5550130" },
  ...{ placeZh: "局长接访室", placeEn: "Reception room" },
  ...{ addressZh: "示范县人民路 66 号 3 楼", addressEn: "3rd floor, 66 Renmin Road, Shifan County" },
};
const leaders = [
  "周正平/局长/税收优惠和退税/Tax relief and refunds",
  "吴晓梅/副局长/办税服务/Service at the counters",
  "郑国强/副局长/税务检查/Tax audits",
].join("\n");

const training = {
  kind: "event",
  nameZh: "新办企业税费培训",
  nameEn: "Tax training for new companies",
  ...{ minutes: "120", mostParty: "5", seats: "120", phone: "0999-5550130" },
  ...{ placeZh: "县影剧院", placeEn: "County theatre" },
  ...{ addressZh: "示范县文化路 3 号", addressEn: "3 Wenhua Road, Shifan County" },
};
const openDay = {
  kind: "event",
  nameZh: "政务公开日现场咨询",
  nameEn: "Open day, advice on site",
  ...{ minutes: "30", mostParty: "2", seats: "4", phone: "0999-5550130" },
  ...{ placeZh: "商贸城中心广场咨询台（临时）", placeEn: "Stand on the market square (temporary)" },
  ...{ addressZh: "示范县商贸城中心广场", addressEn: "Market square, Shifan County" },
};

function done(edited: Edited<Hall>): Hall {
  if (!edited.ok) throw new DemoFailure(`an occasion was refused: ${JSON.stringify(edited.errors)}`);
  return edited.value;
}

/** The hall with what takes place in the weeks to come, and a reception today, so that an answer can be recorded. */
export function withDemoOccasions(before: Hall, today: Day): Hall {
  const calendar = chinaCalendar();
  const worked = (from: Day): Day =>
    Array.from({ length: 30 }, (_, n) => addDays(from, n)).find(calendar.isWorkingDay) ?? from;
  let hall = before;
  const begin = (series: typeof reception) => {
    hall = done(withSeries(hall, series));
    return { service: hall.services.at(-1)?.id ?? "", place: hall.places.at(-1)?.id ?? "" };
  };
  const ground = (service: string) => ({ hall, service, today, calendar });
  const add = (series: { service: string; place: string }, fields: Readonly<Record<string, string>>) => {
    hall = done(editedOccasion(ground(series.service), undefined, { place: series.place, ...fields }));
  };

  const leader = begin(reception);
  const month = addMonths(`${today.slice(0, 7)}-01`, 1).slice(0, 7);
  const planned = { month, weekday: "3", place: leader.place, from: "10:00", to: "13:00", leaders };
  hall = done(withReceptionMonth(ground(leader.service), planned));
  const { time } = placeInTime(systemClock());
  const now = {
    id: `${today}-demo`,
    ...leader,
    day: today,
    from: "00:00",
    to: time < "20:00" ? "20:00" : "24:00",
  };
  const topic = { zh: "税收优惠和退税", en: "Tax relief and refunds" };
  const host = { name: "周正平", post: "局长" };
  hall = withOccasions(hall, leader.service, [...(hall.occasions ?? []), { ...now, topic, host }], today);

  // Today's can be booked while it lasts, so that an answer can be recorded by whoever tries it.
  const places = hall.places.map((each) =>
    each.id === leader.place ? { ...each, cutOff: { minutes: 0 } } : each,
  );
  hall = { ...hall, places };

  const course = begin(training);
  const topics = [
    ["开票和申报", "Invoices and returns"],
    ["小微企业优惠", "Relief for small companies"],
  ] as const;
  let day = today;
  for (const [topicZh, topicEn] of topics) {
    day = worked(addDays(day, 4));
    add(course, { day, from: "10:00", to: "12:00", topicZh, topicEn });
  }
  const advice = { topicZh: "税费政策咨询", topicEn: "Advice on taxes" };
  add(begin(openDay), { day: worked(addDays(today, 5)), from: "10:00", to: "16:00", ...advice });
  return hall;
}

/** Describes and publishes them once; what an office has changed meanwhile is theirs. */
export async function planOccasions({ place }: Pick<Demo, "place">): Promise<void> {
  const { halls, schedules } = servicesAt(place);
  const today = dayOf(systemClock());
  const stored = await halls.readForChange(TAX);
  if (stored === undefined) return;
  const isPlanned = stored.hall.occasions !== undefined;
  const hall = isPlanned ? stored.hall : withDemoOccasions(stored.hall, today);
  if (!isPlanned) await schedules.describe(hall, stored.version);
  for (const one of hall.occasions ?? []) {
    place.stopped.throwIfAborted();
    if (one.day < addDays(today, 21)) await publishDay(schedules, TAX, one);
  }
}
