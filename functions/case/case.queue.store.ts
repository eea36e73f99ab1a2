/** Where a case stands in the queues beside its head: the attributes of the indexes, and which of them answers a filter. */
import { keyOf } from "../kit/table.expression.ts";
import type { Key } from "../kit/table.ts";
import type { QueueEntry } from "./case.ts";
import { caseWork } from "./case.ts";

/** What may narrow a queue. `dueBefore` is exclusive; each combination is one range of one index. */
export interface QueueFilter {
  readonly unit: string;
  readonly step?: string | undefined;
  readonly assigneeId?: string | undefined;
  readonly dueBefore?: string | undefined;
}
/** Undefined attributes leave the index, so a case that is over costs the queues nothing. */
export function queueAttributes(entry: QueueEntry | undefined) {
  if (entry === undefined) return {};
  const { unit, step, assigneeId } = entry;
  return {
    card: entry.card,
    queueOrder: keyOf(entry.dueOn, entry.card.reference),
    stepQueue: keyOf(unit, step),
    ...(entry.pending ? { unitQueue: unit } : {}),
    ...(assigneeId === undefined ? {} : { assigneeStepQueue: keyOf(unit, assigneeId, step) }),
    ...(entry.pending && assigneeId !== undefined ? { assigneeQueue: keyOf(unit, assigneeId) } : {}),
    ...workOf(entry),
  };
}

/** What the clock has to look at. A case that is to be woken is also recounted, see `caseWork`. */
function workOf({ pending, provisional, wakeOn, dueOn }: QueueEntry) {
  if (wakeOn !== undefined) return { work: caseWork.wake, workAt: wakeOn };
  return pending && provisional ? { work: caseWork.recount, workAt: dueOn } : {};
}

export interface QueueIndex {
  readonly name: string;
  readonly attribute: string;
  readonly value: string;
}

export function indexOf({ unit, step, assigneeId }: QueueFilter): QueueIndex {
  if (step !== undefined && assigneeId !== undefined)
    return { name: "byAssigneeStep", attribute: "assigneeStepQueue", value: keyOf(unit, assigneeId, step) };
  if (assigneeId !== undefined)
    return { name: "byAssignee", attribute: "assigneeQueue", value: keyOf(unit, assigneeId) };
  if (step !== undefined) return { name: "byStep", attribute: "stepQueue", value: keyOf(unit, step) };
  return { name: "byUnit", attribute: "unitQueue", value: unit };
}

/** A cursor holds a due date and a reference only; the queue itself comes from the request that was authorised. */
export function positionOf(cursor: string, index: QueueIndex, headKey: (reference: string) => Key) {
  const queueOrder = Buffer.from(cursor, "base64url").toString("utf8");
  const found = /^\d{4}-\d{2}-\d{2}#([0-9A-Z]{6,40})$/.exec(queueOrder);
  if (found?.[1] === undefined) return undefined;
  return { ...headKey(found[1]), queueOrder, [index.attribute]: index.value };
}
