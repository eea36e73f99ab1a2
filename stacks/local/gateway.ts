import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { type Answer, gatewayAnswer, largestPayload, toAnswer } from "./answer.ts";
import type { Assets } from "./assets.ts";
import { decodedPath, type Route, toEvent } from "./event.ts";
import { StartFailure, systemCode } from "./failure.ts";
import { invoke, type LambdaFunction } from "./invoke.ts";
import { refusal } from "./refusal.ts";

export interface GatewayOptions {
  /** Without a trailing slash. */
  readonly publicOrigin: string;
  readonly functions: Readonly<Record<"citizen" | "office" | "api", LambdaFunction>>;
  readonly assets: Assets;
  /** Files that stand for an office's own website, such as its blank forms. */
  readonly files?: (path: string) => Promise<Answer> | undefined;
  /** Do the stores answer? */
  readonly healthy: () => Promise<boolean>;
  /** What API Gateway waits for a function: 30 seconds. */
  readonly patienceMilliseconds?: number;
}

export interface Gateway {
  readonly port: number;
  /** From here on requests are answered; those that came before have waited. */
  open(options: GatewayOptions): void;
  /** Takes no more requests, lets those under way finish for a moment. */
  stop(): Promise<void>;
}

/** Connections that wait to be taken up; at the release of seats everybody comes at the same second. */
const mostWaiting = 4_096;

/** "Total combined size of request line and header values" and "payload size" of an HTTP API. */
const largestHead = 10_240;
const largestBody = 10 * 1024 ** 2;

/** Takes a loopback port (0 for any), to answer there as API Gateway in front of the functions does. */
export async function claimPort(wanted: number): Promise<Gateway> {
  const opened = Promise.withResolvers<GatewayOptions>();
  const server = createServer({ maxHeaderSize: 32 * 1024 }, async (request, response) => {
    try {
      await respond(request, response, await opened.promise);
    } catch (error) {
      // A client that goes away in the middle of its request is no news.
      if (!request.destroyed) console.error("gateway:", error);
      response.destroy();
    }
  });
  server.on("clientError", answerUnread);
  await listen(server.listen({ port: wanted, host: "127.0.0.1", backlog: mostWaiting }), wanted);
  return {
    port: (server.address() as AddressInfo).port,
    open: opened.resolve,
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeIdleConnections();
      const impatience = setTimeout(() => server.closeAllConnections(), 2_000);
      await closed;
      clearTimeout(impatience);
    },
  };
}

/** A head that is too long to be read at all: nobody knows who asked, and most often it is a person. */
function answerUnread(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (!socket.writable) return;
  const status = error.code === "HPE_HEADER_OVERFLOW" ? 431 : 400;
  const { headers, body } = refusal(status, "text/html");
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    `content-type: ${headers["content-type"]}`,
    `content-length: ${body.length}`,
    "connection: close",
  ];
  socket.end(Buffer.concat([Buffer.from(`${head.join("\r\n")}\r\n\r\n`), body]));
}

async function listen(server: ReturnType<typeof createServer>, port: number): Promise<void> {
  try {
    await once(server, "listening");
  } catch (error) {
    if (systemCode(error) === "EADDRINUSE")
      throw new StartFailure(`Port ${port} is in use: stop what listens there, or set PORT to another one.`);
    if (systemCode(error) === "EACCES")
      throw new StartFailure(`Port ${port} may not be used by this account: set PORT to one above 1023.`);
    throw error;
  }
}

