/**
 * The lists of an office, each one range of one generic index. A head is in the list of all guides of its unit, in
 * that of its state once citizens could read it, and in that of what is live, ordered by the day of its last check.
 * A version is in a list only while somebody must act on it.
 */
import { addDays, type Day } from "../calendar/calendar.day.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Item, Table } from "../kit/table.ts";
import { STALE_AFTER_DAYS } from "./guide.freshness.ts";
import type { GuideCard, GuideHead, GuideListName, GuideVersion } from "./guide.record.ts";
import { isGivenUp, standingOf } from "./guide.record.ts";

export interface GuideListing {
  readonly unit: string;
  readonly list: GuideListName;
  readonly today: Day;
  readonly limit: number;
  readonly cursor?: string | undefined;
}
export interface GuidePage {
  readonly cards: readonly GuideCard[];
  /** Leads to the page after this one; undefined after the last. */
  readonly next: string | undefined;
}

export const guidePartition = (id: string): string => keyOf("GUIDE", id);
export const GUIDE_WORK = "guide";
/** Sorts before every day: what was never checked is the stalest. */
const NEVER = "0000-00-00";

/** The attributes that put a head into its lists and before the clock. */
export function headLists(head: GuideHead): Item {
  if (isGivenUp(head)) return {};
  const { unit, id, live, ended, waiting } = head;
  const { state } = standingOf(head, "live");
  const days = [waiting?.from, live?.until].filter((day) => day !== undefined).sort();
  return {
    card: cardOf(head),
    queueOrder: keyOf(live?.checkedOn ?? NEVER, id),
    unitQueue: keyOf("GUIDES", unit),
    ...(live === undefined ? {} : { assigneeStepQueue: keyOf("GUIDES", unit, "live") }),
    // A guide that no citizen could read yet is found by the version that is being written.
    ...(live === undefined && ended === undefined ? {} : { stepQueue: keyOf("GUIDES", unit, state) }),
    ...(days[0] === undefined ? {} : { work: GUIDE_WORK, workAt: days[0] }),
  };
}

/** What a row of a list shows of a guide. */
export function cardOf(head: GuideHead): GuideCard {
  const { id, name, unit, changedAt, live, work, waiting } = head;
  const { n, state } = standingOf(head, "live");
  return {
    kind: "guide",
    id,
    name,
    unit,
    n,
    state,
    changedAt,
    ...(live?.checkedOn === undefined ? {} : { checkedOn: live.checkedOn }),
    ...(work === undefined ? {} : { work: work.state }),
    ...(waiting === undefined ? {} : { waitingFrom: waiting.from }),
  };
}

export function versionLists(version: GuideVersion, head: GuideHead): Item {
  const { id, unit, n, changedAt, guide, state } = version;
  const waitingFrom = head.waiting?.n === n ? head.waiting.from : undefined;
  if (waitingFrom === undefined && state !== "draft" && state !== "review") return {};
  const card: GuideCard = {
    kind: "guide",
    id,
    name: guide.taskName,
    unit,
    n,
    state,
    changedAt,
    ...(waitingFrom === undefined ? {} : { waitingFrom }),
  };
  return {
    card,
    queueOrder: keyOf(waitingFrom ?? changedAt, id),
    stepQueue: keyOf("GUIDES", unit, waitingFrom === undefined ? state : "waiting"),
  };
}

/** One page of a list by one query. */
export async function listGuides(table: Table, listing: GuideListing): Promise<GuidePage> {
  const index = indexOf(listing);
  const after = listing.cursor === undefined ? undefined : positionOf(listing.cursor, index);
  const before = listing.list === "stale" ? addDays(listing.today, -STALE_AFTER_DAYS) : undefined;
  // The engine refuses a position behind the range; what follows it is known to be nothing.
  if (after !== undefined && before !== undefined && after.queueOrder >= before)
    return { cards: [], next: undefined };
  const page = await table.query({
    index: index.name,
    where: {
      text: `#${index.attribute} = :list${before === undefined ? "" : " AND #queueOrder < :before"}`,
      values: { list: index.value, ...(before === undefined ? {} : { before }) },
    },
    limit: listing.limit,
    descending: listing.list === "draft",
    ...(after === undefined ? {} : { after }),
  });
  return { cards: page.items.map((item) => item.card as GuideCard), next: cursorOf(page.next) };
}

interface ListIndex {
  readonly name: string;
  readonly attribute: string;
  readonly value: string;
}

function indexOf({ unit, list }: GuideListing): ListIndex {
  const value = keyOf("GUIDES", unit);
  if (list === "all") return { name: "byUnit", attribute: "unitQueue", value };
  if (list === "stale")
    return {
      name: "byAssigneeStep",
      attribute: "assigneeStepQueue",
      value: keyOf("GUIDES", unit, "live"),
    };
  return { name: "byStep", attribute: "stepQueue", value: keyOf("GUIDES", unit, list) };
}

/** A cursor holds which item came last and where it stood; the list comes from the request that was authorised. */
function cursorOf(next: Item | undefined): string | undefined {
  if (next === undefined) return undefined;
  return Buffer.from(`${next.sk}\n${next.queueOrder}`).toString("base64url");
}

function positionOf(cursor: string, index: ListIndex) {
  const [sk = "", queueOrder = ""] = Buffer.from(cursor, "base64url").toString("utf8").split("\n", 2);
  const found = /^[\d:.TZ-]{10,24}#([0-9A-Za-z-]{1,50})$/.exec(queueOrder);
  if (found?.[1] === undefined || !/^(HEAD|LINKS|VERSION#\d{6})$/.test(sk)) return undefined;
  return { pk: guidePartition(found[1]), sk, queueOrder, [index.attribute]: index.value };
}
