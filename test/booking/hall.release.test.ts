/** How places are given out changes with people in line: the preview says it, and a draft is thrown away knowingly. */
import { beforeAll, describe, expect, test } from "vitest";
import { saveHallWrite } from "../../functions/booking/booking.hall.store.ts";
import { openReleases } from "../../functions/booking/booking.release.service.ts";
import { errandOf } from "../../functions/booking/booking.visit.ts";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk, Seen } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall, MONDAY, requestOf } from "./desk.ts";

const engine = useEngine();
/** An hour before the seats of Monday the 23rd open. */
const BEFORE = "2026-11-15T23:00:00.000Z";
let desk: Desk;
let handler: Clerk;
beforeAll(async () => {
  desk = openDesk(engine);
  desk.clock.set(BEFORE);
  handler = await desk.seat(staff("handler"));
});

const at = (id: string, rest = "") => `/office/halls/${id}${rest}`;
const said = ({ document }: Seen) => document.querySelector("main")?.textContent ?? "";
const service = (id: string, release: "arrival" | "shuffled" | "lottery", number: number) => ({
  ...{ id, number, name: { zh: `事项${number}`, en: id }, minutes: 30, group: `r-${id}`, release },
});

/** A hall with one service of each kind, two people with tickets, one in the draw. */
async function crowded() {
  const one = deskOn(engine.table, desk.clock);
  const hall = freshHall({
    hall: {
      services: [service("q", "shuffled", 1), service("l", "lottery", 2), service("a", "arrival", 3)],
    },
    place: { counters: [{ id: "a1", sign: "A01", lane: 1, services: ["q", "l", "a"] }] },
  });
  await engine.table.commit([saveHallWrite(hall, 0)]);
  await one.schedules.publish(hall.id, { from: MONDAY, to: MONDAY });
  const errand = errandOf(hall, { place: "main", services: ["q"], party: 1 });
  if (!errand.ok) throw new Error("the hall has the service");
  const releases = openReleases(one.parts);
  for (const identityNumber of [`${hall.id} A`, `${hall.id} B`])
    await releases.giveTicket(errand.value, MONDAY, {
      party: { identityNumber, phone: "13800001234" },
      lang: "zh",
    });
  const { wanted, party } = requestOf(hall, { services: ["l"] });
  const { time: _time, ...rest } = wanted;
  await one.waiting.join({ wanted: rest, party, lang: "zh" });
  return hall;
}
const change = async (hall: string, what: string, typed: Readonly<Record<string, string>>) =>
  handler.press(await handler.open(at(hall, what)), "保存到草稿", typed);

describe("the preview", () => {
  test("names a change of release, who is in line already, and what becomes of them", async () => {
    const hall = await crowded();
    const before = said(await handler.open(at(hall.id, `/preview?to=${MONDAY}`)));
    expect(before).not.toContain("放号方式的变化");
    await change(hall.id, "/services/q", { release: "arrival" });
    await change(hall.id, "/services/a", { release: "lottery" });
    const preview = said(await handler.open(at(hall.id, `/preview?to=${MONDAY}`)));
    expect(preview).toContain("事项1：从“排队签”改为“先到先得”。");
    expect(preview).toContain("事项3：从“先到先得”改为“摇号”。");
    expect(preview).toMatch(/2026年11月23日（周一）的号，2026年11月16日（周一）08:00放/);
    expect(preview).toContain("已经有 2 人领了排队签。 这些签没有用了");
    expect(preview).toContain("已经有 1 人登记摇号。 到点照样为他们摇号");
  });

  test("names who is in line when their hour moves or their day is closed, and nobody otherwise", async () => {
    const moved = await crowded();
    await change(moved.id, "/places/main/opening", { releaseAt: "09:30" });
    expect(said(await handler.open(at(moved.id, `/preview?to=${MONDAY}`)))).toMatch(
      /2 人领了排队签。 放号改时间：签照样有效.*1 人登记摇号。 放号改时间/s,
    );
    const closed = await crowded();
    const days = await handler.open(at(closed.id, "/places/main/days"));
    await handler.press(days, "写明停办或者加开", { kind: "closed", fromDay: MONDAY });
    expect(said(await handler.open(at(closed.id, `/preview?to=${MONDAY}`)))).toMatch(
      /2 人领了排队签。 这一天停办.*1 人登记摇号。 这一天停办/s,
    );
    const other = await crowded();
    await change(other.id, "/services/q", { nameZh: "换个名字" });
    expect(said(await handler.open(at(other.id, `/preview?to=${MONDAY}`)))).not.toContain("放号方式的变化");
  });
});

describe("a draft", () => {
  test("is discarded with a second press and a word that it is gone; citizens keep what they have", async () => {
    const hall = await crowded();
    await change(hall.id, "/services/q", { nameZh: "换个名字" });
    const page = await handler.open(at(hall.id));
    const details = page.document.querySelector("details#discard");
    expect(details?.querySelector("summary")?.textContent).toContain("放弃这些修改");
    expect(details?.textContent).toContain("不能恢复");
    const done = await handler.press(page, "确认放弃");
    expect(done.address).toBe(at(hall.id, "?done=discarded"));
    expect(said(done)).toContain("草稿已放弃，市民看到的没有变化。");
    expect(said(done)).toContain("事项1");
    expect(said(done)).not.toContain("换个名字");
  });

  test("that was never published is gone with its hall, and the list says so", async () => {
    await handler.press(await handler.open("/office/halls/new"), "新建", {
      ...{ id: "fangqi", nameZh: "要放弃的大厅", serviceZh: "办事", placeZh: "一楼", addressZh: "路 1 号" },
      phone: "0999-5550199",
    });
    const page = await handler.open(at("fangqi"));
    expect(said(page)).toContain("大厅也就没有了");
    const done = await handler.press(page, "确认放弃");
    expect(done.address).toBe("/office/halls?done=discarded");
    expect(said(done)).toContain("没有发布过的大厅也一起删除了");
    expect(said(done)).not.toContain("要放弃的大厅");
  });
});
