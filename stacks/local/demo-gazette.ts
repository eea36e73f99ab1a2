/** Policies, announcements and news of the demo county, written and published on the days on which they would have been. */
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { type Day, dayOf } from "../../functions/calendar/calendar.day.ts";
import type { Gazette } from "../../functions/gazette/gazette.service.ts";
import type { GazetteForm } from "../../functions/gazette/gazette.ts";
import { itemCodeOf } from "../../functions/guide/guide.ts";
import { openStaffStore } from "../../functions/identity/identity.staff.store.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { type Instant, systemClock } from "../../functions/kit/clock.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { openTable } from "../../functions/kit/table.ts";
import { gazetteOf } from "../../functions/wiring.gazette.ts";
import type { Demo } from "./demo.ts";
import { announcements } from "./demo-gazette/announcements.ts";
import { type Days, type DemoItem, daysBefore, demoIdOf } from "./demo-gazette/demo-item.ts";
import { policyOf } from "./demo-gazette/demo-policy.ts";
import { news } from "./demo-gazette/news.ts";
import { policies } from "./demo-gazette/policies.ts";
import { pastPolicies } from "./demo-gazette/policies-past.ts";
import { colleague } from "./demo-guide-work.ts";
import { demoGuides } from "./demo-guides.ts";
import { tableName } from "./environment.ts";
import { units } from "./units.ts";

export const demoGazette = (days: Days): readonly DemoItem[] => [
  ...[...policies, ...pastPolicies].map((policy) => policyOf(days, policy)),
  ...announcements(days),
  ...news(days),
];

/** What of the county a text names: the code of a guide, and where its pages are. */
export interface DemoSite {
  readonly codeOf: (guide: string) => string | undefined;
  readonly origin: string;
}

/** What a person would type: codes of guides instead of their names. Throws a RangeError for a guide that is none. */
export function demoForm(item: DemoItem, { codeOf, origin }: DemoSite): GazetteForm {
  const nothing: Omit<GazetteForm, "title" | "body" | "guides"> = {
    ...{ documentNumber: undefined, indexNumber: undefined, writtenOn: undefined, issuedOn: undefined },
    ...{ from: undefined, until: undefined, validityNote: undefined, validUntil: undefined },
    ...{ successor: undefined, validity: "in_force", organ: signerOf(item.unit) },
  };
  const guides = (item.guides ?? []).map((name) => {
    const code = codeOf(name);
    if (code === undefined) throw new RangeError(`no guide ${name}`);
    return code;
  });
  const body = item.body.join("\n").replaceAll("{origin}", origin);
  return { ...nothing, ...item.more, title: item.title, body, guides };
}

/** Who puts it up signs it, unless the document says otherwise. */
function signerOf(code: string): string {
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) throw new RangeError(`no unit ${code}`);
  return unit.signs;
}

interface Step {
  readonly ago: number;
  readonly run: () => Promise<void>;
}

interface Work {
  readonly gazette: Gazette;
  readonly clock: { now: Instant };
  readonly days: Days;
  readonly site: DemoSite;
  /** The clerk or the reviewer of a unit. */
  readonly person: (role: "clerk" | "reviewer", unit: string) => Promise<Staff>;
}

/** The oldest first, because a policy that took another's place was there before it could be named. */
export async function putGazette({ place, desk }: Demo): Promise<void> {
  const client = DynamoDBDocumentClient.from(place.dynamodb, {
    marshallOptions: { removeUndefinedValues: true },
  });
  const table = openTable({ client, name: tableName });
  const clock = { now: systemClock() };
  const audit = openAuditStore(table, systemRandom);
  const { publicOrigin } = place;
  const today = dayOf(clock.now);
  const directory = openStaffStore(table);
  const work: Work = {
    ...{ clock, days: daysBefore(today) },
    site: { codeOf: guideCodes(publicOrigin, today), origin: publicOrigin },
    gazette: gazetteOf({ table, audit, clock: () => clock.now, config: { publicOrigin } }),
    person: (role, unit) => colleague({ desk, directory }, unit, `${role}-${unit}`),
  };
  const steps = demoGazette(work.days).flatMap((item) => stepsOf(work, item));
  for (const { run } of steps.toSorted((one, other) => other.ago - one.ago)) {
    place.stopped.throwIfAborted();
    await run();
  }
}

function guideCodes(publicOrigin: string, today: Day) {
  const codes = new Map(
    demoGuides(publicOrigin, today).map(({ guide }) => [guide.taskName, itemCodeOf(guide)]),
  );
  return (name: string) => codes.get(name);
}

function stepsOf(work: Work, item: DemoItem): readonly Step[] {
  const { later } = item;
  return [
    { ago: item.ago, run: () => begin(work, item) },
    ...(later === undefined ? [] : [{ ago: later.ago, run: () => revise(work, item, later) }]),
  ];
}

/** On the day: written in the morning, handed in and published in the afternoon; today all of it just now. */
const at = ({ clock, days }: Work, ago: number, time: string): void => {
  clock.now = ago === 0 ? systemClock() : `${days.day(ago)}T${time}.000Z`;
};

async function begin(work: Work, item: DemoItem): Promise<void> {
  const { gazette } = work;
  const id = demoIdOf(item.key);
  const clerk = await work.person("clerk", item.unit);
  at(work, item.ago, "03:10:00");
  const form = demoForm(item, work.site);
  const known = await gazette.headOf(id).catch(() => undefined);
  const head = known ?? (await gazette.write(clerk, { id, kind: item.kind, version: 0, form }));
  if (item.state !== "draft")
    await handOn(work, { id, ago: item.ago, unit: item.unit, isLast: item.state === "review" }, head.version);
}

/** To the reviewer, and to everybody unless it waits there; what has gone on already is left alone. */
async function handOn(
  work: Work,
  { id, ago, unit, isLast }: { id: string; ago: number; unit: string; isLast: boolean },
  seen: number,
): Promise<void> {
  const { gazette } = work;
  const { work: text } = await gazette.headOf(id);
  if (text?.state === "draft") {
    at(work, ago, "07:40:00");
    await gazette.act(await work.person("clerk", unit), { id, deed: "hand_in", version: seen });
  }
  const head = await gazette.headOf(id);
  if (head.work?.state !== "review" || isLast) return;
  at(work, ago, "09:25:00");
  await gazette.act(await work.person("reviewer", unit), { id, deed: "approve", version: head.version });
}

async function revise(work: Work, item: DemoItem, later: NonNullable<DemoItem["later"]>): Promise<void> {
  const { gazette } = work;
  const id = demoIdOf(item.key);
  const clerk = await work.person("clerk", item.unit);
  const { validity, validityNote, ago } = later;
  at(work, ago, "03:30:00");
  const before = await gazette.headOf(id);
  if ((before.live?.n ?? 0) > 1) return;
  if (before.work === undefined) await gazette.act(clerk, { id, deed: "revise", version: before.version });
  const { version } = await gazette.headOf(id);
  const form = {
    ...demoForm(item, work.site),
    validity,
    validityNote,
    successor: demoIdOf(later.successor),
  };
  const head = await gazette.write(clerk, { id, kind: item.kind, version, form });
  await handOn(work, { id, ago, unit: item.unit, isLast: false }, head.version);
}
