import type { CaseFile } from "../../../functions/attachment/attachment.ts";
import type { FileCheck, Finding } from "../../../functions/release/release.ts";
import { officeCopy } from "../../copy/office.ts";
import type { Language } from "../../view.ts";

/** A check, and what the file was cleaned from. */
export type ShownCheck = FileCheck & { readonly origin?: { readonly name: string } | undefined };

export interface ReleaseFactsProps {
  lang: Language;
  file: CaseFile;
  check: ShownCheck | undefined;
  /** Which findings can be taken out of this file here. */
  removable: readonly string[];
}

/** What the release check says of a file, under its name. */
export function ReleaseFacts({ lang, file, check, removable }: ReleaseFactsProps) {
  const words = officeCopy(lang).release;
  if (check === undefined) return null;
  const { findings, origin } = check;
  return (
    <div class="release">
      {origin ? <p class="muted">{words.origin(origin.name)}</p> : null}
      {findings.length === 0 ? (
        <p class="release__clean">{words.clean}</p>
      ) : (
        <>
          <p class="release__found">{words.found(findings.length)}</p>
          <ul class="release__list">
            {findings.map((finding) => (
              <li>
                {findingWords(finding, file, lang)}
                <span class="muted">
                  {" "}
                  {removable.includes(finding.code) ? words.removable : words.manual}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** "遮盖块下面的文字还能复制出来（12 处，第 1 页）". */
export function findingWords({ code, count, where }: Finding, file: CaseFile, lang: Language): string {
  const words = officeCopy(lang).release;
  const place = where === undefined ? undefined : placeWords(where, file, lang);
  return words.said(words.findings[code], [words.times(count), ...(place === undefined ? [] : [place])]);
}

const placeWords = (where: string, { kind }: CaseFile, lang: Language): string => {
  const { where: words } = officeCopy(lang).release;
  return kind === "pdf" && /^[\d–、]+$/.test(where) ? words.pages(where) : words.parts(where);
};

interface ScannerNoteProps {
  lang: Language;
  scanner: string | undefined;
  /** Who uploads can still do something about it; who reviews is to know. */
  reader: "uploader" | "reviewer";
}

/** Whether anybody looks for malware; said aloud, so that nobody relies on what is not there. */
export function ScannerNote({ lang, scanner, reader }: ScannerNoteProps) {
  const words = officeCopy(lang).release;
  const none = reader === "uploader" ? words.noScanner : words.noScannerReview;
  return <p class="muted">{scanner === undefined ? none : words.scanned(scanner)}</p>;
}
