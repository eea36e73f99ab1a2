/** Every office route of guides for every role, in the own unit and in another, and for nobody, against the one table. */
import { beforeAll, describe, expect, test } from "vitest";
import { guideSubject } from "../../functions/audit/audit.ts";
import type { Permission } from "../../functions/identity/access.ts";
import { may } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { roles } from "../../functions/identity/identity.ts";
import { routesOf } from "../../functions/kit/door.ts";
import { staff } from "../disclosure/support.ts";
import type { Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { freshGuide } from "./desk.ts";

const engine = useEngine();
let desk: Desk;
/** Version 1 is what citizens read, version 2 waits for review: every action is open to somebody. */
let id = "";
let report = "";
let untouched: unknown;

beforeAll(async () => {
  desk = openDesk(engine);
  const clerk = staff("clerk");
  const reviewer = staff("reviewer");
  ({ id } = await desk.guides.startDraft({ guide: freshGuide(), actor: clerk }));
  await desk.guides.act({ id, action: "hand_in", actor: clerk });
  await desk.guides.act({ id, action: "approve", actor: reviewer });
  const live = await desk.guides.readLive(id);
  if (live?.state !== "published") throw new Error("it was published");
  await desk.guideReports.add({ live, report: { kind: "phone", text: "空号" }, address: "1" });
  report = (await desk.guideReports.list(clerk, { state: "open", limit: 1 })).reports[0]?.id ?? "";
  await desk.guides.revise({ id, actor: clerk });
  await desk.guides.act({ id, action: "hand_in", actor: clerk });
  untouched = await desk.guides.readForOffice(id, clerk);
});

interface Route {
  readonly route: string;
  readonly path?: () => string;
  readonly permission: Permission;
  /** The unit that the route is about, when it is not the guide's. */
  readonly unit?: "own";
}
const GUIDES = "/office/guides";
const ITEM = `${GUIDES}/items/:id`;
const act = (action: string, permission: Permission): Route => ({
  route: `POST ${ITEM}/actions/:action`,
  path: () => `${GUIDES}/items/${id}/actions/${action}`,
  permission,
});
const routes: readonly Route[] = [
  { route: `GET ${GUIDES}`, permission: "guide.read_drafts", unit: "own" },
  { route: `GET ${GUIDES}`, path: () => `${GUIDES}?unit=zfb`, permission: "guide.read_drafts" },
  { route: `GET ${GUIDES}`, path: () => `${GUIDES}?unit=zfb&q=x`, permission: "guide.read_drafts" },
  { route: `GET ${GUIDES}/new`, permission: "guide.write", unit: "own" },
  { route: `POST ${GUIDES}/new`, permission: "guide.write", unit: "own" },
  { route: `GET ${ITEM}`, permission: "guide.read_drafts" },
  { route: `GET ${ITEM}/versions/:n`, permission: "guide.read_drafts" },
  { route: `GET ${ITEM}/edit/:section`, permission: "guide.write" },
  { route: `POST ${ITEM}/edit/:section`, permission: "guide.write" },
  {
    route: `GET ${GUIDES}/reports`,
    path: () => `${GUIDES}/reports?unit=zfb`,
    permission: "guide.read_drafts",
  },
  { route: `GET ${GUIDES}/words`, permission: "guide.read_drafts", unit: "own" },
  { route: `POST ${GUIDES}/words`, permission: "words.write", unit: "own" },
  { route: `POST ${GUIDES}/words/rebuild`, permission: "words.write", unit: "own" },
  { route: `POST ${GUIDES}/reports/:guide/:report`, permission: "guide.write" },
  ...(
    [
      ["hand_in", "guide.write"],
      ["revise", "guide.write"],
      ["check", "guide.write"],
      ["return", "guide.approve"],
      ["approve", "guide.approve"],
      ["abolish", "guide.approve"],
      ["pause", "guide.pause"],
      ["resume", "guide.pause"],
    ] as const
  ).map(([action, permission]) => act(action, permission)),
];
/** Of all who may write, only who wrote this version may take it back. */
const takeBack = act("take_back", "guide.write");
const people: readonly Staff[] = ["zfb", "zrzy"].flatMap((unit) =>
  roles.map((role) => staff(role, unit, `${role}-${unit}-seen`)),
);

const pathOf = ({ route, path }: Route): string =>
  path?.() ??
  (route.split(" ")[1] ?? "")
    .replace(":id", id)
    .replace(":n", "2")
    .replace(":section", "basics")
    .replace(":guide", id)
    .replace(":report", report);

async function ask(route: Route, person: Staff | undefined): Promise<Response> {
  const { browser } = person === undefined ? desk.stranger() : await desk.seat(person);
  // A version that nobody saw: whoever may act is told that it changed, and nothing is done.
  if (route.route.startsWith("GET")) return browser.get(pathOf(route));
  return browser.post(pathOf(route), { reason: "张三丰", version: "0", command: "x", tick: "yes" });
}

describe.each(routes)("$route for $permission", (route) => {
  test.each(people)("$roles of $unit", async (person) => {
    const subject = { unit: route.unit === "own" ? person.unit : "zfb" };
    const allowed = may(person, route.permission, subject);
    const answer = await ask(route, person);
    if (allowed) expect([200, 303, 409, 422]).toContain(answer.status);
    else expect(answer.status).toBe(403);
  });

  test("nobody", async () => {
    const answer = await ask(route, undefined);
    expect(answer.status).toBe(route.route.startsWith("GET") ? 303 : 401);
    expect(await answer.text()).not.toContain("社会保障卡");
  });
});

test("who did not write a version may not take it back, and is told so", async () => {
  const colleague = await ask(takeBack, staff("clerk", "zfb", "clerk-zfb-seen"));
  expect(colleague.status).toBe(403);
  expect(await colleague.text()).toContain("这个版本不是您写的");
  expect((await ask(takeBack, staff("clerk"))).status).toBe(409);
});

test("every route of guides is in the table", async () => {
  const known = new Set(routes.map(({ route }) => route));
  const own = (await routesOf(desk.app)).map(({ method, path }) => `${method} ${path}`);
  // Imports are about files, and have a table of their own.
  const guides = own.filter((route) => /^(GET|POST) \/office\/guides(?!\/import)/.test(route));
  expect(guides.filter((route) => !known.has(route))).toEqual([]);
  expect(guides.length).toBeGreaterThan(8);
});

test("nothing was done by asking, and whoever was refused an act is on record", async () => {
  expect(await desk.guides.readForOffice(id, staff("clerk"))).toEqual(untouched);
  const record = await desk.audit.list(guideSubject(id), 1000);
  const ofTheRole = ["role", "unit"];
  const refused = record.filter(
    ({ result, reason = "" }) => result === "refused" && ofTheRole.includes(reason),
  );
  const posts = routes.filter(
    ({ route, unit }) => unit === undefined && (route.startsWith("POST") || route.includes("/edit/")),
  );
  const expected = posts.flatMap(({ permission }) =>
    people.filter((person) => !may(person, permission, { unit: "zfb" })),
  );
  expect(refused).toHaveLength(expected.length);
});
