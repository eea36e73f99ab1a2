/**
 * The one table, as plain data: keys, indexes, expiry and stream. `stacks/storage.ts` declares it on AWS and
 * `stacks/local/` creates it on the embedded engine, so that both are the same table by construction.
 */

export interface Index {
  readonly partition: string;
  readonly sort: string;
  /** Attributes copied beside the keys; an empty list copies the keys only. */
  readonly include: readonly string[];
}

/** `card` is what a row of a queue shows; the rest of a case's head stays out of the indexes. */
const queue = (partition: string): Index => ({ partition, sort: "queueOrder", include: ["card"] });

export const table = {
  partition: "pk",
  sort: "sk",
  /** Epoch seconds after which an item may be deleted; readers must check it themselves, expiry can lag by days. */
  expiry: "expiresAt",
  stream: "new-and-old-images",
  indexes: {
    byUnit: queue("unitQueue"),
    byStep: queue("stepQueue"),
    byAssignee: queue("assigneeQueue"),
    byAssigneeStep: queue("assigneeStepQueue"),
    /** Things the clock must look at: notices to retry, provisional dates to recount. */
    byWork: { partition: "work", sort: "workAt", include: [] },
  } satisfies Record<string, Index>,
} as const;
