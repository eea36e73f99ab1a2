import { describe, expect, test } from "vitest";
import { openIssuer } from "../../functions/identity/identity.issuer.ts";
import { ORIGIN, useDoors } from "./doors.ts";

const { issuer, clock, office } = useDoors();

describe("a session", () => {
  const signedIn = async () => {
    const { browser } = office();
    await browser.follow(await browser.get("/office/sign-in"));
    return browser;
  };

  test("that was idle for 30 minutes is over: a page leads to signing in", async () => {
    const browser = await signedIn();
    clock.pass(30 * 60);
    expect((await browser.get("/office/room")).headers.get("location")).toMatch(/^\/office\/sign-in/);
  });

  test("that is over keeps a form's content in the page, and can send it again", async () => {
    const browser = await signedIn();
    clock.pass(30 * 60);
    const reply = "经检索，现将您申请的信息提供给您。\n<b>第二行</b> & 完";
    const answer = await browser.post("/office/room", { version: "3", reply });
    expect(answer.status).toBe(401);
    const page = await browser.page(answer);
    const form = page.querySelector('form[action="/office/room"]');
    const kept = [...(form?.querySelectorAll("input") ?? [])].map((each) => [each.name, each.value]);
    expect(kept).toEqual([
      ["version", "3"],
      ["reply", reply],
    ]);
    expect(page.querySelector('a[target="_blank"]')?.getAttribute("href")).toBe("/office/sign-in");
  });

  test("that was signed out is over everywhere, and the issuer's too", async () => {
    const browser = await signedIn();
    const stolen = browser.cookie("__Host-session") ?? "";
    const answer = await browser.post("/office/sign-out", {});
    const location = new URL(answer.headers.get("location") ?? "");
    expect(location.origin + location.pathname).toBe(`${issuer.address}/end`);
    expect(location.searchParams.get("post_logout_redirect_uri")).toBe(`${ORIGIN}/office/signed-out`);
    expect(browser.cookie("__Host-session")).toBeUndefined();
    browser.give("__Host-session", stolen);
    expect((await browser.get("/office/room")).status).toBe(303);
    expect(await (await browser.get("/office/signed-out")).text()).toContain("您已退出");
  });

  test("that nobody opened is none", async () => {
    const { browser } = office();
    browser.give("__Host-session", "AAAAAAAAAAAAAAAAAAAAAA");
    expect((await browser.get("/office/room")).status).toBe(303);
  });
});

describe("an issuer", () => {
  test("must have TLS unless it is on this machine", () => {
    expect(() => openIssuer("http://login.example")).toThrow("https");
    expect(() => openIssuer("http://localhost.evil.example")).toThrow("https");
    expect(() => openIssuer("https://login.example")).not.toThrow();
    expect(() => openIssuer("http://localhost:4500")).not.toThrow();
  });

  test("is asked for its metadata once", async () => {
    issuer.requests.length = 0;
    const { browser } = office();
    await browser.get("/office/sign-in");
    await browser.get("/office/sign-in");
    expect(issuer.requests.filter((path) => path.startsWith("/.well-known"))).toHaveLength(1);
  });

  test("that is away is a problem of ours, and found again later", async () => {
    const away = openIssuer("http://127.0.0.1:1");
    await expect(away.metadata()).rejects.toMatchObject({ status: 503 });
    await expect(away.metadata()).rejects.toMatchObject({ status: 503 });
  });
});
