/** Asking addresses that somebody typed: what answers, what does not, and what is never gone to. */
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { isPublicAddress } from "../../functions/kit/outbound.address.ts";
import { reachMany } from "../../functions/kit/outbound.many.ts";
import { openOutbound, type Reached } from "../../functions/kit/outbound.ts";

interface Site {
  readonly origin: string;
  readonly asked: string[];
  close(): void;
}

async function openSite(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<Site> {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url}`);
    answer(request, response);
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    asked,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** Somebody's service that only we can reach. */
let inside: Site;
/** The site that offices link to. */
let site: Site;

beforeAll(async () => {
  inside = await openSite((_, response) => response.end("secret"));
  site = await openSite((request, response) => {
    const path = request.url ?? "";
    const to = (location: string) => response.writeHead(302, { location }).end();
    if (path === "/page") response.end("here");
    else if (path === "/moved") to("/page");
    else if (path === "/round") to("/round");
    else if (path === "/inside") to(`${inside.origin}/secret`);
    else if (path === "/by-name") to(`http://localhost:${new URL(inside.origin).port}/secret`);
    else if (path === "/metadata") to("http://169.254.169.254/latest/meta-data/");
    else if (path === "/file") to("file:///etc/passwd");
    else if (path === "/no-head" && request.method === "HEAD") response.writeHead(405).end();
    else if (path === "/no-head") response.end("here");
    else if (path === "/broken") response.writeHead(503).end();
    else if (path === "/slow") setTimeout(() => response.end("late"), 5_000).unref();
    else if (path === "/endless") response.writeHead(200).write("a");
    else response.writeHead(404).end();
  });
});

afterAll(() => {
  inside.close();
  site.close();
});

const outbound = () => openOutbound({ ownOrigins: [site.origin], timeoutMilliseconds: 400 });

describe("what an address answers", () => {
  test.each<[string, Reached]>([
    ["/page", { kind: "answered", status: 200 }],
    ["/moved", { kind: "answered", status: 200 }],
    ["/gone", { kind: "answered", status: 404 }],
    ["/no-head", { kind: "answered", status: 200 }],
    ["/broken", { kind: "answered", status: 503 }],
    ["/endless", { kind: "answered", status: 200 }],
    ["/round", { kind: "failed", why: "redirects" }],
    ["/slow", { kind: "failed", why: "timeout" }],
  ])("%s", async (path, expected) => {
    expect(await outbound().reach(site.origin + path)).toEqual(expected);
  });

  test("a closed port and a name that nobody has are failures and nothing worse", async () => {
    const closed = await openSite(() => undefined);
    closed.close();
    const asking = openOutbound({ ownOrigins: [closed.origin] });
    expect(await asking.reach(closed.origin)).toEqual({ kind: "failed", why: "network" });
    const unknown = openOutbound({
      resolve: async () => {
        throw new Error("ENOTFOUND");
      },
    });
    expect(await unknown.reach("https://nobody.example/")).toEqual({ kind: "failed", why: "network" });
  });
});

describe("what is never gone to", () => {
  test.each([
    "http://127.0.0.1/",
    "http://2130706433/",
    "http://0x7f.1/",
    "http://10.1.2.3/",
    "http://172.16.9.9/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest/meta-data/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://[::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[fd00::1]/",
    "http://[fe80::1]/",
    "http://[2002:7f00:1::]/",
  ])("%s", async (address) => {
    expect(await outbound().reach(address)).toEqual({ kind: "refused", why: "not_public" });
  });

  test.each([
    "ftp://a.example/",
    "file:///etc/passwd",
    "https://me:secret@a.example/",
    "http://a.example:25/",
    "no",
  ])("%s is no page", async (address) => {
    expect(await outbound().reach(address)).toEqual({ kind: "refused", why: "address" });
  });

  test("a redirect to the inside, by address, by name and by another protocol, and nobody there is asked", async () => {
    const refused = (why: string) => ({ kind: "refused", why });
    expect(await outbound().reach(`${site.origin}/inside`)).toEqual(refused("not_public"));
    expect(await outbound().reach(`${site.origin}/by-name`)).toEqual(refused("not_public"));
    expect(await outbound().reach(`${site.origin}/metadata`)).toEqual(refused("not_public"));
    expect(await outbound().reach(`${site.origin}/file`)).toEqual(refused("address"));
    expect(inside.asked).toEqual([]);
  });

  test("a name with one inner address among others, and one that changes between two looks", async () => {
    const port = new URL(inside.origin).port;
    const mixed = openOutbound({
      resolve: async () => [
        { address: "8.8.8.8", family: 4 },
        { address: "127.0.0.1", family: 4 },
      ],
    });
    expect(await mixed.reach(`http://mixed.example:${port}/`)).toEqual({
      kind: "refused",
      why: "not_public",
    });
    let looks = 0;
    const rebinding = openOutbound({
      timeoutMilliseconds: 200,
      resolve: async () => {
        looks += 1;
        return [{ address: looks === 1 ? "203.0.114.1" : "127.0.0.1", family: 4 }];
      },
    });
    const reached = await rebinding.reach(`http://rebinding.example:${port}/`);
    // The first request stays with what was resolved for it; the second one looks, and is refused.
    expect(reached).toEqual({ kind: "refused", why: "not_public" });
    expect(looks).toBe(2);
    expect(inside.asked).toEqual([]);
  });

  test("the connection goes to what the name was resolved to", async () => {
    const port = new URL(site.origin).port;
    const own = openOutbound({
      ownOrigins: [`http://office.example:${port}`],
      resolve: async () => [{ address: "127.0.0.1", family: 4 }],
    });
    expect(await own.reach(`http://office.example:${port}/page`)).toEqual({ kind: "answered", status: 200 });
  });
});

test.each([
  ["114.114.114.114", true],
  ["2400:3200::1", true],
  ["172.15.0.1", true],
  ["172.31.255.255", false],
  ["255.255.255.255", false],
  ["::", false],
  ["ff02::1", false],
  ["no address", false],
])("%s is public: %s", (address, expected) => {
  expect(isPublicAddress(address)).toBe(expected);
});

test("many are asked in the time that there is, and who is late counts as not reached", async () => {
  const found = await reachMany(
    openOutbound({ ownOrigins: [site.origin], timeoutMilliseconds: 10_000 }),
    [`${site.origin}/page`, `${site.origin}/slow`, `${site.origin}/gone`],
    { atOnce: 2, milliseconds: 300 },
  );
  expect(found).toEqual([
    { kind: "answered", status: 200 },
    { kind: "failed", why: "timeout" },
    { kind: "answered", status: 404 },
  ]);
});
