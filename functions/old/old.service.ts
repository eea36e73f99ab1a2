/**
 * Taking a register of old requests in from an office: handed in by upload, looked at as a whole before anything is
 * written, then taken in by slices, each of which may be repeated.
 */
import type { DataFile, DataFiles, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import { officeSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import { denial } from "../identity/access.ts";
import { byOf, type Staff } from "../identity/identity.ts";
import type { Clock } from "../kit/clock.ts";
import { conflict, forbidden, notFound, Problem } from "../kit/problem.ts";
import type { ImportStore } from "../sheet/sheet.import.store.ts";
import { isImportId } from "../sheet/sheet.import.ts";
import { offerEach, sliceOf } from "../sheet/sheet.offer.ts";
import { type FileProblem, UnusableFile } from "../sheet/sheet.ts";
import type { Keeping } from "./old.keep.service.ts";
import { foreseenRows, type LookedAt } from "./old.look.ts";
import {
  beginRun,
  isInTurn,
  MOST_REGISTER_BYTES,
  type OldAction,
  type OldImport,
  oldActions,
} from "./old.record.ts";
import { addToTally, newTally, type ReportLine, reportOf } from "./old.report.ts";
import { isAccepted, type OldRow } from "./old.ts";

export interface OldRequestOptions {
  readonly store: ImportStore<OldImport>;
  readonly files: DataFiles;
  readonly keeping: Keeping;
  readonly audit: AuditStore;
  readonly clock: Clock;
}

export type OldRequests = ReturnType<typeof openOldRequests>;
export type HandedIn = { readonly id: string } | { readonly problem: FileProblem | UploadError };

/** So many rows are taken in by one request, and so many of them at once. */
export const SLICE_ROWS = 200;
const AT_ONCE = 8;
const MOST_UNREAD = 30;
const ownerOf = (actor: Staff): string => `old requests ${actor.unit} ${actor.id}`;
const personOf = ({ id, name }: Staff) => ({ id, name });

export function openOldRequests({ store, files, keeping, audit, clock }: OldRequestOptions) {
  /** Whoever is refused is told why, and it is on record. */
  async function demand(actor: Staff, unit: string): Promise<void> {
    const reason = denial(actor, "case.import", { unit });
    if (reason === undefined) return;
    const entry = { at: clock(), by: byOf(actor), action: "case.import", subject: officeSubject(unit) };
    await audit.record({ ...entry, result: "refused", reason });
    throw forbidden(reason);
  }

  /** Throws 404 when there is no such import, 403 for another unit. */
  async function read(actor: Staff, id: string): Promise<OldImport> {
    const record = isImportId(id) ? await store.read(id) : undefined;
    if (record === undefined) throw notFound("import_not_found");
    await demand(actor, record.unit);
    return record;
  }

  async function open(file: DataFile) {
    const { readRegister } = await import("./old.file.ts");
    return readRegister(await files.readData(file), dayOf(clock()));
  }

  /** Every row with what taking it in would come to now; nothing is written. */
  async function* lookedAt(file: DataFile, unit: string): AsyncGenerator<LookedAt> {
    const { rows } = await open(file);
    yield* foreseenRows(rows, (some) => keeping.foresee(some, unit));
  }

  async function look(file: DataFile, unit: string): Promise<Omit<OldImport, "id" | "revision" | "run">> {
    const { rows, format, encoding, unread } = await open(file);
    const found = newTally();
    for await (const { row, taken } of foreseenRows(rows, (some) => keeping.foresee(some, unit)))
      addToTally(found, row, taken);
    const names = [...unread].sort(([, one], [, other]) => other - one).map(([name]) => name.slice(0, 50));
    const by = { id: "", name: "" };
    return {
      schema: 1,
      unit,
      at: clock(),
      by,
      file,
      found,
      format,
      encoding,
      unread: names.slice(0, MOST_UNREAD),
    };
  }

  /** The same file handed in twice is one import. */
  async function keep(actor: Staff, file: DataFile): Promise<void> {
    const seen = await look(file, actor.unit);
    try {
      await store.add({ ...seen, id: file.id, revision: 1, by: personOf(actor) });
    } catch (error) {
      if (!(error instanceof Problem && error.code === "import_exists")) throw error;
    }
  }

  return {
    read,
    async offer(actor: Staff, redirectTo: (uploadId: string) => string): Promise<Offer> {
      await demand(actor, actor.unit);
      return files.offer(ownerOf(actor), redirectTo);
    },
    /** Looks at what was posted, and keeps it when it is a register. Throws 403. */
    async handIn(actor: Staff, uploadId: string): Promise<HandedIn> {
      await demand(actor, actor.unit);
      const accepted = await files.acceptData(ownerOf(actor), uploadId, MOST_REGISTER_BYTES);
      if (!accepted.ok) return { problem: accepted.code };
      const { file } = accepted;
      try {
        await keep(actor, file);
      } catch (error) {
        if (!(error instanceof UnusableFile)) throw error;
        await files.remove([file.id]);
        return { problem: error.problem };
      }
      return { id: file.id };
    },
    /** The lines of the report. Throws 404 and 403. */
    async report(actor: Staff, id: string): Promise<readonly ReportLine[]> {
      const { file, unit } = await read(actor, id);
      const lines: ReportLine[] = [];
      for await (const { row, taken } of lookedAt(file, unit)) lines.push(...reportOf(row, taken));
      return lines;
    },
    async list(actor: Staff) {
      await demand(actor, actor.unit);
      return store.list(actor.unit);
    },
    /** What this person may do with it now. */
    actionsFor: (record: OldImport, actor: Staff): readonly OldAction[] =>
      oldActions.filter(
        (action) =>
          isInTurn(record, action) && denial(actor, "case.import", { unit: record.unit }) === undefined,
      ),
    /** Takes the next slice in. Throws 403 for who may not, 409 `out_of_turn` and `import_moved`. */
    async work(actor: Staff, id: string, action: OldAction): Promise<OldImport> {
      const before = await read(actor, id);
      if (!isInTurn(before, action)) throw conflict("out_of_turn");
      const run = before.run ?? beginRun(personOf(actor));
      const tally = structuredClone(run.tally);
      const { rows } = await open(before.file);
      const take = (row: OldRow) => (isAccepted(row) ? keeping.keep(row.old, before.unit, actor) : undefined);
      for await (const { row, taken } of offerEach(sliceOf(rows, tally.rows, SLICE_ROWS), take, AT_ONCE))
        addToTally(tally, row, taken);
      const isDone = tally.rows >= before.found.rows;
      const after = { ...before, revision: before.revision + 1, run: { ...run, tally, isDone } };
      await store.move(before, after);
      return after;
    },
  };
}
