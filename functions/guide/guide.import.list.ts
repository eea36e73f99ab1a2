/** The lists inside a row of the exchange tables: materials, steps, fees, results, places, telephones. */

import type { Fields } from "../sheet/sheet.ts";
import { camelFields, nameIn } from "./guide.import.name.ts";
import {
  countOf,
  flagOf,
  hasField,
  innerRow,
  jsonList,
  lineOf,
  namesOf,
  note,
  partsOf,
  type Row,
  rawOf,
  textOf,
} from "./guide.import.row.ts";
import { codedField, codedFields, limitOf, phonesOf } from "./guide.import.value.ts";
import type { Limit } from "./guide.ts";

const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The entries of a list: objects, or names that become objects with that one field. A text may be a JSON list. */
export function entriesOf(row: Row, field: string, nameField: string): readonly Row[] {
  const at = nameIn(row, field);
  const parts = partsOf(row, at);
  return parts.flatMap((part, place) => {
    if (isFields(part)) return [innerRow(row, `${at}.${place}`, camelFields(part))];
    if (typeof part === "string") return [innerRow(row, `${at}.${place}`, { [nameField]: part })];
    note(row, at, "entry_unreadable");
    return [];
  });
}

const UNIT_CODES: Readonly<Record<string, string>> = {
  "1": "工作日",
  "2": "自然日",
  working: "工作日",
  calendar: "自然日",
};

/** A limit as an object, as one text, or in the tables' three columns. */
export function limitIn(row: Row, field: string): Limit | undefined {
  const whole = rawOf(row, field);
  if (isFields(whole)) return limitFrom(innerRow(row, field, camelFields(whole)), ["day", "type", "explain"]);
  if (whole !== undefined && whole !== null && whole !== "") {
    const limit = limitOf(row, field);
    const explain = textOf(row, `${field}Explain`);
    return limit === undefined || explain === undefined ? limit : { ...limit, explain };
  }
  return limitFrom(row, [`${field}Day`, `${field}Type`, `${field}Explain`]);
}

function limitFrom(row: Row, [day, type, explain]: readonly [string, string, string]): Limit | undefined {
  const number = lineOf(row, day);
  const unit = lineOf(row, type);
  const words = textOf(row, explain);
  if (number === undefined) return undefined;
  const joined = /^\d+(?:\.0+)?$/.test(number)
    ? `${number.replace(/\.0+$/, "")}${UNIT_CODES[unit ?? ""] ?? unit ?? ""}`
    : number;
  // The tables' own codes of the unit are known by convention only, so the report asks to look at them.
  if (UNIT_CODES[unit ?? ""] !== undefined && /^\d$/.test(unit ?? "")) note(row, type, "limit_unit_by_code");
  const limit = limitOf({ ...row, fields: { [day]: joined } }, day);
  return limit === undefined || words === undefined ? limit : { ...limit, explain: words };
}

export const materialsOf = (row: Row) =>
  entriesOf(row, "materials", "materialName").flatMap((entry) => {
    const materialName = lineOf(entry, "materialName");
    if (materialName === undefined) return [];
    return [
      {
        materialName,
        isNeed: codedField(entry, "isNeed", "isNeed"),
        materialType: codedField(entry, "materialType", "materialType"),
        materialFormat: codedField(entry, "materialFormat", "materialFormat"),
        sourceType: codedField(entry, "sourceType", "sourceType"),
        sourceExplain: textOf(entry, "sourceExplain"),
        pageNum: countOf(entry, "pageNum"),
        copyNum: countOf(entry, "copyNum"),
        pageFormat: lineOf(entry, "pageFormat"),
        acceptStand: textOf(entry, "acceptStand"),
        fillExplain: textOf(entry, "fillExplain"),
        byLaw: textOf(entry, "byLaw"),
        form: lineOf(entry, nameIn(entry, "form")),
        example: lineOf(entry, nameIn(entry, "example")),
      },
    ];
  });

export const stepsOf = (row: Row) =>
  entriesOf(row, "steps", "name").flatMap((entry) => {
    const name = lineOf(entry, hasField(entry, "linkName") ? "linkName" : "name");
    const role = lineOf(entry, hasField(entry, "handleDeptName") ? "handleDeptName" : "role");
    // A person who handles is not published: the table's HANDLE_PERSON_NAME stays where it is.
    rawOf(entry, "handlePersonName");
    const limit = hasField(entry, "handleDay")
      ? limitFrom(entry, ["handleDay", "handleType", "handleExplain"])
      : limitIn(entry, "limit");
    if (name === undefined) return [];
    return [{ name, role, limit, standard: textOf(entry, "standard"), result: textOf(entry, "result") }];
  });

export const feesOf = (row: Row) =>
  entriesOf(row, "fees", "name").flatMap((entry) => {
    const name = lineOf(entry, hasField(entry, "feeName") ? "feeName" : "name");
    if (name === undefined) return [];
    return [
      {
        name,
        standard: textOf(entry, hasField(entry, "feeStand") ? "feeStand" : "standard"),
        basis: textOf(entry, hasField(entry, "byLaw") ? "byLaw" : "basis"),
        isReducible: flagOf(entry, hasField(entry, "isDesc") ? "isDesc" : "isReducible"),
        reductionBasis: textOf(entry, hasField(entry, "descExplain") ? "descExplain" : "reductionBasis"),
      },
    ];
  });

/** 审批结果: a list, or the tables' three columns with several names in the first. */
export function resultsOf(row: Row) {
  const listed = entriesOf(row, "results", "name").flatMap((entry) => {
    const name = lineOf(entry, "name");
    if (name === undefined) return [];
    return [{ name, type: codedField(entry, "type", "resultType"), sample: lineOf(entry, "sample") }];
  });
  if (listed.length > 0) return listed;
  const names = namesOf(row, "resultName");
  const types = codedFields(row, "resultType", "resultType");
  const sample = lineOf(row, "resultGuid");
  const type = types.length === 1 ? types[0] : undefined;
  return names.map((name) => ({ name, type, sample: names.length === 1 ? sample : undefined }));
}

export function placesOf(row: Row) {
  const listed = entriesOf(row, "places", "address").flatMap((entry) => {
    const address = lineOf(entry, "address");
    return address === undefined
      ? []
      : [{ name: lineOf(entry, "name"), address, hours: lineOf(entry, "hours") }];
  });
  if (listed.length > 0) return listed;
  const hours = lineOf(row, "transactTime");
  const name = lineOf(row, "centerName");
  const addresses = namesOf(row, "transactAddr");
  return addresses.map((address) => ({ name: addresses.length === 1 ? name : undefined, address, hours }));
}

/** Phones as a list of `{label, number}` or as what an office writes into one field. */
export function phonesIn(row: Row, field: string) {
  const at = nameIn(row, field);
  if (jsonList(row.fields[at]) === undefined && !Array.isArray(row.fields[at])) return phonesOf(row, at);
  return entriesOf(row, field, "number").flatMap((entry) => {
    const number = lineOf(entry, "number");
    return number === undefined ? [] : [{ label: lineOf(entry, "label"), number }];
  });
}
