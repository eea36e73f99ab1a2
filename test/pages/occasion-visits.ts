/** Every page of occasions, for citizens and at the office, in the states in which somebody can find it. */
import { randomUUID } from "node:crypto";
import type { Hall } from "../../functions/booking/booking.hall.ts";
import type { Occasion } from "../../functions/booking/booking.occasion.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { withOccasions } from "../../functions/occasion/occasion.edit.ts";
import { withSeries } from "../../functions/occasion/occasion.series.ts";
import { hallOf } from "../booking/halls.ts";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const ALL = "/office/occasions";
const HALL = `${ALL}/halls/:hall`;
const HALL_ID = "leaders";
/** The day on which these tests stand still, and a time that is to come. */
const TODAY = "2026-03-02";
const TIME = "22:00";

function withKind(hall: Hall, kind: "reception" | "event"): Hall {
  const where = {
    placeZh: `房间 Room ${kind}`,
    placeEn: `Room ${kind}`,
    addressZh: "1 Road",
    phone: "0999-5550100",
  };
  const name = { nameZh: `接访 Reception ${kind}`, nameEn: `Reception ${kind}` };
  const made = withSeries(hall, { kind, ...name, ...where, minutes: "30", mostParty: "2", seats: "3" });
  if (!made.ok) throw new Error(JSON.stringify(made.errors));
  const { services, places } = made.value;
  const [service, place] = [services.at(-1)?.id ?? "", places.at(-1)?.id ?? ""];
  const days = [TODAY, "2026-03-03", "2026-06-01"];
  const topic = { zh: "议题 Topic", en: "Topic" };
  const held = days.map(
    (day): Occasion => ({
      ...{ id: `${kind}-${day}`, service, place, day, from: TIME, to: "23:00", topic },
      ...(kind === "reception" ? { host: { name: "Zhang Ming", post: "Director" } } : {}),
    }),
  );
  const open = places.map((each) => (each.id === place ? { ...each, cutOff: { minutes: 0 } } : each));
  return withOccasions({ ...made.value, places: open }, service, held, "2026-01-01");
}

/** A hall with a reception and an event, published for today, with one visitor who was assigned to a unit. */
const begun = new WeakMap<Arrivals, Promise<string>>();
function opened(all: Arrivals): Promise<string> {
  const known = begun.get(all) ?? publish(all);
  begun.set(all, known);
  return known;
}
async function publish({ apps }: Arrivals): Promise<string> {
  const name = { zh: "大厅 Leaders", en: "Leaders" };
  const hall = withKind(withKind(hallOf({ hall: { id: HALL_ID, name } }), "reception"), "event");
  await apps.halls.schedules.describe(hall, 0);
  await apps.halls.schedules.publish(HALL_ID, { from: TODAY, to: "2026-03-03" });
  const place = hall.places[1]?.id ?? "";
  const { booking } = await apps.halls.bookings.book({
    wanted: {
      hall: HALL_ID,
      place,
      services: [hall.services.at(-2)?.id ?? ""],
      day: TODAY,
      time: TIME,
      party: 1,
    },
    party: {
      name: "Zhang San",
      identityKind: "passport",
      identityNumber: "E7654321",
      phone: "13812345678",
      topic: "School fees",
    },
    ...{ pool: "public", channel: "internet", lang: "zh", key: randomUUID() },
  });
  // Who is received in the evening has come in the morning, so that there is something to record.
  const shown = { code: booking.code, reason: "Came early" };
  await apps.visits.checkIns.byStaff(people.clerk, { hall: HALL_ID, place }, shown);
  return booking.code;
}

const at =
  (path: (code: string) => string, staff: Staff = people.handler) =>
  async (all: Arrivals): Promise<Arrival> => {
    const code = await opened(all);
    return all.desk(staff, path(code));
  };
