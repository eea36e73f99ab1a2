/** What every function stands on: settings, log, keys, and the clients of table and bucket. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { openAttachments } from "./attachment/attachment.service.ts";
import { openAuditStore } from "./audit/audit.store.ts";
import { chinaCalendar } from "./calendar/calendar.ts";
import { openStaffStore } from "./identity/identity.staff.store.ts";
import { openBucket } from "./kit/bucket.ts";
import { systemClock } from "./kit/clock.ts";
import { readConfig, readSecret } from "./kit/config.ts";
import { systemRandom } from "./kit/id.ts";
import type { Shell } from "./kit/lambda.ts";
import { logOf, openLogger } from "./kit/log.ts";
import { openMetrics } from "./kit/metric.ts";
import { openTable } from "./kit/table.ts";
import { unlockKeyring } from "./kit/vault.keys.ts";
import { openVault } from "./kit/vault.ts";

export interface Shelled {
  readonly shell: Shell;
}

/** `service` is the name under which the function writes its log. */
export async function openGround(service: string) {
  const config = readConfig();
  const shell: Shell = { logger: openLogger(service), metrics: openMetrics(service) };
  const random = systemRandom;
  const vault = openVault(await unlockKeyring(readSecret("DataKeys")), random);
  const endpoint = config.dynamodbEndpoint;
  const client = new DynamoDBClient(endpoint === undefined ? {} : { endpoint });
  const documents = DynamoDBDocumentClient.from(client, { marshallOptions: { removeUndefinedValues: true } });
  const table = openTable({ client: documents, name: config.tableName });
  const bucket = openBucket({
    name: config.bucketName,
    endpoint: config.s3Endpoint,
    publicEndpoint: config.s3PublicEndpoint,
  });
  return {
    config,
    shell,
    log: logOf(shell.logger),
    clock: systemClock,
    random,
    vault,
    table,
    bucket,
    calendar: chinaCalendar(),
    audit: openAuditStore(table, random),
    staff: openStaffStore(table),
    attachments: openAttachments({ bucket, vault, random }),
  };
}
export type Ground = Awaited<ReturnType<typeof openGround>>;

/** Built once, however many ask at the same time; what failed is tried again. */
export function once<T>(build: () => Promise<T>): () => Promise<T> {
  let built: Promise<T> | undefined;
  return () => {
    built ??= build().catch((error: unknown) => {
      built = undefined;
      throw error;
    });
    return built;
  };
}
