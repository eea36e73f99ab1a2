/**
 * Following a case: showing that one is its applicant, seeing how it stands, withdrawing it. A number that does not
 * exist gets the same answer by the same steps as a wrong code.
 */
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { provesApplicant, queryCodeOf } from "../disclosure/disclosure.access.ts";
import type { DisclosureEvent, DisclosureHead } from "../disclosure/disclosure.case.ts";
import { denial } from "../identity/access.ts";
import type { Applicant } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { epochSecondsOf } from "../kit/clock.ts";
import { forbidden, notFound, Problem } from "../kit/problem.ts";
import type { StoredItem } from "../kit/table.ts";
import type { Vault } from "../kit/vault.ts";
import type { Shown } from "./progress.form.ts";
import { countedOf, openLimiter } from "./progress.limiter.ts";
import type { ProgressStore } from "./progress.store.ts";
import type { Progress } from "./progress.ts";
import { applicantOf, GRANT_SECONDS, progressOf, readGrants, withGrant, writeGrants } from "./progress.ts";

export interface ProgressServiceOptions {
  readonly store: ProgressStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly calendar: Calendar;
  readonly heads: {
    readHead(reference: string): Promise<DisclosureHead | undefined>;
    readHeadFrom(item: StoredItem | undefined): DisclosureHead | undefined;
  };
  readonly disclosure: {
    act(command: ApplicantCommand): Promise<DisclosureHead>;
  };
}

export interface ApplicantCommand {
  readonly reference: string;
  readonly action: "withdraw" | "correct" | "give_reasons";
  readonly data: DisclosureEvent["data"];
  readonly actor: Applicant;
  readonly commandId: string | undefined;
}

/** A corrected application in the applicant's words; the note is for what else was asked for. */
export interface CorrectedWords {
  readonly title: string;
  readonly description: string;
  readonly note: string;
}

export interface ProgressService {
  /**
   * The case, when what is shown proves its applicant; undefined when it does not, or there is no such case. One read
   * request; a wrong try adds one write for the number and one for the address. Throws 429 `too_many_tries`.
   */
  prove(shown: Shown, address: string): Promise<Progress | undefined>;
  /** The same for a case of any kind: its number, when what is shown proves who began it. */
  open(shown: Shown, address: string): Promise<string | undefined>;
  /** The query codes of the cases into which a case was split, for who has shown its own code. */
  partCodes(reference: string): Promise<Readonly<Record<string, string>>>;
  /** The case for somebody who has proven it before. Throws 404. */
  read(reference: string): Promise<Progress>;
  /** Throws 409 `out_of_turn` when the case is over; withdrawing what is withdrawn does nothing. */
  withdraw(reference: string, commandId: string): Promise<void>;
  /** Throws 409 `out_of_turn` when none is asked for, 422 with the fields that are wrong or the law that refuses. */
  correct(reference: string, words: CorrectedWords, commandId: string | undefined): Promise<void>;
  /** Throws 409 `out_of_turn` when the case is over, 422 for the text or when none are asked for. */
  giveReasons(reference: string, reasons: string, commandId: string | undefined): Promise<void>;
  /** The value of the cookie with one more case in it. */
  grant(cookie: string | undefined, reference: string): string;
  isGranted(cookie: string | undefined, reference: string): boolean;
}

const PURPOSE = "progress";
const MOST_ROUNDS = 5;

export function openProgressService(options: ProgressServiceOptions): ProgressService {
  const { store, vault, clock, heads } = options;
  const limiter = openLimiter(store, clock);
  const seen = (head: DisclosureHead): Progress => {
    const denied = denial(applicantOf(head.reference), "case.read", head);
    if (denied !== undefined) throw forbidden(denied);
    return progressOf(head, options.calendar, dayOf(clock()));
  };
  const grantsOf = (cookie: string | undefined) =>
    readGrants(vault.verify(PURPOSE, cookie ?? "") ?? "", epochSecondsOf(clock()));

  async function read(reference: string): Promise<Progress> {
    const head = await heads.readHead(reference);
    if (head === undefined) throw notFound("case_not_found");
    return seen(head);
  }

  /** The office may act on the case at the same moment; that is no matter of the applicant's. */
  async function actAtLast(command: ApplicantCommand, round = 1): Promise<void> {
    try {
      await options.disclosure.act(command);
    } catch (error) {
      const changed = error instanceof Problem && error.code === "case_changed";
      if (!changed || round >= MOST_ROUNDS) throw error;
      await actAtLast(command, round + 1);
    }
  }

  /** The stored case whose applicant it proves. */
  async function proven(shown: Shown, address: string): Promise<StoredItem | undefined> {
    const tracked = await store.read(shown.reference, address);
    limiter.check(countedOf(tracked));
    const proves = () => provesApplicant(vault, shown, store.accessOf(tracked.item));
    // Four digits are ten thousand possibilities: the try is taken first, so that a burst cannot outrun the limit.
    // Codes are a hundred thousand million: only a wrong one costs a write.
    const taken = shown.queryCode === undefined ? await limiter.take(countedOf(tracked)) : undefined;
    if (!proves()) {
      if (taken === undefined) await limiter.take(countedOf(tracked));
      return undefined;
    }
    if (taken !== undefined) await limiter.giveBack(taken);
    return tracked.item;
  }

  return {
    read,
    async partCodes(reference) {
      const head = await heads.readHead(reference);
      if (head === undefined) throw notFound("case_not_found");
      // A part keeps the secret of the request that it came from; under its own number that makes a code of its own.
      const { codeSalt } = head.access;
      return Object.fromEntries(
        (head.parts ?? []).map((part) => [part.reference, queryCodeOf(vault, part.reference, codeSalt)]),
      );
    },
    async prove(shown, address) {
      const head = heads.readHeadFrom(await proven(shown, address));
      return head === undefined ? undefined : seen(head);
    },
    open: async (shown, address) =>
      (await proven(shown, address)) === undefined ? undefined : shown.reference,
    async withdraw(reference, commandId) {
      const command: ApplicantCommand = {
        reference,
        action: "withdraw",
        data: {},
        actor: applicantOf(reference),
        commandId,
      };
      try {
        await options.disclosure.act(command);
      } catch (error) {
        if (!(error instanceof Problem) || error.status !== 409) throw error;
        const now = await read(reference);
        if (now.state === "withdrawn") return;
        // The office moved the case at the same moment; that does not take the right to withdraw away.
        if (error.code !== "case_changed" || !now.withdrawable) throw error;
        await options.disclosure.act(command);
      }
    },
    async correct(reference, words, commandId) {
      const actor = applicantOf(reference);
      // Of the day it arrives the office's clock decides, see `prepareAside`.
      const data = { on: "", ...words };
      await actAtLast({ reference, action: "correct", data, actor, commandId });
    },
    async giveReasons(reference, reasons, commandId) {
      const actor = applicantOf(reference);
      const data = { on: "", reasons };
      await actAtLast({ reference, action: "give_reasons", data, actor, commandId });
    },
    grant(cookie, reference) {
      const until = epochSecondsOf(clock()) + GRANT_SECONDS;
      return vault.sign(PURPOSE, writeGrants(withGrant(grantsOf(cookie), { reference, until })));
    },
    isGranted: (cookie, reference) => grantsOf(cookie).some((grant) => grant.reference === reference),
  };
}
