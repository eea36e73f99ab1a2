/** The generic gateway against a server of our own: signatures, escaping, what is taken, and what is never called. */
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo, LookupFunction } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { callOutside, isPublicAddress, OutsideError } from "../../functions/kit/outside.ts";
import { NotTaken } from "../../functions/notice/notice.failure.ts";
import { gatewayRequest, openGateway, readGateways } from "../../functions/notice/notice.gateway.ts";
import type { Message } from "../../functions/notice/notice.message.ts";

interface Got {
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}
const got: Got[] = [];
let reply: (response: ServerResponse) => void = () => undefined;
const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  got.push({
    url: request.url ?? "",
    headers: request.headers,
    body: Buffer.concat(chunks).toString("utf8"),
  });
  reply(response);
});
let port = 0;
beforeAll(async () => {
  await once(server.listen(0, "127.0.0.1"), "listening");
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.closeAllConnections();
  return new Promise((done) => server.close(done));
});
beforeEach(() => {
  got.length = 0;
  reply = (response) => response.end('{"code":"OK"}');
});

const NOW = "2026-11-23T02:00:00.000Z";
const MILLISECONDS = String(Date.parse(NOW));
const message: Message = {
  name: "7KQ2M9XD4BT.1.booking_made",
  template: "booking_made",
  lang: "zh",
  subject: "预约成功",
  text: "长文",
  short: [`预约成功："一楼"\\大厅&{key}${"很".repeat(80)}`, '预约成功："一楼"\\大厅&{key}'],
  variables: { code: "7KQ2", hall: '"一楼"' },
};
const KEY = "s3cret";
const outside = { timeoutMilliseconds: 1_000, mostBytes: 1_000, mayBePrivate: true };
const settingsOf = (more: Record<string, unknown> = {}) =>
  readGateways(
    JSON.stringify({
      sms: {
        url: `http://127.0.0.1:${port}/sms`,
        body: '{"to":"{to}","text":"{text}","id":"{name}"}',
        key: KEY,
        ...more,
      },
    }),
  ).sms ?? expect.fail("no settings");
const gateway = (more: Record<string, unknown> = {}, options = outside) =>
  openGateway({ settings: settingsOf(more), clock: () => NOW, outside: options });
const caught = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => error,
  );

describe("a request", () => {
  test("holds the shortened text with its prefix, escaped, and never the key for a place in the text", async () => {
    await gateway({ prefix: "【示范县】" }).send("13800001234", message);
    expect(JSON.parse(got[0]?.body ?? "")).toEqual({
      to: "13800001234",
      text: '【示范县】预约成功："一楼"\\大厅&{key}',
      id: message.name,
    });
    expect(got[0]?.headers["content-type"]).toBe("application/json; charset=utf-8");
  });

  test("is signed over timestamp and body, which the other side can check", async () => {
    await gateway({
      sign: { over: "{timestamp}\n{body}" },
      headers: { "x-timestamp": "{timestamp}", "x-signature": "{signature}", authorization: "Bearer {key}" },
    }).send("13800001234", message);
    const { headers, body } = got[0] ?? expect.fail("nothing came");
    const wanted = createHmac("sha256", KEY).update(`${MILLISECONDS}\n${body}`).digest("hex");
    expect(headers).toMatchObject({
      "x-timestamp": MILLISECONDS,
      "x-signature": wanted,
      authorization: `Bearer ${KEY}`,
    });
  });

  test("to a robot of DingTalk: signed in base64 by key over timestamp and key, in the address", () => {
    const request = gatewayRequest(
      settingsOf({
        url: "https://oapi.dingtalk.com/robot/send?access_token=t&timestamp={timestamp}&sign={signature}",
        body: '{"msgtype":"text","text":{"content":"{text}"}}',
        sign: { over: "{timestamp}\n{key}", as: "base64" },
      }),
      "",
      message,
      NOW,
    );
    const sign = createHmac("sha256", KEY).update(`${MILLISECONDS}\n${KEY}`).digest("base64");
    expect(new URL(request.url).searchParams.get("sign")).toBe(sign);
    expect(JSON.parse(request.body)).toHaveProperty("text.content");
  });

  test("to a robot of Feishu: nothing signed by seconds and key, in the body", () => {
    const request = gatewayRequest(
      settingsOf({
        body: '{"timestamp":"{seconds}","sign":"{signature}","content":{"text":"{text}"}}',
        sign: { over: "", by: "{seconds}\n{key}", as: "base64" },
      }),
      "",
      message,
      NOW,
    );
    const seconds = String(Number(MILLISECONDS) / 1000);
    const sign = createHmac("sha256", `${seconds}\n${KEY}`).update("").digest("base64");
    expect(JSON.parse(request.body)).toMatchObject({ timestamp: seconds, sign });
  });

  test("to a robot of WeCom: the key in the address, encoded; to a form: texts by number and their values", () => {
    const robot = gatewayRequest(
      settingsOf({ url: "https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key={key}", key: "a&b=c" }),
      "",
      message,
      NOW,
    );
    expect(new URL(robot.url).searchParams.get("key")).toBe("a&b=c");
    const form = gatewayRequest(
      settingsOf({
        body: "PhoneNumbers={to}&TemplateCode={template}&TemplateParam={variables}",
        encoding: "form",
        templates: { booking_made: "SMS_1", "booking_made.en": "SMS_2" },
      }),
      "13800001234",
      message,
      NOW,
    );
    const sent = new URLSearchParams(form.body);
    expect([sent.get("TemplateCode"), JSON.parse(sent.get("TemplateParam") ?? "")]).toEqual([
      "SMS_1",
      message.variables,
    ]);
    const english = gatewayRequest(
      settingsOf({ body: "{template}", templates: { "booking_made.en": "SMS_2" } }),
      "",
      {
        ...message,
        lang: "en",
      },
      NOW,
    );
    expect(english.body).toBe("SMS_2");
  });
});

