import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Permission } from "../../functions/identity/access.ts";
import { may } from "../../functions/identity/access.ts";
import { roles } from "../../functions/identity/identity.ts";
import { people, staff } from "../disclosure/support.ts";
import { memoryBucket, openApps } from "../support/apps.ts";
import { useEngine } from "../support/engine.ts";
import { draft, inReview, publish, text } from "./rig.ts";

const engine = useEngine();
let apps: ReturnType<typeof openApps>;
beforeEach(() => {
  apps = openApps(engine, memoryBucket());
});
const DESK = "/office/gazette";

describe("a column", () => {
  test("is searched by title and number, and stands in the feed, escaped", async () => {
    const { id } = await publish(apps.gazette.gazette, { change: { title: "农村危房改造补助 <b>&" } });
    const browser = apps.visitor();
    for (const q of ["危房改造", "示府规〔2025〕3号"]) {
      const found = await browser.page(await browser.get(`/policies?q=${encodeURIComponent(q)}`));
      expect([q, found.querySelector(`a[href="/policies/${id}"]`)?.textContent]).toEqual([
        q,
        "农村危房改造补助 <b>&",
      ]);
    }
    const elsewhere = await browser.page(await browser.get(`/news?q=${encodeURIComponent("危房改造")}`));
    expect(elsewhere.querySelectorAll(".hits__item")).toHaveLength(0);
    const { JSDOM } = await import("jsdom");
    const feed = await browser.get("/policies/feed.atom");
    const document = new JSDOM(await feed.text(), { contentType: "application/xml" }).window.document;
    const entry = [...document.querySelectorAll("entry")].find(
      (each) => each.querySelector("link")?.getAttribute("href") === `https://banshi.example/policies/${id}`,
    );
    expect(entry?.querySelector("title")?.textContent).toBe("农村危房改造补助 <b>&");
  });

  test("the number of a document finds that document alone, however it is written; the hint names one that is there", async () => {
    const numbered = (n: number) => ({ title: `示范县第${n}号办法`, documentNumber: `示交发〔2026〕${n}号` });
    const { id } = await publish(apps.gazette.gazette, { change: numbered(3) });
    await publish(apps.gazette.gazette, { change: numbered(13) });
    await publish(apps.gazette.gazette, { change: numbered(31) });
    const browser = apps.visitor();
    const hitsOf = async (q: string) => {
      const page = await browser.page(await browser.get(`/policies?q=${encodeURIComponent(q)}`));
      return [...page.querySelectorAll(".hits__item a")].map((each) => each.getAttribute("href"));
    };
    for (const q of [
      "示交发〔2026〕3号",
      "示交发【2026】3号",
      "示交发[2026]3 号",
      "示交发(2026)3号",
      "示交发２０２６ ３号",
    ])
      expect([q, await hitsOf(q)]).toEqual([q, [`/policies/${id}`]]);
    expect((await hitsOf("示交发〔2026〕7号")).length).toBeGreaterThan(1);
    const column = await browser.page(await browser.get("/policies"));
    const hint = column.querySelector("search .govuk-hint")?.textContent ?? "";
    const number = /、(\S+号)/.exec(hint)?.[1] ?? "";
    expect((await hitsOf(number)).length).toBeGreaterThan(0);
  });

  test("says of a policy that it no longer holds, and leads to the one that does", async () => {
    const next = await publish(apps.gazette.gazette, { change: { title: "新办法" } });
    const { id } = await publish(apps.gazette.gazette, {
      change: { validity: "repealed", validityNote: "被新办法代替", successor: next.id },
    });
    const browser = apps.visitor();
    const page = await browser.page(await browser.get(`/policies/${id}`));
    expect(page.querySelector(".govuk-warning-text")?.textContent).toContain("已经废止");
    expect(page.querySelector(`main a[href="/policies/${next.id}"]`)?.textContent).toBe("新办法");
    expect(page.querySelectorAll("main h2")[0]?.textContent).toBe("一、对象");
    const column = await browser.page(await browser.get("/policies"));
    const row = column.querySelector(`a[href="/policies/${id}"]`)?.closest("li");
    expect(row?.textContent).toContain("已废止");
  });

  test("an address in a text leads there, without the Chinese behind it; nothing else becomes a link", async () => {
    const body =
      "预约：https://banshi.example/bookings?hall=a。或者看http://example.com/。javascript:alert(1) https:// 不是地址";
    const { id } = await publish(apps.gazette.gazette, { change: { body } });
    const browser = apps.visitor();
    const page = await browser.page(await browser.get(`/policies/${id}`));
    const links = [...page.querySelectorAll(".gazette-text a")].map((each) => each.getAttribute("href"));
    expect(links).toEqual(["https://banshi.example/bookings?hall=a", "http://example.com/"]);
    expect(page.querySelector(".gazette-text")?.textContent).toBe(body);
  });

  test("is kept by browsers with a mark, and what is unchanged is not sent again", async () => {
    const { id } = await publish(apps.gazette.gazette);
    const browser = apps.visitor();
    const first = await browser.get(`/policies/${id}`);
    expect(first.headers.get("cache-control")).toBe("private, max-age=60");
    const again = await browser.ask(`/policies/${id}`, {
      headers: { "if-none-match": first.headers.get("etag") ?? "" },
    });
    expect(again.status).toBe(304);
  });

  test("has no item of another column, and no page of an id that is none", async () => {
    const { id } = await publish(apps.gazette.gazette);
    for (const path of [`/news/${id}`, "/policies/..%2Fx", "/policies/x?cursor=y"])
      expect([path, (await apps.visitor().get(path)).status]).toEqual([path, 404]);
    expect((await apps.visitor().get("/policies?cursor=%00%ff")).status).toBe(200);
  });
});

