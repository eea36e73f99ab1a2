import type { ChainVerdict } from "../../../functions/case/case.chain.ts";
import type { EvidenceRecord } from "../../../functions/evidence/evidence.record.ts";
import type { Contents } from "../../../functions/evidence/evidence.ts";
import type { LetterDefinition } from "../../../functions/letter/letter.kind.ts";
import type { Letter } from "../../../functions/letter/letter.store.ts";
import { officeCopy } from "../../copy/office.ts";
import { evidenceCopy } from "../../copy/office-evidence.ts";
import { letterDeskCopy } from "../../copy/office-letter.ts";
import { officeRectificationCopy } from "../../copy/office-rectification.ts";
import { formatBytes, formatDay, formatInstant } from "../../words.ts";
import { nameOf } from "../office/case-events.tsx";
import { verdictWords } from "../office/evidence.tsx";
import { wordFor } from "../office/queue-table.tsx";

export interface EvidenceIndexProps {
  manifest: Contents;
  record: EvidenceRecord;
  verdict: ChainVerdict;
  unit: string;
  letters: readonly { letter: Letter; title: LetterDefinition["title"] }[];
}

const lang = "zh";

/** The page at the front of a bundle. It is read from a folder, without our style sheet and without a network. */
export function EvidenceIndex(props: EvidenceIndexProps) {
  const { manifest } = props;
  const words = evidenceCopy(lang).index;
  return (
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8" />
        <title>{words.title(manifest.reference)}</title>
      </head>
      <body>
        <h1>{words.title(manifest.reference)}</h1>
        <Facts {...props} />
        <Timeline {...props} />
        <Letters {...props} />
        <Files {...props} />
      </body>
    </html>
  );
}

function Facts({ manifest, record, verdict, unit }: EvidenceIndexProps) {
  const evidence = evidenceCopy(lang);
  const words = evidence.index;
  const by = nameOf(manifest.createdBy, lang);
  const rows = [
    [words.request, record.head.title],
    [words.received, record.receivedOn ? formatDay(record.receivedOn, lang) : ""],
    [words.due, formatDay(record.dueOn, lang)],
    [words.answered, record.answeredOn ? formatDay(record.answeredOn, lang) : ""],
    [words.outcome, record.outcome],
    [evidence.chain, verdictWords(verdict, lang)],
    [words.head, manifest.chain.head ?? ""],
  ];
  return (
    <>
      <p>{words.made(formatInstant(manifest.createdAt, lang), by, unit)}</p>
      <table>
        <tbody>
          {rows.map(([name, value]) => (
            <tr>
              <th scope="row" align="left">
                {name}
              </th>
              <td>{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Timeline({ record: { events, matter } }: EvidenceIndexProps) {
  const names: Readonly<Record<string, string>> =
    matter === "rectification" ? officeRectificationCopy(lang).events : officeCopy(lang).case.event;
  return (
    <>
      <h2>{evidenceCopy(lang).index.timeline}</h2>
      <ol>
        {events.map((event) => (
          <li>
            {formatInstant(event.at, lang)} {wordFor(names, event.kind)}（{nameOf(event.by, lang)}）
          </li>
        ))}
      </ol>
    </>
  );
}

function Letters({ letters }: EvidenceIndexProps) {
  const evidence = evidenceCopy(lang);
  const words = letterDeskCopy(lang);
  if (letters.length === 0) return null;
  return (
    <>
      <h2>{evidence.index.letters}</h2>
      <ul>
        {letters.map(({ letter, title }) => (
          <li>
            {title[lang]} {words.number(letter.number, letter.word ?? "")}：
            {letter.served.length === 0
              ? words.ofCase.notServed
              : letter.served
                  .map(({ route, on, note, by }) =>
                    [
                      words.reading.serviceLine(
                        wordFor(words.reading.routes, route),
                        formatDay(on, lang),
                        nameOf(by, lang),
                      ),
                      note,
                    ].join(" "),
                  )
                  .join("；")}
          </li>
        ))}
      </ul>
    </>
  );
}

function Files({ manifest }: EvidenceIndexProps) {
  const words = evidenceCopy(lang).index;
  const { columns } = words;
  return (
    <>
      <h2>{words.files}</h2>
      <table border={1} cellpadding={4}>
        <thead>
          <tr>
            {Object.values(columns).map((column) => (
              <th scope="col">{column}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {manifest.files.map(({ path, sizeBytes, sha256, recordedSha256 }) => (
            <tr>
              <td>
                <a href={path.split("/").map(encodeURIComponent).join("/")}>{path}</a>
              </td>
              <td align="right">{formatBytes(sizeBytes)}</td>
              <td>
                <code>{sha256}</code>
              </td>
              <td>
                {recordedSha256 === undefined
                  ? words.own
                  : recordedSha256 === sha256
                    ? words.same
                    : words.different}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
