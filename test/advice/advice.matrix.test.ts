/** Every office route of questions and suggestions for every role, in the own unit and in another, and for nobody. */
import { beforeAll, describe, expect, test } from "vitest";
import { officeActions } from "../../functions/advice/advice.flow.ts";
import type { Permission } from "../../functions/identity/access.ts";
import { may, permissions } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { staff } from "../disclosure/support.ts";
import type { Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { handIn, question } from "./rig.ts";

const engine = useEngine();
const DESK = "/office/advice";
const ONE = `${DESK}/:reference`;
let desk: Desk;
let reference = "";

beforeAll(async () => {
  desk = openDesk(engine);
  ({ reference } = await handIn(desk.advice));
}, 120_000);

interface Row {
  readonly route: string;
  readonly path: () => string;
  readonly permission: Permission;
  /** The unit that it is about, when it is not the question's. */
  readonly unit?: "own";
}
const rows: readonly Row[] = [
  { route: `GET ${DESK}`, path: () => DESK, permission: "advice.read", unit: "own" },
  { route: `GET ${DESK}`, path: () => `${DESK}?unit=zfb`, permission: "advice.read" },
  { route: `GET ${ONE}`, path: () => `${DESK}/${reference}`, permission: "advice.read" },
  ...officeActions.map(
    (action): Row => ({
      route: `POST ${ONE}/actions/:action`,
      path: () => `${DESK}/${reference}/actions/${action}`,
      permission: `advice.${action}`,
    }),
  ),
];
const people: readonly Staff[] = ["zfb", "zrzy"].flatMap((unit) =>
  roles.map((role) => staff(role, unit, `${role}-${unit}-seen`)),
);

async function ask({ route, path }: Row, person: Staff | undefined): Promise<Response> {
  const { browser } = person === undefined ? desk.stranger() : await desk.seat(person);
  // Of a version that is none, so that nothing is done by asking.
  return route.startsWith("GET") ? browser.get(path()) : browser.post(path(), { version: "0", text: "x" });
}

describe.each(rows)("$permission $route", (row) => {
  test.each(people)("$roles of $unit", async (person) => {
    const allowed = may(person, row.permission, { unit: row.unit === "own" ? person.unit : "zfb" });
    const answer = await ask(row, person);
    // Who may act and may not read would see no page; nobody here may do the one without the other.
    if (allowed) expect([200, 409, 422]).toContain(answer.status);
    else expect(answer.status).toBe(403);
    if (!allowed) expect(await answer.text()).not.toContain(question.subject);
  });

  test("nobody", async () => {
    const answer = await ask(row, undefined);
    expect(answer.status).toBe(row.route.startsWith("GET") ? 303 : 401);
    expect(await answer.text()).not.toContain(question.subject);
  });
});

test("every route is in the table, and every permission has one", async () => {
  const known = new Set(rows.map(({ route }) => route));
  const routes = (await routesOf(desk.app))
    .filter(({ method, path }) => method !== "ALL" && path.startsWith(DESK))
    .map(({ method, path }) => `${method} ${path}`);
  expect(new Set(routes)).toEqual(known);
  const asked = new Set<string>(rows.map(({ permission }) => permission));
  const own = Object.entries(permissions).filter(
    ([name, { roles: some }]) => name.startsWith("advice.") && some.length > 0,
  );
  // Name and telephone are parts of a page, and asked for within it.
  expect(own.map(([name]) => name).filter((name) => !asked.has(name))).toEqual(["advice.read_personal"]);
});

test("nothing was done by asking", async () => {
  const { head } = await desk.advice.readForOffice(reference, staff("clerk"));
  expect(head).toMatchObject({ state: "submitted", version: 1 });
});
