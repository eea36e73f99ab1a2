/** Every page of halls in the office, in the states in which somebody can find it. */
import { randomUUID } from "node:crypto";
import type { Staff } from "../../functions/identity/identity.ts";
import { hallOf, quanzhou } from "../booking/halls.ts";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const HALL = "/office/halls/:hall";
const PLACE = `${HALL}/places/:place`;
const HALL_ID = "centre";
/** A working day after the one on which these tests stand still. */
const DAY = "2026-03-03";

/** A hall with a zone, published for a day, with one booking; once for all visits. */
const begun = new WeakMap<Arrivals, Promise<string>>();
function opened(all: Arrivals): Promise<string> {
  const known = begun.get(all) ?? publish(all);
  begun.set(all, known);
  return known;
}
async function publish({ apps }: Arrivals): Promise<string> {
  const english = { zh: "大厅 Centre", en: "Centre" };
  const hall = hallOf({
    hall: { id: HALL_ID, name: english },
    place: { zones: [{ id: "z1", name: { zh: "Zone 1", en: "Zone 1" } }], publishAheadDays: 3 },
  });
  await apps.halls.schedules.describe(hall, 0);
  await apps.halls.schedules.publish(HALL_ID, { from: DAY, to: DAY });
  const { booking } = await apps.halls.bookings.book({
    wanted: { hall: HALL_ID, place: "main", services: ["social"], day: DAY, time: "15:00", party: 1 },
    party: { name: "Zhang San", identityKind: "passport", identityNumber: "E1234567", phone: "13812345678" },
    pool: "public",
    channel: "internet",
    lang: "zh",
    key: randomUUID(),
  });
  return booking.code;
}

const at =
  (rest: string, staff: Staff = people.handler) =>
  async (all: Arrivals): Promise<Arrival> => {
    await opened(all);
    return all.desk(staff, `/office/halls/${HALL_ID}${rest}`);
  };

/** The day is closed and published as closed, so that the booking waits for another time. */
const closed =
  (rest: (code: string) => string) =>
  async (all: Arrivals): Promise<Arrival> => {
    const code = await opened(all);
    const { hallDrafts, publishing, desk } = all.apps.halls;
    const { published, draft } = await desk.open(people.handler, "hall.read", HALL_ID);
    const isClosed = published?.hall.places[0]?.hours.exceptions.length !== 0;
    if (!isClosed) {
      const next = await hallDrafts.change(people.handler, HALL_ID, draft?.version ?? 0, (hall) => ({
        ok: true,
        value: {
          ...hall,
          places: hall.places.map((place) => ({
            ...place,
            hours: {
              ...place.hours,
              exceptions: [{ kind: "closed", from: DAY, to: DAY, note: { zh: "停电", en: "No power" } }],
            },
          })),
        },
      }));
      await publishing.start(people.handler, HALL_ID, { version: next.version, to: DAY });
    }
    return all.desk(people.clerk, `/office/halls/${HALL_ID}${rest(code)}`);
  };

const STOPPING = "stopping";
let serial = 0;
/** Somebody who twice did not come, with the ban on paper. */
async function stopped({ apps }: Arrivals, rest: (id: string) => string, appealed = false): Promise<string> {
  serial += 1;
  const id = STOPPING;
  if ((await apps.halls.desk.list(people.handler)).every(({ hall }) => hall.id !== id)) {
    const name = { zh: "停约大厅", en: "Stopping" };
    await apps.halls.schedules.describe(hallOf({ hall: { id, name, rules: [quanzhou] } }), 0);
    await apps.halls.schedules.publish(id, { from: DAY, to: "2026-03-04" });
  }
  const time = ["14:00", "14:30", "15:00", "15:30", "16:00", "16:30"][serial % 6] ?? "15:00";
  const phone = `138${String(20_000_000 + serial)}`;
  const party = { name: "Zhang San", identityKind: "passport", identityNumber: `E${phone}`, phone };
  let last: Awaited<ReturnType<typeof apps.halls.bookings.noShow>>["booking"] | undefined;
  for (const day of [DAY, "2026-03-04"]) {
    const { booking } = await apps.halls.bookings.book({
      wanted: { hall: id, place: "main", services: ["social"], day, time, party: 1 },
      ...{ party, pool: "public", channel: "internet", lang: "zh", key: randomUUID() },
    });
    last = (await apps.halls.bookings.noShow(booking.code)).booking;
  }
  const shown = { code: last?.code ?? "", phone4: phone.slice(-4) };
  const [own] = await apps.appeals.own(shown, "192.0.2.1");
  if (appealed && own) await apps.appeals.appeal(shown, "192.0.2.1", { id: own.id, text: "I was there." });
  return `/office/halls/${id}/bans${rest(encodeURIComponent(own?.id ?? ""))}`;
}
const atBans =
  (rest: (id: string) => string, appealed = false, staff: Staff = people.handler) =>
  async (all: Arrivals): Promise<Arrival> =>
    all.desk(staff, await stopped(all, rest, appealed));

