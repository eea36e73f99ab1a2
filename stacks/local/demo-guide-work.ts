import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { dayOf } from "../../functions/calendar/calendar.day.ts";
import type { Guides } from "../../functions/guide/guide.service.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { type Instant, systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { guidesOf } from "../../functions/wiring.guide.ts";
import type { Demo } from "./demo.ts";
import { type DemoGuideOfUnit, demoGuides } from "./demo-guides.ts";
import { DemoFailure, type DemoPlace } from "./demo-visitor.ts";
import { tableName } from "./environment.ts";
import { people } from "./people.ts";

/** How many are on their way at the same time; the engine takes one transaction after the other anyway. */
const AT_ONCE = 4;

/**
 * Guides come in by the import, which is a program beside the table: the clerk of a unit prepares them and its
 * reviewer stands behind them, or they would stay drafts. What is there already is left as it is.
 */
export async function putGuides({ place }: Demo): Promise<void> {
  const guides = guidesAt(place);
  const at = systemClock();
  const waiting = [...demoGuides(place.publicOrigin, dayOf(at))];
  const take = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      place.stopped.throwIfAborted();
      await put(guides, next, at);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, take));
}

async function put(guides: Guides, { unit, guide }: DemoGuideOfUnit, at: Instant): Promise<void> {
  if ((await guides.readLive(itemCodeOf(guide))) !== undefined) return;
  const [preparedBy, approvedBy] = [staffOf(`clerk-${unit}`), staffOf(`reviewer-${unit}`)];
  const intake = await guides.importGuide({ guide, preparedBy, approvedBy, at });
  // A draft that somebody has begun meanwhile is theirs.
  if (intake.result === "rejected" && intake.reason !== "draft_in_progress")
    throw new DemoFailure(`the guide ${guide.taskName} was not taken in (${intake.reason})`);
}

function guidesAt({ dynamodb }: DemoPlace): Guides {
  const client = DynamoDBDocumentClient.from(dynamodb, { marshallOptions: { removeUndefinedValues: true } });
  const table = openTable({ client, name: tableName });
  return guidesOf({ table, audit: openAuditStore(table, systemRandom), clock: systemClock });
}

function staffOf(id: string): Staff {
  const person = people.find((each) => each.id === id);
  if (person === undefined) throw new DemoFailure(`nobody is ${id}`);
  return { kind: "staff", ...person };
}
