/**
 * A request from an old register becomes a case: over from its first event on, in one transaction with what finds it, its
 * record, and what says that this number of the register is taken. No notice, no clock, no code that anybody holds.
 */
import { caseSubject } from "../audit/audit.ts";
import { startOfDay, yearOf } from "../calendar/calendar.ts";
import { canonicalJson, linkOf } from "../case/case.chain.ts";
import type { DisclosureEvent } from "../disclosure/disclosure.case.ts";
import { fold } from "../disclosure/disclosure.case.ts";
import { lastFourOf } from "../disclosure/disclosure.contact.ts";
import { maskApplicant } from "../disclosure/disclosure.mask.ts";
import { openOpenings, taken } from "../disclosure/disclosure.opening.ts";
import type { DisclosureParts } from "../disclosure/disclosure.parts.ts";
import type { Application } from "../disclosure/disclosure.ts";
import { byOf, type Staff } from "../identity/identity.ts";
import { randomId } from "../kit/id.ts";
import { busy } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { OldRequest, Taken } from "./old.ts";

/** What of the annual reports an import has to know. */
export interface PublishedYears {
  /** Whether the report of the unit or of the whole government for this year is published. */
  isPublished(unit: string, year: number): Promise<boolean>;
  /** Hold only while none of these is published. */
  stillOpen(unit: string, year: number, otherwise: () => Error): readonly Write[];
}

export interface KeepingOptions {
  readonly parts: DisclosureParts;
  readonly published: PublishedYears;
}

const MOST_TRIES = 12;
const MOST_AT_ONCE = 100;

/** What the table keeps of a number that was imported. */
interface Kept {
  readonly contentHash: string;
}

interface New {
  readonly reference: string;
  readonly writes: readonly Write[];
}

class KeptAlready extends Error {
  readonly kept: Kept | undefined;
  constructor(kept: Kept | undefined) {
    super("this number was imported before");
    this.kept = kept;
  }
}

export type Keeping = ReturnType<typeof openKeeping>;

export function openKeeping({ parts, published }: KeepingOptions) {
  const { table, vault, cases, store, lookups, audit, calendar, clock, random } = parts;
  const openings = openOpenings(parts);
  const publishedNow = new Error("a report was published meanwhile");

  // A number of a register is nobody's secret, but nothing says that a name is not in it.
  const keyFor = (unit: string, number: string): Key => ({
    pk: keyOf("OLDREQUEST", vault.hash("old request", `${unit} ${number}`)),
    sk: "IMPORTED",
  });
  const contentOf = (old: OldRequest): string => vault.hash("old request content", canonicalJson(old));
  const repeated = (old: OldRequest, kept: Kept | undefined): Taken =>
    kept?.contentHash === contentOf(old)
      ? { result: "unchanged" }
      : { result: "rejected", reason: "differs" };

  /** Counted unless a report of one of its years is out already: a part of a case cannot be counted. */
  async function isCounted(unit: string, years: readonly number[]): Promise<boolean> {
    for (const year of years) if (await published.isPublished(unit, year)) return false;
    return true;
  }

  function eventOf(old: OldRequest, at: { unit: string; by: Staff; counted: boolean }): DisclosureEvent {
    const { number, channel, title, applicantKind, name, receivedOn, outcome, reply, delivery } = old;
    return {
      n: 1,
      kind: "import",
      at: clock(),
      by: byOf(at.by),
      data: {
        ...{ unit: at.unit, number, title, applicantKind, receivedOn, outcome, reply, counted: at.counted },
        ...(channel === undefined ? {} : { channel }),
        ...(delivery === undefined ? {} : { delivery }),
        applicantMasked: maskApplicant(applicantKind, name),
        on: old.answeredOn,
        access: { codeSalt: randomId(random), phoneHash: "" },
      },
    };
  }

  function writesOf(old: OldRequest, unit: string, by: Staff, counted: boolean): New {
    const { number, name, phone, identityNumber } = old;
    const reference = openings.drawReference(startOfDay(old.receivedOn));
    const event = eventOf(old, { unit, by, counted });
    const head = fold(reference, [event], calendar);
    const years = counted ? yearsOf(old) : [];
    const values = {
      ...{ name, number },
      ...(phone === undefined ? {} : { phone4: lastFourOf(phone) }),
      ...(identityNumber === undefined ? {} : { identity: identityNumber }),
    };
    const { hash: chain } = linkOf(reference, undefined, event);
    const entry = { at: event.at, by: event.by, action: "case.import", result: "done" } as const;
    const writes: readonly Write[] = [
      {
        kind: "put",
        key: keyFor(unit, number),
        item: { reference, contentHash: contentOf(old) },
        when: isNew,
        otherwise: (stored) => new KeptAlready(keptIn(stored)),
      },
      ...years.flatMap((year) => published.stillOpen(unit, year, () => publishedNow)),
      ...cases.createWrites(head, [event], () => taken),
      store.applicationWrite(reference, applicationOf(old, unit), "zh"),
      ...lookups.writes({ unit, reference, at: head.submittedAt, values }),
      audit.write({ ...entry, subject: caseSubject(reference), chain }),
    ];
    return { reference, writes };
  }

  /** One transaction; what was imported before costs a read and changes nothing. */
  async function keep(old: OldRequest, unit: string, by: Staff): Promise<Taken> {
    const kept = await table.get(keyFor(unit, old.number));
    if (kept !== undefined) return repeated(old, keptIn(kept));
    for (let attempt = 0; attempt < MOST_TRIES; attempt += 1) {
      const counted = await isCounted(unit, yearsOf(old));
      const { reference, writes } = writesOf(old, unit, by, counted);
      try {
        await table.commit(writes);
        return { result: "added", reference, counted };
      } catch (error) {
        if (error instanceof KeptAlready) return repeated(old, error.kept);
        // A drawn number that is in use is drawn again; a report that came out meanwhile is looked at.
        if (error !== taken && error !== publishedNow) throw error;
      }
    }
    throw busy();
  }

  /** What keeping these would come to, in their order; nothing is written. */
  async function foresee(all: readonly OldRequest[], unit: string): Promise<readonly Taken[]> {
    const starts = Array.from({ length: Math.ceil(all.length / MOST_AT_ONCE) }, (_, n) => n * MOST_AT_ONCE);
    const foreseen: Taken[] = [];
    for (const start of starts) {
      const some = all.slice(start, start + MOST_AT_ONCE);
      const found = await table.getMany(some.map(({ number }) => keyFor(unit, number)));
      for (const [index, old] of some.entries()) {
        const item = found[index];
        foreseen.push(
          item === undefined
            ? { result: "added", reference: "", counted: await isCounted(unit, yearsOf(old)) }
            : repeated(old, keptIn(item)),
        );
      }
    }
    return foreseen;
  }

  return { keep, foresee };
}

const keptIn = (item: StoredItem | undefined): Kept | undefined =>
  item === undefined ? undefined : { contentHash: String(item.contentHash) };

const yearsOf = ({ receivedOn, answeredOn }: OldRequest): readonly number[] => {
  const first = yearOf(receivedOn);
  return Array.from({ length: yearOf(answeredOn) - first + 1 }, (_, index) => first + index);
};

function applicationOf(old: OldRequest, unit: string): Application {
  const { number: _n, channel: _c, receivedOn: _r, outcome: _o, answeredOn: _a, delivery: _d, ...rest } = old;
  const { reply: _reply, ...application } = rest;
  return { ...application, unit };
}