export const hallVisits: readonly Visit[] = [
  visit("halls, none yet", "/office/halls", (all) => all.desk(people.clerkElsewhere, "/office/halls")),
  visit(
    "halls",
    "/office/halls",
    async (all) => {
      await opened(all);
      return all.desk(people.admin, "/office/halls");
    },
    again,
  ),
  visit("halls, for who may not", "/office/halls", (all) => all.desk(people.reviewer, "/office/halls"), {
    status: 403,
    ...again,
  }),
  visit("a new hall", "/office/halls/new", (all) => all.desk(people.handler, "/office/halls/new")),
  visit("hall", HALL, at("")),
  visit("hall, to look at", HALL, at("", people.clerk), again),
  visit("hall of another unit", HALL, at("", people.handlerElsewhere), { status: 403, ...again }),
  visit("no such hall", HALL, (all) => all.desk(people.handler, "/office/halls/nowhere"), {
    status: 404,
    ...again,
  }),
  visit("settings of a hall", `${HALL}/about`, at("/about")),
  visit("service", `${HALL}/services/:service`, at("/services/social")),
  visit("a new service", `${HALL}/services/:service`, at("/services/new")),
  visit("a new place", `${HALL}/places/new`, at("/places/new")),
  visit("place", PLACE, at("/places/main")),
  visit("counter", `${PLACE}/counters/:counter`, at("/places/main/counters/a1")),
  visit("a new counter", `${PLACE}/counters/:counter`, at("/places/main/counters/new")),
  ...["about", "counters", "hours", "days", "opening", "pools"].map((part) =>
    visit(`place, ${part}`, `${PLACE}/:part`, at(`/places/main/${part}`)),
  ),
  visit("no such part of a place", `${PLACE}/:part`, at("/places/main/x"), { status: 404, ...again }),
  visit("preview of a hall", `${HALL}/preview`, at("/preview")),
  visit("preview, of a day that is over", `${HALL}/preview`, at("/preview?to=2026-01-01"), {
    status: 422,
    ...again,
  }),
  visit("publishing a hall", `${HALL}/publish`, at("/publish")),
  visit("rules", `${HALL}/rules`, at("/rules")),
  visit("rules, to look at", `${HALL}/rules`, at("/rules", people.clerk), again),
  visit("new rules", `${HALL}/rules/new`, at("/rules/new")),
  visit("statistics", `${HALL}/statistics`, at("/statistics")),
  visit("statistics, turned round", `${HALL}/statistics`, at("/statistics?from=2026-03-03&to=2026-03-01"), {
    status: 422,
    ...again,
  }),
  visit("statistics as a file", `${HALL}/statistics/figures.csv`, at("/statistics/figures.csv"), {
    download: true,
  }),
  visit("chart of statistics", `${HALL}/statistics/charts/:chart`, at("/statistics/charts/fill.svg"), {
    download: true,
  }),
  visit("bans, none", `${HALL}/bans`, at("/bans")),
  visit(
    "bans",
    `${HALL}/bans`,
    atBans(() => ""),
    again,
  ),
  visit(
    "bans, with an appeal",
    `${HALL}/bans`,
    atBans(() => "", true),
    again,
  ),
  visit(
    "a ban",
    `${HALL}/bans/:ban`,
    atBans((id) => `/${id}`),
  ),
  visit(
    "a ban, to look at",
    `${HALL}/bans/:ban`,
    atBans((id) => `/${id}`, true, people.clerk),
    again,
  ),
  visit("no such ban", `${HALL}/bans/:ban`, at("/bans/x"), { status: 404, ...again }),
  visit("appeal", "/appeals", (all) => all.visitor("/appeals")),
  visit("appeal, sent again", "/appeals/send", (all) => all.visitor("/appeals/send"), { status: 303 }),
  visit("call list, empty", `${HALL}/worklist`, at("/worklist")),
  visit(
    "call list",
    `${HALL}/worklist`,
    closed(() => "/worklist"),
    again,
  ),
  visit(
    "somebody on the call list",
    `${HALL}/worklist/:code`,
    closed((code) => `/worklist/${code}`),
  ),
];
