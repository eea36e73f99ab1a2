/**
 * Taking a file of guides in from an office: handed in by upload, looked at as a whole before anything is written, then
 * taken in by slices, each of which may be repeated.
 */
import type { DataFile, DataFiles, Offer, UploadError } from "../attachment/attachment.service.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import { officeSubject } from "../audit/audit.ts";
import { denial, type Permission } from "../identity/access.ts";
import { byOf, type Staff } from "../identity/identity.ts";
import { conflict, forbidden, notFound, Problem } from "../kit/problem.ts";
import type { ImportStore } from "../sheet/sheet.import.store.ts";
import { isImportId } from "../sheet/sheet.import.ts";
import { type FileProblem, UnusableFile } from "../sheet/sheet.ts";
import { personOf } from "./guide.commit.service.ts";
import { openImportLook } from "./guide.import.look.service.ts";
import {
  beginRun,
  type ImportAction,
  type ImportRecord,
  importActions,
  importPermission,
  importRefusal,
  MOST_IMPORT_BYTES,
} from "./guide.import.record.ts";
import type { ReportLine } from "./guide.import.report.ts";
import { openImportTaking, type TakingOptions } from "./guide.import.take.service.ts";

export interface GuideImportOptions extends Omit<TakingOptions, "rowsOf"> {
  readonly store: ImportStore<ImportRecord>;
  readonly files: DataFiles;
  readonly audit: AuditStore;
}

export type GuideImports = ReturnType<typeof openGuideImports>;
export type HandedIn = { readonly id: string } | { readonly problem: FileProblem | UploadError };

const ownerOf = (actor: Staff): string => `guides ${actor.unit} ${actor.id}`;

export function openGuideImports({ store, files, audit, ...taking }: GuideImportOptions) {
  const { clock } = taking;
  const { look, report, rowsOf } = openImportLook(files);
  const takeSlice = openImportTaking({ ...taking, rowsOf });
  const demand = demandOn(audit, clock);

  /** Throws 404 when there is no such import, 403 for another unit. */
  async function read(actor: Staff, id: string): Promise<ImportRecord> {
    const record = isImportId(id) ? await store.read(id) : undefined;
    if (record === undefined) throw notFound("import_not_found");
    await demand(actor, "guide.read_drafts", record.unit);
    return record;
  }

  /** The same file handed in twice is one import. */
  async function keep(actor: Staff, file: DataFile): Promise<void> {
    const record = {
      schema: 1,
      id: file.id,
      unit: actor.unit,
      revision: 1,
      by: personOf(actor),
      file,
    } as const;
    try {
      await store.add({ ...record, at: clock(), ...(await look(file)) });
    } catch (error) {
      if (!(error instanceof Problem && error.code === "import_exists")) throw error;
    }
  }

  return {
    read,
    async offer(actor: Staff, redirectTo: (uploadId: string) => string): Promise<Offer> {
      await demand(actor, "guide.write", actor.unit);
      return files.offer(ownerOf(actor), redirectTo);
    },
    /** Looks at what was posted, and keeps it when guides are in it. Throws 403. */
    async handIn(actor: Staff, uploadId: string): Promise<HandedIn> {
      await demand(actor, "guide.write", actor.unit);
      const accepted = await files.acceptData(ownerOf(actor), uploadId, MOST_IMPORT_BYTES);
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
    report: async (actor: Staff, id: string): Promise<readonly ReportLine[]> =>
      report((await read(actor, id)).file),
    async list(actor: Staff) {
      await demand(actor, "guide.read_drafts", actor.unit);
      return store.list(actor.unit);
    },
    /** What this person may do with it now. */
    actionsFor: (record: ImportRecord, actor: Staff): readonly ImportAction[] =>
      importActions.filter(
        (action) =>
          importRefusal(record, action, actor) === undefined &&
          denial(actor, importPermission(record, action), { unit: record.unit }) === undefined,
      ),
    /** Takes the next slice in. Throws 403 for who may not, 409 `out_of_turn` and `import_moved`. */
    async work(actor: Staff, id: string, action: ImportAction): Promise<ImportRecord> {
      const before = await read(actor, id);
      await demand(actor, importPermission(before, action), before.unit);
      const refusal = importRefusal(before, action, actor);
      if (refusal === "out_of_turn") throw conflict(refusal);
      if (refusal !== undefined) throw forbidden(refusal);
      const begun = action === "go_on" ? before.run : undefined;
      const run = await takeSlice(before, begun ?? beginRun(action, personOf(actor)), actor);
      const after: ImportRecord = { ...before, revision: before.revision + 1, run };
      await store.move(before, after);
      return after;
    },
  };
}

/** Whoever is refused is told why, and it is on record. */
function demandOn(audit: AuditStore, clock: GuideImportOptions["clock"]) {
  return async (actor: Staff, permission: Permission, unit: string): Promise<void> => {
    const reason = denial(actor, permission, { unit });
    if (reason === undefined) return;
    const entry = { at: clock(), by: byOf(actor), action: "guide.import", subject: officeSubject(unit) };
    await audit.record({ ...entry, result: "refused", reason });
    throw forbidden(reason);
  };
}
