/** Names of fields: how the exchange tables and their relatives write what a guide has. */

import type { Fields } from "../sheet/sheet.ts";
import { hasField, type Row } from "./guide.import.row.ts";

/** `ANTICIPATE_DAY` and `anticipate_day` as `anticipateDay`; what is camel case stays. */
export const camelKey = (key: string): string =>
  /^[A-Z0-9_]+$|_/.test(key)
    ? key.toLowerCase().replace(/_+([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase())
    : key;

/** Names that tables of the exchange give to what a guide has under another name. */
const sameAs: Readonly<Record<string, readonly string[]>> = {
  unionDept: ["otherDept"],
  isReservation: ["isSchedule"],
  linkAddr: ["onlineHandleUrl", "govNetUrl", "deptSysUrl"],
  onlinePlatform: ["deptSysName"],
  linkWay: ["consultPhone"],
  superviseWay: ["complainPhone"],
  areaCode: ["regnCode", "regnode", "areacode"],
  form: ["formGuid"],
  example: ["exampleGuid"],
  materials: ["materialList", "material"],
  steps: ["linkList", "processList", "processes"],
  fees: ["feeList", "feeProject", "feeProjects"],
  questions: ["questionList", "faq"],
  results: ["resultList"],
};

/** The name under which a row has the field. */
export const nameIn = (row: Row, field: string): string =>
  [field, ...(sameAs[field] ?? [])].find((name) => hasField(row, name)) ?? field;

/** The fields of a row under the names of this product. Of two spellings of one name the first counts. */
export function camelFields(fields: Fields): Fields {
  // Without a prototype a field may be called `constructor`, and is then what was written and nothing else.
  const renamed: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(fields)) {
    const name = camelKey(key);
    if (renamed[name] === undefined || renamed[name] === null || renamed[name] === "") renamed[name] = value;
  }
  return renamed;
}
