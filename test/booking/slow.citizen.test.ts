/** Who asks for seats too often on the pages: the same form again, nothing lost, and when to come back. */
import { beforeAll, expect, test } from "vitest";
import { limits } from "../../functions/booking/booking.limit.ts";
import type { Apps } from "../support/apps.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import type { Browser } from "../support/browser.ts";
import { useEngine } from "../support/engine.ts";
import { parse } from "../web/tree.ts";
import { challengesOn, limitsOn, solved } from "./challenges.ts";
import { countedHall } from "./counted.ts";
import { identityOf, requestOf } from "./desk.ts";
import { hallOf } from "./halls.ts";

const engine = useEngine();
const DAY = "2026-03-04";
const ERRAND = "/bookings/visit/slow/main/social";
const PATH = `${ERRAND}/${DAY}/0930`;
const FLOW = "flow=abcdefghij";
const person = {
  ...{ name: "李四", identityKind: "resident_id", identityNumber: identityOf(700) },
  ...{ phone: "13800004321", agentName: "", agentPhone: "" },
};
const ASKED = "13800004322";
let apps: Apps;

beforeAll(async () => {
  apps = openApps(engine, memoryBucket());
  const hours = { weekly: [{ weekdays: [3], hours: [{ from: "09:00", to: "10:00" }] }] };
  const counters = [{ id: "a1", sign: "A01", lane: 1, services: ["social", "tax", "id-card"] }];
  const hall = hallOf({ hall: { id: "slow" }, place: { hours, counters } });
  const desk = await countedHall(engine.table, apps.clock, { hall, days: [DAY] });
  for (const time of ["09:00", "09:30"]) await desk.bookings.book(requestOf(hall, { day: DAY, time }));
  await desk.recount();
  // Elsewhere these telephones have tried as often as they may, with and without an answer.
  const { take } = limitsOn(engine.table, apps.clock.now);
  for (let n = 0; n < limits.phone.free; n += 1) await take({ phone: ASKED, address: `192.0.2.${n}` });
  for (let n = 0; n < limits.phone.most; n += 1)
    await take({ phone: person.phone, address: `192.0.2.${n}` }).catch(() => undefined);
}, 120_000);

/** The first answer that is about the limit, after those that each process still counts for itself. */
async function untilSlow(send: () => Promise<Response>): Promise<Response> {
  for (let n = 0; n <= limits.phone.unshared; n += 1) {
    const answer = await send();
    if (answer.status === 429) return answer;
  }
  throw new Error("nothing was said of the limit");
}

async function saysWhatToDo(answer: Response) {
  // The apps' clock stands at ten, where a window of an hour begins.
  expect(Number(answer.headers.get("retry-after"))).toBe(3600);
  const page = parse(await answer.text());
  expect(page.title).toMatch(/^有误/);
  expect(page.querySelector(".govuk-error-summary")?.textContent).toContain("请稍等");
  expect(page.querySelector('.govuk-error-summary a[href="#send"]')?.textContent).toContain("60 分钟");
  const button = page.querySelector("#send");
  expect(button?.closest("form")?.querySelector("#send-error")?.textContent).toContain("60 分钟");
  return page;
}

test("the page before booking comes back with its answers, and the person need not be typed again", async () => {
  const browser: Browser = apps.visitor();
  await browser.post(`${PATH}?${FLOW}`, person);
  const answer = await untilSlow(() => browser.post(`${PATH}/check?${FLOW}`, { turn: "1" }));
  const page = await saysWhatToDo(answer);
  expect(page.querySelector("main")?.textContent).toContain(person.identityNumber);
  expect(page.querySelector<HTMLInputElement>("input[name=turn]")?.value).toBe("1");
  expect((await browser.get(`${PATH}/check?${FLOW}`)).status).toBe(200);
});

test("the form of the waiting list comes back as it was filled in", async () => {
  const browser = apps.visitor();
  const sent = { ...person, window: "morning" };
  const answer = await untilSlow(() => browser.post(`${ERRAND}/${DAY}/wait`, sent));
  const page = await saysWhatToDo(answer);
  expect(page.querySelector<HTMLInputElement>("#identityNumber")?.value).toBe(person.identityNumber);
  expect(page.querySelector("#window option[selected]")?.getAttribute("value")).toBe("morning");
});

/** The page that asks, once this process has counted as many as it counts for itself. */
async function asked(browser: Browser): Promise<{ field: string; turn: string; text: string }> {
  const answer = await untilSlow(() => browser.post(`${PATH}/check?${FLOW}`, { turn: "1" }));
  expect(answer.headers.get("retry-after")).toBe("60");
  const page = parse(await answer.text());
  const field = page.querySelector<HTMLInputElement>("input[name=answer][data-said=send-error]");
  expect(page.querySelector('script[type=module][src$="/proof.js"]')).not.toBeNull();
  expect(page.querySelector("#send-error[role=status]")?.textContent).toContain("1 分钟");
  const turn = page.querySelector<HTMLInputElement>("input[name=turn]")?.value ?? "";
  return { field: field?.value ?? "", turn, text: page.querySelector("main")?.textContent ?? "" };
}

test("who tries often is asked for a moment's work, and goes on with it or after a minute without scripts", async () => {
  const browser = apps.visitor();
  const who = { ...person, phone: ASKED, identityNumber: identityOf(701) };
  await browser.post(`${PATH}?${FLOW}`, who);
  const { field, turn, text } = await asked(browser);
  expect(text).toContain(who.identityNumber);
  const { challenge } = JSON.parse(Buffer.from(field, "base64").toString());
  const send = (answer: string) => browser.post(`${PATH}/check?${FLOW}`, { turn, answer });
  // The time is full, which is what whoever gets through is told.
  expect((await send(await solved(challenge))).status).toBe(409);
  expect((await send(await solved(challenge))).status).toBe(429);
  const again = await asked(browser);
  expect((await send(again.field)).status).toBe(429);
  apps.clock.pass(60);
  expect((await send(again.field)).status).toBe(409);
  expect((await send(again.field)).status).toBe(429);
  expect(await challengesOn(engine.table, apps.clock.now).accepts(field, "nobody")).toBe(false);
});