async function respond(
  request: IncomingMessage,
  response: ServerResponse,
  options: GatewayOptions,
): Promise<void> {
  const target = request.url ?? "/";
  const path = decodedPath(target);
  const refused = (status: number, message?: string) =>
    send(request, response, refusal(status, pageWanted(request), message));
  if (path === undefined) return refused(400);
  if (path === "/healthz") return send(request, response, await health(options));
  if (path.startsWith("/assets/")) {
    return options.assets.serve(path, request, response) ? undefined : refused(404);
  }
  const form = options.files?.(path);
  if (form !== undefined) return send(request, response, await form);
  const { name, route } = routeOf(path);
  if (name !== "api" && isElsewhere(request, options.publicOrigin)) {
    response.writeHead(307, { location: options.publicOrigin + target, "cache-control": "no-store" }).end();
    return;
  }
  send(request, response, await callFunction(request, { called: options.functions[name], route, options }));
}

/** Cookies and the check against forged forms are bound to one origin: a page asked for under another goes there. */
function isElsewhere({ method, headers }: IncomingMessage, publicOrigin: string): boolean {
  return (method === "GET" || method === "HEAD") && headers.host !== new URL(publicOrigin).host;
}

function routeOf(path: string): { name: "citizen" | "office" | "api"; route: Route } {
  if (path.startsWith("/api/"))
    return { name: "api", route: { key: "ANY /api/{proxy+}", proxy: path.slice(5) } };
  if (path === "/office") return { name: "office", route: { key: "ANY /office" } };
  if (path.startsWith("/office/"))
    return { name: "office", route: { key: "ANY /office/{proxy+}", proxy: path.slice(8) } };
  return { name: "citizen", route: { key: "$default" } };
}

async function health({ healthy }: GatewayOptions): Promise<Answer> {
  const well = await healthy().catch(() => false);
  return well ? gatewayAnswer(200, "ok") : gatewayAnswer(503, "Service Unavailable");
}

interface Call {
  readonly called: LambdaFunction;
  readonly route: Route;
  readonly options: GatewayOptions;
}

async function callFunction(request: IncomingMessage, { called, route, options }: Call): Promise<Answer> {
  const refused = (status: number, message?: string) => refusal(status, pageWanted(request), message);
  if (headSize(request) > largestHead) return refused(431);
  const body = await readBody(request);
  const event = body && toEvent({ request, body, route });
  if (!event || JSON.stringify(event).length > largestPayload) return refused(413, "Request Too Long");
  const late = Promise.withResolvers<Answer>();
  const patience = setTimeout(() => late.resolve(refused(503)), options.patienceMilliseconds ?? 30_000);
  try {
    return await Promise.race([invoke(called, event).then(toAnswer), late.promise]);
  } catch (error) {
    console.error(`${called.name}:`, error);
    return refused(500);
  } finally {
    clearTimeout(patience);
  }
}

/** What a browser that shows a page says it takes; a program that calls the API is never given one. */
const pageWanted = ({ url = "", headers }: IncomingMessage): string | undefined =>
  url.startsWith("/api/") ? undefined : headers.accept;

function headSize({ method = "", url = "", rawHeaders }: IncomingMessage): number {
  const values = rawHeaders.filter((_, index) => index % 2 === 1);
  return (
    method.length + url.length + "  HTTP/1.1".length + values.reduce((sum, value) => sum + value.length, 0)
  );
}

/** The body, or undefined when it is longer than API Gateway takes; what is too much is read and thrown away. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= largestBody) chunks.push(chunk);
    else chunks.length = 0;
  }
  return size <= largestBody ? Buffer.concat(chunks) : undefined;
}

function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  if (response.destroyed) return;
  try {
    const empty = answer.status === 204 || answer.status === 304;
    response.writeHead(answer.status, {
      ...answer.headers,
      ...(empty ? {} : { "content-length": answer.body.length }),
      ...(answer.cookies.length > 0 ? { "set-cookie": [...answer.cookies] } : {}),
    });
    response.end(request.method === "HEAD" || empty ? undefined : answer.body);
  } catch (error) {
    // A header value that HTTP cannot carry is the function's fault.
    console.error("gateway:", error);
    if (!response.headersSent) response.writeHead(500, { "content-type": "application/json" });
    response.end(gatewayAnswer(500, "Internal Server Error").body);
  }
}
