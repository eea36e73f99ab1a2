/** Who is told, and of what. An alarm is something to do now; what is good to know is a metric. */
import { alarm, topic } from "./alarm.ts";
import { api } from "./api.ts";
import { citizen } from "./citizen.ts";
import { gateway } from "./edge.ts";
import { office } from "./office.ts";
import { schedule, scheduleFailures } from "./schedule.ts";
import { storage } from "./storage.ts";
import { stream, streamFailures } from "./stream.ts";

/** Where the alarms go, for those who want to listen too. */
export const alarmTopic = topic;

const functions = {
  Citizen: { name: citizen.name, slowMilliseconds: 3000 },
  Office: { name: office.name, slowMilliseconds: 3000 },
  Api: { name: api.name, slowMilliseconds: 3000 },
  Schedule: { name: schedule.nodes.function.name, slowMilliseconds: 240_000 },
  Stream: { name: stream.apply((subscriber) => subscriber.nodes.function.name), slowMilliseconds: 90_000 },
};
for (const [label, { name, slowMilliseconds }] of Object.entries(functions)) {
  const lambda = { namespace: "AWS/Lambda", dimensions: { FunctionName: name } };
  alarm(`${label}Errors`, { ...lambda, metricName: "Errors", threshold: 1 });
  alarm(`${label}Throttles`, { ...lambda, metricName: "Throttles", threshold: 1 });
  alarm(`${label}Slow`, {
    ...lambda,
    metricName: "Duration",
    extendedStatistic: "p95",
    threshold: slowMilliseconds,
    periods: 3,
  });
}

const clock = { namespace: "AWS/Lambda", dimensions: { FunctionName: functions.Schedule.name } };
// The clock has stopped: nothing else would say so, because a run that does not happen cannot fail.
alarm("ScheduleStopped", { ...clock, metricName: "Invocations", below: true, threshold: 1, periods: 9 });
const changes = { namespace: "AWS/Lambda", dimensions: { FunctionName: functions.Stream.name } };
alarm("StreamBehind", { ...changes, metricName: "IteratorAge", statistic: "Maximum", threshold: 600_000 });

for (const [label, queue] of Object.entries({ Schedule: scheduleFailures, Stream: streamFailures })) {
  alarm(`${label}FailuresWaiting`, {
    namespace: "AWS/SQS",
    metricName: "ApproximateNumberOfMessagesVisible",
    dimensions: { QueueName: queue.nodes.queue.name },
    statistic: "Maximum",
    threshold: 1,
  });
}

// A mail server or gateway that takes nothing any more; single numbers that do not exist are the office's to look at.
const notices = { namespace: "Yichuang", dimensions: { service: "jobs" } };
alarm("NoticesNotTaken", { ...notices, metricName: "NoticeRetried", threshold: 20, periods: 3 });

const door = { namespace: "AWS/ApiGateway", dimensions: { ApiId: gateway.nodes.api.id } };
alarm("GatewayErrors", { ...door, metricName: "5xx", threshold: 5 });
alarm("GatewaySlow", {
  ...door,
  metricName: "Latency",
  extendedStatistic: "p95",
  threshold: 3000,
  periods: 3,
});

const table = { namespace: "AWS/DynamoDB", dimensions: { TableName: storage.name } };
alarm("TableReadThrottles", { ...table, metricName: "ReadThrottleEvents", threshold: 1 });
alarm("TableWriteThrottles", { ...table, metricName: "WriteThrottleEvents", threshold: 1 });
