/** Signing in with OpenID Connect: authorization code with PKCE (S256), state and nonce checked, any issuer. */
import type { AuthorizationServer, Client, ClientAuth } from "oauth4webapi";
import * as oauth from "oauth4webapi";
import type { Random } from "../kit/id.ts";
import { busy } from "../kit/problem.ts";
import type { Claims } from "./identity.claims.ts";
import type { Issuer } from "./identity.issuer.ts";
import { CLOCK_TOLERANCE_SECONDS, isUnreachable } from "./identity.issuer.ts";

/** What the browser must bring back unchanged, and what only we know until then. */
export interface Handshake {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface Oidc {
  newHandshake(): Handshake;
  /** Where the browser goes to sign in. */
  authorizationUrl(handshake: Handshake, lang: string): Promise<string>;
  /** The checked claims of the ID token. Throws a SignInError for an answer that is wrong, a Problem 503 for none. */
  claims(answer: URLSearchParams, handshake: Handshake): Promise<Claims>;
  /** Where the browser goes to end its session with the issuer; undefined when the issuer has no such place. */
  endSessionUrl(returnTo: string): Promise<string | undefined>;
}

export interface OidcOptions {
  readonly issuer: Issuer;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Absolute address of our callback, as registered with the issuer. */
  readonly redirectUri: string;
  readonly random: Random;
}

/** The answer of the issuer was refused. `cancelled`: the person stopped, everything else is `failed`. */
export class SignInError extends Error {
  override readonly name = "SignInError";
  readonly code: "cancelled" | "failed";
  constructor(code: "cancelled" | "failed", options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}

export function openOidc({ issuer, clientId, clientSecret, redirectUri, random }: OidcOptions): Oidc {
  const secret = () => Buffer.from(random(32)).toString("base64url");
  const client: Client = { client_id: clientId, [oauth.clockTolerance]: CLOCK_TOLERANCE_SECONDS };

  async function exchange(answer: URLSearchParams, handshake: Handshake): Promise<Claims> {
    const server = await issuer.metadata();
    const code = oauth.validateAuthResponse(server, client, answer, handshake.state);
    const response = await oauth.authorizationCodeGrantRequest(
      server,
      client,
      authentication(server, clientSecret),
      code,
      redirectUri,
      handshake.verifier,
      issuer.http(),
    );
    const tokens = await oauth.processAuthorizationCodeResponse(server, client, response, {
      expectedNonce: handshake.nonce,
      requireIdToken: true,
    });
    // TLS already vouches for the token; its signature does too where the issuer is reached without.
    await oauth.validateApplicationLevelSignature(server, response, issuer.http());
    return oauth.getValidatedIdTokenClaims(tokens) ?? {};
  }

  return {
    newHandshake: () => ({ state: secret(), nonce: secret(), verifier: secret() }),
    async authorizationUrl({ state, nonce, verifier }, lang) {
      const url = new URL(required((await issuer.metadata()).authorization_endpoint));
      const challenge = await oauth.calculatePKCECodeChallenge(verifier);
      const parameters = {
        client_id: clientId,
        redirect_uri: redirectUri,
        response_type: "code",
        scope: "openid profile",
        state,
        nonce,
        code_challenge: challenge,
        code_challenge_method: "S256",
        ui_locales: lang,
      };
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return url.href;
    },
    async claims(answer, handshake) {
      try {
        return await exchange(answer, handshake);
      } catch (error) {
        if (error instanceof oauth.AuthorizationResponseError && error.error === "access_denied")
          throw new SignInError("cancelled");
        if (isUnreachable(error)) throw busy(error);
        throw isProtocolError(error) ? new SignInError("failed", { cause: error }) : error;
      }
    },
    async endSessionUrl(returnTo) {
      const { end_session_endpoint: endpoint } = await issuer.metadata();
      if (endpoint === undefined) return undefined;
      const url = new URL(endpoint);
      // No ID token as a hint: it would put a person's name into an address.
      url.searchParams.set("client_id", clientId);
      url.searchParams.set("post_logout_redirect_uri", returnTo);
      return url.href;
    },
  };
}

/** As the issuer's metadata allows; HTTP Basic is what every issuer must understand. */
function authentication(server: AuthorizationServer, secret: string): ClientAuth {
  const methods = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
  return methods.includes("client_secret_basic") || !methods.includes("client_secret_post")
    ? oauth.ClientSecretBasic(secret)
    : oauth.ClientSecretPost(secret);
}

function required(endpoint: string | undefined): string {
  if (endpoint === undefined) throw busy(new Error("The issuer names no authorization endpoint"));
  return endpoint;
}

const isProtocolError = (error: unknown): boolean =>
  error instanceof oauth.OperationProcessingError ||
  error instanceof oauth.UnsupportedOperationError ||
  error instanceof oauth.AuthorizationResponseError ||
  error instanceof oauth.ResponseBodyError ||
  error instanceof oauth.WWWAuthenticateChallengeError;
