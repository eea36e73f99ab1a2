/** A check that cannot fail proves nothing: each is shown a deployment with one thing wrong and must name it. */
import { doctored, having, nothing, prove, without } from "./doctor.ts";

prove([
  ["schedules", "no schedule", doctored("Schedule", nothing), /no schedule/],
  [
    "schedules",
    "another time",
    doctored("Schedule", having({ scheduleExpressionTimezone: "UTC" })),
    /Shanghai/,
  ],
  [
    "schedules",
    "no second try",
    doctored(
      "Schedule",
      having({ target: { deadLetterConfig: {}, retryPolicy: { maximumRetryAttempts: 0 } } }),
    ),
    /tried again/,
  ],
  [
    "schedules",
    "no trace",
    doctored("Schedule", having({ target: { retryPolicy: { maximumRetryAttempts: 1 } } })),
    /trace/,
  ],
  ["streams", "no bisection", doctored("EventSourceMapping", without("bisectBatchOnFunctionError")), /cut/],
  [
    "streams",
    "no partial answer",
    doctored("EventSourceMapping", without("functionResponseTypes")),
    /repeats/,
  ],
  [
    "streams",
    "endless tries",
    doctored("EventSourceMapping", having({ maximumRetryAttempts: -1 })),
    /for ever/,
  ],
  ["streams", "no destination", doctored("EventSourceMapping", without("destinationConfig")), /loses/],
  [
    "alarms",
    "an alarm without target",
    doctored("MetricAlarm", having({ alarmActions: [] })),
    /tells nobody/,
  ],
  [
    "alarms",
    "a function alone",
    doctored("MetricAlarm", (inputs, { name }) => (name === "AlarmApiErrors" ? undefined : inputs)),
    /Errors of ApiFunction/,
  ],
  [
    "alarms",
    "a queue alone",
    doctored("MetricAlarm", (inputs, { name }) =>
      name === "AlarmStreamFailuresWaiting" ? undefined : inputs,
    ),
    /StreamFailuresQueue/,
  ],
  ["alarms", "nobody listening", doctored("TopicSubscription", nothing), /listens/],
  [
    "gateway",
    "addresses in the log",
    doctored(
      "Stage",
      having({ accessLogSettings: { format: "$context.requestId $context.identity.sourceIp" } }),
    ),
    /personal/,
  ],
  ["gateway", "no throttle", doctored("Stage", having({ defaultRouteSettings: {} })), /throttle/],
  ["gateway", "a back door", doctored("Api", having({ disableExecuteApiEndpoint: false })), /back door/],
  [
    "gateway",
    "other sites",
    doctored("Api", having({ corsConfiguration: { allowOrigins: ["*"] } })),
    /other sites/,
  ],
  ["gateway", "any caller", doctored("Permission", having({ principal: "*" })), /others/],
  ["lambdas", "an older Node", doctored("Function", having({ runtime: "nodejs20.x" })), /machine/],
  ["lambdas", "too much patience", doctored("Function", having({ timeout: 60 })), /outlive/],
]);
