/** Statistics of a hall: counted once however often the stream says it, and the same on the page, in the chart and in the file. */
import { marshall } from "@aws-sdk/util-dynamodb";
import { beforeAll, describe, expect, test } from "vitest";
import { factStreamJob } from "../../functions/booking/booking.record.jobs.ts";
import { openFactStore } from "../../functions/booking/booking.statistics.store.ts";
import type { BookingFact, DayFacts } from "../../functions/booking/booking.statistics.ts";
import { figuresOf, median, releaseSteps } from "../../functions/booking/booking.statistics.ts";
import { bookingKey } from "../../functions/booking/booking.store.ts";
import type { StoredItem } from "../../functions/kit/table.ts";
import { bookingFactsOf } from "../../functions/wiring.record.ts";
import { staff } from "../disclosure/support.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall, requestOf } from "./desk.ts";

const MONDAY = "2026-11-23";
const fact = (changes: Partial<BookingFact> = {}): BookingFact => ({
  ...{ code: "A", place: "main", services: ["social"], state: "finished", seats: 1 },
  ...{ leadMinutes: 60, releaseMinutes: 3 },
  ...changes,
});
const day = (bookings: readonly BookingFact[], waits: DayFacts["waits"] = []): DayFacts => ({
  ...{ day: MONDAY, capacity: new Map([["main", 10]]), bookings, waits },
});

describe("figures", () => {
  test("count what was taken, who came, who did not and what was given back; a hold that ran out is nothing", () => {
    const facts = [
      fact(),
      fact({ state: "no_show", leadMinutes: 120, seats: 2 }),
      fact({ state: "cancelled", leadMinutes: 30 }),
      fact({ state: "expired" }),
      fact({ state: "held" }),
      fact({ state: "booked", services: ["tax"], leadMinutes: 90 }),
    ];
    const wait = { place: "main", service: "social", waitMinutes: 8 };
    expect(figuresOf([day(facts, [wait, { ...wait, waitMinutes: 12 }])], {})).toEqual({
      ...{ bookings: 4, seats: 4, capacity: 10, cancelled: 1, came: 1, noShows: 1 },
      ...{ medianLeadMinutes: 75, medianWaitMinutes: 10 },
    });
    expect(figuresOf([day(facts)], { service: "tax" })).toMatchObject({ bookings: 1, capacity: undefined });
    expect(figuresOf([day(facts)], { place: "elsewhere" })).toMatchObject({ bookings: 0, capacity: 0 });
  });

  test("have no median of nothing, and steps after the release that leave out what was booked before it", () => {
    expect([median([]), median([3]), median([1, 2, 9, 4])]).toEqual([undefined, 3, 3]);
    const made = [0, 0.5, 1, 14, 60, 2000, -5].map((releaseMinutes) => fact({ releaseMinutes }));
    expect(releaseSteps([day(made)], {})).toEqual([2, 1, 1, 0, 1, 1]);
  });
});

