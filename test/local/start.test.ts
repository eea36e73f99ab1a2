import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, describe, expect, test } from "vitest";
import { startDynamoDB } from "../../stacks/local/dynamodb.ts";
import { freePort } from "../../stacks/local/port.ts";
import { startS3 } from "../../stacks/local/s3.ts";
import { endAll, nobodyOn, ready, refusal, start } from "./support/start.ts";

const folder = mkdtempSync(join(tmpdir(), "yichuang-start-"));
afterEach(endAll);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("the start", () => {
  test("is ready, says where to go, and leaves nothing behind", { timeout: 60_000 }, async () => {
    const data = join(folder, "first");
    const run = await ready(start({ port: await freePort(), data }));
    expect(run.output()).toContain(`${run.origin}/office`);
    expect(run.output()).toContain("clerk-zfb");
    expect(run.output()).toContain("script-reviewer-zfb");
    expect((await fetch(`${run.origin}/healthz`)).status).toBe(200);
    expect(await (await fetch(run.origin)).text()).toBe("<h1>一窗</h1>");
    const environment = (await (await fetch(`${run.origin}/environment`)).json()) as Record<string, string>;
    expect(environment).toMatchObject({
      TABLE_NAME: "yichuang",
      PUBLIC_ORIGIN: run.origin,
      OIDC_AUDIENCE: `${run.origin}/api`,
    });
    const css = await fetch(`${run.origin}${environment.ASSETS_PATH}/app.css`);
    expect([css.status, css.headers.get("content-type")]).toEqual([200, "text/css; charset=utf-8"]);
    for (const secret of ["keys.json", "secrets.json"])
      expect(statSync(join(data, secret)).mode & 0o777).toBe(0o600);
    expect(statSync(data).mode & 0o777).toBe(0o700);
    expect(await run.end("SIGTERM")).toBe(0);
    expect(run.errors()).toBe("");
    await nobodyOn(data);
  });

  test("keeps its secrets, and a second stack off its folder", { timeout: 60_000 }, async () => {
    const data = join(folder, "shared");
    const run = await ready(start({ port: await freePort(), data }));
    const keys = readFileSync(join(data, "keys.json"), "utf8");
    expect(JSON.parse(keys)).toEqual({
      current: 1,
      keys: { "1": expect.stringMatching(/^plain:[A-Za-z0-9+/]{43}=$/) },
    });
    expect(await refusal(start({ port: await freePort(), data }))).toBe(
      `Another stack is running on the folder ${data}: stop it, or set DATA_DIR to another one.\n`,
    );
    expect(await run.end("SIGINT")).toBe(0);
    const again = await ready(start({ port: await freePort(), data }));
    expect(readFileSync(join(data, "keys.json"), "utf8")).toBe(keys);
    await again.end("SIGTERM");
  });

  test("stops at once when it is stopped in the middle of starting", { timeout: 60_000 }, async () => {
    const data = join(folder, "early");
    const run = start({ port: await freePort(), data });
    for (let i = 0; i < 500 && !existsSync(join(data, "files")); i += 1) await wait(10);
    await run.end("SIGTERM");
    await nobodyOn(data);
  });

  test("says in one sentence what stands in its way", { timeout: 60_000 }, async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as { port: number };
    const busy = await refusal(start({ port, data: join(folder, "busy") }));
    expect(busy).toBe(`Port ${port} is in use: stop what listens there, or set PORT to another one.\n`);
    taken.close();
    await nobodyOn(join(folder, "busy"));

    const file = join(folder, "file");
    writeFileSync(file, "");
    const unwritable = await refusal(start({ port: 0, data: join(file, "data") }));
    expect(unwritable).toBe(
      `The folder ${file}/data cannot be written (ENOTDIR): set DATA_DIR to one that can.\n`,
    );

    const nobodys = await refusal(start({ port: 0, data: "/proc/yichuang" }));
    expect(nobodys).toBe(
      "The folder /proc/yichuang cannot be written (ENOENT): set DATA_DIR to one that can.\n",
    );

    const data = join(folder, "wrong");
    expect(await refusal(start({ port: 70_000, data }))).toBe(
      "PORT must be a whole number from 0 to 65535.\n",
    );
    const nowhere = await refusal(start({ port: 0, data, environment: { DYNAMODB_ENDPOINT: "nowhere" } }));
    expect(nowhere).toBe("DYNAMODB_ENDPOINT must be an address such as http://127.0.0.1:8000.\n");
    const path = await refusal(
      start({ port: 0, data, environment: { PUBLIC_ORIGIN: "https://a.example/b" } }),
    );
    expect(path).toMatch(/^PUBLIC_ORIGIN must be an origin such as .*\n$/);
  });
});

