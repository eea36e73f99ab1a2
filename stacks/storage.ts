/** The one table, as `table.ts` describes it. */
import { stage } from "./stage.ts";
import { type Index, table } from "./table.ts";

const indexes: Record<string, Index> = table.indexes;
const keys = [table, ...Object.values(indexes)].flatMap(({ partition, sort }) => [partition, sort]);

export const storage = new sst.aws.Dynamo("Storage", {
  fields: Object.fromEntries(keys.map((key) => [key, "string"] as const)),
  primaryIndex: { hashKey: table.partition, rangeKey: table.sort },
  globalIndexes: Object.fromEntries(
    Object.entries(indexes).map(([name, { partition, sort, include }]) => [
      name,
      { hashKey: partition, rangeKey: sort, projection: include.length > 0 ? [...include] : "keys-only" },
    ]),
  ),
  stream: table.stream,
  ttl: table.expiry,
  deletionProtection: stage.production,
  transform: {
    table: {
      pointInTimeRecovery: { enabled: true, ...(stage.production ? { recoveryPeriodInDays: 35 } : {}) },
      // KMS with the key that AWS keeps for DynamoDB: each use is in the trail, and no role needs a grant for it.
      serverSideEncryption: { enabled: true },
    },
  },
});
