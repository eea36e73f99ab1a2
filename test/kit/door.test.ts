import { Hono } from "hono";
import { beforeEach, describe, expect, test } from "vitest";
import { roomsOf, routesOf, setUpDoors } from "../../functions/kit/door.ts";
import type { Log } from "../../functions/kit/log.ts";
import { Problem } from "../../functions/kit/problem.ts";
import { setUpBodyLimit, setUpRequestLog } from "../../functions/kit/security.ts";

interface HouseEnv {
  Variables: { who: string; route: string };
}

let loads: number;
let failing: boolean;
let routes: unknown[];

function house(): Hono<HouseEnv> {
  const app = new Hono<HouseEnv>();
  const info: Log["info"] = (_message, facts) => void routes.push(facts?.route);
  app.use(setUpRequestLog({ info, error: () => {} } as unknown as Log));
  app.use(async (context, next) => {
    context.set("who", "visitor");
    await next();
    context.header("x-outer", "yes");
  });
  app.use(setUpBodyLimit(100));
  app.onError((error, context) => context.text(`${context.get("who")}: ${(error as Problem).code}`, 409));
  app.notFound((context) => context.text("nowhere", 404));
  app.get("/", (context) => context.text("home"));
  setUpDoors(app, [
    {
      prefix: "/guides",
      load: async () => {
        loads += 1;
        if (failing) throw new Error("the disk is slow");
        const room = new Hono<HouseEnv>();
        room.get("/guides", (context) => context.text(`guides for ${context.get("who")}`));
        room.get("/guides/:id", (context) => context.text(context.req.param("id")));
        room.post("/guides/:id", async (context) => context.text(await context.req.text(), 201));
        room.get("/guides/:id/broken", () => {
          throw new Problem(409, "conflict");
        });
        return room;
      },
    },
  ]);
  return app;
}

let app: Hono<HouseEnv>;
beforeEach(() => {
  loads = 0;
  failing = false;
  routes = [];
  app = house();
});

describe("a door", () => {
  test("is not opened by what does not go through it", async () => {
    expect(await (await app.request("/")).text()).toBe("home");
    expect((await app.request("/guidesx")).status).toBe(404);
    expect(loads).toBe(0);
  });

  test("loads what is behind it once, and lets the outer app's variables and headers through", async () => {
    const first = await app.request("/guides");
    expect([await first.text(), first.headers.get("x-outer")]).toEqual(["guides for visitor", "yes"]);
    expect(await (await app.request("/guides/a%20b")).text()).toBe("a b");
    expect(loads).toBe(1);
    expect(routes).toEqual(["/guides", "/guides/:id"]);
  });

  test("hands on bodies, and the limit on them", async () => {
    const sent = await app.request("/guides/1", { method: "POST", body: "words" });
    expect([sent.status, await sent.text()]).toEqual([201, "words"]);
    const long = await app.request("/guides/1", { method: "POST", body: "x".repeat(101) });
    expect([long.status, await long.text()]).toEqual([409, "visitor: too_large"]);
  });

  test("answers HEAD without a body", async () => {
    const head = await app.request("/guides/1", { method: "HEAD" });
    expect([head.status, await head.text()]).toEqual([200, ""]);
  });

  test("leaves errors and what is not there to the outer app", async () => {
    const broken = await app.request("/guides/1/broken");
    expect([broken.status, await broken.text()]).toEqual([409, "visitor: conflict"]);
    const missing = await app.request("/guides/1/2/3");
    expect([missing.status, await missing.text()]).toEqual([404, "nowhere"]);
    expect(missing.headers.get("x-outer")).toBe("yes");
  });

  test("that could not be opened is tried again", async () => {
    failing = true;
    expect((await app.request("/guides")).status).toBe(409);
    failing = false;
    expect((await app.request("/guides")).status).toBe(200);
    expect(loads).toBe(2);
  });

  test("counts for nothing among the routes, what is behind it does", async () => {
    const known = (await routesOf(app)).filter(({ method }) => method !== "ALL");
    expect(known.map(({ method, path }) => `${method} ${path}`)).toEqual([
      "GET /",
      "GET /guides",
      "GET /guides/:id",
      "POST /guides/:id",
      "GET /guides/:id/broken",
    ]);
  });

  test("leads to its room only", async () => {
    expect(await roomsOf(app, "/")).toHaveLength(1);
    expect(await roomsOf(app, "/guides")).toHaveLength(2);
    expect(await roomsOf(app)).toHaveLength(2);
  });
});
