/** Looking at outgoing files: malware, what is hidden in them, and copies without it. */
import type { DataFiles } from "../attachment/attachment.service.ts";
import type { CaseFile } from "../attachment/attachment.ts";
import { partsOf } from "../attachment/attachment.words.ts";
import type { Log } from "../kit/log.ts";
import { invalid } from "../kit/problem.ts";
import { docxFindings, xlsxFindings } from "./release.docx.ts";
import { imageFindings } from "./release.image.ts";
import { ofdFindings } from "./release.ofd.ts";
import { pdfFindings } from "./release.pdf.ts";
import type { Scanner } from "./release.scan.ts";
import type { Origin, ReleaseStore } from "./release.store.ts";
import { CHECK_VERSION } from "./release.store.ts";
import type { FileCheck, Finding } from "./release.ts";
import { cleanedName, gathered, isRemovable, nameFindings } from "./release.ts";

export interface ReleaseOptions {
  readonly attachments: Pick<DataFiles, "readData" | "keepMade">;
  readonly store: ReleaseStore;
  /** Undefined where a deployment has none. */
  readonly scanner: Scanner | undefined;
  readonly log: Pick<Log, "warn">;
}

export type ReleaseChecks = ReturnType<typeof openReleaseChecks>;

/** A check, and what the file is a cleaned copy of. */
export interface SeenFile extends FileCheck {
  readonly origin: Origin | undefined;
}

export function openReleaseChecks({ attachments, store, scanner, log }: ReleaseOptions) {
  /** What is known of the file; looked at again when it was checked by an older check or without the scanner. */
  async function check(reference: string, file: CaseFile): Promise<SeenFile> {
    const kept = await store.read(reference, file.id);
    const isCurrent =
      kept?.version === CHECK_VERSION && kept.sha256 === file.sha256 && kept.scanner === scanner?.name;
    if (kept !== undefined && isCurrent) return { ...kept.check, origin: kept.origin };
    return look(reference, file, await attachments.readData(file), kept?.origin);
  }

  async function look(
    reference: string,
    file: CaseFile,
    bytes: Uint8Array,
    origin: Origin | undefined,
  ): Promise<SeenFile> {
    const findings = gathered([
      ...(await malware(bytes)),
      ...nameFindings(file.name),
      ...(await hidden(file.kind, bytes)),
    ]);
    const made: FileCheck = {
      file: file.id,
      ...(scanner === undefined ? {} : { scanner: scanner.name }),
      findings,
    };
    // What the scanner could not answer today it may answer tomorrow.
    if (!findings.some(({ code }) => code === "not_scanned"))
      await store.keep(reference, {
        version: CHECK_VERSION,
        sha256: file.sha256,
        ...(scanner === undefined ? {} : { scanner: scanner.name }),
        check: made,
        ...(origin === undefined ? {} : { origin }),
      });
    return { ...made, origin };
  }

  async function malware(bytes: Uint8Array): Promise<readonly Finding[]> {
    if (scanner === undefined) return [];
    try {
      const found = await scanner.scan(bytes);
      return found === undefined ? [] : [{ code: "infected", count: 1, where: found }];
    } catch (error) {
      log.warn("the malware scanner did not answer", { error: String(error) });
      return [{ code: "not_scanned", count: 1 }];
    }
  }

  /**
   * A copy without whatever can be taken out, under a cleaned name, with its own hash, checked in its turn; it knows
   * which file it was made from. Throws 422 `files.not_cleaned` for what cannot be opened or has nothing to take
   * out, and `files.not_redacted` where it is not certain that the text behind boxes would be gone.
   */
  async function clean(reference: string, file: CaseFile): Promise<CaseFile> {
    const { findings } = await check(reference, file);
    if (!findings.some(({ code }) => isRemovable(file, code))) throw notCleaned("cleaned");
    const bytes = await attachments.readData(file);
    const cleaned = await cleanedBytes(file.kind, bytes).catch((error: unknown) => {
      throw notCleaned(error instanceof Error && error.name === "NotRedacted" ? "redacted" : "cleaned");
    });
    const { kind } = file;
    const made = await attachments.keepMade({ bytes: cleaned, name: cleanedName(file.name), kind });
    const { id, name, sha256 } = file;
    await look(reference, made, cleaned, { id, name: cleanedName(name), sha256 });
    return made;
  }

  return { check, clean, scanner: scanner?.name };
}

const notCleaned = (what: "cleaned" | "redacted") => invalid([{ field: "files", code: `files.not_${what}` }]);
const notExamined: readonly Finding[] = [{ code: "not_examined", count: 1 }];

/** What is broken, encrypted or too large is said to be not examined; it is no reason to fail. */
async function hidden(kind: CaseFile["kind"], bytes: Uint8Array): Promise<readonly Finding[]> {
  try {
    if (kind === "pdf") return await pdfFindings(bytes);
    if (kind === "jpeg" || kind === "png") return imageFindings(kind, bytes);
    const parts = await partsOf(bytes);
    if (parts === undefined) return notExamined;
    return { docx: docxFindings, xlsx: xlsxFindings, ofd: ofdFindings }[kind](parts);
  } catch {
    return notExamined;
  }
}

async function cleanedBytes(kind: CaseFile["kind"], bytes: Uint8Array): Promise<Uint8Array> {
  if (kind === "pdf") return (await import("./release.clean.pdf.ts")).cleanedPdf(bytes);
  if (kind === "jpeg" || kind === "png")
    return (await import("./release.image.ts")).cleanedImage(kind, bytes);
  // A seal signs every byte of an OFD: only its name can be cleaned.
  if (kind === "ofd") return bytes;
  const parts = await partsOf(bytes);
  if (parts === undefined) throw new Error("it cannot be unpacked");
  const { cleanedOffice } = await import("./release.clean.docx.ts");
  const { zipSync } = await import("fflate");
  return zipSync(await cleanedOffice(kind, parts));
}
