/** The whole local stack with a data folder of its own that starts empty, for the browser journeys. */
import { mkdirSync, rmSync } from "node:fs";
import { journeyFolder } from "./journey-folder.ts";

const data = `${journeyFolder}/data`;
// The second is where the journeys note what axe has looked at in this run.
for (const each of [data, `${journeyFolder}/axe`]) {
  rmSync(each, { recursive: true, force: true });
  mkdirSync(each, { recursive: true });
}
process.env.DATA_DIR = data;
// Halls with free places; the demo people at work would take the time of a small machine, and change what a journey sees.
process.env.DEMO = "halls";
// A reminder that is due is sent while a journey looks, and not up to a quarter of an hour later.
process.env.CLOCK_SECONDS = "10";
await import("../../stacks/local/start.ts");
