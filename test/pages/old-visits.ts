/** Registers of old requests in every state: nothing yet, a file refused, looked at, running, taken in. */

import { people } from "../disclosure/support.ts";
import type { RegisterRow } from "../old/samples.ts";
import { csvOf } from "../old/samples.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const OLD = "/office/old-requests";
const ONE = `${OLD}/:id`;

let files = 0;
/** Rows that are refused, then some that are put right, and one that is there twice. */
function registerOf(good: number, refused = 1): string {
  files += 1;
  const rows = (count: number, change: RegisterRow) =>
    Array.from({ length: count }, (_, n) => ({ number: `V${files}-${n}`, ...change }));
  return csvOf([
    ...rows(refused, { receivedOn: "1301-01-01" }),
    ...rows(good, { receivedOn: "43529", description: "Card <b>lost</b>" }),
    { number: `V${files}-0` },
  ]);
}

/** Has posted a file and comes back from the bucket. */
async function back(all: Arrivals, content: string): Promise<Arrival> {
  const arrival = await all.desk(people.clerk, OLD);
  return { ...arrival, path: await all.uploaded(arrival, Buffer.from(content)) };
}

async function handedIn(all: Arrivals, refused: number, rest = ""): Promise<Arrival> {
  const { browser, path } = await back(all, registerOf(2, refused));
  const location = (await browser.get(path)).headers.get("location") ?? "";
  return { browser, path: `${location}${rest}` };
}

async function begun(all: Arrivals, refused: number): Promise<Arrival> {
  const arrival = await handedIn(all, refused);
  await arrival.browser.post(arrival.path, { action: "take" });
  return arrival;
}

export const oldVisits: readonly Visit[] = [
  visit("old requests, none yet", OLD, (all) => all.desk(people.clerkElsewhere, OLD), again),
  visit("old requests", OLD, async (all) => {
    const { browser } = await handedIn(all, 2);
    return { browser, path: OLD };
  }),
  visit("old requests, before who may not", OLD, (all) => all.desk(people.handler, OLD), {
    status: 403,
    ...again,
  }),
  visit("a register of no use", OLD, (all) => back(all, "<!doctype html>"), {
    status: 422,
    ...once,
    ...again,
  }),
  visit("back from the bucket with a register", OLD, (all) => back(all, registerOf(1)), { status: 303 }),
  visit("empty register", `${OLD}/template`, (all) => all.desk(people.clerk, `${OLD}/template`), {
    download: true,
  }),
  visit("register, looked at", ONE, (all) => handedIn(all, 2)),
  visit(
    "register, the second page of one kind",
    ONE,
    (all) => handedIn(all, 60, "?only=rejected&page=2"),
    again,
  ),
  visit("register, running", ONE, (all) => begun(all, 201), { ...again, ...once }),
  visit("register, taken in", ONE, (all) => begun(all, 2), again),
  visit("no such register", ONE, (all) => all.desk(people.clerk, `${OLD}/none`), { status: 404, ...again }),
  visit("report of a register", `${ONE}/report`, (all) => handedIn(all, 2, "/report"), { download: true }),
];