describe("an answer", () => {
  const accepts = { field: "result.code", equals: "0" };
  const refuses = ["BAD_NUMBER"];
  test.each([
    ["2xx", 200, "", {}, undefined],
    ["400", 400, "", {}, { failure: "refused", isPermanent: true }],
    ["429", 429, "", {}, { failure: "unavailable", isPermanent: false }],
    ["401: the key may be mended", 401, "", {}, { failure: "unavailable", isPermanent: false }],
    ["500", 500, "", {}, { failure: "unavailable", isPermanent: false }],
    ["a redirect is not followed", 302, "", {}, { failure: "unavailable", isPermanent: false }],
    ["the field says yes", 200, '{"result":{"code":0}}', { accepts }, undefined],
    [
      "the field says no",
      200,
      '{"result":{"code":7}}',
      { accepts },
      { failure: "unavailable", isPermanent: false },
    ],
    ["the field is not there", 200, "[]", { accepts }, { failure: "unavailable", isPermanent: false }],
    ["not JSON", 200, "<html>", { accepts }, { failure: "unavailable", isPermanent: false }],
    [
      "the field says never",
      200,
      '{"result":{"code":"BAD_NUMBER"}}',
      { accepts, refuses },
      { failure: "refused", isPermanent: true },
    ],
  ] as const)("%s", async (_name, status, body, more, wanted) => {
    reply = (response) => {
      response.writeHead(status, { location: `http://127.0.0.1:${port}/elsewhere` });
      response.end(body);
    };
    const error = await caught(gateway(more).send("13800001234", message));
    if (wanted === undefined) expect(error).toBeUndefined();
    else {
      expect(error).toBeInstanceOf(NotTaken);
      expect(error).toMatchObject(wanted);
      expect(String((error as Error).message)).not.toContain("13800001234");
    }
    expect(got).toHaveLength(1);
  });

  test("that does not come in time, or does not end, is a timeout; one too long is refused", async () => {
    const short = { ...outside, timeoutMilliseconds: 150 };
    reply = () => undefined;
    expect(await caught(gateway({}, short).send("1", message))).toMatchObject({
      failure: "timeout",
      isPermanent: false,
    });
    reply = (response) => {
      response.write("a");
    };
    expect(await caught(gateway({}, short).send("1", message))).toMatchObject({ failure: "timeout" });
    reply = (response) => response.end("a".repeat(2_000));
    expect(await caught(gateway().send("1", message))).toMatchObject({ failure: "unavailable" });
  });

  test("nobody there", async () => {
    const nobody = gateway({ url: "http://127.0.0.1:1/sms" });
    expect(await caught(nobody.send("1", message))).toMatchObject({
      failure: "unavailable",
      isPermanent: false,
    });
  });
});

describe("addresses", () => {
  test.each([
    ["114.114.114.114", true],
    ["8.8.8.8", true],
    ["2400:3200::1", true],
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["172.31.255.255", false],
    ["172.32.0.1", true],
    ["192.168.1.1", false],
    ["169.254.169.254", false],
    ["100.100.100.200", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fd00:ec2::254", false],
    ["::ffff:10.0.0.1", false],
    ["64:ff9b::a00:1", false],
    ["2002:a00:1::", false],
    ["not an address", false],
  ])("%s is public: %s", (address, wanted) => {
    expect(isPublicAddress(address)).toBe(wanted);
  });

  const strict = { ...outside, mayBePrivate: false };
  const refusedAt = async (url: string, lookup?: LookupFunction) => {
    const options = { ...strict, ...(lookup === undefined ? {} : { lookup }) };
    const error = await caught(callOutside({ url, headers: {}, body: "" }, options));
    return error instanceof OutsideError ? error.kind : error;
  };

  test.each([
    "http://example.com/",
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://169.254.169.254/latest/meta-data",
    "https://user:password@example.com/",
  ])("%s is not called", async (url) => {
    expect(await refusedAt(url)).toBe("private");
    expect(got).toHaveLength(0);
  });

  test("a name that leads inside is not called, also when only one of its addresses does", async () => {
    const answers =
      (...addresses: string[]): LookupFunction =>
      (_name, _options, done) =>
        done(
          null,
          addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 })),
        );
    expect(await refusedAt(`https://inside.example:${port}/`, answers("127.0.0.1"))).toBe("private");
    expect(await refusedAt("https://inside.example/", answers("8.8.8.8", "10.0.0.1"))).toBe("private");
    expect(await refusedAt("https://inside.example/", answers())).toBe("private");
    expect(got).toHaveLength(0);
  });

  test("on one machine only what is configured to be private is", async () => {
    expect(await caught(gateway({}, strict).send("1", message))).toMatchObject({ failure: "unavailable" });
    expect(got).toHaveLength(0);
  });
});

test("a secret that is wrong names its fields and never a value", () => {
  expect(readGateways("{}")).toEqual({});
  expect(() => readGateways("hunter2")).toThrow("the secret NoticeGateways is not JSON");
  const wrong = () => readGateways('{"sms":{"url":"hunter2","body":"x","kay":"hunter3"}}');
  expect(wrong).toThrow(/sms\.url/);
  expect(wrong).toThrow(/^(?!.*hunter).*$/);
});
