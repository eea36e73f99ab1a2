import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { dayOf } from "../../functions/calendar/calendar.day.ts";
import type { Guides } from "../../functions/guide/guide.service.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { openStaffStore, type StaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { type Instant, systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { guidesOf } from "../../functions/wiring.guide.ts";
import type { Demo } from "./demo.ts";
import type { Desk } from "./demo-desk.ts";
import { type DemoGuideOfUnit, demoGuides } from "./demo-guides.ts";
import { DemoFailure, type DemoPlace } from "./demo-visitor.ts";
import { tableName } from "./environment.ts";

/** How many are on their way at the same time; the engine takes one transaction after the other anyway. */
const AT_ONCE = 4;

interface Work {
  readonly desk: Desk;
  readonly guides: Guides;
  readonly directory: StaffStore;
  readonly at: Instant;
}

/**
 * Guides come in by the import, which is a program beside the table: the clerk of a unit prepares them and its
 * reviewer stands behind them, or they would stay drafts. What is there already is left as it is.
 */
export async function putGuides({ place, desk }: Demo): Promise<void> {
  const work = { desk, at: systemClock(), ...storesAt(place) };
  const waiting = [...demoGuides(place.publicOrigin, dayOf(work.at))];
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      place.stopped.throwIfAborted();
      await put(work, next);
    }
  };
  // What is on its way when one fails is waited for: whoever goes on afterwards must find it.
  const ends = await Promise.allSettled(Array.from({ length: AT_ONCE }, take));
  const failed = ends.find((end) => end.status === "rejected");
  if (failed !== undefined) throw failed.reason;
}

async function put(work: Work, { unit, guide }: DemoGuideOfUnit): Promise<void> {
  const { guides, at } = work;
  if ((await guides.readLive(itemCodeOf(guide))) !== undefined) return;
  const preparedBy = await colleague(work, unit, `clerk-${unit}`);
  const approvedBy = await colleague(work, unit, `reviewer-${unit}`);
  const intake = await guides.importGuide({ guide, preparedBy, approvedBy, at });
  // A draft that somebody has begun meanwhile is theirs.
  if (intake.result === "rejected" && intake.reason !== "draft_in_progress")
    throw new DemoFailure(`the guide ${guide.taskName} was not taken in (${intake.reason})`);
}

/** As the last sign-in told the directory; who has never been here signs in now. */
export async function colleague(
  { desk, directory }: Pick<Work, "desk" | "directory">,
  unit: string,
  id: string,
): Promise<Staff> {
  const known = await directory.find(unit, id);
  if (known === undefined) await desk.person(id);
  const found = known ?? (await directory.find(unit, id));
  if (found === undefined) throw new DemoFailure(`${id} is nobody of ${unit}`);
  return { kind: "staff", id, unit, name: found.name, roles: found.roles };
}

function storesAt({ dynamodb, publicOrigin }: DemoPlace): Pick<Work, "guides" | "directory"> {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const table = openTable({ client, name: tableName });
  const audit = openAuditStore(table, systemRandom);
  return {
    guides: guidesOf({ table, audit, clock: systemClock, config: { publicOrigin } }),
    directory: openStaffStore(table),
  };
}
