import { describe, expect, test } from "vitest";
import { CLIENT } from "../support/crooked-issuer.ts";
import { clerk, ORIGIN, useDoors } from "./doors.ts";

const { issuer, office } = useDoors();

describe("signing in", () => {
  test("leads from a page to the issuer and back to the page", async () => {
    const { browser, audit } = office();
    const first = await browser.get("/office/room?step=handle");
    expect(first.status).toBe(303);
    expect(first.headers.get("location")).toBe("/office/sign-in?return=%2Foffice%2Froom%3Fstep%3Dhandle");
    const last = await browser.follow(first);
    expect(await last.json()).toEqual({
      kind: "staff",
      id: "u1",
      name: "王芳",
      unit: "moh",
      roles: ["clerk"],
    });
    expect(browser.address).toBe("/office/room?step=handle");
    const [entry] = await audit.list("office:moh", 1);
    expect(entry).toMatchObject({ action: "session.start", by: { id: "u1" }, result: "done" });
  });

  test("sets cookies that no script and no other site can read", async () => {
    const { browser } = office();
    const start = await browser.get("/office/sign-in");
    const answer = await browser.follow(start, 2);
    for (const response of [start, answer]) {
      for (const line of response.headers.getSetCookie()) {
        expect(line).toMatch(/^__Host-(session|signin)=/);
        expect(line).toMatch(
          /; Path=\/; HttpOnly; Secure; SameSite=Lax$|; Path=\/; Secure; HttpOnly; SameSite=Lax$/i,
        );
      }
    }
  });

  test("asks for a code with PKCE and shows none of its secrets", async () => {
    const { browser } = office();
    const location = new URL((await browser.get("/office/sign-in")).headers.get("location") ?? "");
    expect(Object.fromEntries(location.searchParams)).toMatchObject({
      response_type: "code",
      code_challenge_method: "S256",
      client_id: CLIENT.id,
      redirect_uri: `${ORIGIN}/office/signed-in`,
    });
    expect(location.searchParams.get("code_challenge")).toHaveLength(43);
    expect(location.searchParams.has("code_verifier")).toBe(false);
  });

  test("gives a new session id each time, and ends none by itself", async () => {
    const { browser } = office();
    await browser.follow(await browser.get("/office/sign-in"));
    const first = browser.cookie("__Host-session");
    await browser.follow(await browser.get("/office/sign-in"));
    expect(browser.cookie("__Host-session")).not.toBe(first);
  });

  test.each([
    ["without a role", { ...clerk, roles: ["root"] }, "您没有本系统的角色"],
    ["without a unit", { ...clerk, unit: undefined }, "您的账号没有所属单位"],
  ])("somebody %s gets no session but an explanation", async (_case, person, title) => {
    const { browser } = office();
    issuer.person = person;
    const answer = await browser.follow(await browser.get("/office/sign-in"));
    expect(answer.status).toBe(403);
    expect(await answer.text()).toContain(title);
    expect(browser.cookie("__Host-session")).toBeUndefined();
  });

  test("that the person cancelled says so", async () => {
    const { browser } = office();
    issuer.error = "access_denied";
    const answer = await browser.follow(await browser.get("/office/sign-in"));
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain("您取消了登录");
  });
});
