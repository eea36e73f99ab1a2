/** What happens by the clock: due dates, notices that must be tried again, drafts that have expired. */

import { failures } from "./failures.ts";
import { lambda } from "./lambda.ts";
import { noticeGateways } from "./secrets.ts";
import { stage } from "./stage.ts";

export const scheduleFailures = failures("ScheduleFailures");

export const schedule = new sst.aws.CronV2("Schedule", {
  // A cron and not a rate: only a cron keeps to the clock on the wall of the office.
  schedule: "cron(0/15 * * * ? *)",
  timezone: "Asia/Shanghai",
  function: lambda("schedule", {
    handler: "functions/schedule.handler",
    description: "Every quarter of an hour",
    memory: "512 MB",
    timeout: "5 minutes",
    environment: stage.notices,
    secrets: [noticeGateways],
  }),
  retries: 3,
  dlq: scheduleFailures.arn,
  transform: {
    schedule: (args) => {
      // An hour later the next run has long done the same work.
      args.target = $output(args.target).apply((target) => ({
        ...target,
        retryPolicy: { ...target.retryPolicy, maximumEventAgeInSeconds: 3600 },
      }));
      return undefined;
    },
  },
});
