/** Stands in for the SST program that components ask for what needs AWS: the bootstrap, the bundles. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Build } from "./recording.ts";

interface Call {
  readonly method: string;
  readonly params: readonly [Build & Record<string, unknown>];
}

export async function startServer({ builds, artifact }: { builds: Build[]; artifact: string }) {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Call;
    response.end(JSON.stringify(answer(call)));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };

  function answer({ method, params }: Call) {
    if (method === "Provider.Aws.Bootstrap") return { result: { asset: "sst-assets", state: "sst-state" } };
    if (method !== "Runtime.Build") return { error: `rpc: can't find method ${method}` };
    const { functionID, handler, bundle, runtime, links, properties } = params[0];
    builds.push({ functionID, handler, bundle, runtime, links, properties });
    return { result: { handler, out: artifact, errors: [], sourcemaps: [] } };
  }
}
