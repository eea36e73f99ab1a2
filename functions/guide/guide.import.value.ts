/** The fields of a row that mean more than their text: dictionary values, limits, days, links, telephones. */
import { type Day, isDay } from "../calendar/calendar.day.ts";
import { type Coded, codedOf, codeSystems, type DictionaryName } from "./guide.dictionary.ts";
import { readPhones } from "./guide.import.phone.ts";
import { cleaned, lineOf, note, partsOf, type Row, rawOf, textOf } from "./guide.import.row.ts";
import { isWebAddress } from "./guide.lint.ts";
import type { Limit, Phone } from "./guide.ts";

/** A dictionary value written as a code, as a name or as `{system, code, name}`. */
export const codedField = (row: Row, field: string, dictionary: DictionaryName): Coded | undefined =>
  codedFrom(row, { field, dictionary }, rawOf(row, field));

const BETWEEN_CODES = /[,，、;；^\n|\s]+/;

/** Several of them, in a list or in one text: `1,2,9`. */
export function codedFields(row: Row, field: string, dictionary: DictionaryName): Coded[] {
  const all = partsOf(row, field, BETWEEN_CODES).flatMap(
    (part) => codedFrom(row, { field, dictionary }, part) ?? [],
  );
  return all.filter((one, place) => all.findIndex(({ name }) => name === one.name) === place);
}

function codedFrom(
  row: Row,
  { field, dictionary }: { field: string; dictionary: DictionaryName },
  written: unknown,
): Coded | undefined {
  if (isCoded(written)) {
    const name = cleaned(row, { field, shape: "line" }, written.name);
    return name === undefined ? undefined : { system: written.system, code: written.code, name };
  }
  const plain = cleaned(row, { field, shape: "line" }, written);
  if (plain === undefined) return undefined;
  const found = codedInText(plain) ?? codedOf(dictionary, plain, row.system);
  if (found === undefined) note(row, field, "code_unknown");
  return found;
}

/** `公共服务[guangdong:21]`: a value of another list than the file's, as a table writes it. */
function codedInText(text: string): Coded | undefined {
  const [, name, system, code] = /^(.+)\[(national|guangdong|local):([\w-]{0,20})\]$/.exec(text) ?? [];
  const known = codeSystems.find((each) => each === system);
  return name === undefined || known === undefined ? undefined : { system: known, code: code ?? "", name };
}

function isCoded(written: unknown): written is Coded {
  if (typeof written !== "object" || written === null) return false;
  const { system, code, name } = written as Record<string, unknown>;
  return codeSystems.some((each) => each === system) && typeof code === "string" && typeof name === "string";
}

export function linkOf(row: Row, field: string): string | undefined {
  const written = lineOf(row, field);
  if (written === undefined) return undefined;
  if (written.length <= 2000 && isWebAddress(written)) return written;
  note(row, field, "link_unreadable");
  return undefined;
}

/** `2026-05-01`, `2026/5/1`, `2026年5月1日`, with a time or without. */
export function dayField(row: Row, field: string): Day | undefined {
  const written = lineOf(row, field);
  if (written === undefined) return undefined;
  const [, year = "", month = "", date = ""] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T ][\d:.Z+]*)?$/.exec(written) ?? [];
  const found = `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
  if (isDay(found)) return found;
  note(row, field, "day_unreadable");
  return undefined;
}

const AT_ONCE = /^(?:即办|即时办结|当场办结|当日办结|立等可取)$/;
const LIMIT = /^(\d{1,4})\s*[(（]?\s*个?\s*(工作日|自然日|日历日|日历天)?\s*[)）]?$/;

/**
 * `20(工作日)`, `20个工作日`, `90自然日`, `即办`. A number of days without a unit is no limit, because guessing the unit
 * would promise something that nobody has promised.
 */
export function limitOf(row: Row, field: string): Limit | undefined {
  const written = lineOf(row, field);
  if (written === undefined) return undefined;
  if (AT_ONCE.test(written)) return { day: 0, type: "working" };
  const [, number, unit] = LIMIT.exec(written) ?? [];
  if (number === undefined) note(row, field, "limit_unreadable");
  else if (unit === undefined) note(row, field, "limit_without_unit");
  if (number === undefined || unit === undefined) return undefined;
  return { day: Number(number), type: unit === "工作日" ? "working" : "calendar" };
}

export function phonesOf(row: Row, field: string): Phone[] {
  const written = textOf(row, field);
  if (written === undefined) return [];
  const { phones, hasRest } = readPhones(written);
  if (phones.length === 0) note(row, field, "phone_missing");
  else if (hasRest) note(row, field, "phone_text_left_out");
  return [...phones];
}
