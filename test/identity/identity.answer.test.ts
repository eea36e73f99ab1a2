import { describe, expect, test } from "vitest";
import type { Browser } from "../support/browser.ts";
import { useDoors } from "./doors.ts";

const { issuer, clock, office } = useDoors();

describe("an answer that is not the issuer's to this browser", () => {
  const refused = async (browser: Browser, path: string) => {
    const answer = await browser.get(path);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("登录没有成功");
    expect(browser.cookie("__Host-session")).toBeUndefined();
  };
  const answerPath = async (browser: Browser) => {
    const answer = await browser.follow(await browser.get("/office/sign-in"), 1);
    const url = new URL(answer.headers.get("location") ?? "");
    return url.pathname + url.search;
  };

  test("altered state", async () => {
    const { browser } = office();
    await refused(browser, (await answerPath(browser)).replace(/state=./, "state=_"));
  });
  test("no state", async () => {
    const { browser } = office();
    await refused(browser, (await answerPath(browser)).replace(/&state=.*/, ""));
  });
  test("another browser's answer", async () => {
    const victim = office().browser;
    const path = await answerPath(office().browser);
    await refused(victim, path);
    await victim.get("/office/sign-in");
    await refused(victim, path);
  });
  test("the same answer twice", async () => {
    const { browser } = office();
    const path = await answerPath(browser);
    const transaction = browser.cookie("__Host-signin") ?? "";
    expect((await browser.get(path)).status).toBe(303);
    browser.forget("__Host-session");
    await refused(browser, path);
    browser.give("__Host-signin", transaction);
    await refused(browser, path);
  });
  test("after ten minutes", async () => {
    const { browser } = office();
    const path = await answerPath(browser);
    clock.pass(600);
    await refused(browser, path);
  });
  test("with an altered transaction", async () => {
    const { browser } = office();
    const path = await answerPath(browser);
    const [body = "", signature = ""] = (browser.cookie("__Host-signin") ?? "").split(".");
    const altered = Buffer.from(
      Buffer.from(body, "base64url").toString().replace("/office", "/evil!!"),
    ).toString("base64url");
    browser.give("__Host-signin", `${altered}.${signature}`);
    await refused(browser, path);
  });
  test("a forged signature", async () => {
    const { browser } = office();
    issuer.forged = true;
    await refused(browser, await answerPath(browser));
  });
  test.each([
    ["another nonce", { nonce: "other" }],
    ["no nonce", { nonce: undefined }],
    ["another audience", { aud: "somebody-else" }],
    ["another issuer", { iss: "https://evil.example" }],
    ["an expired token", { exp: 1_000_000 }],
  ])("%s", async (_case, bent) => {
    const { browser } = office();
    issuer.bend = (claims) => ({ ...claims, ...bent });
    await refused(browser, await answerPath(browser));
  });
});
