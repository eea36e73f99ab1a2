/** One way to be told, and one shape of alarm. */
import { stage } from "./stage.ts";

// Not encrypted: CloudWatch cannot publish under the key that AWS keeps for SNS, and an alarm holds no personal data.
export const topic = new sst.aws.SnsTopic("Alarms");

if (stage.alarmEmail) {
  new aws.sns.TopicSubscription("AlarmsByMail", {
    topic: topic.arn,
    protocol: "email",
    endpoint: stage.alarmEmail,
  });
}

export type Metric = Pick<
  aws.cloudwatch.MetricAlarmArgs,
  "namespace" | "metricName" | "dimensions" | "threshold" | "statistic" | "extendedStatistic"
> & {
  /** Below the threshold is wrong, and so is no data at all. */
  readonly below?: boolean;
  /** How many times five minutes it must last. */
  readonly periods?: number;
};

export function alarm(name: string, metric: Metric): void {
  const { below = false, periods = 1, ...rest } = metric;
  new aws.cloudwatch.MetricAlarm(`Alarm${name}`, {
    ...rest,
    ...(rest.extendedStatistic ? {} : { statistic: rest.statistic ?? "Sum" }),
    alarmDescription: `${$app.name} ${$app.stage}: ${name}`,
    comparisonOperator: below ? "LessThanThreshold" : "GreaterThanOrEqualToThreshold",
    period: 300,
    evaluationPeriods: periods,
    treatMissingData: below ? "breaching" : "notBreaching",
    alarmActions: [topic.arn],
    okActions: [topic.arn],
  });
}
