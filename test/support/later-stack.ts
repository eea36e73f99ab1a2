/**
 * A second stack for the journeys, whose clock goes on when it is told to: what happens by the clock (a silence, a lapse)
 * is seen without waiting for weeks. Functions, schedule and issuer run in this process, so all of them see the same day.
 */
import { mkdirSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { laterFolder, laterPort } from "./journey-folder.ts";

let aheadMilliseconds = 0;
const now = Date.now;
globalThis.Date = new Proxy(Date, {
  construct: (target, given, as) =>
    Reflect.construct(target, given.length === 0 ? [now() + aheadMilliseconds] : given, as),
  get: (target, name) =>
    name === "now" ? () => now() + aheadMilliseconds : Reflect.get(target, name, target),
});

/** `POST /days/50`: the clock is fifty days further on. */
const control = createServer(({ method, url = "" }, answer) => {
  const days = Number(/^\/days\/(\d{1,3})$/.exec(url)?.[1]);
  const isGood = method === "POST" && days > 0;
  if (isGood) aheadMilliseconds += days * 24 * 3_600_000;
  answer.writeHead(isGood ? 204 : 404).end();
});
control.listen(laterPort + 2, "127.0.0.1");

rmSync(laterFolder, { recursive: true, force: true });
mkdirSync(laterFolder, { recursive: true });
process.env.DATA_DIR = laterFolder;
process.env.DEMO = "none";
process.env.CLOCK_SECONDS = "1";
await import("../../stacks/local/start.ts");
