/** The demo's receptions and trainings, whatever the day of the first start is; and nine service points on one page. */
import { expect, test } from "vitest";
import { addDays } from "../../functions/calendar/calendar.ts";
import { demoSteps, stepsNamed } from "../../stacks/local/demo.ts";
import { taxHall } from "../../stacks/local/demo-hall.ts";
import { withDemoOccasions } from "../../stacks/local/demo-occasions.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();

test("receptions, trainings and an open day can be planned on any day of a year", () => {
  for (let n = 0; n < 365; n += 1) {
    const today = addDays("2026-01-01", n);
    const hall = withDemoOccasions(
      taxHall(() => undefined),
      today,
    );
    const kinds = hall.services.flatMap(({ kind }) => kind ?? []);
    expect(kinds).toEqual(["reception", "event", "event"]);
    const coming = hall.occasions?.filter(({ day }) => day > today) ?? [];
    expect(coming.length).toBeGreaterThanOrEqual(7);
  }
});

test("nine service points of one unit are listed on one page, each with its address", async () => {
  const { halls, visitor } = openApps(engine, memoryBucket());
  const hall = withDemoOccasions(
    taxHall(() => undefined),
    "2026-03-02",
  );
  await halls.schedules.describe(hall, 0);
  const browser = visitor();
  const page = await browser.page(await browser.get("/bookings/services/tax/invoices"));
  const rows = [...page.querySelectorAll("main .links__link")].map(({ textContent }) => textContent ?? "");
  expect(rows).toHaveLength(9);
  const addresses = hall.places.slice(0, 9).map(({ address }) => address.zh);
  expect(addresses.every((address, n) => rows[n]?.includes(address))).toBe(true);
  expect(new Set(addresses).size).toBe(9);
});

test("DEMO with a name that no part of the demo has is one sentence, and every part has its name", () => {
  expect(() => stepsNamed("halls,hals")).toThrow(
    /^DEMO names no part of the demo with hals; known are none, people,/,
  );
  for (const { id } of demoSteps) expect(stepsNamed(id).map((step) => step.id)).toEqual([id]);
  expect(stepsNamed("none")).toEqual([]);
});
