import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import { listenNear } from "./port.ts";
import type { LocalSecrets } from "./secrets.ts";

export interface IssuerOptions {
  /** Taken when it is free, so that addresses survive a restart; any other free one when not. */
  readonly port: number;
  readonly publicOrigin: string;
  readonly secrets: Pick<LocalSecrets, "oidcClientSecret" | "issuerCookieKey" | "issuerKey">;
}

export interface Issuer {
  readonly url: string;
  /** Loads the provider now rather than with the first request. */
  load(): void;
  stop(): Promise<void>;
}

/**
 * Starts an OpenID Connect issuer for the demo on loopback: real protocol, people to pick instead of passwords. The
 * library takes longer to load than the rest of the stack, so it comes after the stack is ready.
 */
export async function startIssuer(options: IssuerOptions): Promise<Issuer> {
  const server = createServer();
  const url = `http://127.0.0.1:${await listenNear(server, options.port)}`;
  let provider: Promise<RequestListener> | undefined;
  const load = (): Promise<RequestListener> => {
    provider ??= import("./issuer-provider.ts").then(({ openProvider }) => openProvider(url, options));
    return provider;
  };
  server.on("request", async (request, response) => {
    try {
      (await load())(request, response);
    } catch (error) {
      console.error("issuer:", error);
      response.writeHead(500).end();
    }
  });
  return {
    url,
    load: () => void load().catch((error: unknown) => console.error("issuer:", error)),
    async stop() {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
