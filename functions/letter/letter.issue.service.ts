/** Making a letter: composed from the data of its case, looked at, issued under the next number of its unit and year. */
import { createHash } from "node:crypto";
import { caseSubject } from "../audit/audit.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { Disclosure } from "../disclosure/disclosure.service.ts";
import type { Staff } from "../identity/identity.ts";
import { byOf } from "../identity/identity.ts";
import type { Bucket } from "../kit/bucket.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import type { FieldErrors } from "../kit/problem.ts";
import { busy, conflict, invalid } from "../kit/problem.ts";
import type { Asked } from "./letter.asked.ts";
import { openFields, readAsked } from "./letter.asked.ts";
import type { LetterFacts } from "./letter.data.ts";
import { isOnline, letterData } from "./letter.data.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { merge, mergeAhead } from "./letter.merge.ts";
import type { ReadBlock } from "./letter.reading.ts";
import { readLetter } from "./letter.reading.ts";
import type { LetterRecord } from "./letter.record.ts";
import type { Letter, LetterNumber, LetterStore } from "./letter.store.ts";
import { IssuedBefore, letterFile, NumberTaken } from "./letter.store.ts";
import type { LetterTemplates, TemplateOptions } from "./letter.template.service.ts";
import { definitionOf } from "./letter.template.service.ts";
import type { LetterOffice } from "./letter.template.store.ts";
import { DOCX_TYPE } from "./letter.template.store.ts";
import { toldBy } from "./letter.told.ts";
import type { LetterRefusal } from "./letter.turn.ts";
import { refuseLetter } from "./letter.turn.ts";

/** The one way to a case for its letters. */
export interface LetterRecords extends Pick<Disclosure, "demand"> {
  readForOffice(reference: string, actor: Staff): Promise<LetterRecord>;
}

export interface LetterOptions
  extends Pick<TemplateOptions, "table" | "templates" | "audit" | "clock" | "calendar"> {
  readonly store: LetterStore;
  readonly bucket: Pick<Bucket, "put" | "read" | "downloadLink">;
  readonly office: LetterTemplates;
  /** Cases of every kind that has letters, each by its number. */
  readonly records: LetterRecords;
  readonly random: Random;
}

/** A letter in the making. */
export interface Draft {
  readonly record: LetterRecord;
  readonly letter: LetterDefinition;
  readonly office: LetterOffice;
}

/** Each round gives somebody a number, so as many may wait as there are tries. */
const MOST_ATTEMPTS = 40;

