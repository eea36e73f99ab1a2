import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { claimPort } from "../../stacks/local/gateway.ts";
import { startGatewayRig } from "./support/gateway.ts";

let rig: Awaited<ReturnType<typeof startGatewayRig>>;
beforeAll(async () => {
  rig = await startGatewayRig();
});
beforeEach(() => rig.reset());
afterAll(() => rig.stop());

describe("limits", () => {
  test("10 MB of body, 6 MB of event, 10 KB of head", async () => {
    const post = (size: number, type = "text/plain") =>
      rig.send("/", { method: "POST", headers: { "content-type": type }, body: Buffer.alloc(size, "a") });
    expect((await post(5 * 1024 ** 2)).status).toBe(200);
    const over = await post(10 * 1024 ** 2 + 1);
    expect([over.status, over.body.toString()]).toEqual([413, '{"message":"Request Too Long"}']);
    // In base64 five megabytes are more than Lambda takes.
    expect((await post(5 * 1024 ** 2, "application/pdf")).status).toBe(413);
    expect((await rig.send("/", { headers: { "x-long": "a".repeat(9_000) } })).status).toBe(200);
    expect((await rig.send("/", { headers: { "x-long": "a".repeat(10_300) } })).status).toBe(431);
    expect((await rig.send("/", { headers: { "x-long": "a".repeat(40_000) } })).status).toBe(431);
    expect(rig.state.seen.length).toBe(2);
  });

  test("a browser is told in words what to do, a program in JSON", async () => {
    const html = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
    const long = await rig.send(`/guides?q=${"a".repeat(11_000)}`, { headers: html });
    expect([long.status, long.headers["content-type"]]).toEqual([431, "text/html; charset=utf-8"]);
    expect(long.body.toString()).toContain("这个网址太长，打不开");
    const longer = await rig.send(`/guides?q=${"a".repeat(40_000)}`, { headers: html });
    expect([longer.status, longer.body.toString().includes("这个网址太长，打不开")]).toEqual([431, true]);
    const broken = await rig.send("/%ff%fe", { headers: html });
    expect([broken.status, broken.body.toString().includes("回到首页")]).toEqual([400, true]);
    for (const [path, headers] of [
      [`/api/v1/guides?q=${"a".repeat(11_000)}`, html],
      [`/guides?q=${"a".repeat(11_000)}`, { accept: "application/json" }],
    ] as const) {
      const plain = await rig.send(path, { headers });
      expect([plain.status, JSON.parse(plain.body.toString())]).toEqual([
        431,
        { message: "Request Header Fields Too Large" },
      ]);
    }
    expect(rig.state.seen).toEqual([]);
  });

  test.each(["/%", "/%ff%fe", "//", "http://127.0.0.1/x", "*"])(
    "the target %s does no harm",
    async (path) => {
      const reply = await rig.send(path, { method: path === "*" ? "OPTIONS" : "GET" });
      expect([200, 400]).toContain(reply.status);
    },
  );
});

describe("static files", () => {
  test("are compressed, immutable and of one origin", async () => {
    const plain = await rig.send("/assets/v1/app.css");
    expect(plain.headers).toMatchObject({
      "cache-control": "public, max-age=31536000, immutable",
      "content-type": "text/css; charset=utf-8",
      "x-content-type-options": "nosniff",
    });
    const br = await rig.send("/assets/v1/app.css", { headers: { "accept-encoding": "gzip, br" } });
    expect([br.headers["content-encoding"], brotliDecompressSync(br.body).equals(plain.body)]).toEqual([
      "br",
      true,
    ]);
    const gzip = await rig.send("/assets/v1/app.css", { headers: { "accept-encoding": "gzip" } });
    expect(gunzipSync(gzip.body).equals(plain.body)).toBe(true);
    const same = await rig.send("/assets/v1/app.css", {
      headers: { "if-none-match": String(plain.headers.etag) },
    });
    expect(same.status).toBe(304);
    expect((await rig.send("/assets/v1/sub/icon.png")).headers["content-encoding"]).toBeUndefined();
  });

  test.each([
    "/assets/v1/../secret.txt",
    "/assets/v1/..%2fsecret.txt",
    "/assets/v1/%2e%2e/secret.txt",
    "/assets/v1/..%5csecret.txt",
    "/assets/v1//app.css",
    "/assets/v2/app.css",
    "/assets/v1/app.css%00",
    "/assets/v1/",
    "/assets/",
  ])("%s is not there", async (path) => {
    expect((await rig.send(path)).status).toBe(404);
    expect(rig.state.seen).toEqual([]);
  });
});

describe("health and hosts", () => {
  test("healthz asks the stores and no function", async () => {
    expect((await rig.send("/healthz")).status).toBe(200);
    rig.state.healthy = false;
    expect((await rig.send("/healthz")).status).toBe(503);
    expect(rig.state.seen).toEqual([]);
  });

  test("a page under another host is sent to the public origin, the rest is not", async () => {
    const host = `localhost:${rig.port}`;
    const moved = await rig.send("//evil.example/office?a=1", { headers: { host } });
    expect([moved.status, moved.headers.location]).toEqual([
      307,
      `http://127.0.0.1:${rig.port}//evil.example/office?a=1`,
    ]);
    expect(rig.state.seen).toEqual([]);
    expect((await rig.send("/api/v1/x", { headers: { host } })).status).toBe(200);
    expect((await rig.send("/healthz", { headers: { host } })).status).toBe(200);
    expect((await rig.send("/x", { method: "POST", headers: { host } })).status).toBe(200);
  });

  test("a port in use is one sentence", async () => {
    await expect(claimPort(rig.port)).rejects.toThrow(
      `Port ${rig.port} is in use: stop what listens there, or set PORT to another one.`,
    );
  });
});
