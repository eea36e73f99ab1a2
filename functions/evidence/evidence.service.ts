/** The evidence bundle: everything of a case in one ZIP with a manifest, its events' chain verified, the download on record. */
import type { DataFiles } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import type { AuditStore } from "../audit/audit.store.ts";
import { caseSubject } from "../audit/audit.ts";
import type { ChainVerdict, StoredEvent } from "../case/case.chain.ts";
import { canonicalJson, commandHashes, verifyChain } from "../case/case.chain.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Bucket } from "../kit/bucket.ts";
import type { Clock } from "../kit/clock.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { Letters } from "../letter/letter.service.ts";
import { definitionOf } from "../letter/letter.template.service.ts";
import type { EvidenceRecord } from "./evidence.record.ts";
import { FRONT_PAGE, MANIFEST, sealOf, sha256Of } from "./evidence.seal.ts";
import type { Contents, EvidenceFile, EvidencePart } from "./evidence.ts";
import { pathOf } from "./evidence.ts";
import { zipOf } from "./evidence.zip.ts";

export interface EvidenceOptions {
  readonly records: {
    /** Throws 404 for a missing case, 403, on record, for who may not see it. */
    read(reference: string, actor: Staff): Promise<EvidenceRecord>;
    demand(actor: Staff, permission: "evidence.download", subject: EvidenceRecord["head"]): Promise<void>;
  };
  readonly cases: { readStoredEvents(reference: string): Promise<readonly StoredEvent[]> };
  readonly letters: Pick<Letters, "filesOf">;
  readonly attachments: Pick<DataFiles, "readData">;
  readonly bucket: Pick<Bucket, "put" | "downloadLink">;
  readonly audit: AuditStore;
  readonly clock: Clock;
  readonly random: Random;
}

export type Evidence = ReturnType<typeof openEvidence>;

/** A file with its bytes, on its way into the bundle. */
interface Piece {
  readonly part: EvidencePart;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly recordedSha256?: string;
}

export interface Gathered {
  readonly record: EvidenceRecord;
  readonly verdict: ChainVerdict;
  readonly letters: Awaited<ReturnType<Letters["filesOf"]>>;
}

const LINK_SECONDS = 60;
const json = (value: unknown): Uint8Array => new TextEncoder().encode(`${JSON.stringify(value, null, 2)}\n`);

export function openEvidence(options: EvidenceOptions) {
  const { records, cases, letters, attachments, bucket, audit, clock, random } = options;

  /** Whether the events are what was written, for who may have the evidence. Throws 403, on record, for others. */
  async function look(actor: Staff, reference: string): Promise<Gathered> {
    const record = await records.read(reference, actor);
    await records.demand(actor, "evidence.download", record.head);
    const [events, entries, issued] = await Promise.all([
      cases.readStoredEvents(reference),
      audit.all(caseSubject(reference)),
      letters.filesOf(reference),
    ]);
    const recorded = commandHashes(entries);
    const verdict = verifyChain({ reference, events, head: record.head.chain, recorded });
    return { record, verdict, letters: issued };
  }

  const attached = async (files: readonly CaseFile[], part: EvidencePart): Promise<readonly Piece[]> =>
    Promise.all(
      files.map(async (file) => ({
        part,
        name: file.name,
        bytes: await attachments.readData(file),
        recordedSha256: file.sha256,
      })),
    );

  async function piecesOf(
    reference: string,
    { record, letters: issued }: Gathered,
  ): Promise<readonly Piece[]> {
    const { head, application, counted, replyFiles } = record;
    const [events, entries] = await Promise.all([
      cases.readStoredEvents(reference),
      audit.all(caseSubject(reference)),
    ]);
    const stored = events.map(({ event, previous, hash }) => ({ event, previous, hash }));
    return [
      { part: "application", name: "申请书.json", bytes: json(application) },
      ...(await attached(head.attachments, "application")),
      { part: "events", name: "办理过程.json", bytes: json(stored) },
      { part: "events", name: "办理期限.json", bytes: json(counted) },
      ...(await attached(replyFiles, "reply")),
      ...issued.map(({ letter, bytes }) => ({
        part: "letters" as const,
        name: `${definitionOf(letter.kind).title.zh}〔${letter.number.year}〕${letter.number.serial}号.docx`,
        bytes,
        recordedSha256: letter.sha256,
      })),
      { part: "letters", name: "制发和送达.json", bytes: json(issued.map(({ letter }) => letter)) },
      {
        part: "record",
        name: "操作记录.json",
        bytes: json(entries.filter(({ chain }) => chain !== undefined)),
      },
    ];
  }

  function contentsOf(actor: Staff, { record, verdict }: Gathered, files: readonly EvidenceFile[]): Contents {
    const { reference, title, unit, chain, version } = record.head;
    const proof = verdict.ok
      ? { ok: true, events: verdict.events, chained: verdict.chained }
      : { ok: false, events: version, chained: 0, fault: `${verdict.fault} ${verdict.n}` };
    return {
      schema: 1,
      reference,
      title,
      unit,
      createdAt: clock(),
      createdBy: byOf(actor),
      chain: { ...proof, head: chain ?? null },
      files,
    };
  }

  /**
   * Makes the bundle and gives a link that downloads it, good for a minute. `index` turns the contents into the page at
   * its front. The bundle itself is gone after a day; its hash stays on record with who downloaded it.
   */
  async function create(
    actor: Staff,
    reference: string,
    index: (contents: Contents, gathered: Gathered) => Promise<string>,
  ): Promise<string> {
    const gathered = await look(actor, reference);
    const pieces = await piecesOf(reference, gathered);
    const named = pieces.map((piece) => ({ ...piece, path: pathFor(piece, pieces) }));
    const files = named.map(({ path, part, bytes, recordedSha256 }) => ({
      path,
      part,
      sizeBytes: bytes.length,
      sha256: sha256Of(bytes),
      ...(recordedSha256 === undefined ? {} : { recordedSha256 }),
    }));
    const contents = contentsOf(actor, gathered, files);
    const front = new TextEncoder().encode(await index(contents, gathered));
    const unsealed = { ...contents, frontSha256: sha256Of(front) };
    const manifest = { ...unsealed, seal: sealOf(unsealed) };
    const zip = await zipOf([
      { path: FRONT_PAGE, bytes: front },
      { path: MANIFEST, bytes: new TextEncoder().encode(`${canonicalJson(manifest)}\n`) },
      ...named,
    ]);
    const key = `bundles/${randomId(random)}.zip`;
    await bucket.put(key, zip, "application/zip");
    await audit.record({
      at: clock(),
      by: byOf(actor),
      action: "evidence.download",
      subject: caseSubject(reference),
      result: "done",
      chain: sha256Of(zip),
    });
    return bucket.downloadLink(key, `证据材料 ${reference}.zip`, LINK_SECONDS);
  }

  return { look, create };
}

const pathFor = (piece: Piece, all: readonly Piece[]): string => {
  const place = all.filter(({ part }) => part === piece.part).indexOf(piece) + 1;
  return pathOf(piece.part, place, piece.name);
};
