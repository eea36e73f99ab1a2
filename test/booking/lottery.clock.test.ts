/** What the pages promise of a draw: that it is over a quarter of an hour after the list is closed, by the clock that runs. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openDraws } from "../../functions/booking/booking.lottery.draw.service.ts";
import { millisecondsOf, plusSeconds } from "../../functions/kit/clock.ts";
import { fairCopy } from "../../web/copy/fair.ts";
import { useEngine } from "../support/engine.ts";
import { clockAt } from "../support/world.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";

const engine = useEngine();
const MINUTES = 15;
const DAY_BEFORE_EIGHT = "2026-11-16T00:00:00.000Z";
const people = ["A", "B", "C", "D"];

/** The minutes at which the deployed clock runs, as the stack declares them. */
function minutesOfClock(): readonly number[] {
  const source = readFileSync(new URL("../../stacks/schedule.ts", import.meta.url), "utf8");
  const [, first, step] = /cron\((\d+)\/(\d+) \* \* \* \? \*\)/.exec(source) ?? [];
  if (first === undefined || step === undefined) throw new Error("the clock is not declared by its minutes");
  return Array.from({ length: 60 }, (_, minute) => minute).filter(
    (minute) => minute >= Number(first) && (minute - Number(first)) % Number(step) === 0,
  );
}

test.each(["08:00", "08:01", "08:14", "08:29", "08:45"])(
  "a list that closes at %s is drawn within the time that people are told",
  async (hour) => {
    const service = { id: "social", number: 1, name: { zh: "社保", en: "Social" }, minutes: 30 };
    const hall = freshHall({
      hall: { services: [{ ...service, group: "lots-clock", release: "lottery" }] },
      place: {
        release: { ahead: 7, unit: "days", at: hour },
        counters: [{ id: "a1", sign: "A01", lane: 1, services: ["social"] }],
        hours: { weekly: [{ weekdays: [1], hours: [{ from: "09:00", to: "10:00" }] }] },
      },
    });
    const closesAt = plusSeconds(DAY_BEFORE_EIGHT, Number(hour.slice(3)) * 60);
    const clock = clockAt(plusSeconds(closesAt, -3600));
    const desk = deskOn(engine.table, clock);
    await desk.publish(hall);
    for (const person of people) {
      const { wanted, party } = requestOf(hall, {}, { person: `${hall.id} ${person}` });
      const { time: _time, ...rest } = wanted;
      await desk.waiting.join({ wanted: rest, party, lang: "zh" });
    }
    const draws = openDraws({
      parts: desk.parts,
      sleep: async (milliseconds) => clock.pass(milliseconds / 1000),
    });
    const site = { hall: hall.id, place: "main" };
    const runsAt = minutesOfClock();
    clock.set(plusSeconds(closesAt, -60));
    for (let minute = -1; minute <= MINUTES; minute += 1) {
      const at = plusSeconds(closesAt, minute * 60);
      if (clock.now() < at) clock.set(at);
      if (!runsAt.includes(Number(at.slice(14, 16)))) continue;
      await draws.drawDue();
      const draw = await desk.parts.lotteries.read(site, MONDAY);
      // Nobody's registration is cut off before the hour that the page names.
      if (minute < 0) expect(draw?.state).toBe("open");
    }
    const draw = await desk.parts.lotteries.read(site, MONDAY);
    expect(draw).toMatchObject({ state: "done", count: people.length, won: 2, lost: 2 });
    expect(millisecondsOf(draw?.doneAt ?? "") - millisecondsOf(closesAt)).toBeLessThanOrEqual(
      MINUTES * 60_000,
    );
  },
);

test("the pages name that time, before and after the list is closed", () => {
  for (const lang of ["zh", "en"] as const) {
    const said = JSON.stringify(fairCopy(lang), (_, value) =>
      typeof value === "function" ? value("T", "T") : value,
    );
    expect(
      said.match(lang === "zh" ? /15 分钟内/g : /within 15 minutes/g)?.length,
      lang,
    ).toBeGreaterThanOrEqual(3);
  }
});
