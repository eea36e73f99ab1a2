/**
 * Who works in a unit, as far as signing in has told us: `STAFF#<unit> / ROSTER`, one item a unit, so that a page
 * that offers people to choose from pays one read. Changed under its version, so that nobody is lost.
 */
import * as v from "valibot";
import type { Instant } from "../kit/clock.ts";
import { plusSeconds } from "../kit/clock.ts";
import { busy } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { Role, Staff } from "./identity.ts";
import { roles } from "./identity.ts";

/** Somebody of a unit, to be chosen from a list. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly roles: readonly Role[];
}

export interface StaffStore {
  /** Adds or renews a person; writes nothing when all of it is known and fresh. */
  remember(staff: Staff, at: Instant): Promise<void>;
  /** Somebody of a unit as the last sign-in said, however long ago. */
  find(unit: string, id: string): Promise<Colleague | undefined>;
  /** Everybody who signed in within half a year, by name. */
  list(unit: string, at: Instant): Promise<readonly Colleague[]>;
}

const entry = v.object({
  id: v.string(),
  name: v.string(),
  roles: v.array(v.picklist(roles)),
  seenAt: v.string(),
});
const roster = v.object({ version: v.number(), people: v.array(entry) });
type Entry = v.InferOutput<typeof entry>;

/** Who has not signed in for so long has probably left. */
const FORGOTTEN_AFTER_SECONDS = 180 * 24 * 3600;
const RENEWED_AFTER_SECONDS = 7 * 24 * 3600;
const MAX_ATTEMPTS = 5;

class RosterChanged extends Error {
  override readonly name = "RosterChanged";
}

export function openStaffStore(table: Table): StaffStore {
  const keyFor = (unit: string): Key => ({ pk: keyOf("STAFF", unit), sk: "ROSTER" });

  async function read(unit: string, consistent: boolean) {
    const item = await table.get(keyFor(unit), { consistent });
    return item === undefined ? { version: 0, people: [] } : v.parse(roster, item);
  }

  async function remember(staff: Staff, at: Instant, attempt = 0): Promise<void> {
    const { version, people } = await read(staff.unit, true);
    const known = people.find((each) => each.id === staff.id);
    if (known !== undefined && isFresh(known, staff, at)) return;
    const person: Entry = { id: staff.id, name: staff.name, roles: [...staff.roles], seenAt: at };
    const others = current(people, at).filter((each) => each.id !== staff.id);
    try {
      await table.commit([
        {
          kind: "put",
          key: keyFor(staff.unit),
          item: { version: version + 1, people: [...others, person] },
          when: version === 0 ? isNew : { text: "#version = :version", values: { version } },
          otherwise: () => new RosterChanged(),
        },
      ]);
    } catch (error) {
      if (!(error instanceof RosterChanged)) throw error;
      if (attempt >= MAX_ATTEMPTS) throw busy(error);
      await remember(staff, at, attempt + 1);
    }
  }

  return {
    remember: (staff, at) => remember(staff, at),
    async find(unit, id) {
      const { people } = await read(unit, true);
      return people.find((each) => each.id === id);
    },
    async list(unit, at) {
      const { people } = await read(unit, false);
      return current(people, at)
        .map(({ id, name, roles: theirs }) => ({ id, name, roles: theirs }))
        .sort((one, other) => one.name.localeCompare(other.name, "zh-Hans") || (one.id < other.id ? -1 : 1));
    },
  };
}

const current = (people: readonly Entry[], at: Instant): readonly Entry[] =>
  people.filter((each) => plusSeconds(each.seenAt, FORGOTTEN_AFTER_SECONDS) > at);

const isFresh = (known: Entry, staff: Staff, at: Instant): boolean =>
  known.name === staff.name &&
  known.roles.join() === staff.roles.join() &&
  plusSeconds(known.seenAt, RENEWED_AFTER_SECONDS) > at;