describe("the front page", () => {
  test("leads to the columns and shows the newest announcements, three at most", async () => {
    const ids: string[] = [];
    for (let n = 0; n < 4; n += 1) {
      apps.clock.pass(60);
      ids.push(
        (await publish(apps.gazette.gazette, { kind: "announcement", change: { title: `公告${n}` } })).id,
      );
    }
    const browser = apps.visitor();
    const home = await browser.page(await browser.get("/"));
    const links = [...home.querySelectorAll("main a")].map((link) => link.getAttribute("href"));
    for (const path of ["/policies", "/announcements", "/news", "/guides", "/progress"])
      expect(links).toContain(path);
    const shown = links.filter((href) => href?.startsWith("/announcements/"));
    expect(shown).toEqual(
      ids
        .slice(1)
        .reverse()
        .map((id) => `/announcements/${id}`),
    );
    engine.forget();
    await browser.get("/");
    expect(engine.consumed).toEqual([]);
  });

  test("is there without them when they cannot be read", async () => {
    const { gazette } = apps.gazette;
    const { newest } = gazette;
    Object.assign(gazette, { newest: () => Promise.reject(new Error("down")) });
    const response = await apps.visitor().get("/");
    Object.assign(gazette, { newest });
    expect(response.status).toBe(200);
    expect(apps.lines.map(({ message }) => message)).toContain("newest announcements not readable");
  });
});

