import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request as httpRequest, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { APIGatewayProxyEventV2, Context } from "aws-lambda";
import { openAssets } from "../../../stacks/local/assets.ts";
import { claimPort } from "../../../stacks/local/gateway.ts";
import type { LambdaFunction } from "../../../stacks/local/invoke.ts";

export interface Seen {
  readonly name: string;
  readonly event: APIGatewayProxyEventV2;
  readonly context: Context;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string | string[]>;
  readonly body?: string | Buffer;
}

/** A gateway in front of three functions that keep what they are given and answer what the test wants. */
export async function startGatewayRig() {
  const folder = mkdtempSync(join(tmpdir(), "yichuang-gateway-"));
  mkdirSync(join(folder, "assets/sub"), { recursive: true });
  writeFileSync(join(folder, "assets/app.css"), "body{color:red}".repeat(100));
  writeFileSync(join(folder, "assets/sub/icon.png"), "png");
  writeFileSync(join(folder, "secret.txt"), "secret");
  const state = {
    seen: [] as Seen[],
    healthy: true,
    answer: (): unknown => ({ statusCode: 200, body: "ok" }),
  };
  const spy = (name: string): LambdaFunction => ({
    name,
    timeoutSeconds: 20,
    handler: async (event: APIGatewayProxyEventV2, context: Context) => {
      state.seen.push({ name, event, context });
      return state.answer();
    },
  });
  const gateway = await claimPort(0);
  gateway.open({
    publicOrigin: `http://127.0.0.1:${gateway.port}`,
    functions: { citizen: spy("citizen"), office: spy("office"), api: spy("api") },
    assets: openAssets(join(folder, "assets"), "/assets/v1"),
    healthy: async () => state.healthy,
    patienceMilliseconds: 300,
  });
  return {
    state,
    port: gateway.port,
    send: (path: string, sent: Sent = {}) => send(gateway.port, path, sent),
    reset(): void {
      state.seen = [];
      state.healthy = true;
      state.answer = () => ({ statusCode: 200, body: "ok" });
    },
    event(): APIGatewayProxyEventV2 {
      const [only] = state.seen;
      if (!only) throw new Error("no function was called");
      return only.event;
    },
    async stop(): Promise<void> {
      await gateway.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends the path as it is: fetch would tidy it up. */
function send(port: number, path: string, { method = "GET", headers = {}, body }: Sent): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const options = { host: "127.0.0.1", port, path, method, headers };
    const request = httpRequest(options, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response as AsyncIterable<Buffer>) chunks.push(chunk);
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
    });
    request.on("error", reject);
    request.end(body);
  });
}
