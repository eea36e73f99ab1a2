/** Letters of a case: those that are open to be made, those that were issued, opened again, served. */
import { createHash } from "node:crypto";
import { caseSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Subject } from "../identity/access.ts";
import { may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import { invalid, notFound } from "../kit/problem.ts";
import { plainProse } from "../report/report.ts";
import type { LetterOptions } from "./letter.issue.service.ts";
import { openLetterIssue } from "./letter.issue.service.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { letters } from "./letter.kind.ts";
import { readLetter } from "./letter.reading.ts";
import type { ServiceTyped } from "./letter.served.ts";
import { serviceErrors } from "./letter.served.ts";
import type { LetterNumber } from "./letter.store.ts";
import { letterFile } from "./letter.store.ts";
import { definitionOf } from "./letter.template.service.ts";
import type { LetterTurn } from "./letter.turn.ts";
import { fitsMatter, refuseLetter } from "./letter.turn.ts";
import { letterNumber } from "./letter.words.ts";

export type { Draft } from "./letter.issue.service.ts";
export type Letters = ReturnType<typeof openLetters>;

const LINK_SECONDS = 60;

export function openLetters(options: LetterOptions) {
  const { table, store, bucket, templates, records, audit, clock } = options;
  const { open, ...making } = openLetterIssue(options);

  async function list(actor: Staff, reference: string) {
    const record = await open(actor, reference);
    const { head } = record;
    const [issued, { settings }] = await Promise.all([
      store.ofCase(reference),
      templates.readOffice(head.unit),
    ]);
    const fitting = letters.filter((letter) => fitsMatter(letter, head));
    const choices = fitting.map((letter) => ({
      letter,
      refusal: refuseLetter(letter, { head, issued: issued.length }),
    }));
    return { record, issued, choices, word: settings.word };
  }

  async function find(actor: Staff, reference: string, number: LetterNumber) {
    const record = await open(actor, reference);
    const letter = await store.read(reference, number);
    if (letter === undefined) throw notFound("letter_not_found");
    return { record, letter };
  }

  /** A letter as it was issued, read from its file; that its bytes are those on record is checked each time. */
  async function read(actor: Staff, reference: string, number: LetterNumber) {
    const { record, letter } = await find(actor, reference, number);
    const bytes = await bucket.read(letterFile(letter.fileId));
    const isWhole = createHash("sha256").update(bytes).digest("hex") === letter.sha256;
    return { record, letter, isWhole, blocks: await readLetter(bytes) };
  }

  /** A link that downloads the file under its title, good for a minute. */
  async function link(actor: Staff, reference: string, number: LetterNumber): Promise<string> {
    const { letter } = await find(actor, reference, number);
    const { title } = definitionOf(letter.kind);
    const name = `${title.zh}${letterNumber(letter.word ?? "", number)}.docx`;
    return bucket.downloadLink(letterFile(letter.fileId), name, LINK_SECONDS);
  }

  /**
   * Notes how and when a letter reached whom it was for, with what proves it. Throws 422 for a day before its issue or to
   * come, with the rules on delivery and on record, and for a service without its proof.
   */
  async function serve(
    actor: Staff,
    reference: string,
    number: LetterNumber,
    typed: ServiceTyped,
  ): Promise<void> {
    const { record, letter } = await find(actor, reference, number);
    await records.demand(actor, "letter.issue", record.head);
    const note = plainProse(typed.note);
    const at = clock();
    const by = byOf(actor);
    const entry = { at, by, action: "letter.serve", subject: caseSubject(reference) } as const;
    const errors = serviceErrors({ ...typed, note }, { issuedOn: dayOf(letter.at), today: dayOf(at) });
    const unlawful = errors.find(({ basis }) => basis !== undefined);
    if (unlawful) await audit.record({ ...entry, result: "refused", reason: unlawful.code });
    if (errors.length > 0) throw invalid(errors);
    const { route, on } = typed;
    await table.commit([
      store.serviceWrite(letter, { route, on, note, by, at }),
      audit.write({ ...entry, result: "done" }),
    ]);
  }

  /** Every letter of a case with its bytes, for its evidence. */
  const filesOf = async (reference: string) =>
    Promise.all(
      (await store.ofCase(reference)).map(async (letter) => ({
        letter,
        bytes: await bucket.read(letterFile(letter.fileId)),
      })),
    );

  /**
   * The letter of the outcome that the case still lacks, for who may issue it: an answer without its letter is half an
   * answer. One query, only where there is an outcome.
   */
  async function missing(actor: Staff, head: LetterTurn["head"] & Subject & { readonly reference: string }) {
    if (!may(actor, "letter.issue", head)) return undefined;
    const wanted = letters.find(
      (letter) => isOfOutcome(letter) && refuseLetter(letter, { head, issued: 0 }) === undefined,
    );
    if (wanted === undefined) return undefined;
    const issued = await store.ofCase(head.reference);
    return issued.some(({ kind }) => kind === wanted.kind) ? undefined : wanted;
  }

  return { ...making, list, missing, read, link, serve, filesOf };
}

const isOfOutcome = ({ outcome, kind }: LetterDefinition): boolean =>
  outcome !== undefined || kind === "records_correction";
