import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";

export const openMetrics = (service: string): Metrics =>
  new Metrics({ namespace: "Yichuang", serviceName: service });

/** Counts something that happened; names are few and fixed, dimensions never come from a request. */
export const countMetric = (metrics: Metrics, name: string): void => {
  metrics.addMetric(name, MetricUnit.Count, 1);
};
