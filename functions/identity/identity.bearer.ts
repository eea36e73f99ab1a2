/** Who calls the API: a JWT access token (RFC 9068) of the issuer, as a member of an office or its machine. */
import type { JWTAccessTokenClaims } from "oauth4webapi";
import * as oauth from "oauth4webapi";
import { busy, forbidden, Problem } from "../kit/problem.ts";
import type { ClaimNames } from "./identity.claims.ts";
import { staffFromClaims } from "./identity.claims.ts";
import type { Issuer } from "./identity.issuer.ts";
import { CLOCK_TOLERANCE_SECONDS, isUnreachable } from "./identity.issuer.ts";
import type { Staff } from "./identity.ts";

export interface BearerOptions {
  readonly issuer: Issuer;
  /** What a token must be meant for. */
  readonly audience: string;
  readonly claims: ClaimNames;
}

export interface Bearer {
  /**
   * The caller of a request. Throws 401 `unauthorized` without a good token (signature, issuer, audience, type,
   * times), 403 `no_role` or `no_unit` for a good one that speaks of nobody here, 503 when the issuer is away.
   */
  bearerStaff(request: Request): Promise<Staff>;
}

/** Public keys only: with a shared secret, whoever can check a token could also make one. */
const algorithms = [
  "RS256",
  "PS256",
  "ES256",
  "ES384",
  "RS384",
  "RS512",
  "PS384",
  "PS512",
  "EdDSA",
  "Ed25519",
];

export function openBearer({ issuer, audience, claims: names }: BearerOptions): Bearer {
  async function claimsOf(request: Request): Promise<JWTAccessTokenClaims> {
    // The library wants a request with this header alone; the body must stay unread for the route.
    const authorization = request.headers.get("authorization");
    if (authorization === null || !/^bearer [\w.~+/-]+=*$/i.test(authorization)) throw unauthorized();
    const server = await issuer.metadata();
    try {
      return await oauth.validateJwtAccessToken(
        server,
        new Request(request.url, { headers: { authorization } }),
        audience,
        { ...issuer.http(), signingAlgorithms: algorithms, [oauth.clockTolerance]: CLOCK_TOLERANCE_SECONDS },
      );
    } catch (error) {
      throw isUnreachable(error) ? busy(error) : unauthorized(error);
    }
  }

  return {
    async bearerStaff(request) {
      const claims = await claimsOf(request);
      // With client credentials a client is its own subject.
      const kind = claims.sub === claims.client_id ? "machine" : "staff";
      const found = staffFromClaims(claims, kind, names);
      if ("refused" in found) throw forbidden(found.refused);
      return found.staff;
    },
  };
}

const unauthorized = (cause?: unknown): Problem =>
  new Problem(401, "unauthorized", cause === undefined ? {} : { cause });
