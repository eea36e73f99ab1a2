/** Letters as their applicant gets them: those addressed to the applicant, once they may be known. */
import { createHash } from "node:crypto";
import type { AuditStore } from "../audit/audit.store.ts";
import { caseSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import { denial } from "../identity/access.ts";
import type { Applicant } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Bucket } from "../kit/bucket.ts";
import type { Clock } from "../kit/clock.ts";
import { forbidden, notFound } from "../kit/problem.ts";
import type { Table } from "../kit/table.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { letterOf } from "./letter.kind.ts";
import type { ReadBlock } from "./letter.reading.ts";
import { readLetter } from "./letter.reading.ts";
import type { Letter, LetterNumber, LetterStore } from "./letter.store.ts";
import { letterFile } from "./letter.store.ts";
import type { LetterTemplateStore } from "./letter.template.store.ts";
import { letterNumber } from "./letter.words.ts";

export interface ApplicantLetterOptions {
  readonly table: Pick<Table, "commit">;
  readonly store: Pick<LetterStore, "ofCase" | "read" | "serviceWrite">;
  readonly templates: Pick<LetterTemplateStore, "readSettings">;
  readonly bucket: Pick<Bucket, "read" | "downloadLink">;
  readonly audit: Pick<AuditStore, "write">;
  readonly clock: Clock;
}

export interface ReceivedLetter {
  readonly letter: Letter;
  readonly definition: LetterDefinition;
}

/** The case as far as it decides which letters may be known. */
export interface LetterCase {
  readonly reference: string;
  /** Before it has gone out, an answer is the office's own matter, its letter too. */
  readonly answered: boolean;
}

export type ApplicantLetters = ReturnType<typeof openApplicantLetters>;

const LINK_SECONDS = 60;

export function openApplicantLetters(options: ApplicantLetterOptions) {
  const { table, store, templates, bucket, audit, clock } = options;

  /** Throws 403 for who is not the applicant of this case. */
  function demand(actor: Applicant, reference: string): void {
    const denied = denial(actor, "letter.read_own", { reference });
    if (denied !== undefined) throw forbidden(denied);
  }

  /** What the office has issued to the applicant, in the order of the numbers; one query. */
  async function list(actor: Applicant, one: LetterCase): Promise<readonly ReceivedLetter[]> {
    demand(actor, one.reference);
    return (await store.ofCase(one.reference)).flatMap((letter) => received(letter, one) ?? []);
  }

  async function find(actor: Applicant, one: LetterCase, number: LetterNumber): Promise<ReceivedLetter> {
    demand(actor, one.reference);
    const letter = await store.read(one.reference, number);
    const found = letter && received(letter, one);
    if (found === undefined) throw notFound("letter_not_found");
    return found;
  }

  /**
   * That the applicant has opened it here is its service through the internet (民诉法 90), noted once with its day. Two
   * openings at the same moment may note it twice, which proves the same.
   */
  async function noteOpened(actor: Applicant, letter: Letter): Promise<void> {
    if (letter.served.some(({ route, by }) => route === "site" && by.kind === "applicant")) return;
    const at = clock();
    const by = byOf(actor);
    const subject = caseSubject(letter.reference);
    const entry = { at, by, action: "letter.open", subject, result: "done" } as const;
    await table.commit([
      store.serviceWrite(letter, { route: "site", on: dayOf(at), note: "", by, at }),
      audit.write({ ...entry, chain: letter.sha256 }),
    ]);
  }

  /** The letter, read from its file; `isWhole` says whether its bytes are still those that were issued. */
  async function read(
    actor: Applicant,
    one: LetterCase,
    number: LetterNumber,
  ): Promise<ReceivedLetter & { readonly isWhole: boolean; readonly blocks: readonly ReadBlock[] }> {
    const found = await find(actor, one, number);
    const bytes = await bucket.read(letterFile(found.letter.fileId));
    const isWhole = createHash("sha256").update(bytes).digest("hex") === found.letter.sha256;
    const blocks = await readLetter(bytes);
    await noteOpened(actor, found.letter);
    return { ...found, isWhole, blocks };
  }

  /** A link that downloads the file under its title, good for a minute. */
  async function link(actor: Applicant, one: LetterCase, number: LetterNumber): Promise<string> {
    const { letter, definition } = await find(actor, one, number);
    await noteOpened(actor, letter);
    const name = `${definition.title.zh}${letterNumber(letter.word ?? "", number)}.docx`;
    return bucket.downloadLink(letterFile(letter.fileId), name, LINK_SECONDS);
  }

  /** Where to apply for review online, as the unit has set it: 复议法 22 wants it told with what is decided online. */
  async function onlineReview(unit: string): Promise<string | undefined> {
    const { onlineReview: told } = await templates.readSettings(unit);
    return told === "" ? undefined : told;
  }

  return { list, read, link, onlineReview };
}

function received(letter: Letter, { answered }: LetterCase): ReceivedLetter | undefined {
  const definition = letterOf(letter.kind);
  if (definition?.to !== "applicant") return undefined;
  return definition.outcome === undefined || answered ? { letter, definition } : undefined;
}
