/** An issuer small enough to be bent: it signs in whoever the test says, and lies where the test wants it to. */
import { createHash, generateKeyPairSync, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll } from "vitest";

export interface CrookedIssuer {
  readonly address: string;
  /** Claims of whoever signs in next. */
  person: Record<string, unknown>;
  /** Changes the claims of the next ID tokens. */
  bend: (claims: Record<string, unknown>) => Record<string, unknown>;
  /** Signs with a key that is not in the published set. */
  forged: boolean;
  /** Answers the next authorization requests with this error. */
  error: string | undefined;
  readonly requests: string[];
  token(claims?: Record<string, unknown>, header?: Record<string, unknown>): string;
}

export const CLIENT = { id: "yichuang-office", secret: "a secret: with%signs" };
export const AUDIENCE = "https://yichuang.example/api";

const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** RFC 6749 2.3.1: user and password are form-encoded before they go into HTTP Basic. */
const decoded = (value: string) => decodeURIComponent(value.replaceAll("+", " "));

interface Granted {
  readonly nonce: string;
  readonly challenge: string;
  readonly redirect: string;
}

export function useCrookedIssuer(): CrookedIssuer {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const foreign = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const jwk = { ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" };
  const codes = new Map<string, Granted>();
  let address = "";

  const jwt = (header: Record<string, unknown>, claims: Record<string, unknown>) => {
    const body = `${base64url({ alg: "RS256", kid: "1", ...header })}.${base64url(claims)}`;
    return `${body}.${sign("sha256", Buffer.from(body), issuer.forged ? foreign : privateKey).toString("base64url")}`;
  };
  const times = () => {
    const now = Math.floor(Date.now() / 1000);
    return { iat: now, exp: now + 300 };
  };

  const issuer: CrookedIssuer = {
    get address() {
      return address;
    },
    person: {},
    bend: (claims) => claims,
    forged: false,
    error: undefined,
    requests: [],
    token: (claims = {}, header = {}) =>
      jwt(
        { typ: "at+jwt", ...header },
        { iss: address, aud: AUDIENCE, sub: "p1", client_id: "c1", jti: randomUUID(), ...times(), ...claims },
      ),
  };

  function authorize(url: URL, response: ServerResponse) {
    const asked = url.searchParams;
    const back = new URL(asked.get("redirect_uri") ?? "");
    const code = randomUUID();
    codes.set(code, {
      nonce: asked.get("nonce") ?? "",
      challenge: asked.get("code_challenge") ?? "",
      redirect: back.href,
    });
    if (issuer.error === undefined) back.searchParams.set("code", code);
    else back.searchParams.set("error", issuer.error);
    back.searchParams.set("state", asked.get("state") ?? "");
    response.writeHead(303, { location: back.href }).end();
  }

  async function exchange(request: IncomingMessage, response: ServerResponse) {
    const form = new URLSearchParams(await text(request));
    const code = form.get("code") ?? "";
    const granted = codes.get(code);
    codes.delete(code);
    const [, given = ""] = (request.headers.authorization ?? "").split(" ");
    const [user = "", password = ""] = Buffer.from(given, "base64").toString().split(":");
    const known = decoded(user) === CLIENT.id && decoded(password) === CLIENT.secret;
    const challenge = createHash("sha256")
      .update(form.get("code_verifier") ?? "")
      .digest("base64url");
    if (!known || granted?.challenge !== challenge || granted.redirect !== form.get("redirect_uri"))
      return json(response, { error: known ? "invalid_grant" : "invalid_client" }, 400);
    const claims = { iss: address, aud: CLIENT.id, nonce: granted.nonce, ...times(), ...issuer.person };
    json(response, {
      access_token: "opaque",
      token_type: "Bearer",
      id_token: jwt({}, issuer.bend(claims)),
    });
  }

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", address);
    issuer.requests.push(url.pathname);
    if (url.pathname === "/authorize") return authorize(url, response);
    if (url.pathname === "/token") return exchange(request, response);
    if (url.pathname === "/jwks") return json(response, { keys: [jwk] });
    json(response, {
      issuer: address,
      authorization_endpoint: `${address}/authorize`,
      token_endpoint: `${address}/token`,
      jwks_uri: `${address}/jwks`,
      end_session_endpoint: `${address}/end`,
      token_endpoint_auth_methods_supported: ["client_secret_basic"],
      id_token_signing_alg_values_supported: ["RS256"],
    });
  });

  beforeAll(async () => {
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  return issuer;
}

async function text(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString();
}

function json(response: ServerResponse, body: unknown, status = 200) {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
