/** Those who ask for the same: the desk, one group before and after its decision. */
import { people } from "../disclosure/support.ts";
import { caseAt } from "../office/cases.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const LIST = "/office/alike";
const ONE = `${LIST}/groups/:id`;

let year = 1900;
/** A group of one whose applicant suggests to publish what was given. */
async function suggested({ apps, submit: handIn, desk }: Arrivals): Promise<string> {
  year += 1;
  // Another year is another piece of information, so no decision about one group closes the next.
  const submit = () => handIn({ title: `Planning permits of ${year}` });
  for (const person of [people.handler, people.reviewer]) await desk(person, "/office");
  const reference = await caseAt({ disclosure: apps.disclosure, submit }, "answered");
  await apps.alike.suggest({ kind: "applicant", reference });
  const group = await apps.alike.othersOf(people.clerk, { reference, unit: "zfb" });
  return group?.id ?? "";
}
async function before(all: Arrivals, staff = people.clerk): Promise<Arrival> {
  return all.desk(staff, `${LIST}/groups/${await suggested(all)}`);
}
async function decided(all: Arrivals): Promise<Arrival> {
  const id = await suggested(all);
  const { group } = await all.apps.alike.read(people.clerk, id);
  if (group.decision === undefined)
    await all.apps.alike.decide(people.clerk, id, {
      ...{ kind: "dismiss", version: group.version, reason: "It concerns one person." },
    });
  return all.desk(people.clerk, `${LIST}/groups/${id}`);
}

export const alikeVisits: readonly Visit[] = [
  visit("asked for by many", LIST, (all) => all.desk(people.clerk, LIST)),
  visit(
    "asked for by many, proposed",
    LIST,
    (all) => all.desk(people.auditor, `${LIST}?state=propose`),
    again,
  ),
  visit("a group that asks alike", ONE, (all) => before(all)),
  visit("a group that asks alike, before the reviewer", ONE, (all) => before(all, people.reviewer), again),
  visit("a group of another unit", ONE, (all) => before(all, people.clerkElsewhere), {
    status: 403,
    ...again,
  }),
  visit("no such group", ONE, (all) => all.desk(people.clerk, `${LIST}/groups/1`), { status: 404, ...again }),
  visit("a group, decided", ONE, decided, again),
];
