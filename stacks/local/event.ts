import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { APIGatewayProxyEventV2 } from "aws-lambda";
import { Temporal } from "temporal-polyfill";

/**
 * The host under which API Gateway knows the API. It is not the public one: whatever a handler derives from the host
 * of the event must break here as it would there.
 */
export const apiHost = "onewindow1.execute-api.cn-north-1.amazonaws.com.cn";

export interface Route {
  /** `$default`, or a method and a path such as `ANY /office/{proxy+}`. */
  readonly key: string;
  readonly proxy?: string;
}

export interface EventSource {
  readonly request: IncomingMessage;
  readonly body: Buffer;
  readonly route: Route;
}

/** A request as an HTTP API hands it to Lambda: payload format 2.0. */
export function toEvent({ request, body, route }: EventSource): APIGatewayProxyEventV2 {
  const target = request.url ?? "/";
  const at = target.indexOf("?");
  const rawQueryString = at < 0 ? "" : target.slice(at + 1);
  const rawPath = decodedPath(target) ?? "/";
  const headers = joinedHeaders(request);
  const cookies = cookiesOf(request);
  const query = joinedQuery(rawQueryString);
  const text = isText(headers["content-type"], headers["content-encoding"]);
  return {
    version: "2.0",
    routeKey: route.key,
    rawPath,
    rawQueryString,
    ...(cookies.length > 0 ? { cookies } : {}),
    headers,
    ...(query ? { queryStringParameters: query } : {}),
    ...(route.proxy === undefined ? {} : { pathParameters: { proxy: route.proxy } }),
    requestContext: requestContext(request, route.key, rawPath),
    ...(body.length > 0 ? { body: body.toString(text ? "utf8" : "base64") } : {}),
    isBase64Encoded: body.length > 0 && !text,
  };
}

function requestContext(
  request: IncomingMessage,
  routeKey: string,
  path: string,
): APIGatewayProxyEventV2["requestContext"] {
  const now = Temporal.Now.instant();
  return {
    accountId: "000000000000",
    apiId: "onewindow1",
    domainName: apiHost,
    domainPrefix: "onewindow1",
    http: {
      method: request.method ?? "GET",
      path,
      protocol: `HTTP/${request.httpVersion}`,
      sourceIp: sourceOf(request),
      userAgent: request.headers["user-agent"] ?? "",
    },
    requestId: randomUUID(),
    routeKey,
    stage: "$default",
    time: commonLogTime(now),
    timeEpoch: now.epochMilliseconds,
  };
}

/**
 * An HTTP API gives the path percent-decoded, and cuts it at a question mark that this brings to light. Undefined for
 * a target that is no path or not valid UTF-8, which API Gateway itself refuses.
 */
export function decodedPath(target: string): string | undefined {
  if (!target.startsWith("/")) return undefined;
  try {
    return decodeURIComponent(target.split("?")[0] ?? "/").split("?")[0];
  } catch {
    return undefined;
  }
}

/** Lower-cased, values of one name joined by commas; cookies have a place of their own. */
function joinedHeaders(request: IncomingMessage): Record<string, string> {
  const headers: Record<string, string> = {};
  for (const [name, values] of Object.entries(request.headersDistinct)) {
    if (name !== "cookie" && name !== "connection") headers[name] = (values ?? []).join(",");
  }
  const source = sourceOf(request);
  headers.host = apiHost;
  headers["x-forwarded-for"] = headers["x-forwarded-for"]
    ? `${headers["x-forwarded-for"]}, ${source}`
    : source;
  headers["x-forwarded-port"] = "443";
  headers["x-forwarded-proto"] = "https";
  return headers;
}

function cookiesOf(request: IncomingMessage): string[] {
  const sent = request.headersDistinct.cookie ?? [];
  return sent.flatMap((header) => header.split(/;\s*/)).filter((cookie) => cookie !== "");
}

function joinedQuery(rawQueryString: string): Record<string, string> | undefined {
  const joined: Record<string, string> = {};
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    joined[name] = Object.hasOwn(joined, name) ? `${joined[name]},${value}` : value;
  }
  return rawQueryString === "" ? undefined : joined;
}

/** What API Gateway passes on as it is; everything else, HTML forms included, arrives in base64. */
function isText(contentType: string | undefined, contentEncoding: string | undefined): boolean {
  if (contentEncoding !== undefined && contentEncoding !== "identity") return false;
  const type = contentType?.split(";")[0]?.trim().toLowerCase() ?? "";
  return /^text\/|^application\/(json|javascript|xml)$|^application\/[\w.-]+\+(json|xml)$/.test(type);
}

function sourceOf(request: IncomingMessage): string {
  const address = request.socket.remoteAddress ?? "127.0.0.1";
  return address.startsWith("::ffff:") ? address.slice("::ffff:".length) : address;
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** `12/Mar/2020:19:03:58 +0000` */
function commonLogTime(now: Temporal.Instant): string {
  const { day, month, year, hour, minute, second } = now.toZonedDateTimeISO("UTC");
  const two = (part: number): string => String(part).padStart(2, "0");
  return `${two(day)}/${months[month - 1]}/${year}:${two(hour)}:${two(minute)}:${two(second)} +0000`;
}
