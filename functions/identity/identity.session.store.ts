/** Where sessions are kept: `SESSION#<hash of the id> / SESSION`. The id itself is only in the person's cookie. */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { epochSecondsOf, plusSeconds } from "../kit/clock.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table, Write } from "../kit/table.ts";
import { exists, isNew } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Staff } from "./identity.ts";
import { roles } from "./identity.ts";

export const IDLE_SECONDS = 30 * 60;
export const ABSOLUTE_SECONDS = 12 * 60 * 60;
/** A session is moved on at most this often, so that clicking about costs reads only. */
const SLIDE_SECONDS = 60;

const sessionSchema = v.object({
  staff: v.object({
    kind: v.picklist(["staff", "machine"]),
    id: v.string(),
    name: v.string(),
    unit: v.string(),
    roles: v.array(v.picklist(roles)),
  }),
  startedAt: v.string(),
  seenAt: v.string(),
});
export type Session = v.InferOutput<typeof sessionSchema>;

export interface SessionStore {
  startWrite(id: string, staff: Staff, at: Instant): Write;
  /** The session if it is still good at this instant, moved on when it is time; undefined otherwise. */
  touch(id: string, at: Instant): Promise<Session | undefined>;
  endWrite(id: string): Write;
}

/** The instant from which the session is over: idle for too long, or simply too old. */
export function endOf({ startedAt, seenAt }: Pick<Session, "startedAt" | "seenAt">): Instant {
  const idle = plusSeconds(seenAt, IDLE_SECONDS);
  const absolute = plusSeconds(startedAt, ABSOLUTE_SECONDS);
  const [first = idle] = [idle, absolute].sort();
  return first;
}

class SessionGone extends Error {
  override readonly name = "SessionGone";
}

export function openSessionStore(table: Table, vault: Vault): SessionStore {
  const keyFor = (id: string): Key => ({ pk: keyOf("SESSION", vault.hash("session", id)), sk: "SESSION" });
  const expiry = (session: Session) => epochSecondsOf(endOf(session));

  async function slide(id: string, session: Session, at: Instant): Promise<Session | undefined> {
    const moved = { ...session, seenAt: at };
    try {
      await table.commit([
        {
          kind: "update",
          key: keyFor(id),
          update: {
            text: "SET #session = :session, #expiresAt = :expiresAt",
            values: { session: moved, expiresAt: expiry(moved) },
          },
          // Signing out in another tab meanwhile must not be undone.
          when: exists,
          otherwise: () => new SessionGone(),
        },
      ]);
      return moved;
    } catch (error) {
      if (error instanceof SessionGone) return undefined;
      throw error;
    }
  }

  return {
    startWrite(id, staff, at) {
      const session: Session = { staff: { ...staff, roles: [...staff.roles] }, startedAt: at, seenAt: at };
      return { kind: "put", key: keyFor(id), item: { session, expiresAt: expiry(session) }, when: isNew };
    },
    async touch(id, at) {
      const item = await table.get(keyFor(id));
      if (item === undefined) return undefined;
      const session = v.parse(sessionSchema, item.session);
      if (at >= endOf(session)) return undefined;
      return at < plusSeconds(session.seenAt, SLIDE_SECONDS) ? session : slide(id, session, at);
    },
    endWrite: (id) => ({ kind: "delete", key: keyFor(id) }),
  };
}
