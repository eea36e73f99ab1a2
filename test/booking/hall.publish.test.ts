/** Publishing by an office can end between any two requests, and whoever comes by finishes what it began. */
import { describe, expect, test } from "vitest";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { openHallDraftStore } from "../../functions/booking/booking.hall.draft.store.ts";
import { saveHallWrite } from "../../functions/booking/booking.hall.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { Table } from "../../functions/kit/table.ts";
import type { HallGround } from "../../functions/wiring.hall.ts";
import { hallOfficeOf } from "../../functions/wiring.hall.ts";
import { staff } from "../disclosure/support.ts";
import { useEngine } from "../support/engine.ts";
import { seededRandom } from "../support/world.ts";
import { Crash, fragile } from "./crash.ts";
import { deskOn, freshHall, MONDAY } from "./desk.ts";

const engine = useEngine();
const TUESDAY = "2026-11-24";
const handler: Staff = staff("handler");

function officeOn(table: Table) {
  const one = deskOn(table);
  const config = { units: [], publicOrigin: "https://banshi.example" } as unknown as HallGround["config"];
  const audit = openAuditStore(table, seededRandom(`audit ${Math.random()}`));
  return { one, office: hallOfficeOf({ ...one.parts, config, audit }) };
}

/** A hall with two days published, and a draft in which one counter more is open. */
async function drafted(table: Table) {
  const { one, office } = officeOn(table);
  const hall = freshHall();
  await one.publish(hall, [MONDAY, TUESDAY]);
  const fourth = { id: "a4", sign: "A04", lane: 4, seats: 1, services: ["social"] };
  const draft = await office.hallDrafts.change(handler, hall.id, 0, (before) => ({
    ok: true,
    value: {
      ...before,
      places: before.places.map((place) => ({ ...place, counters: [...place.counters, fourth] })),
    },
  }));
  return { one, office, hall, version: draft.version };
}

async function capacity(one: ReturnType<typeof deskOn>, hall: string): Promise<readonly number[]> {
  const days = await one.schedules.progress({ hall, place: "main" }, { from: MONDAY, to: TUESDAY });
  return days.map(({ capacity: seats, state }) => (state === "published" ? seats : 0));
}

describe("publishing a draft", () => {
  test("that ends before or after any request is finished by the next press or by the clock", async () => {
    let deaths = 0;
    for (const when of ["before", "after"] as const) {
      for (let n = 0; ; n += 19) {
        const table = fragile(engine.table);
        const { one, office, hall, version } = await drafted(table);
        table.dieAt(n, when);
        const died = await office.publishing.start(handler, hall.id, { version, to: TUESDAY }).then(
          () => false,
          (error: unknown) => error instanceof Crash,
        );
        table.heal();
        if (!died) break;
        deaths += 1;
        const drafts = openHallDraftStore(table);
        const left = await drafts.read(hall.unit, hall.id);
        if (left !== undefined && left.publishing === undefined)
          await office.publishing.start(handler, hall.id, { version: left.version, to: TUESDAY });
        else {
          one.clock.pass(121);
          await one.upkeep.finishPublishing();
        }
        expect(await capacity(one, hall.id)).toEqual([52, 52]);
        expect(await drafts.read(hall.unit, hall.id)).toBeUndefined();
      }
    }
    expect(deaths).toBeGreaterThan(5);
  }, 60_000);

  test("writes in slices: a page answers in time, and says how far it is", async () => {
    const { one, hall, version } = await drafted(engine.table);
    let now = 0;
    const { office } = officeOn(engine.table);
    const { openPublishing } = await import("../../functions/booking/booking.publish.service.ts");
    // Every look at this clock takes four seconds, so that a slice is two days long.
    const milliseconds = () => {
      now += 4_000;
      return now;
    };
    const { desk, schedules } = office;
    const publishing = openPublishing({ parts: one.parts, desk, schedules, milliseconds });
    await publishing.start(handler, hall.id, { version, to: "2026-11-27" });
    expect(await publishing.progress(handler, hall.id)).toMatchObject({
      days: 6,
      waiting: 4,
      announcing: false,
    });
    await publishing.goOn(handler, hall.id);
    await publishing.goOn(handler, hall.id);
    expect(await publishing.progress(handler, hall.id)).toMatchObject({ days: 6, waiting: 0 });
  });

  test("a button that is pressed twice publishes once, and neither press is told of a conflict", async () => {
    const { one, office, hall, version } = await drafted(engine.table);
    const press = () => office.publishing.start(handler, hall.id, { version, to: TUESDAY });
    const pressed = await Promise.allSettled([press(), press()]);
    expect(pressed.map(({ status }) => status)).toEqual(["fulfilled", "fulfilled"]);
    // Gone back to and pressed once more, when the draft is gone already.
    await office.publishing.start(handler, hall.id, { version, base: 1, to: TUESDAY });
    await office.publishing.goOn(handler, hall.id);
    expect(await capacity(one, hall.id)).toEqual([52, 52]);
    expect((await one.parts.halls.readForChange(hall.id))?.version).toBe(2);
    const discarded = office.publishing.start(handler, hall.id, { version, base: 2, to: TUESDAY });
    await expect(discarded).rejects.toMatchObject({ status: 409, code: "hall_changed" });
  });

  test("looking changes nothing, and costs reads only", async () => {
    const { office, hall } = await drafted(engine.table);
    engine.forget();
    const { days } = await office.publishing.preview(handler, hall.id, TUESDAY);
    expect(days.find(({ day }) => day === MONDAY)).toMatchObject({ added: 13, closed: 0, touched: [] });
    expect(
      engine.consumed.filter(({ operation }) => operation === "write" || operation === "transaction"),
    ).toEqual([]);
  });
});

test("a hall that somebody else has saved meanwhile is not overwritten", async () => {
  const { office, hall, version, one } = await drafted(engine.table);
  await engine.table.commit([saveHallWrite(hall, 1)]);
  const published = office.publishing.start(handler, hall.id, { version, to: TUESDAY });
  await expect(published).rejects.toMatchObject({ status: 409, code: "hall_changed" });
  expect(await capacity(one, hall.id)).toEqual([39, 39]);
});
