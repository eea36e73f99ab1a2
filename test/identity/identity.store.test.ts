import { describe, expect, test } from "vitest";
import { openSessionStore } from "../../functions/identity/identity.session.store.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { plusSeconds } from "../../functions/kit/clock.ts";
import { useEngine } from "../support/engine.ts";
import { testVault } from "../support/world.ts";

const engine = useEngine();
const START = "2026-11-23T01:00:00.000Z";
const later = (minutes: number) => plusSeconds(START, minutes * 60);
const clerk: Staff = { kind: "staff", id: "u1", name: "王芳", unit: "moh", roles: ["clerk"] };

describe("sessions", () => {
  const sessions = () => openSessionStore(engine.table, testVault());
  const start = (id: string) => engine.table.commit([sessions().startWrite(id, clerk, START)]);

  test("give back the person, and keep no id in the table", async () => {
    await start("id-one");
    expect(await sessions().touch("id-one", later(1))).toMatchObject({ staff: clerk });
    expect(await sessions().touch("id-two", later(1))).toBeUndefined();
    expect(await engine.table.get({ pk: "SESSION#id-one", sk: "SESSION" })).toBeUndefined();
  });

  test("end after 30 idle minutes, and each use moves the end", async () => {
    await start("idle");
    expect(await sessions().touch("idle", later(29))).toBeDefined();
    expect(await sessions().touch("idle", later(58))).toBeDefined();
    expect(await sessions().touch("idle", later(88))).toBeUndefined();
  });

  test("end after 12 hours however busy", async () => {
    await start("busy");
    for (let minutes = 20; minutes < 12 * 60; minutes += 20)
      expect(await sessions().touch("busy", later(minutes))).toBeDefined();
    expect(await sessions().touch("busy", later(12 * 60))).toBeUndefined();
  });

  test("are written at most once a minute", async () => {
    await start("calm");
    engine.forget();
    for (const seconds of [1, 20, 59]) await sessions().touch("calm", plusSeconds(START, seconds));
    expect(engine.consumed.map((each) => each.operation)).toEqual(["get", "get", "get"]);
    await sessions().touch("calm", plusSeconds(START, 60));
    await sessions().touch("calm", plusSeconds(START, 90));
    expect(engine.consumed.filter((each) => each.operation === "write")).toHaveLength(1);
  });

  test("that were ended stay ended", async () => {
    await start("over");
    await engine.table.commit([sessions().endWrite("over")]);
    expect(await sessions().touch("over", later(2))).toBeUndefined();
  });
});

describe("the roster of a unit", () => {
  const staff = () => openStaffStore(engine.table);

  test("knows who signed in, by name, and forgets after half a year", async () => {
    await staff().remember({ ...clerk, unit: "edu", id: "u2", name: "张伟", roles: ["handler"] }, START);
    await staff().remember({ ...clerk, unit: "edu" }, later(60 * 24 * 170));
    expect((await staff().list("edu", later(60 * 24 * 175))).map((each) => each.name)).toEqual([
      "王芳",
      "张伟",
    ]);
    expect((await staff().list("edu", later(60 * 24 * 181))).map((each) => each.name)).toEqual(["王芳"]);
    expect(await staff().list("none", START)).toEqual([]);
  });

  test("takes new names and roles at once and writes nothing for what is known", async () => {
    await staff().remember({ ...clerk, unit: "tax" }, START);
    engine.forget();
    await staff().remember({ ...clerk, unit: "tax" }, later(10));
    expect(engine.consumed.map((each) => each.operation)).toEqual(["get"]);
    await staff().remember({ ...clerk, unit: "tax", roles: ["handler"] }, later(11));
    expect(await staff().list("tax", later(12))).toEqual([{ id: "u1", name: "王芳", roles: ["handler"] }]);
  });

  test("loses nobody when many sign in at once", async () => {
    const people = Array.from({ length: 5 }, (_, n) => ({ ...clerk, unit: "busy", id: `p${n}` }));
    await Promise.all(people.map((person) => staff().remember(person, START)));
    expect(await staff().list("busy", START)).toHaveLength(5);
  });
});
