/** What goes back to the client. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
}

/** An answer of API Gateway's own. */
export function gatewayAnswer(status: number, message: string): Answer {
  return {
    status,
    headers: { "content-type": "application/json" },
    cookies: [],
    body: Buffer.from(JSON.stringify({ message })),
  };
}

/** Lambda takes and gives at most 6 MB of JSON. */
export const largestPayload = 6 * 1024 ** 2;

/**
 * The answer that API Gateway makes of a function's result (payload format 2.0). A result without `statusCode` is
 * taken to be the body of a 200 in JSON; one that is malformed or too large becomes a 500.
 */
export function toAnswer(result: unknown): Answer {
  const json = JSON.stringify(result) ?? "null";
  if (Buffer.byteLength(json) > largestPayload) return gatewayAnswer(500, "Internal Server Error");
  // Through JSON and back, as between Lambda and API Gateway: what JSON cannot carry is lost here too.
  const sent: unknown = JSON.parse(json);
  if (!isRecord(sent) || !("statusCode" in sent)) {
    const body = typeof sent === "string" ? sent : json;
    return {
      status: 200,
      headers: { "content-type": "application/json" },
      cookies: [],
      body: Buffer.from(body),
    };
  }
  const { statusCode, headers = {}, cookies = [], body = "", isBase64Encoded = false } = sent;
  const status = Number(statusCode);
  const wellFormed =
    Number.isInteger(status) &&
    status >= 100 &&
    status <= 599 &&
    isRecord(headers) &&
    isStrings(cookies) &&
    typeof body === "string";
  if (!wellFormed) return gatewayAnswer(500, "Internal Server Error");
  return {
    status,
    headers: plainHeaders(headers),
    cookies,
    body: Buffer.from(body, isBase64Encoded === true ? "base64" : "utf8"),
  };
}

function plainHeaders(headers: Record<string, unknown>): Record<string, string> {
  const plain: Record<string, string> = { "content-type": "text/plain;charset=UTF-8" };
  for (const [name, value] of Object.entries(headers)) {
    // The length is the gateway's to say, and a cookie has a place of its own in this format.
    if (!/^(content-length|transfer-encoding|connection)$/i.test(name))
      plain[name.toLowerCase()] = String(value);
  }
  return plain;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((part) => typeof part === "string");
