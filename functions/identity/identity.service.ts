/** Coming in and going out: the sign-in with the issuer, sessions with idle and absolute limits, who is in a unit. */
import type { AuditStore } from "../audit/audit.store.ts";
import { officeSubject } from "../audit/audit.ts";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { forbidden } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import { denial } from "./access.ts";
import type { ClaimNames, NotStaff } from "./identity.claims.ts";
import { staffFromClaims } from "./identity.claims.ts";
import type { Oidc } from "./identity.oidc.ts";
import { SignInError } from "./identity.oidc.ts";
import type { Session, SessionStore } from "./identity.session.store.ts";
import type { Colleague, StaffStore } from "./identity.staff.store.ts";
import { openTransactions, TRANSACTION_SECONDS } from "./identity.transaction.ts";
import type { Staff } from "./identity.ts";
import { byOf } from "./identity.ts";

export interface IdentityOptions {
  readonly table: Table;
  readonly sessions: SessionStore;
  readonly staff: StaffStore;
  readonly audit: AuditStore;
  readonly oidc: Oidc;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly random: Random;
  readonly claims: ClaimNames;
}

export interface SignedIn {
  readonly sessionId: string;
  readonly returnTo: string;
}

export type Identity = ReturnType<typeof openIdentity>;

export function openIdentity(options: IdentityOptions) {
  const { table, sessions, audit, oidc, vault, clock, random } = options;
  const transactions = openTransactions(vault);

  /** Where to send the browser, and the cookie value that it must bring back. `returnTo` is a checked path. */
  async function beginSignIn(returnTo: string, lang: string) {
    const handshake = oidc.newHandshake();
    const until = epochSecondsOf(clock()) + TRANSACTION_SECONDS;
    return {
      location: await oidc.authorizationUrl(handshake, lang),
      transaction: transactions.close({ ...handshake, returnTo, until }),
    };
  }

  /**
   * Checks the issuer's answer and opens a session under a new id. Throws a SignInError for a wrong answer or a
   * transaction that is missing, altered or too old.
   */
  async function completeSignIn(
    answer: URLSearchParams,
    transaction: string | undefined,
  ): Promise<SignedIn | { readonly refused: NotStaff }> {
    const opened = transactions.open(transaction, epochSecondsOf(clock()));
    if (opened === undefined) throw new SignInError("failed");
    const found = staffFromClaims(await oidc.claims(answer, opened), "staff", options.claims);
    if ("refused" in found) return found;
    const { staff } = found;
    const sessionId = randomId(random);
    const at = clock();
    await options.staff.remember(staff, at);
    await table.commit([
      sessions.startWrite(sessionId, staff, at),
      audit.write({
        at,
        by: byOf(staff),
        action: "session.start",
        subject: officeSubject(staff.unit),
        result: "done",
      }),
    ]);
    return { sessionId, returnTo: opened.returnTo };
  }

  /** Ends the session, if there is one, and tells where the browser ends the issuer's and comes back from (`returnTo`). */
  async function signOut(sessionId: string | undefined, returnTo: string): Promise<string | undefined> {
    const session = await sessionOf(sessionId);
    if (sessionId !== undefined && session !== undefined) {
      const { staff } = session;
      const by = byOf(staff);
      const subject = officeSubject(staff.unit);
      // Not one transaction: the role may delete sessions only, and AWS holds every key of a transaction against that.
      await table.commit([sessions.endWrite(sessionId)]);
      await audit.record({ at: clock(), by, action: "session.end", subject, result: "done" });
    }
    return oidc.endSessionUrl(returnTo);
  }

  const sessionOf = async (sessionId: string | undefined): Promise<Session | undefined> =>
    sessionId === undefined ? undefined : sessions.touch(sessionId, clock());

  /** Who works in a unit. Throws 403 for a unit that is not the asker's to see. */
  async function colleagues(actor: Staff, unit: string): Promise<readonly Colleague[]> {
    if (denial(actor, "staff.list", { unit }) !== undefined) throw forbidden();
    return options.staff.list(unit, clock());
  }

  return { beginSignIn, completeSignIn, sessionOf, signOut, colleagues };
}
