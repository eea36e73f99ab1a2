/** What has left the stack: mails and short messages, each a file, and one page that shows them. Of one machine only. */
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { mkdirSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { isSigned } from "./outbox-gateway.ts";
import { outboxPage } from "./outbox-page.ts";
import { readSent } from "./outbox-read.ts";

export interface Outbox {
  /** Where the page is. */
  readonly url: string;
  /** The secret NoticeGateways: how the functions reach it. */
  readonly gateways: string;
  stop(): Promise<void>;
}

export interface OutboxOptions {
  /** Where the mails are. */
  readonly mail: string;
  /** Where the short messages go. */
  readonly sms: string;
  /** What the gateway has given us. */
  readonly key: string;
}

const LARGEST_BODY = 64 * 1024;
/** Nobody has this number, so that what becomes of a message that is refused can be tried. */
export const NOBODY = "13000000000";

/** A gateway for SMS and for a robot, on a free loopback port, that demands the signature and lays down what it is told. */
export async function startOutbox({ mail, sms, key }: OutboxOptions): Promise<Outbox> {
  mkdirSync(sms, { recursive: true });
  const server = createServer(async (request, response) => {
    try {
      if (request.method === "POST") await take(request, response, { folder: sms, key });
      else await show(request, response, { mail, sms });
    } catch (error) {
      console.error("outbox:", error);
      response.destroy();
    }
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    gateways: JSON.stringify(gatewaysAt(url, key)),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function gatewaysAt(url: string, key: string) {
  const sign = { over: "{timestamp}\n{body}" };
  const headers = { "x-timestamp": "{timestamp}", "x-signature": "{signature}" };
  const accepts = { field: "code", equals: "OK" };
  const gateway = { headers, key, sign, accepts };
  return {
    sms: {
      ...gateway,
      url: `${url}/sms`,
      prefix: "【示范县】",
      body: '{"to":"{to}","text":"{text}","id":"{name}","template":"{template}"}',
      refuses: ["NO_SUCH_NUMBER"],
    },
    robot: {
      ...gateway,
      url: `${url}/robot`,
      mostCharacters: 500,
      body: '{"msgtype":"text","text":"{text}"}',
    },
  };
}

async function take(
  request: IncomingMessage,
  response: ServerResponse,
  { folder, key }: { readonly folder: string; readonly key: string },
): Promise<void> {
  const body = await bodyOf(request);
  const now = Temporal.Now.instant();
  if (!isSigned(request.headers, body, { key, now: now.epochMilliseconds }))
    return answer(response, 403, "application/json", '{"code":"SIGNATURE"}');
  const told = JSON.parse(body) as { readonly to?: string };
  if (told.to === NOBODY) return answer(response, 200, "application/json", '{"code":"NO_SUCH_NUMBER"}');
  const sent = { at: now.toString(), way: request.url === "/robot" ? "robot" : "sms", ...told };
  const time = now.toString({ fractionalSecondDigits: 3 }).replaceAll(":", "");
  await writeFile(join(folder, `${time}-${randomUUID().slice(0, 8)}.json`), JSON.stringify(sent), {
    mode: 0o600,
  });
  answer(response, 200, "application/json", '{"code":"OK"}');
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > LARGEST_BODY) throw new Error("a message is too large");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

async function show(
  request: IncomingMessage,
  response: ServerResponse,
  folders: { readonly mail: string; readonly sms: string },
): Promise<void> {
  if (request.url === "/sent.json")
    return answer(response, 200, "application/json", JSON.stringify(await readSent(folders)));
  if (request.url !== "/") return answer(response, 404, "text/plain", "not found");
  answer(response, 200, "text/html; charset=utf-8", outboxPage(await readSent(folders)));
}

function answer(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, {
    "content-type": type,
    "cache-control": "no-store",
    "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'",
  });
  response.end(body);
}
