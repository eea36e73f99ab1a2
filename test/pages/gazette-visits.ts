/** Policies, announcements and news: the public's pages and the office's, in every state in which they can be found. */
import type { GazetteForm, GazetteKind } from "../../functions/gazette/gazette.ts";
import { people } from "../disclosure/support.ts";
import { draft, inReview, publish } from "../gazette/rig.ts";
import type { Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const DESK = "/office/gazette";
const ITEM = `${DESK}/items/:id`;

let told = 0;
/** In Latin letters, so that any other letter on a page is the page's own; each with a title of its own. */
const latin = (change: Partial<GazetteForm> = {}): Partial<GazetteForm> => {
  told += 1;
  return {
    title: `Rules for allowances ${told}`,
    organ: "County Government",
    documentNumber: "SF 2025 No. 3",
    indexNumber: "SF001",
    body: "# Who\nWhoever is 80.\n# How much\n100 a month.",
    ...change,
  };
};

const service = (all: Arrivals) => all.apps.gazette.gazette;
const published = async (all: Arrivals, kind: GazetteKind, change: Partial<GazetteForm> = {}) =>
  publish(service(all), { kind, change: latin(change) });

/** One guide for all that are about it, because the test's guides are numbered with few digits. */
let allowance: Promise<string> | undefined;
async function related(all: Arrivals) {
  const next = await published(all, "policy");
  allowance ??= all.apps.guide.publish({ taskName: "Allowance" });
  const guide = await allowance;
  const change: Partial<GazetteForm> = { guides: [guide], validity: "repealed", validityNote: "Replaced" };
  return published(all, "policy", { ...change, successor: next.id });
}

async function withdrawn(all: Arrivals) {
  const { id, version } = await published(all, "policy");
  return service(all).act(people.reviewer, { id, deed: "withdraw", version, reason: "A wrong number" });
}

const atItem = (name: string, make: (all: Arrivals) => Promise<{ id: string }>, person = people.reviewer) =>
  visit(
    `an item of the gazette, ${name}`,
    ITEM,
    async (all) => all.desk(person, `${DESK}/items/${(await make(all)).id}`),
    again,
  );

const columns = { policy: "/policies", announcement: "/announcements", news: "/news" } as const;

export const gazetteVisits: readonly Visit[] = [
  ...(["policy", "announcement", "news"] as const).flatMap((kind) => [
    visit(
      `column ${kind}`,
      columns[kind],
      async (all) => {
        await published(all, kind);
        return all.visitor(columns[kind]);
      },
      { kept: true },
    ),
    visit(
      `an item, ${kind}`,
      `${columns[kind]}/:id`,
      async (all) => all.visitor(`${columns[kind]}/${(await published(all, kind)).id}`),
      { kept: true },
    ),
    visit(
      `a file that is not there, ${kind}`,
      `${columns[kind]}/:id/files/:file`,
      async (all) => all.visitor(`${columns[kind]}/${(await published(all, kind)).id}/files/none`),
      { status: 404, ...again },
    ),
    visit(
      `the feed of ${kind}`,
      `${columns[kind]}/feed.atom`,
      (all) => all.visitor(`${columns[kind]}/feed.atom`),
      {
        feed: true,
        kept: true,
      },
    ),
  ]),
  visit("a column, searched", "/policies", (all) => all.visitor("/policies?q=allowances"), {
    kept: true,
    ...again,
  }),
  visit("a column, nothing found", "/news", (all) => all.visitor("/news?q=zzzz"), { kept: true, ...again }),
  visit(
    "a policy that was repealed",
    "/policies/:id",
    async (all) => all.visitor(`/policies/${(await related(all)).id}`),
    { kept: true, ...again },
  ),
  visit(
    "a policy that was taken back",
    "/policies/:id",
    async (all) => all.visitor(`/policies/${(await withdrawn(all)).id}`),
    { status: 410, kept: true },
  ),
  visit("no such policy", "/policies/:id", (all) => all.visitor("/policies/none"), { status: 404, ...again }),
  visit("the gazette's desk", DESK, async (all) => {
    await inReview(service(all), { change: latin() });
    return all.desk(people.clerk, DESK);
  }),
  ...["draft", "waiting", "published", "stale", "withdrawn"].map((list) =>
    visit(
      `the gazette's desk, ${list}`,
      DESK,
      (all) => all.desk(people.auditor, `${DESK}?list=${list}`),
      again,
    ),
  ),
  visit("choosing a column", `${DESK}/new`, (all) => all.desk(people.clerk, `${DESK}/new`)),
  ...Object.keys(columns).map((kind) =>
    visit(`writing ${kind}`, `${DESK}/new`, (all) => all.desk(people.clerk, `${DESK}/new?kind=${kind}`)),
  ),
  visit("writing, by who may not", `${DESK}/new`, (all) => all.desk(people.reviewer, `${DESK}/new`), {
    status: 403,
    ...again,
  }),
  visit("changing a draft", `${ITEM}/edit`, async (all) => {
    const { id } = await draft(service(all), { change: latin() });
    return all.desk(people.clerk, `${DESK}/items/${id}/edit`);
  }),
  visit(
    "changing what is in review",
    `${ITEM}/edit`,
    async (all) => {
      const { id } = await inReview(service(all), { change: latin() });
      return all.desk(people.clerk, `${DESK}/items/${id}/edit`);
    },
    { status: 303 },
  ),
  visit("adding a file to a draft", `${ITEM}/files`, async (all) => {
    const { id } = await draft(service(all), { change: latin() });
    return all.desk(people.clerk, `${DESK}/items/${id}/files`);
  }),
  visit(
    "a file that did not arrive",
    `${ITEM}/files`,
    async (all) => {
      const { id } = await draft(service(all), { change: latin() });
      return all.desk(people.clerk, `${DESK}/items/${id}/files?upload=none`);
    },
    { status: 422, ...again },
  ),
  visit(
    "a file of a text that has none",
    `${ITEM}/files/:file`,
    async (all) => {
      const { id } = await draft(service(all), { change: latin() });
      return all.desk(people.clerk, `${DESK}/items/${id}/files/none`);
    },
    { status: 404, ...again },
  ),
  visit("a text that was published", `${ITEM}/versions/:n`, async (all) => {
    const { id } = await published(all, "policy");
    return all.desk(people.clerk, `${DESK}/items/${id}/versions/1`);
  }),
  atItem("draft", (all) => draft(service(all), { change: latin() }), people.clerk),
  atItem("in review", (all) => inReview(service(all), { change: latin() })),
  atItem(
    "in review, own",
    (all) => inReview(service(all), { change: latin(), author: people.both }),
    people.both,
  ),
  atItem("waiting", (all) =>
    publish(service(all), { change: latin({ from: "2099-01-01", until: "2099-02-01" }) }),
  ),
  atItem("published", related),
  atItem(
    "published, before the clerk",
    (all) => published(all, "announcement", { until: "2099-02-01" }),
    people.clerk,
  ),
  atItem("taken back", withdrawn),
  visit(
    "an item of another unit",
    ITEM,
    async (all) => all.desk(people.clerkElsewhere, `${DESK}/items/${(await published(all, "news")).id}`),
    { status: 403, ...again },
  ),
];
