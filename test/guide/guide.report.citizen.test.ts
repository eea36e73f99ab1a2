/** "This guide is wrong", from the citizen's side. */
import { getAllByRole, getByLabelText, getByRole } from "@testing-library/dom";
import { beforeEach, describe, expect, test } from "vitest";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { people } from "./desk.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
let browser: Browser;
let id: string;

beforeEach(async () => {
  apps = openApps(engine, memoryBucket());
  browser = apps.visitor();
  id = await apps.guide.publish();
});

const form = async () => (await browser.page(await browser.get(`/guides/${id}/report`))).body;
const send = (fields: Record<string, string>) => browser.post(`/guides/${id}/report`, fields);
const kept = async () =>
  (await apps.guide.reports.list(people.clerk, { state: "open", limit: 50, unit: "rsj" })).reports.filter(
    ({ guideId }) => guideId === id,
  );

describe("a report", () => {
  test("is asked for without a name, and says about which guide", async () => {
    const page = await form();
    expect(getByRole(page, "heading", { level: 1 }).textContent).toBe("这份指南有误");
    expect(page.textContent).toContain("New card");
    expect(getAllByRole(page, "radio")).toHaveLength(7);
    expect(getByLabelText(page, /联系方式.*选填/)).toBeTruthy();
  });

  test("becomes work for the unit, once however often it is tapped", async () => {
    const fields = { kind: "phone", text: "Nobody answers", contact: "13812345678" };
    const answers = await Promise.all([send(fields), send(fields), send(fields)]);
    for (const answer of answers)
      expect([answer.status, answer.headers.get("location")]).toEqual([303, `/guides/${id}/reported`]);
    expect(await kept()).toMatchObject([{ kind: "phone", text: "Nobody answers", version: 1, unit: "rsj" }]);
    const thanks = await browser.page(await browser.get(`/guides/${id}/reported`));
    expect(thanks.querySelector("h1")?.textContent).toBe("已经交给单位核对");
    // Gone back to, loaded again and sent again: the same report. What was changed meanwhile is another one.
    await form();
    expect((await send(fields)).status).toBe(303);
    expect(await kept()).toHaveLength(1);
    await send({ ...fields, text: "Nobody answers in the morning" });
    expect(await kept()).toHaveLength(2);
  });

  test("without what is needed comes back with its errors and all that was typed", async () => {
    const response = await send({ kind: "", text: "  ", contact: "me" });
    const page = (await browser.page(response)).body;
    expect(response.status).toBe(422);
    const links = getAllByRole(getByRole(page, "alert"), "link");
    expect(links.map((each) => [each.textContent, each.getAttribute("href")])).toEqual([
      ["请选择哪里不对", "#kind"],
      ["请写一下具体是怎么不对", "#text"],
    ]);
    expect((getByLabelText(page, /联系方式/) as HTMLInputElement).value).toBe("me");
    expect(await kept()).toEqual([]);
  });

  test.each([
    ["a text that is too long", { kind: "other", text: "x".repeat(501) }],
    ["a kind that is none", { kind: "__proto__", text: "a" }],
    ["a contact that is too long", { kind: "other", text: "a", contact: "1".repeat(101) }],
    ["nothing at all", {}],
  ])("%s: 422, and nothing kept", async (_case, fields) => {
    expect((await send(fields as Record<string, string>)).status).toBe(422);
    expect(await kept()).toEqual([]);
  });

  test("stands in no log and no address", async () => {
    const text = "Marker7f3aQ";
    const response = await send({ kind: "other", text, contact: text });
    expect(response.headers.get("location")).not.toContain(text);
    expect(JSON.stringify(apps.lines)).not.toContain(text);
  });

  test("on a guide that is none is no report", async () => {
    expect((await browser.post("/guides/1/report", { kind: "other", text: "a" })).status).toBe(404);
    expect((await browser.get("/guides/1/reported")).status).toBe(404);
  });

  test("an eleventh in an hour must wait", async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 11; n += 1) statuses.push((await send({ kind: "other", text: `${n}` })).status);
    expect(statuses.slice(0, 10).every((status) => status === 303 || status === 429)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });
});