export function openLetterIssue(options: LetterOptions) {
  const { table, store, bucket, office, templates, records, audit, clock, calendar, random } = options;

  /** The case for who may read its letters, which name the applicant. Throws 403, on record, for everybody else. */
  async function open(
    actor: Staff,
    reference: string,
    permission: "letter.read" | "letter.issue" = "letter.read",
  ) {
    const record = await records.readForOffice(reference, actor);
    await records.demand(actor, permission, record.head);
    return record;
  }

  /** What a letter needs before anything is typed. Throws 404, 403, and 409 `letter_*` where the case is not there. */
  async function begin(actor: Staff, reference: string, kind: string): Promise<Draft> {
    const letter = definitionOf(kind);
    const record = await open(actor, reference, "letter.issue");
    const issued = letter.kind === "service_proof" ? (await store.ofCase(reference)).length : 0;
    const refusal = refuseLetter(letter, { head: record.head, issued });
    if (refusal !== undefined) throw conflict(closedCode(refusal));
    return { record, letter, office: await templates.readOffice(record.head.unit) };
  }

  function factsOf(draft: Draft, asked: Asked, number: LetterFacts["number"]) {
    const { record, letter } = draft;
    const { head, application } = record;
    const { settings } = draft.office;
    const shared = { asked, number, calendar, issuedOn: dayOf(clock()) };
    return { ...shared, letter, head, application, settings, unit: office.unitOf(head.unit) };
  }

  /** What the case answers, so that it is not asked. */
  const knownOf = ({ record, letter }: Pick<Draft, "record" | "letter">) =>
    toldBy(letter, record.head, calendar);

  /** The fields that somebody has to fill in. */
  const fieldsOf = (draft: Draft) => openFields(draft.letter, knownOf(draft));

  /** Throws 422 by field for what is missing or wrong. */
  function checked({ record, letter, office: { settings } }: Draft, typed: Asked): Asked {
    const { asked, errors } = readAsked(letter, typed, knownOf({ record, letter }));
    const missing = missingSettings({ letter, application: record.application, settings });
    if (errors.length + missing.length > 0) throw invalid([...missing, ...errors]);
    return asked;
  }

  const thisYear = () => Number(dayOf(clock()).slice(0, 4));

  const templateFor = (draft: Draft) => office.current(draft.record.head.unit, draft.letter, draft.office);

  /** The letter as it would be, without a number. */
  async function preview(draft: Draft, typed: Asked): Promise<readonly ReadBlock[]> {
    const data = letterData(factsOf(draft, checked(draft, typed), { year: thisYear() }));
    return readLetter(await merge((await templateFor(draft)).bytes, data));
  }

  /**
   * Issues the letter under the next number of its unit and year; the same command again gives the same letter. The file
   * is stored before the record of it, so that what is on record can always be opened.
   */
  async function issue(
    actor: Staff,
    draft: Draft,
    sent: { asked: Asked; commandId: string },
  ): Promise<LetterNumber> {
    const asked = checked(draft, sent.asked);
    const { unit } = draft.record.head;
    const year = thisYear();
    const fileId = randomId(random);
    const template = await templateFor(draft);
    const data = letterData(factsOf(draft, asked, { year, serial: fileId }));
    const almost = await mergeAhead(template.bytes, data, fileId);
    let last = await store.lastSerial(unit, year);
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const number = { year, serial: last + 1 };
      try {
        const bytes = almost.finish(String(number.serial));
        const making = { bytes, number, fileId, template: template.mark, commandId: sent.commandId };
        await put(actor, draft, making);
        return number;
      } catch (error) {
        if (error instanceof IssuedBefore && error.number !== undefined) return error.number;
        if (!(error instanceof NumberTaken)) throw error;
        last = Math.max(error.last, await store.lastSerial(unit, year));
      }
    }
    throw busy();
  }

  interface Making {
    readonly bytes: Uint8Array;
    readonly number: LetterNumber;
    readonly fileId: string;
    readonly template: string;
    readonly commandId: string;
  }
  async function put(actor: Staff, draft: Draft, making: Making): Promise<void> {
    const { bytes, number, fileId, template, commandId } = making;
    await bucket.put(letterFile(fileId), bytes, DOCX_TYPE);
    const { reference, unit } = draft.record.head;
    const { kind } = draft.letter;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    const made = { at: clock(), by: byOf(actor) };
    const file = { fileId, sha256, sizeBytes: bytes.length, template };
    const { word } = draft.office.settings;
    const letter: Letter = { reference, unit, kind, number, word, ...made, ...file, served: [] };
    const entry = {
      ...made,
      action: "letter.issue",
      subject: caseSubject(reference),
      result: "done",
    } as const;
    await table.commit([...store.issueWrites(letter, commandId), audit.write({ ...entry, chain: sha256 })]);
  }

  return { open, begin, fieldsOf, preview, issue };
}

/** The code of the problem that says why a letter is not open. */
export const closedCode = (refusal: LetterRefusal): string => `letter_${refusal}`;

/** What the unit has to set before this letter can leave: without its word no number is one (党政机关公文格式 GB/T 9704). */
function missingSettings(facts: Pick<LetterFacts, "letter" | "application" | "settings">): FieldErrors {
  const { letter, application, settings } = facts;
  const needsChannel = letter.remedy !== undefined && isOnline(application);
  return [
    ...(settings.word === "" ? [{ field: "settings", code: "letter.word_missing" }] : []),
    ...(needsChannel && settings.onlineReview === ""
      ? [{ field: "settings", code: "letter.online_channel" }]
      : []),
  ];
}
