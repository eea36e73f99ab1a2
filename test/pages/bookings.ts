/** People on their way to a booking and back: a hall that is open for some days, and whoever has come so far. */
import { countedHall } from "../booking/counted.ts";
import { requestOf } from "../booking/desk.ts";
import { hallOf, placeIn } from "../booking/halls.ts";
import type { Apps } from "../support/apps.ts";
import type { Engine } from "../support/engine.ts";
import type { Arrival, Words } from "./arrivals.ts";

/** The clock of the apps stands on Monday the 2nd of March 2026. */
const DAY = "2026-03-04";
const DRAWN_DAY = "2026-03-10";
const TIMES = [
  "0900",
  "0930",
  "1000",
  "1030",
  "1100",
  "1130",
  "1330",
  "1400",
  "1430",
  "1500",
  "1530",
  "1600",
];
/** As a page names the filling-in that it belongs to. */
const FLOW = "?flow=abcdefghij";
const PHONE = "13800001234";

export function openBookingArrivals({ table }: Pick<Engine, "table">, apps: Apps, { name }: Words) {
  const second = { ...placeIn(hallOf()), id: "east", name: { zh: "城东", en: "East" } };
  const single = hallOf({ hall: { id: "pages" } });
  /** The same under other names, so that no two halls give the same service. */
  const named = (zh: string, en: string) =>
    single.services.map((one) => ({ ...one, name: { zh: one.name.zh + zh, en: `${one.name.en} ${en}` } }));
  const double = hallOf({
    hall: {
      id: "twice",
      services: named("二", "2"),
      places: [placeIn(single), second],
    },
  });
  const counter = { id: "a1", sign: "A01", lane: 1, services: single.services.map(({ id }) => id) };
  const early = { weekly: [{ weekdays: [3], hours: [{ from: "09:00", to: "09:30" }] }] };
  const taken = hallOf({
    hall: { id: "taken", services: named("三", "3") },
    place: { hours: early, counters: [counter] },
  });
  /** Opens tomorrow at eight, in an order that is drawn. */
  const drawn = hallOf({
    hall: {
      id: "queued",
      services: named("四", "4").map((one) => ({ ...one, release: "shuffled" as const })),
    },
  });
  /** Is drawn by lot tomorrow at eight. */
  const lots = hallOf({
    hall: {
      id: "lots",
      services: named("五", "5").map((one) => ({ ...one, release: "lottery" as const })),
    },
  });
  let opened: ReturnType<typeof open> | undefined;
  let people = 0;

  async function open() {
    await countedHall(table, apps.clock, { hall: double, days: [DAY] });
    for (const each of [drawn, lots]) await countedHall(table, apps.clock, { hall: each, days: [DRAWN_DAY] });
    const full = await countedHall(table, apps.clock, { hall: taken, days: [DAY] });
    await full.bookings.book(requestOf(taken, { day: DAY, time: "09:00" }));
    await full.recount();
    const hall = await countedHall(table, apps.clock, { hall: single, days: [DAY] });
    // What the apps know of halls may be half a minute old.
    apps.clock.pass(31);
    return hall;
  }
  const hall = () => {
    opened ??= open();
    return opened;
  };

  const errand = (services = "social") => `/bookings/visit/pages/main/${services}`;
  const person = () => {
    people += 1;
    return { name, identityKind: "passport", identityNumber: `E${10_000_000 + people}`, phone: PHONE };
  };
  const freshVisit = () => `${errand()}/${DAY}/${TIMES[people % TIMES.length]}`;

  async function at(path: string): Promise<Arrival> {
    await hall();
    return { browser: apps.visitor(), path };
  }

  async function atCheck(): Promise<Arrival> {
    await hall();
    const browser = apps.visitor();
    const visit = freshVisit();
    await browser.post(visit + FLOW, { ...person(), agentName: name, agentPhone: PHONE });
    return { browser, path: `${visit}/check${FLOW}` };
  }

  /** Has booked, and stands before a page of the booking. */
  async function booked(pathOf: (mine: string) => string = (mine) => mine): Promise<Arrival> {
    const { browser, path } = await atCheck();
    const response = await browser.post(path, { turn: "1" });
    return { browser, path: pathOf(response.headers.get("location") ?? "") };
  }

  async function cancelled(): Promise<Arrival> {
    const { browser, path } = await booked();
    await browser.post(`${path}/cancel`, {});
    return { browser, path };
  }

  /** Holds a place through another door, and shows that it is theirs. */
  async function held(): Promise<Arrival> {
    const { bookings } = await hall();
    people += 1;
    const time = (TIMES[people % TIMES.length] ?? "").replace(/^../, "$&:");
    const request = requestOf(single, { day: DAY, time });
    const { booking } = await bookings.hold({ ...request, party: { ...request.party, name, phone: PHONE } });
    const browser = apps.visitor();
    await browser.post("/bookings/find", { code: booking.code, phone: PHONE.slice(-4) });
    return { browser, path: `/bookings/mine/${booking.code}` };
  }

  const FULL = `/bookings/visit/taken/main/social/${DAY}`;

  /** Waits for a day that is full. */
  async function waiting(): Promise<Arrival> {
    const { browser, path } = await atWait();
    const response = await browser.post(path, { ...person(), window: "morning" });
    return { browser, path: `${response.headers.get("location")}/waiting` };
  }

  async function left(): Promise<Arrival> {
    const { browser, path } = await waiting();
    await browser.post(path.replace(/waiting$/, "leave"), {});
    return { browser, path };
  }

  const atQueue = () => at(`/bookings/visit/queued/main/social/${DRAWN_DAY}/queue`);

  async function queued(): Promise<Arrival> {
    const { browser, path } = await atQueue();
    await browser.post(path, person());
    return { browser, path };
  }

  const LOTS = `/bookings/visit/lots/main/social/${DRAWN_DAY}`;

  async function registered(): Promise<Arrival> {
    const { browser, path } = await at(`${LOTS}/wait`);
    const response = await browser.post(path, { ...person(), window: "all" });
    return { browser, path: `${response.headers.get("location")}/waiting` };
  }

  const atWait = () => at(`${FULL}/wait`);

  return {
    booking: {
      ...{ atQueue, queued, registered, atWait, waiting, left, full: () => at(FULL) },
      ...{ at, atCheck, booked, cancelled, held, errand, hall },
      day: DAY,
      visit: async () => at(freshVisit() + FLOW),
    },
  };
}
