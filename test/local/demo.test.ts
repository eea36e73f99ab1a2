import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { dayOf } from "../../functions/calendar/calendar.day.ts";
import { gazetteKinds } from "../../functions/gazette/gazette.ts";
import { demoSteps, seedDemo } from "../../stacks/local/demo.ts";
import { daysBefore } from "../../stacks/local/demo-gazette/demo-item.ts";
import { demoGazette } from "../../stacks/local/demo-gazette.ts";
import { demoRequests, requestToFollow } from "../../stacks/local/demo-requests.ts";
import type { Receipt } from "../../stacks/local/demo-turns.ts";
import { localClient } from "../../stacks/local/dynamodb.ts";
import { freePort } from "../../stacks/local/port.ts";
import { guidesAreFound } from "./support/guides.ts";
import { endAll, nobodyOn, type Run, ready, start } from "./support/start.ts";

const folder = mkdtempSync(join(tmpdir(), "yichuang-demo-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Kept {
  readonly steps: readonly string[];
  readonly requests: Readonly<{ [key: string]: Receipt }>;
}
const recordIn = (data: string): Kept =>
  existsSync(join(data, "demo.json"))
    ? (JSON.parse(readFileSync(join(data, "demo.json"), "utf8")) as Kept)
    : { steps: [], requests: {} };

/** The product itself, not the small entries of the other tests. */
const begin = async (port: number, data: string, environment: { readonly DEMO?: string } = {}) => {
  const command = [process.execPath, resolve("stacks/local/start.ts")] as const;
  return ready(start({ port, data, command, environment: { DEMO: "", ...environment } }));
};

/** Three minutes: all of the demo takes half of that on a machine that is busy with other tests. */
async function until(condition: () => boolean): Promise<void> {
  for (let i = 0; i < 9_000 && !condition(); i += 1) await wait(20);
  expect(condition()).toBe(true);
}

/** What a program of the auditors sees through the API. */
async function auditor(run: Run) {
  const [, issuer = ""] = /Sign-in is a demo \((\S+)\)/.exec(run.output()) ?? [];
  const [, secret = ""] = /script-auditor : (\S+)/.exec(run.output()) ?? [];
  const asked = await fetch(`${issuer}/token`, {
    method: "POST",
    headers: { authorization: `Basic ${Buffer.from(`script-auditor:${secret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
  });
  const { access_token: token } = (await asked.json()) as { access_token: string };
  const read = async <Body>(path: string): Promise<Body> => {
    const answer = await fetch(`${run.origin}/api/v1/office/cases${path}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    expect(answer.status).toBe(200);
    return (await answer.json()) as Body;
  };
  const queue = async (unit: string, filter = "") => {
    type Page = { items: { reference: string; title: string; state: string }[] };
    return (await read<Page>(`?unit=${unit}&limit=100${filter}`)).items;
  };
  return { read, queue };
}

/** The states of all that stands in a queue, counted. */
async function statesOf(run: Run): Promise<{ [unit: string]: { [state: string]: number } }> {
  const { queue } = await auditor(run);
  const of = async (unit: string) => {
    const cards = [...(await queue(unit)), ...(await queue(unit, "&step=archive"))];
    return Object.fromEntries(
      Object.entries(Object.groupBy(cards, ({ state }) => state)).map(([state, all = []]) => [
        state,
        all.length,
      ]),
    );
  };
  return { zfb: await of("zfb"), zrzy: await of("zrzy") };
}

/** Requests, and one correction of records among what is submitted at the county office. */
const wanted = {
  zfb: { submitted: 3, accepted: 1, handling: 2, proposed: 1, approved: 1, answered: 2 },
  zrzy: { submitted: 1, handling: 1, proposed: 1, answered: 1 },
};

/** What each step says that it gives, in their order. */
const everything = demoSteps.flatMap(({ gives }) => gives ?? []).join(", ");

test("a first start comes alive however often it is stopped, and later ones add nothing", {
  timeout: 400_000,
}, async () => {
  const [data, port] = [join(folder, "stopped"), await freePort()];
  const first = await begin(port, data);
  await until(() => Object.keys(recordIn(data).requests).length >= 3);
  expect(await first.end("SIGTERM")).toBe(0);
  expect(first.output()).not.toContain("demo data");
  expect(first.errors()).toBe("");

  const second = await begin(port, data);
  await until(() => recordIn(data).steps.includes("disclosure-requests"));
  await wait(200);
  await second.end("SIGKILL");
  expect(recordIn(data).steps).not.toContain("disclosure-work");
  await nobodyOn(data);

  const third = await begin(port, data);
  await until(() => third.output().includes("  try: "));
  expect(third.errors()).toBe("");
  expect(third.output().split("\n")).toContain(`demo data: ${everything}`);
  expect(await statesOf(third)).toEqual(wanted);
  await eachCaseIsWhole(third, data);
  await canBeFollowed(third);
  expect(statSync(join(data, "demo.json")).mode & 0o777).toBe(0o600);
  const kept = readFileSync(join(data, "demo.json"), "utf8");
  expect(await third.end("SIGTERM")).toBe(0);

  const fourth = await begin(port, data);
  await until(() => fourth.output().includes("  try: "));
  expect(fourth.output()).not.toContain("demo data");
  expect(fourth.output()).toContain(/ {2}try: .*/.exec(third.output())?.[0] ?? "nothing");
  expect(await statesOf(fourth)).toEqual(wanted);
  expect(readFileSync(join(data, "demo.json"), "utf8")).toBe(kept);
  await guidesAreFound(fourth);
  await columnsAreFilled(fourth);
  expect(await fourth.end("SIGTERM")).toBe(0);
  expect(fourth.errors()).toBe("");
});

/** Every act stands there once, whatever was in the way, and so does every file. */
async function eachCaseIsWhole(run: Run, data: string): Promise<void> {
  const { read } = await auditor(run);
  const { requests } = recordIn(data);
  for (const { key, file, turns } of demoRequests) {
    interface Case {
      readonly events: readonly { readonly kind: string }[];
      readonly attachments: readonly { readonly name: string }[];
      readonly answer: { readonly files: readonly { readonly name: string }[] } | null;
    }
    const one = await read<Case>(`/${requests[key]?.reference}`);
    const attached = file === undefined ? [] : ["attach"];
    const acts = turns.map(({ act }) => act);
    expect([key, ...one.events.map(({ kind }) => kind)]).toEqual([key, "submit", ...attached, ...acts]);
    expect(one.attachments.map(({ name }) => name)).toEqual(file === undefined ? [] : [file.name]);
    const replied = turns.flatMap((turn) => (turn.act === "propose" && turn.file ? [turn.file.name] : []));
    if (one.answer !== null) expect(one.answer.files.map(({ name }) => name)).toEqual(replied);
  }
}

/** Each item once, and what took a policy's place is named. */
async function columnsAreFilled(run: Run): Promise<void> {
  const today = dayOf(new Date().toISOString());
  const items = demoGazette(daysBefore(today)).filter(
    ({ state, more }) => state === undefined && (more?.from ?? today) <= today,
  );
  const shown = await Promise.all(
    gazetteKinds.map(async (kind) => {
      const page = await (await fetch(`${run.origin}/api/v1/gazette/${kind}`)).json();
      return (page as { items: readonly { title: string; validity: string | null }[] }).items;
    }),
  );
  expect(
    shown
      .flat()
      .map(({ title }) => title)
      .toSorted(),
  ).toEqual(items.map(({ title }) => title).toSorted());
  expect(new Set(shown[0]?.map(({ validity }) => validity))).toEqual(
    new Set(["in_force", "amended", "lapsed", "repealed"]),
  );
}

/** As a newcomer follows it: by what was printed. */
async function canBeFollowed(run: Run): Promise<void> {
  const [, reference = "", code = ""] = /number (\S+) and code (\S+)/.exec(run.output()) ?? [];
  const answer = await fetch(`${run.origin}/api/v1/cases/${reference}`, { headers: { "query-code": code } });
  expect(await answer.json()).toMatchObject({
    title: demoRequests.find(({ key }) => key === requestToFollow)?.application.title,
    state: "answered",
    answer: { outcome: { code: "disclosed" }, files: [{ kind: "pdf" }] },
  });
}

test("DEMO=none leaves the counter empty", { timeout: 60_000 }, async () => {
  const data = join(folder, "none");
  const run = await begin(await freePort(), data, { DEMO: "none" });
  expect(await statesOf(run)).toEqual({ zfb: {}, zrzy: {} });
  expect(await run.end("SIGTERM")).toBe(0);
  expect(run.output()).not.toMatch(/demo data|try:/);
  expect(run.errors()).toBe("");
  expect(existsSync(join(data, "demo.json"))).toBe(false);
});

describe("what stands in its way is one sentence", () => {
  const nowhere = async () => {
    const address = `http://127.0.0.1:${await freePort()}`;
    const stopped = new AbortController().signal;
    const dynamodb = localClient(address);
    return { publicOrigin: address, address, issuer: address, clientSecret: "", dynamodb, stopped };
  };

  test("a counter that does not answer", async () => {
    const place = await nowhere();
    await expect(seedDemo(place, join(folder, "away.json"))).rejects.toThrow(
      `demo data: not complete, because ${place.publicOrigin} does not answer. The next start goes on with it.`,
    );
  });

  test("a record that is none", async () => {
    const file = join(folder, "broken.json");
    for (const content of ["", "[]", "null", '{"steps":1}']) {
      writeFileSync(file, content);
      await expect(seedDemo(await nowhere(), file)).rejects.toThrow(/cannot be read/);
    }
  });

  test("a step that fails is run again, those before it are not", async () => {
    const file = join(folder, "steps.json");
    const ran: string[] = [];
    const step = (id: string, fails: boolean) => ({
      id,
      gives: `2 ${id}`,
      run: async () => {
        ran.push(id);
        if (fails) throw new Error("lost");
      },
    });
    const place = await nowhere();
    await expect(seedDemo(place, file, [step("first", false), step("second", true)])).rejects.toThrow("lost");
    const lines = await seedDemo(place, file, [step("first", false), step("second", false)]);
    expect(lines).toEqual(["demo data: 2 second"]);
    expect(ran).toEqual(["first", "second", "second"]);
    expect(await seedDemo(place, file, [step("first", false)])).toEqual([]);
  });
});