const inHall = (rest: string, staff?: Staff) => at(() => `${ALL}/halls/${HALL_ID}${rest}`, staff);
const onDay = (occasion: string, staff?: Staff) => at(() => `${ALL}/days/${HALL_ID}/${occasion}`, staff);
const ofVisitor = (staff?: Staff) => at((code) => `${ALL}/visits/${HALL_ID}/${TODAY}/${code}`, staff);

/** The form that takes a date off was sent before in another language, so what it did is given up again. */
const dateToCome = async (all: Arrivals): Promise<Arrival> => {
  await opened(all);
  const { desk, hallDrafts } = all.apps.halls;
  const { hall, draft } = await desk.open(people.handler, "hall.read", HALL_ID);
  const id = "reception-2026-03-03";
  if (draft !== undefined && hall.occasions?.every((one) => one.id !== id))
    await hallDrafts.discard(people.handler, HALL_ID, draft.version);
  return all.desk(people.handler, `${ALL}/halls/${HALL_ID}/s4/dates/${id}`);
};

const assigned = async (all: Arrivals): Promise<Arrival> => {
  const code = await opened(all);
  const { answers } = all.apps.occasions;
  const id = { hall: HALL_ID, day: TODAY, code };
  const known = await answers.read(people.handler, id);
  const values = { outcome: "assigned", unit: "zrzy", due: "2026-03-10", text: "To be looked into." };
  if (known.answer === undefined) await answers.record(people.handler, id, { values, version: 0 });
  return all.desk(people.handler, ALL);
};

export const occasionVisits: readonly Visit[] = [
  visit("receptions and events, none", ALL, (all) => all.desk(people.clerkElsewhere, ALL)),
  visit("a hall without series", HALL, async (all) => {
    const id = "bare";
    const known = await all.apps.halls.desk.list(people.handler);
    if (known.every(({ hall }) => hall.id !== id))
      await all.apps.halls.schedules.describe(hallOf({ hall: { id, name: { zh: "Bare", en: "Bare" } } }), 0);
    return all.desk(people.handler, `${ALL}/halls/${id}`);
  }),
  visit("series of a hall", HALL, inHall(""), again),
  visit("series of a hall, to look at", HALL, inHall("", people.clerk), again),
  visit("dates of a reception", `${HALL}/:service`, inHall("/s4")),
  visit("dates of an event", `${HALL}/:service`, inHall("/s5"), again),
  visit("no such series", `${HALL}/:service`, inHall("/social"), { status: 404, ...again }),
  visit("a new date", `${HALL}/:service/dates/:occasion`, inHall("/s4/dates/new")),
  visit("a date to come", `${HALL}/:service/dates/:occasion`, dateToCome),
  visit("a date that has begun", `${HALL}/:service/dates/:occasion`, inHall("/s5/dates/event-2026-03-02")),
  visit("a reception on its day", `${ALL}/days/:hall/:occasion`, onDay(`reception-${TODAY}`)),
  visit(
    "a reception on its day, for who watches",
    `${ALL}/days/:hall/:occasion`,
    onDay(`reception-${TODAY}`, people.auditor),
    again,
  ),
  visit("an event to come", `${ALL}/days/:hall/:occasion`, onDay("event-2026-03-03")),
  visit("no such occasion", `${ALL}/days/:hall/:occasion`, onDay("x"), { status: 404, ...again }),
  visit("a visitor of a reception", `${ALL}/visits/:hall/:day/:code`, ofVisitor()),
  visit("a visitor of another unit", `${ALL}/visits/:hall/:day/:code`, ofVisitor(people.handlerElsewhere), {
    status: 403,
    ...again,
  }),
  visit("receptions and events", ALL, assigned, again),
  visit("a visitor with an answer", `${ALL}/visits/:hall/:day/:code`, ofVisitor(), again),
  visit("receptions", "/receptions", async (all) => {
    await opened(all);
    return all.visitor("/receptions");
  }),
  visit("events", "/events", async (all) => {
    await opened(all);
    return all.visitor("/events");
  }),
];
