import { request } from "node:http";
import type { DynamoDBClient } from "@aws-sdk/client-dynamodb";

/** Why the demo data did not get further, in words for whoever started the stack. */
export class DemoFailure extends Error {
  override readonly name = "DemoFailure";
}

/** Where the doors of the running stack are. */
export interface DemoPlace {
  /** What people see in the address bar. */
  readonly publicOrigin: string;
  /** Where the same is reached from this machine, whatever stands in front of it. */
  readonly address: string;
  readonly issuer: string;
  /** The secret of the machine clients in `people.ts`. */
  readonly clientSecret: string;
  /** For what comes in by a program beside the table. */
  readonly dynamodb: DynamoDBClient;
  /** No request begins after it. */
  readonly stopped: AbortSignal;
}

export interface Sending {
  readonly method?: "GET" | "POST" | "PUT";
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: URLSearchParams | FormData | string;
}

export interface Reply {
  readonly url: URL;
  readonly status: number;
  readonly location: string | null;
  readonly cookies: readonly string[];
  readonly text: string;
}

/** One request, redirects not followed. Throws a DemoFailure for no answer and for one that says it went wrong. */
export async function send(place: DemoPlace, url: URL, sending: Sending = {}): Promise<Reply> {
  place.stopped.throwIfAborted();
  const { method = "GET" } = sending;
  const go = url.origin === place.publicOrigin ? throughGateway : fetched;
  const reply = await go(place, url, sending).catch((error: unknown) => {
    throw new DemoFailure(`${url.origin} does not answer`, { cause: error });
  });
  if (reply.status >= 400) {
    // The code of a problem says what is wrong; what was sent is in no problem.
    const code = /"code":"([a-z_.]+)"/.exec(reply.text)?.[1];
    const said = code === undefined ? String(reply.status) : `${reply.status} ${code}`;
    throw new DemoFailure(`${method} ${url.origin}${url.pathname} answered ${said}`);
  }
  return reply;
}

async function fetched(_place: DemoPlace, url: URL, sending: Sending): Promise<Reply> {
  const response = await fetch(url, { ...sending, redirect: "manual" });
  return {
    url,
    status: response.status,
    location: response.headers.get("location"),
    cookies: response.headers.getSetCookie(),
    text: await response.text(),
  };
}

/** `fetch` cannot name another host than the one it connects to, which the gateway asks for. */
async function throughGateway({ address, publicOrigin }: DemoPlace, url: URL, sending: Sending) {
  const { method = "GET", body } = sending;
  const encoded = new Response(body);
  const type = encoded.headers.get("content-type");
  const headers = {
    ...(type === null ? {} : { "content-type": type }),
    ...(method === "GET" ? {} : { origin: publicOrigin }),
    ...sending.headers,
    host: new URL(publicOrigin).host,
  };
  const bytes = Buffer.from(await encoded.arrayBuffer());
  const { promise, resolve, reject } = Promise.withResolvers<Reply>();
  const outgoing = request(address + url.pathname + url.search, { method, headers }, async (response) => {
    try {
      let text = "";
      for await (const chunk of response.setEncoding("utf8")) text += chunk;
      const { location = null, "set-cookie": cookies = [] } = response.headers;
      resolve({ url, status: response.statusCode ?? 0, location, cookies, text });
    } catch (error) {
      reject(error);
    }
  });
  outgoing.on("error", reject).end(bytes);
  return promise;
}

/** A browser without eyes. */
export interface Visitor {
  /** The page that all redirects end at. */
  visit(url: URL | string, sending?: Sending): Promise<Reply>;
}

const MOST_REDIRECTS = 10;

/** Keeps cookies, each for the origin that set it, and follows redirects as a browser does after a form: with GET. */
export function openVisitor(place: DemoPlace): Visitor {
  const jar = new Map<string, Map<string, string>>();

  async function step(url: URL, sending: Sending): Promise<Reply> {
    const cookies = jar.get(url.origin) ?? new Map<string, string>();
    jar.set(url.origin, cookies);
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { ...sending.headers, ...(cookie === "" ? {} : { cookie }) };
    const reply = await send(place, url, { ...sending, headers });
    for (const line of reply.cookies) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    return reply;
  }

  return {
    async visit(url, sending = {}) {
      let reply = await step(new URL(url, place.publicOrigin), sending);
      for (let count = 0; reply.location !== null; count += 1) {
        if (count === MOST_REDIRECTS) throw new DemoFailure(`${reply.url.origin} leads in circles`);
        reply = await step(new URL(reply.location, reply.url), {});
      }
      return reply;
    },
  };
}

export interface Form {
  readonly action: string;
  /** The hidden fields and those with something typed in already. */
  readonly fields: Readonly<Record<string, string>>;
}

/** The form of a page whose opening tag matches, or undefined when the page has none such. */
export function formIn(html: string, tag: RegExp): Form | undefined {
  for (const [, opening = "", inside = ""] of html.matchAll(/(<form\b[^>]*>)(.*?)<\/form>/gs)) {
    if (!tag.test(opening)) continue;
    const inputs = [...inside.matchAll(/<input\b[^>]*>/g)].flatMap(([input]): [string, string][] => {
      const name = attribute(input, "name");
      const typed = !/^(checkbox|radio|file|submit)$/.test(attribute(input, "type") ?? "text");
      return name !== undefined && typed ? [[name, attribute(input, "value") ?? ""]] : [];
    });
    return { action: attribute(opening, "action") ?? "", fields: Object.fromEntries(inputs) };
  }
  return undefined;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  return value?.replaceAll(/&(amp|lt|gt|quot|#39);/g, (_match, code: string) => entities[code] ?? "");
}