describe("npm start", () => {
  test.each(["SIGTERM", "SIGKILL"] as const)(
    "ends with npm when that gets %s alone",
    { timeout: 60_000 },
    async (signal) => {
      const data = join(folder, signal);
      const port = await freePort();
      const run = start({ port, data, command: ["npm", "start"] });
      for (let i = 0; i < 1000 && !run.output().includes("ready "); i += 1) await wait(20);
      expect(run.output()).toContain(`ready ${run.origin}\n`);
      expect((await fetch(run.origin)).status).toBe(200);
      await run.end(signal);
      await nobodyOn(data);
      await expect(fetch(run.origin)).rejects.toThrow();
    },
  );
});

describe("after kill -9 under load", () => {
  test("every acknowledged write is found, told to the stream, and no engine is left", {
    timeout: 120_000,
  }, async () => {
    const data = join(folder, "killed");
    const port = await freePort();
    const run = await ready(start({ port, data }));
    const acknowledged: number[] = [];
    const writer = async (first: number): Promise<void> => {
      for (let id = first; ; id += 20) {
        const reply = await fetch(`${run.origin}/put/${id}`).catch(() => undefined);
        if (!reply) return;
        if (reply.ok) acknowledged.push(id);
      }
    };
    const writers = Promise.all(Array.from({ length: 20 }, (_, first) => writer(first)));
    await wait(1_500);
    await run.end("SIGKILL");
    await writers;
    await nobodyOn(data);
    expect(acknowledged.length).toBeGreaterThan(50);

    const again = await ready(start({ port, data }));
    const statuses = await Promise.all(
      acknowledged.map(async (id) => (await fetch(`${again.origin}/get/${id}`)).status),
    );
    expect(statuses.filter((status) => status !== 200)).toEqual([]);
    const told = () => new Set(readFileSync(join(data, "delivered.txt"), "utf8").split("\n"));
    for (let i = 0; i < 500 && acknowledged.some((id) => !told().has(`CASE#${id}`)); i += 1) await wait(20);
    expect(acknowledged.filter((id) => !told().has(`CASE#${id}`))).toEqual([]);
    await again.end("SIGTERM");
    await nobodyOn(data);
  });

  test("an engine that ends takes the stack along, with a reason", { timeout: 60_000 }, async () => {
    const data = join(folder, "engine");
    const run = await ready(start({ port: await freePort(), data }));
    const engine = readdirSync("/proc").find(
      (name) =>
        /^\d+$/.test(name) && readFileSync(`/proc/${name}/cmdline`, "utf8").includes(join(data, "table.db")),
    );
    process.kill(Number(engine), "SIGKILL");
    await once(run.process, "exit");
    expect(run.process.exitCode).toBe(1);
    expect(run.errors()).toContain("The embedded DynamoDB has ended");
  });
});

test("stores that somebody else runs are used and left alone", { timeout: 60_000 }, async () => {
  const data = join(folder, "external");
  const engine = await startDynamoDB();
  const signer = { accessKeyId: "theirs", secretAccessKey: "their-secret", region: "cn-north-1" };
  const port = await freePort();
  const publicOrigin = `http://127.0.0.1:${port}`;
  const s3 = await startS3({ folder: join(folder, "theirs"), bucket: "yichuang", signer, publicOrigin });
  const environment = {
    DYNAMODB_ENDPOINT: engine.endpoint,
    S3_ENDPOINT: s3.endpoint,
    AWS_ACCESS_KEY_ID: signer.accessKeyId,
    AWS_SECRET_ACCESS_KEY: signer.secretAccessKey,
  };
  const run = await ready(start({ port, data, environment }));
  expect((await fetch(`${run.origin}/put/1`)).status).toBe(200);
  expect((await fetch(`${run.origin}/healthz`)).status).toBe(200);
  expect(existsSync(join(data, "table.db"))).toBe(false);
  expect(existsSync(join(data, "files"))).toBe(false);
  await run.end("SIGTERM");
  const again = await ready(start({ port, data, environment }));
  expect((await fetch(`${again.origin}/get/1`)).status).toBe(200);
  await engine.stop();
  expect((await fetch(`${again.origin}/healthz`)).status).toBe(503);
  await again.end("SIGTERM");
  const nowhere = await refusal(start({ port, data, environment }));
  expect(nowhere).toMatch(/^The DynamoDB at http:\/\/127\.0\.0\.1:\d+ could not be prepared: .*\n$/);
  await s3.stop();
});