describe("at the desk", () => {
  const fields = (change: Record<string, string> = {}) => ({
    ...{ title: text.title, organ: text.organ, writtenOn: "2025-06-01", body: text.body, version: "0" },
    ...change,
  });

  test("a form that is wrong comes back with what was typed; a second tap makes no second item", async () => {
    const clerk = await apps.seat(people.clerk);
    const form = await clerk.page(await clerk.get(`${DESK}/new?kind=policy`));
    const id = form.querySelector<HTMLInputElement>("input[name=id]")?.value ?? "";
    const wrong = await clerk.post(
      `${DESK}/new?kind=policy`,
      fields({ id, writtenOn: "", title: "我的标题" }),
    );
    expect(wrong.status).toBe(422);
    const page = await clerk.page(wrong);
    expect(page.querySelector<HTMLInputElement>("#title")?.value).toBe("我的标题");
    expect(page.querySelector('.govuk-error-summary a[href="#writtenOn"]')?.textContent).toBe(
      "政策文件请填写成文日期",
    );
    const sent = fields({ id });
    const [first, second] = [
      await clerk.post(`${DESK}/new?kind=policy`, sent),
      await clerk.post(`${DESK}/new?kind=policy`, sent),
    ];
    expect(second.headers.get("location")).toBe(first.headers.get("location"));
    expect(first.headers.get("location")).toBe(`${DESK}/items/${id}?done=edit`);
  });

  test("the author is refused with 403 and the reason, another publishes", async () => {
    const both = await apps.seat(people.both);
    const { id, version } = await inReview(apps.gazette.gazette, { author: people.both });
    const act = `${DESK}/items/${id}/acts/approve`;
    const refused = await both.post(act, { version: String(version) });
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain("这是您自己写的");
    const reviewer = await apps.seat(people.reviewer);
    const done = await reviewer.post(act, { version: String(version) });
    expect(done.headers.get("location")).toBe(`${DESK}/items/${id}?done=approve`);
    expect((await apps.visitor().get(`/policies/${id}`)).status).toBe(200);
  });

  test("whoever was slower is shown what is there now, and keeps what was typed", async () => {
    const clerk = await apps.seat(people.clerk);
    const { id, version } = await draft(apps.gazette.gazette);
    await clerk.post(`${DESK}/items/${id}/edit`, fields({ version: String(version), title: "第一个" }));
    const late = await clerk.post(
      `${DESK}/items/${id}/edit`,
      fields({ version: String(version), title: "第二个" }),
    );
    expect(late.status).toBe(409);
    expect((await clerk.page(late)).querySelector<HTMLInputElement>("#title")?.value).toBe("第二个");
  });
});

describe("every route for every role", () => {
  let id = "";
  let version = 0;
  beforeAll(async () => {
    ({ id, version } = await inReview(openApps(engine, memoryBucket()).gazette.gazette));
  }, 120_000);
  const routes: readonly [string, string, () => string, Permission, own?: boolean][] = [
    ["GET", "desk", () => DESK, "gazette.read", true],
    ["GET", "new", () => `${DESK}/new`, "gazette.write", true],
    ["POST", "new", () => `${DESK}/new?kind=news`, "gazette.write", true],
    ["GET", "item", () => `${DESK}/items/${id}`, "gazette.read"],
    ["GET", "edit", () => `${DESK}/items/${id}/edit`, "gazette.read"],
    ["POST", "edit", () => `${DESK}/items/${id}/edit`, "gazette.write"],
    ...(["hand_in", "discard", "revise", "check"] as const).map(
      (deed) =>
        ["POST", deed, () => `${DESK}/items/${id}/acts/${deed}`, "gazette.write"] as [
          string,
          string,
          () => string,
          Permission,
        ],
    ),
    ["GET", "add a file", () => `${DESK}/items/${id}/files`, "gazette.write"],
    ["POST", "remove a file", () => `${DESK}/items/${id}/files/none/remove`, "gazette.write"],
    ["POST", "clean a file", () => `${DESK}/items/${id}/files/none/clean`, "gazette.write"],
    ["POST", "approve", () => `${DESK}/items/${id}/acts/approve`, "gazette.approve"],
    ["POST", "return", () => `${DESK}/items/${id}/acts/return`, "gazette.approve"],
    ["POST", "withdraw", () => `${DESK}/items/${id}/acts/withdraw`, "gazette.approve"],
  ];

  test.each(routes)(
    "%s %s",
    async (method, _name, path, permission, own) => {
      for (const unit of ["zfb", "zrzy"])
        for (const role of roles) {
          const person = staff(role, unit, `${role}-${unit}-seen`);
          const browser = await apps.seat(person);
          // A version that nobody saw: whoever may act is told that it changed, and nothing is done.
          const answer =
            method === "GET"
              ? await browser.get(path())
              : await browser.post(path(), { version: "0", reason: "x" });
          const allowed = may(person, permission, { unit: own ? unit : "zfb" });
          expect([person.id, allowed ? [200, 303, 409, 422].includes(answer.status) : answer.status]).toEqual(
            [person.id, allowed ? true : 403],
          );
        }
      const nobody = apps.stranger();
      const answer = method === "GET" ? await nobody.get(path()) : await nobody.post(path(), {});
      expect(answer.status).toBe(method === "GET" ? 303 : 401);
    },
    120_000,
  );

  test("nothing was done by asking", async () => {
    expect((await apps.gazette.gazette.headOf(id)).version).toBe(version);
  });
});
