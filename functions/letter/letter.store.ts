/**
 * Where letters are kept: each beside its case under its number, named in its unit's register, numbered by the unit's
 * counter of the year. All three are written in one transaction, so that no number is missing and none is used twice.
 */
import * as v from "valibot";
import type { By } from "../identity/identity.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";

export interface LetterNumber {
  readonly year: number;
  readonly serial: number;
}

/** How and when a letter reached whom it was for. */
export interface Service {
  readonly route: string;
  readonly on: string;
  /** Such as the number of the posting; no personal data. */
  readonly note: string;
  readonly by: By;
  readonly at: string;
}

/** A letter that was issued. Its file never changes; its hash is on record from the first moment. */
export interface Letter {
  readonly reference: string;
  readonly unit: string;
  readonly kind: string;
  readonly number: LetterNumber;
  /** 发文机关代字, as it stood on the letter; what was issued before it was kept has none. */
  readonly word?: string | undefined;
  readonly at: string;
  readonly by: By;
  /** Names the file in the bucket. */
  readonly fileId: string;
  readonly sha256: string;
  readonly sizeBytes: number;
  /** The hash of the template that it was made from; of the default one, `default`. */
  readonly template: string;
  readonly served: readonly Service[];
}

/** Somebody took the number meanwhile; `last` is the number that stands there now. */
export class NumberTaken extends Error {
  override readonly name = "NumberTaken";
  readonly last: number;
  constructor(last: number) {
    super("this number is taken");
    this.last = last;
  }
}

/** The same command has issued this letter before. */
export class IssuedBefore extends Error {
  override readonly name = "IssuedBefore";
  readonly number: LetterNumber | undefined;
  constructor(number: LetterNumber | undefined) {
    super("this command was carried out");
    this.number = number;
  }
}

export interface LetterStore {
  lastSerial(unit: string, year: number): Promise<number>;
  /** Raises `NumberTaken` when the serial does not follow the last one, `IssuedBefore` for a repeated command. */
  issueWrites(letter: Letter, commandId: string): readonly Write[];
  read(reference: string, number: LetterNumber): Promise<Letter | undefined>;
  /** All letters of a case in the order of their numbers. */
  ofCase(reference: string): Promise<readonly Letter[]>;
  /** The numbers that a unit has given out in a year, in their order. */
  register(
    unit: string,
    year: number,
  ): Promise<readonly { serial: number; reference: string; kind: string }[]>;
  serviceWrite(letter: Letter, service: Service): Write;
}

/** Where the file of a letter lies in the bucket. */
export const letterFile = (fileId: string): string => `letters/${fileId}.docx`;

const unitPartition = (unit: string) => keyOf("LETTER", unit);
const casePartition = (reference: string) => keyOf("CASE", reference);
const fiveDigits = (serial: number): string => String(serial).padStart(5, "0");
const letterKey = (reference: string, number: LetterNumber): Key => ({
  pk: casePartition(reference),
  sk: keyOf("LETTER", String(number.year), fiveDigits(number.serial)),
});
const counterKey = (unit: string, year: number): Key => ({
  pk: unitPartition(unit),
  sk: keyOf("NUMBER", String(year)),
});

const by = v.custom<By>((value) => typeof value === "object" && value !== null);
const service = v.object({ route: v.string(), on: v.string(), note: v.string(), by, at: v.string() });
const letterItem = v.object({
  reference: v.string(),
  unit: v.string(),
  kind: v.string(),
  number: v.object({ year: v.number(), serial: v.number() }),
  word: v.optional(v.string()),
  at: v.string(),
  by,
  fileId: v.string(),
  sha256: v.string(),
  sizeBytes: v.number(),
  template: v.string(),
  served: v.optional(v.array(service), []),
});
const readLetterItem = (item: StoredItem): Letter => v.parse(letterItem, item);

export function openLetterStore(table: Table): LetterStore {
  async function all(pk: string, prefix: string): Promise<readonly StoredItem[]> {
    const items: StoredItem[] = [];
    const where = { text: "#pk = :pk AND begins_with(#sk, :prefix)", values: { pk, prefix } };
    let after: StoredItem | undefined;
    do {
      const page = await table.query({ where, ...(after === undefined ? {} : { after }) });
      items.push(...page.items);
      after = page.next as StoredItem | undefined;
    } while (after !== undefined);
    return items;
  }

  return {
    lastSerial: async (unit, year) => Number((await table.get(counterKey(unit, year)))?.last ?? 0),
    issueWrites: (letter, commandId) => issueWrites(letter, commandId),
    async read(reference, number) {
      const item = await table.get(letterKey(reference, number));
      return item === undefined ? undefined : readLetterItem(item);
    },
    ofCase: async (reference) => (await all(casePartition(reference), "LETTER#")).map(readLetterItem),
    register: async (unit, year) =>
      (await all(unitPartition(unit), keyOf("ISSUED", String(year), ""))).map((item) => ({
        serial: Number(item.serial),
        reference: String(item.reference),
        kind: String(item.kind),
      })),
    serviceWrite: ({ reference, number }, entry) => ({
      kind: "update",
      key: letterKey(reference, number),
      update: {
        text: "SET #served = list_append(if_not_exists(#served, :none), :entry)",
        values: { none: [], entry: [entry] },
      },
    }),
  };
}

function issueWrites(letter: Letter, commandId: string): readonly Write[] {
  const { reference, unit, kind, number } = letter;
  const { year, serial } = number;
  const taken = (old: StoredItem | undefined) => new NumberTaken(Number(old?.last ?? 0));
  const follows = { text: "#last = :before", values: { before: serial - 1 } };
  return [
    {
      kind: "put",
      key: { pk: casePartition(reference), sk: keyOf("LETTERCOMMAND", commandId) },
      item: { number },
      when: isNew,
      otherwise: (old) => new IssuedBefore(old?.number as LetterNumber | undefined),
    },
    {
      kind: "put",
      key: counterKey(unit, year),
      item: { last: serial },
      when: serial === 1 ? isNew : follows,
      otherwise: taken,
    },
    { kind: "put", key: letterKey(reference, number), item: { ...letter }, when: isNew, otherwise: taken },
    {
      kind: "put",
      key: { pk: unitPartition(unit), sk: keyOf("ISSUED", String(year), fiveDigits(serial)) },
      item: { serial, reference, kind, at: letter.at },
      when: isNew,
      otherwise: taken,
    },
  ];
}
