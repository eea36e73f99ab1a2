/** The worker's address and reach, the front page's questions, and where a guide's doors lead. */
import { getByRole, queryByRole } from "@testing-library/dom";
import { beforeAll, describe, expect, test } from "vitest";
import { doorsOf } from "../../functions/guide/guide.citizen.view.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { complete } from "./samples.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
beforeAll(() => {
  apps = openApps(engine, memoryBucket());
});

describe("the worker", () => {
  test("loads the file of this build, may reach the guides and nothing else, and is asked for once an hour", async () => {
    const response = await apps.visitor().get("/sw.js");
    expect(await response.text()).toBe(
      'const ASSETS="/assets/test";\nimportScripts("/assets/test/sw.js");\n',
    );
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": "public, max-age=3600",
      "service-worker-allowed": "/guides",
    });
    // Its own answer's policy is what it lives under: it must be let load its file and fetch pages.
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self'.*worker-src 'self'.*connect-src 'self'/);
  });

  test("is asked for by pages of guides alone, never by one that may be personal", async () => {
    const id = await apps.guide.publish();
    const asks = async (path: string) =>
      (await (await apps.visitor().get(path)).text()).includes("data-worker");
    for (const path of ["/guides", `/guides/${id}`]) expect([path, await asks(path)]).toEqual([path, true]);
    for (const path of ["/", "/progress", "/disclosure", `/guides/${id}/report`])
      expect([path, await asks(path)]).toEqual([path, false]);
  });
});

describe("the front page", () => {
  test("leads from what people ask most straight to the guide", async () => {
    const browser = apps.visitor();
    const open = async () => (await browser.page(await browser.get("/"))).body;
    expect(queryByRole(await open(), "link", { name: "身份证丢了" })).toBeNull();
    const id = await apps.guide.publish({ taskName: "居民身份证补领" });
    apps.guide.pin("身份证丢了", id);
    expect(getByRole(await open(), "link", { name: "身份证丢了" }).getAttribute("href")).toBe(
      `/guides/${id}`,
    );
    expect(getByRole(await open(), "searchbox").getAttribute("data-suggest")).toBe(
      "/api/v1/guides/suggestions",
    );
  });
});

describe("the doors of a guide", () => {
  const origin = "https://banshi.example";
  const doors = (change: object) => doorsOf({ ...complete, ...change }, origin);

  test("ours stay on the site, others' say that they leave it", () => {
    expect(doors({ linkAddr: "https://banshi.example/disclosure?x=1#a" })).toEqual({
      online: { href: "/disclosure?x=1#a", outside: false },
    });
    expect(doors({ linkAddr: "https://si.example/card" })).toEqual({
      online: { href: "https://si.example/card", outside: true },
    });
    expect(doors({ linkAddr: "https://banshi.example//evil.example" }).online?.href).toBe("/evil.example");
  });

  test("are not there for what is not offered, and never for what is no web address", () => {
    expect(doors({ isOnline: false, linkAddr: "https://si.example/" })).toEqual({});
    expect(doors({ linkAddr: "javascript:alert(1)", mobileTerminalUrl: "//evil.example" })).toEqual({});
    expect(doors({ isReservation: false, reservationAddr: "https://si.example/" })).toEqual({});
  });

  test("lead to our own bookings where a guide takes bookings and names no site for it", () => {
    expect(doors({ isReservation: true })).toEqual({ book: { href: "/bookings", outside: false } });
    expect(doors({ isReservation: true, reservationAddr: "https://si.example/b" }).book?.outside).toBe(true);
    expect(
      doors({ linkAddr: "https://si.example/", mobileTerminalUrl: "https://si.example/" }).mobile,
    ).toBeUndefined();
  });
});
