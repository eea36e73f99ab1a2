import { setTimeout as wait } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startGatewayRig } from "./support/gateway.ts";

let rig: Awaited<ReturnType<typeof startGatewayRig>>;
beforeAll(async () => {
  rig = await startGatewayRig();
});
beforeEach(() => rig.reset());
afterAll(() => rig.stop());

describe("a request becomes an event", () => {
  test("with path, query, headers and cookies as an HTTP API gives them", async () => {
    await rig.send("/progress/%E5%8A%9E?a=1&a=2&b=%20x", {
      headers: {
        "X-Two": ["a", "b"],
        cookie: "one=1; two=2",
        "x-forwarded-for": "9.9.9.9",
        "user-agent": "test",
      },
    });
    expect(rig.event()).toMatchObject({
      version: "2.0",
      routeKey: "$default",
      rawPath: "/progress/办",
      rawQueryString: "a=1&a=2&b=%20x",
      queryStringParameters: { a: "1,2", b: " x" },
      cookies: ["one=1", "two=2"],
      headers: { "x-two": "a,b", "x-forwarded-for": "9.9.9.9, 127.0.0.1", "x-forwarded-proto": "https" },
      requestContext: {
        stage: "$default",
        http: { method: "GET", sourceIp: "127.0.0.1", protocol: "HTTP/1.1", userAgent: "test" },
      },
      isBase64Encoded: false,
    });
    expect(rig.event().headers.cookie).toBeUndefined();
    expect(rig.event().body).toBeUndefined();
    expect(rig.event().requestContext.time).toMatch(/^\d\d\/[A-Z][a-z]{2}\/\d{4}:\d\d:\d\d:\d\d \+0000$/);
    expect(Math.abs(rig.event().requestContext.timeEpoch - Date.now())).toBeLessThan(5_000);
  });

  test("under the API's own host, never the public one", async () => {
    await rig.send("/");
    expect(rig.event().requestContext.domainName).toMatch(/execute-api/);
    expect(rig.event().headers.host).toBe(rig.event().requestContext.domainName);
  });

  test.each([
    ["application/x-www-form-urlencoded", true],
    ["multipart/form-data; boundary=b", true],
    ["application/octet-stream", true],
    ["application/json", false],
    ["application/problem+json; charset=utf-8", false],
    ["text/plain", false],
  ])("a body of %s is base64: %s", async (type, base64) => {
    const body = "名字=1&b=%00";
    await rig.send("/x", { method: "POST", headers: { "content-type": type }, body });
    expect(rig.event().isBase64Encoded).toBe(base64);
    expect(Buffer.from(rig.event().body ?? "", base64 ? "base64" : "utf8").toString()).toBe(body);
  });

  test("with a context that counts down from the function's own time", async () => {
    await rig.send("/");
    const context = rig.state.seen[0]?.context;
    expect(context?.awsRequestId).toMatch(/^[0-9a-f-]{36}$/);
    expect(context?.getRemainingTimeInMillis()).toBeGreaterThan(19_000);
    expect(context?.getRemainingTimeInMillis()).toBeLessThanOrEqual(20_000);
  });
});

test.each([
  ["/", "citizen", "$default"],
  ["/office", "office", "ANY /office"],
  ["/office?x=1", "office", "ANY /office"],
  ["/office/cases/1", "office", "ANY /office/{proxy+}"],
  ["/%6Fffice/cases", "office", "ANY /office/{proxy+}"],
  ["/officer", "citizen", "$default"],
  ["/api/v1/cases", "api", "ANY /api/{proxy+}"],
  ["/apis", "citizen", "$default"],
  ["/healthz/x", "citizen", "$default"],
])("%s goes to %s", async (path, name, key) => {
  await rig.send(path);
  expect([rig.state.seen[0]?.name, rig.state.seen[0]?.event.routeKey]).toEqual([name, key]);
});

describe("a result becomes an answer", () => {
  test("with its status, headers and cookies", async () => {
    rig.state.answer = () => ({
      statusCode: 303,
      headers: { Location: "/x", "Content-Length": "999" },
      cookies: ["a=1; Path=/", "b=2"],
    });
    const reply = await rig.send("/");
    expect(reply.status).toBe(303);
    expect(reply.headers).toMatchObject({
      location: "/x",
      "set-cookie": ["a=1; Path=/", "b=2"],
      "content-length": "0",
    });
  });

  test("from base64", async () => {
    rig.state.answer = () => ({
      statusCode: 200,
      headers: { "content-type": "image/png" },
      body: "AAEC/w==",
      isBase64Encoded: true,
    });
    expect([...(await rig.send("/")).body]).toEqual([0, 1, 2, 255]);
  });

  test.each([
    [{ hello: "办" }, '{"hello":"办"}'],
    ["words", "words"],
    [undefined, "null"],
    [[1, 2], "[1,2]"],
  ])("%j alone is the body of a 200 in JSON", async (result, body) => {
    rig.state.answer = () => result;
    const reply = await rig.send("/");
    expect([reply.status, reply.headers["content-type"], reply.body.toString()]).toEqual([
      200,
      "application/json",
      body,
    ]);
  });

  const broken: [string, () => unknown][] = [
    ["throws", () => Promise.reject(new Error("expected by the test"))],
    ["has no proper status", () => ({ statusCode: "soon", body: "x" })],
    ["has a body that is no text", () => ({ statusCode: 200, body: { a: 1 } })],
    [
      "has a header that HTTP cannot carry",
      () => ({ statusCode: 200, headers: { "x-a": "a\nb" }, body: "x" }),
    ],
    ["has more than 6 MB", () => ({ statusCode: 200, body: "x".repeat(6 * 1024 * 1024) })],
  ];
  test.each(broken)("a function that %s is a 500 that tells nothing", async (_, result) => {
    rig.state.answer = result;
    const reply = await rig.send("/");
    expect([reply.status, reply.body.toString()]).toEqual([500, '{"message":"Internal Server Error"}']);
  });

  test("a function that does not end is a 503", async () => {
    rig.state.answer = () => wait(2_000, undefined, { ref: false });
    const reply = await rig.send("/");
    expect([reply.status, reply.body.toString()]).toEqual([503, '{"message":"Service Unavailable"}']);
  });

  test("HEAD has no body but its length", async () => {
    const reply = await rig.send("/", { method: "HEAD" });
    expect([reply.body.length, reply.headers["content-length"]]).toEqual([0, "2"]);
  });
});
