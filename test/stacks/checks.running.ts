/** What must be true of what runs: functions, gateway, schedule, stream, alarms. */
import { type Check, isProduction, text, unless } from "./check.ts";
import { inputsOf } from "./policy.ts";
import { all } from "./recording.ts";

export const schedules: Check = (recording) => [
  ...unless(all(recording, "Schedule").length > 0, "there is no schedule"),
  ...all(recording, "Schedule").flatMap((schedule) => {
    const target = inputsOf(schedule, "target") as {
      retryPolicy?: Record<string, number>;
      deadLetterConfig?: object;
    };
    return [
      ...unless(
        schedule.inputs.scheduleExpressionTimezone === "Asia/Shanghai",
        `${schedule.name} does not keep to the time of Shanghai`,
      ),
      ...unless(Number(target.retryPolicy?.maximumRetryAttempts) > 0, `${schedule.name} is not tried again`),
      ...unless(target.deadLetterConfig, `${schedule.name} fails without a trace`),
    ];
  }),
];

export const streams: Check = (recording) =>
  all(recording, "EventSourceMapping").flatMap(({ name, inputs }) => [
    ...unless(inputs.bisectBatchOnFunctionError === true, `${name} does not cut a bad batch`),
    ...unless(
      text(inputs.functionResponseTypes).includes("ReportBatchItemFailures"),
      `${name} repeats what worked`,
    ),
    ...unless(Number(inputs.maximumRetryAttempts) >= 1, `${name} tries for ever`),
    ...unless(text(inputs.destinationConfig).includes(":sqs:"), `${name} loses what fails`),
  ]);

const WATCHED = [
  "AWS/Lambda Errors",
  "AWS/Lambda Throttles",
  "AWS/Lambda Duration",
  "AWS/Lambda IteratorAge",
  "AWS/Lambda Invocations",
  "AWS/SQS ApproximateNumberOfMessagesVisible",
  "AWS/ApiGateway 5xx",
  "AWS/ApiGateway Latency",
  "AWS/DynamoDB ReadThrottleEvents",
  "AWS/DynamoDB WriteThrottleEvents",
];

export const alarms: Check = (recording) => {
  const found = all(recording, "MetricAlarm");
  const metrics = found.map(({ inputs }) => `${inputs.namespace} ${inputs.metricName}`);
  const watched = (metric: string, name: unknown) =>
    found.some(({ inputs }) => inputs.metricName === metric && text(inputs.dimensions).includes(text(name)));
  return [
    ...WATCHED.filter((metric) => !metrics.includes(metric)).map((metric) => `nobody watches ${metric}`),
    ...all(recording, "Function").flatMap(({ name, inputs }) =>
      ["Errors", "Throttles", "Duration"]
        .filter((metric) => !watched(metric, inputs.name))
        .map((metric) => `nobody watches ${metric} of ${name}`),
    ),
    ...all(recording, "Queue")
      .filter(({ inputs }) => !watched("ApproximateNumberOfMessagesVisible", inputs.name))
      .map(({ name }) => `nobody watches ${name}`),
    ...found
      .filter(({ inputs }) => !text(inputs.alarmActions).includes(":sns:"))
      .map(({ name }) => `${name} tells nobody`),
    ...unless(
      !isProduction(recording) || all(recording, "TopicSubscription").length > 0,
      "nobody listens to the alarms",
    ),
  ];
};

export const gateway: Check = (recording) => [
  ...all(recording, "Stage").flatMap((stage) => {
    const format = text(stage.inputs.accessLogSettings);
    const settings = inputsOf(stage, "defaultRouteSettings");
    const personal = /sourceIp|userAgent|\$context\.path|queryString|identity|authorizer|\$context\.domain/;
    return [
      ...unless(format.includes("$context.requestId"), `${stage.name} keeps no log`),
      ...unless(!personal.test(format), `${stage.name} logs what is personal`),
      ...unless(Number(settings.throttlingRateLimit) > 0, `${stage.name} has no throttle`),
      ...unless(Number(settings.throttlingBurstLimit) > 0, `${stage.name} has no limit for bursts`),
    ];
  }),
  ...all(recording, "Api").flatMap(({ name, inputs }) => [
    ...unless(!isProduction(recording) || inputs.disableExecuteApiEndpoint, `${name} has a back door`),
    ...unless(
      Object.keys((inputs.corsConfiguration ?? {}) as object).length === 0,
      `${name} invites other sites`,
    ),
  ]),
  ...all(recording, "Permission")
    .filter(({ inputs }) => inputs.principal !== "apigateway.amazonaws.com" || !inputs.sourceArn)
    .map(({ name }) => `${name} lets others than the gateway call`),
];

export const lambdas: Check = (recording) =>
  all(recording, "Function").flatMap(({ name, inputs }) => {
    const behindApi = /citizen|office|api/.test(String(inputs.handler));
    return [
      ...unless(
        inputs.runtime === "nodejs24.x" && text(inputs.architectures) === '["arm64"]',
        `${name} runs on another machine`,
      ),
      ...unless(!behindApi || Number(inputs.timeout) <= 29, `${name} may outlive API Gateway`),
      ...unless(text(inputs.loggingConfig).includes('"JSON"'), `${name} does not log as JSON`),
    ];
  });
