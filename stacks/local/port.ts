import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";

import { systemCode } from "./failure.ts";

/** Listens on the wanted loopback port, so that addresses survive a restart; on any free one when it is taken. */
export async function listenNear(server: Server, wanted: number): Promise<number> {
  try {
    await once(server.listen(wanted, "127.0.0.1"), "listening");
  } catch (error) {
    if (systemCode(error) !== "EADDRINUSE" || wanted === 0) throw error;
    return listenNear(server, 0);
  }
  return (server.address() as AddressInfo).port;
}

/** A loopback port that was free a moment ago. Whoever binds it must be ready to lose the race and ask again. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
