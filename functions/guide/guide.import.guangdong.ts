/**
 * The shape in which Guangdong's public items circulate: 44 keys, half of them the exchange tables' and half of a
 * second system, with "无" for empty and lists that are sometimes texts. What its keys mean was read from all 2,262
 * rows of one such file.
 */

import { isPlaceholder } from "../sheet/sheet.clean.ts";
import type { Fields } from "../sheet/sheet.ts";
import { countOf, flagOf, lineOf, namesOf, note, type Row, rawOf, textOf } from "./guide.import.row.ts";
import { codedField, codedFields, limitOf, linkOf, phonesOf } from "./guide.import.value.ts";

export const isGuangdong = (fields: Fields): boolean =>
  "TASK_CODE" in fields && ("matter_name" in fields || "handle_time" in fields);

const TASK = 31;

/** 业务办理项 are written in the place of the 实施编码; the item they belong to is in front of them. */
function codesOf(row: Row) {
  const written = lineOf(row, "TASK_CODE");
  const former = lineOf(row, "matter_code");
  return {
    taskCode: written === undefined || written.length !== TASK + 2 ? written : written.slice(0, TASK),
    taskHandleItem: written?.length === TASK + 2 ? written : undefined,
    localTaskCode: former === written ? undefined : former,
    catalogCode: lineOf(row, "CATAID"),
  };
}

/** Of two columns that should say the same, the first that says anything; a different second one is noted. */
function agreed<T>(
  row: Row,
  fields: readonly string[],
  read: (field: string) => T | undefined,
): T | undefined {
  const said = fields.flatMap((field) => {
    const value = read(field);
    return value === undefined ? [] : [{ field, value }];
  });
  const first = said[0];
  for (const { field, value } of said.slice(1))
    if (JSON.stringify(value) !== JSON.stringify(first?.value)) note(row, field, "contradiction");
  return first?.value;
}

/** Topics of the list 人生事件; the others are subjects or groups of people. */
const lifeEvents = new Set(["生小孩", "升学", "找工作", "创业", "失业", "结婚", "买房子", "迁居", "退休"]);

const SPOKEN_BETWEEN = /[,，;；“”"]+/;

function aliasesOf(row: Row, name: string | undefined): string[] {
  const written = ["matter_short", "matter_daily"].flatMap((field) => namesOf(row, field, SPOKEN_BETWEEN));
  return [...new Set(written)].filter((alias) => alias !== name);
}

const NO_COUNTER = "无线下办理窗口";
const ADDRESS_LABEL = /^(?:办理|受理)?(?:地点|地址|窗口)[:：]\s*/;

/** Several places are divided by a semicolon; `A/B` too, where each side is an address with a number. */
function placesOf(row: Row): { address: string }[] {
  const written = lineOf(row, "handle_location");
  if (written === undefined) return [];
  const bare = written.replace(ADDRESS_LABEL, "");
  if (bare === NO_COUNTER || isPlaceholder(bare)) {
    note(row, "handle_location", "no_counter");
    return [];
  }
  if (bare !== written) note(row, "handle_location", "label_removed");
  const parts = bare.split(/[；;]|\/(?=\D{2,}\d+号)/).map((part) => part.trim());
  const addresses = parts.filter((part) => part !== "").map((address) => ({ address }));
  if (addresses.length > 1) note(row, "handle_location", "split");
  return addresses;
}

/** Booking is offered where it says where; "是" alone would send people to look for a page that is not there. */
function bookingOf(row: Row) {
  const isReservation = flagOf(row, "online_book");
  const reservationAddr = linkOf(row, "online_book_addr");
  if (isReservation !== true) return { isReservation, reservationAddr };
  if (reservationAddr !== undefined) return { isReservation, reservationAddr };
  note(row, "online_book", "booking_without_address");
  return {};
}

const MATERIAL_END = /[；;。，,\s]+$/;

function materialsOf(row: Row): { materialName: string }[] {
  const written = namesOf(row, "material_intro");
  const names = written.map((name) => name.replace(MATERIAL_END, ""));
  if (names.some((name, place) => name !== written[place])) note(row, "material_intro", "end_mark_removed");
  return [...new Set(names)].filter((name) => name !== "").map((materialName) => ({ materialName }));
}

/** Columns that repeat others, or belong to the system that the file came from. */
const passed = [
  "_id",
  "TASK_STATE",
  "TASK_TAG",
  "subTaskName",
  "subCatalogName",
  "parentCatalogId",
  "parentCatalogName",
  "CATANAME",
];

/** The row as a candidate for a guide; what is missing is undefined. Throws TooDeep. */
export function guangdongCandidate(row: Row) {
  for (const field of passed) rawOf(row, field);
  const taskName = agreed(row, ["TASK_NAME"], (field) => lineOf(row, field)) ?? lineOf(row, "matter_name");
  rawOf(row, "matter_name");
  const topics = namesOf(row, "theme_category");
  return {
    ...codesOf(row),
    taskName,
    aliases: aliasesOf(row, taskName),
    taskType: agreed(row, ["TASK_TYPE", "TASK_TYPE_TEXT", "matter_type"], (field) =>
      codedField(row, field, "taskType"),
    ),
    useLevel: agreed(row, ["matter_level", "district"], (field) => codedField(row, field, "useLevel")),
    areaCode: lineOf(row, "AREACODE"),
    areaName: lineOf(row, "AREA_CODE_TEXT"),
    deptCode: lineOf(row, "ORGCODE"),
    deptName: lineOf(row, "DEPT_NAME"),
    unionDept: lineOf(row, "co_department"),
    serverType: codedFields(row, "service_object_name", "serverType"),
    acceptCondition: textOf(row, "accept_standard"),
    anticipate: limitOf(row, "handle_time"),
    promise: limitOf(row, "handle_time_limit"),
    steps: [],
    materials: materialsOf(row),
    fees: [],
    results: [],
    limitSceneNum: agreed(row, ["visit_number", "LIMIT_SCENE_NUM"], (field) => countOf(row, field)),
    isExpress: flagOf(row, "courier_service"),
    ...bookingOf(row),
    isOnline: flagOf(row, "ONLINECHECK"),
    onlinePlatform: lineOf(row, "bear_paltform"),
    linkAddr: linkOf(row, "URL"),
    places: placesOf(row),
    linkWay: phonesOf(row, "consult_phone"),
    superviseWay: phonesOf(row, "complain_phone"),
    questions: [],
    topics: topics.filter((topic) => !lifeEvents.has(topic)),
    lifeEvents: topics.filter((topic) => lifeEvents.has(topic)),
    policies: [],
  };
}
