/** Imports of guides in every state: nothing yet, a file refused, looked at, running, taken in. */
import type { Staff } from "../../functions/identity/identity.ts";
import { people } from "../disclosure/support.ts";
import { complete } from "../guide/samples.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, once, visit } from "./visit.ts";

const IMPORTS = "/office/guides/import";
const IMPORT = `${IMPORTS}/:id`;

let files = 0;
/** Rows that are complete, that lack something, that were tidied, and one that is none. */
function linesOf(count: number): string {
  files += 1;
  const { duty: _, ...lacking } = complete;
  const rows = Array.from({ length: count }, (__, n) => ({
    ...(n % 2 === 0 ? complete : lacking),
    codeScheme: "other",
    taskCode: `V${files}-${n}`,
    taskName: "Card <b>lost</b>",
  }));
  return [...rows, { taskName: "No code" }, rows[0], { extra: 1 }]
    .map((row) => JSON.stringify(row))
    .join("\n");
}

/** Has posted a file and comes back from the bucket. */
async function back(all: Arrivals, content: string | Uint8Array): Promise<Arrival> {
  const arrival = await all.desk(people.clerk, IMPORTS);
  return { ...arrival, path: await all.uploaded(arrival, Buffer.from(content)) };
}

async function handedIn(all: Arrivals, rows: number, rest = ""): Promise<Arrival> {
  const { browser, path } = await back(all, linesOf(rows));
  const location = (await browser.get(path)).headers.get("location") ?? "";
  return { browser, path: `${location}${rest}` };
}

async function begun(all: Arrivals, rows: number): Promise<Arrival> {
  const arrival = await handedIn(all, rows);
  await arrival.browser.post(arrival.path, { action: "drafts" });
  return arrival;
}

async function seenBy(all: Arrivals, staff: Staff, arrival: Arrival): Promise<Arrival> {
  return { ...arrival, browser: (await all.desk(staff, arrival.path)).browser };
}

export const importVisits: readonly Visit[] = [
  visit("imports, none yet", IMPORTS, (all) => all.desk(people.clerkElsewhere, IMPORTS), again),
  visit("imports", IMPORTS, async (all) => {
    const { browser } = await handedIn(all, 2);
    return { browser, path: IMPORTS };
  }),
  visit("imports, before who may only look", IMPORTS, (all) => all.desk(people.auditor, IMPORTS), again),
  visit("a file of no use", IMPORTS, (all) => back(all, "<!doctype html>"), {
    status: 422,
    ...once,
    ...again,
  }),
  visit(
    "back from the bucket without a file",
    IMPORTS,
    (all) => all.desk(people.clerk, `${IMPORTS}?upload=x`),
    {
      status: 422,
      ...again,
    },
  ),
  visit("back from the bucket with guides", IMPORTS, (all) => back(all, linesOf(1)), { status: 303 }),
  visit("empty table", `${IMPORTS}/template`, (all) => all.desk(people.clerk, `${IMPORTS}/template`), {
    download: true,
  }),
  visit("import, looked at", IMPORT, (all) => handedIn(all, 60)),
  visit(
    "import, the second page of one kind",
    IMPORT,
    (all) => handedIn(all, 60, "?only=repaired&page=2"),
    again,
  ),
  visit(
    "import, before a reviewer",
    IMPORT,
    async (all) => seenBy(all, people.reviewer, await handedIn(all, 2)),
    again,
  ),
  visit("import, running", IMPORT, (all) => begun(all, 101), { ...again, ...once }),
  visit(
    "import, running for somebody else",
    IMPORT,
    async (all) => seenBy(all, people.handler, await begun(all, 101)),
    again,
  ),
  visit("import, done", IMPORT, (all) => begun(all, 2), again),
  visit(
    "import of another unit",
    IMPORT,
    async (all) => seenBy(all, people.clerkElsewhere, await handedIn(all, 1)),
    {
      status: 403,
      ...again,
    },
  ),
  visit("no such import", IMPORT, (all) => all.desk(people.clerk, `${IMPORTS}/none`), {
    status: 404,
    ...again,
  }),
  visit("report of an import", `${IMPORT}/report`, (all) => handedIn(all, 2, "/report"), { download: true }),
];
