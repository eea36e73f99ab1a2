import { Logger } from "@aws-lambda-powertools/logger";
import { Metrics, MetricUnit } from "@aws-lambda-powertools/metrics";
import { Hono } from "hono";
import { describe, expect, test, vi } from "vitest";
import { eventHandler, httpHandler, jsonEmergency } from "../../functions/kit/lambda.ts";

const shell = () => ({
  logger: new Logger({ logLevel: "SILENT" }),
  metrics: new Metrics({ namespace: "test", singleMetric: false }),
});
const event = (path: string, more: object = {}) => ({
  version: "2.0",
  routeKey: "$default",
  rawPath: path,
  rawQueryString: "",
  headers: { host: "gateway.invalid" },
  cookies: ["a=1", "b=2"],
  requestContext: { domainName: "gateway.invalid", http: { method: "GET", path, sourceIp: "203.0.113.9" } },
  isBase64Encoded: false,
  ...more,
});
const context = (leftMilliseconds = 10_000) =>
  ({ getRemainingTimeInMillis: () => leftMilliseconds, functionName: "f", awsRequestId: "r" }) as never;
const call = async (handler: ReturnType<typeof httpHandler>, given: object, left?: number) =>
  (await handler(given, context(left), () => {})) as {
    statusCode: number;
    headers: Record<string, string>;
    cookies?: string[];
    body: string;
  };

const app = new Hono()
  .get("/cookies", (c) => {
    c.header("set-cookie", "x=1", { append: true });
    c.header("set-cookie", "y=2", { append: true });
    return c.text(c.req.header("cookie") ?? "");
  })
  .post("/form", async (c) => c.json(await c.req.parseBody()))
  .get("/slow", async (c) => {
    await new Promise((done) => setTimeout(done, 5_000));
    return c.text("late");
  });

describe("an app behind API Gateway", () => {
  test("reads the cookies array and answers with one", async () => {
    const answer = await call(httpHandler(app, shell()), event("/cookies"));
    expect(answer).toMatchObject({ statusCode: 200, body: "a=1; b=2", cookies: ["x=1", "y=2"] });
  });

  test("reads a base64 body", async () => {
    const headers = { host: "h", "content-type": "application/x-www-form-urlencoded" };
    const http = { method: "POST", path: "/form", sourceIp: "203.0.113.9" };
    const body = Buffer.from("name=%E5%BC%A0").toString("base64");
    const more = { headers, body, isBase64Encoded: true, requestContext: { domainName: "h", http } };
    expect((await call(httpHandler(app, shell()), event("/form", more))).body).toBe('{"name":"张"}');
  });

  test("says so in plain words before its time runs out", async () => {
    const answer = await call(httpHandler(app, shell()), event("/slow"), 900);
    expect(answer.statusCode).toBe(503);
    expect(answer.headers["content-type"]).toMatch(/^text\/plain/);
    expect(answer.body).toContain("办理超时");
  });

  test("a program gets a problem instead", async () => {
    const answer = await call(httpHandler(app, shell(), jsonEmergency), event("/slow"), 900);
    expect(answer.headers["content-type"]).toBe("application/problem+json");
    expect(JSON.parse(answer.body)).toMatchObject({ status: 503, code: "busy" });
  });

  test("an error outside of the app is logged and answered without what it says", async () => {
    const made = shell();
    const logged = vi.spyOn(made.logger, "error");
    const broken = httpHandler({ fetch: () => Promise.reject(new Error("secret 110101")) } as never, made);
    const answer = await call(broken, event("/"));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain("110101");
    expect(JSON.stringify(logged.mock.calls)).not.toContain("110101");
    expect(logged).toHaveBeenCalledOnce();
  });
});

describe("a function called by a schedule or a stream", () => {
  test("what it throws reaches the caller, who tries again", async () => {
    const failing = eventHandler(() => Promise.reject(new Error("again")), shell());
    await expect(failing({}, context(), () => {})).rejects.toThrow("again");
  });

  test("what it counted is published, also when it fails", async () => {
    const made = shell();
    const published = vi.spyOn(made.metrics, "publishStoredMetrics").mockReturnValue(made.metrics);
    const counting = eventHandler(async (fail: boolean) => {
      made.metrics.addMetric("Counted", MetricUnit.Count, 1);
      if (fail) throw new Error("after counting");
      return "done";
    }, made);
    await expect(counting(false, context(), () => {})).resolves.toBe("done");
    await expect(counting(true, context(), () => {})).rejects.toThrow("after counting");
    expect(published).toHaveBeenCalledTimes(2);
  });
});
