/**
 * A table on an embedded engine of its own. Its stream is off: the embedded engine's writes get slower with each
 * record that its stream still keeps (measured: 3,000 more records, 1 ms more a write), which DynamoDB's do not.
 */
import { UpdateTableCommand } from "@aws-sdk/client-dynamodb";
import { createTable, localClient, startDynamoDB } from "../../stacks/local/dynamodb.ts";

export async function benchEngine() {
  const engine = await startDynamoDB();
  const client = localClient(engine.endpoint);
  await createTable(client, "yichuang");
  await client.send(
    new UpdateTableCommand({ TableName: "yichuang", StreamSpecification: { StreamEnabled: false } }),
  );
  return { client, stop: () => engine.stop() };
}
