/** What follows from a change of the table: notices go out. */
import { failures } from "./failures.ts";
import { lambda } from "./lambda.ts";
import { noticeGateways } from "./secrets.ts";
import { stage } from "./stage.ts";
import { storage } from "./storage.ts";

export const streamFailures = failures("StreamFailures");

export const stream = storage.subscribe(
  "Changes",
  lambda("stream", {
    handler: "functions/stream.handler",
    description: "Changes of the table",
    memory: "512 MB",
    timeout: "2 minutes",
    environment: stage.notices,
    secrets: [noticeGateways],
    permissions: [{ actions: ["sqs:SendMessage"], resources: [streamFailures.arn] }],
  }),
  {
    transform: {
      eventSourceMapping: {
        // Small enough that a mail server which lets each message time out does not make the function do so.
        batchSize: 25,
        maximumBatchingWindowInSeconds: 1,
        // One bad record must not hold up the others: it is named, cut out, tried again and put aside.
        functionResponseTypes: ["ReportBatchItemFailures"],
        bisectBatchOnFunctionError: true,
        maximumRetryAttempts: 5,
        // Streams keep a day; what is older than six hours is for a person to look at.
        maximumRecordAgeInSeconds: 21_600,
        destinationConfig: { onFailure: { destinationArn: streamFailures.arn } },
      },
    },
  },
);