describe("at the desk", () => {
  const engine = useEngine();
  let desk: ReturnType<typeof openDesk>;
  beforeAll(() => {
    desk = openDesk(engine);
    desk.clock.set("2026-11-20T02:00:00.000Z");
  });

  /** A hall with three bookings of which one has moved to Tuesday and one was cancelled; counted twice, newest first. */
  async function counted() {
    const one = deskOn(engine.table, desk.clock);
    const hall = await one.publish(freshHall(), [MONDAY, "2026-11-24"]);
    const images: { before?: StoredItem | undefined; after: StoredItem | undefined }[] = [];
    const note = async (code: string, before?: StoredItem) =>
      void images.push({ before, after: await engine.table.get(bookingKey(code)) });
    for (const what of ["stays", "moves", "goes"] as const) {
      const { code } = (await one.bookings.book(requestOf(hall))).booking;
      await note(code);
      const first = images.at(-1)?.after;
      if (what === "moves") await one.bookings.move(code, { day: "2026-11-24", time: "10:00" }, "person");
      if (what === "goes") await one.bookings.cancel(code, "person");
      if (what !== "stays") await note(code, first);
    }
    const log = { info: () => {}, warn: () => {}, error: () => {} };
    const job = factStreamJob({ counted: bookingFactsOf(one.parts), log });
    const imageOf = (item: StoredItem | undefined) => item && marshall(item, { removeUndefinedValues: true });
    const records = images.map(({ before, after }, n) => ({
      eventName: before === undefined ? "INSERT" : "MODIFY",
      dynamodb: { SequenceNumber: String(n), OldImage: imageOf(before), NewImage: imageOf(after) },
    }));
    for (const batch of [records, records.slice(1)])
      expect(await job({ Records: batch } as unknown as Parameters<typeof job>[0])).toEqual({
        batchItemFailures: [],
      });
    return hall;
  }

  test("each booking counts on the day it is for, once", async () => {
    const hall = await counted();
    const facts = openFactStore(engine.table);
    const states = async (on: string) => (await facts.day(hall.id, on)).map(({ state }) => state).toSorted();
    expect(await states("2026-11-24")).toEqual(["booked"]);
    const monday = await states(MONDAY);
    expect(monday).toContain("cancelled");
    expect(monday.filter((state) => state === "booked").length).toBeLessThanOrEqual(2);
  });

  test("the page, the charts and the file say the same, without a scan and within a range", async () => {
    const hall = await counted();
    const clerk = await desk.seat(staff("clerk"));
    const at = (rest: string) => `/office/halls/${hall.id}/statistics${rest}`;
    const range = `?from=${MONDAY}&to=2026-11-24`;
    engine.forget();
    const page = await clerk.open(at(range));
    expect(page.status).toBe(200);
    const rows = [...page.document.querySelectorAll("main table tbody tr")].map((row) =>
      [...row.querySelectorAll("td")].map((cell) => cell.textContent),
    );
    expect(rows[1]?.slice(0, 5)).toEqual(["2026年11月24日（周二）", "39", "1", "3%", "1"]);
    expect(engine.consumed.filter(({ operation }) => operation === "query").length).toBeLessThanOrEqual(8);
    const file = await (await clerk.browser.get(at(`/figures.csv${range}`))).text();
    expect(file.split("\r\n")[2]?.split(",").slice(0, 5)).toEqual(["2026-11-24", "39", "1", "3%", "1"]);
    const chart = await clerk.browser.get(at(`/charts/fill.svg${range}`));
    const svg = await chart.text();
    expect([chart.headers.get("content-type"), svg.startsWith("<svg"), svg.includes("11-24")]).toEqual([
      "image/svg+xml",
      true,
      true,
    ]);
    // Each figure the page speaks of has its chart there and its columns in the file.
    expect(page.document.querySelectorAll("main img.chart").length).toBe(4);
    const linked = [...page.document.querySelectorAll("main a")].map(
      (link) => link.getAttribute("href") ?? "",
    );
    for (const name of ["fill", "lead", "noShow", "release"])
      expect(linked.filter((href) => href.startsWith(at(`/charts/${name}.svg?`))).length).toBe(1);
    expect(linked).toContain(at(`/figures.csv${range}`));
    const lead = await clerk.browser.get(at(`/charts/lead.svg${range}`));
    expect([lead.status, (await lead.text()).startsWith("<svg")]).toEqual([200, true]);
    const cells = file.split("\r\n").map((line) => line.split(","));
    expect(cells[0]?.slice(8, 11)).toEqual([
      "提前（分钟，中位数）",
      "等候（分钟，中位数）",
      "放号后 1 分钟内约出",
    ]);
    // Booked on Friday at 10:00 for Tuesday at 10:00, nobody called.
    expect(cells[2]?.slice(8, 10)).toEqual(["5760", ""]);
    expect(cells.map((line) => line.length)).toEqual([16, 16, 16, 1]);
    expect((await clerk.open(at("/charts/x.svg"))).status).toBe(404);
    const long = await clerk.open(at("?from=2026-01-01&to=2026-11-24"));
    expect([long.status, long.page.getAllByText("一次最多看 92 天").length]).toEqual([422, 2]);
    for (const [query, message] of [
      ["?from=2026-02-31&to=2026-11-24", "请填写日期，例如 2026-11-23"],
      ["?from=9999-12-31&to=9999-12-31", "请填写日期，例如 2026-11-23"],
      ["?from=2026-11-24&to=2026-11-23", "结束的日期不能早于开始的日期"],
    ] as const) {
      const refused = await clerk.open(at(query));
      expect([refused.status, refused.page.getAllByText(message).length > 0]).toEqual([422, true]);
      const typed = refused.document.querySelector("input[name=from]")?.getAttribute("value");
      expect(typed).toBe(query.slice(6, 16));
      expect((await clerk.browser.get(at(`/figures.csv${query}`))).status).toBe(422);
    }
    const other = await desk.seat(staff("auditor"));
    for (const rest of ["", "/figures.csv", "/charts/fill.svg"])
      expect((await other.open(at(rest))).status).toBe(403);
  });

  test("a hall without a booking says so, shows no empty charts and has its file all the same", async () => {
    const one = deskOn(engine.table, desk.clock);
    const hall = await one.publish(freshHall(), [MONDAY]);
    const clerk = await desk.seat(staff("clerk"));
    const at = (rest: string) => `/office/halls/${hall.id}/statistics${rest}`;
    const { document, page } = await clerk.open(at(`?from=${MONDAY}&to=${MONDAY}`));
    expect(document.querySelectorAll("main img").length).toBe(0);
    page.getByText("这些天没有预约。");
    page.getByText("有了预约、叫过号，这里才有图。CSV 文件现在就可以下载。");
    const href = page.getByRole("link", { name: "下载 CSV 文件" }).getAttribute("href") ?? "";
    const file = await clerk.browser.get(href);
    expect([file.status, (await file.text()).split("\r\n")[1]?.split(",").slice(0, 4)]).toEqual([
      200,
      [MONDAY, "39", "0", "0%"],
    ]);
  });
});
