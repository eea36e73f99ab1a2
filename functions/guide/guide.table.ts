/**
 * A guide as one row of a table that people open in a spreadsheet: plain words where they say everything, JSON in the
 * cell where a list has more to it. What is written here is read back as the same guide.
 */
import { escapeFormula } from "../sheet/sheet.ts";
import { type Coded, codedOf, type DictionaryName } from "./guide.dictionary.ts";
import { type Heading, headings } from "./guide.import.header.ts";
import { readPhones } from "./guide.import.phone.ts";
import type { Guide, Limit, Phone } from "./guide.ts";

type Cell = (guide: Guide) => string | undefined;

/** A name alone means the national list; every other list is written beside it. */
export function codedCell(coded: Coded | undefined, dictionary: DictionaryName): string | undefined {
  if (coded === undefined) return undefined;
  const meant = codedOf(dictionary, coded.name, "national");
  const isPlain = meant?.system === coded.system && meant.code === coded.code && !/[[\]]/.test(coded.name);
  return isPlain ? coded.name : `${coded.name}[${coded.system}:${coded.code}]`;
}

const flagCell = (flag: boolean | undefined): string | undefined =>
  flag === undefined ? undefined : flag ? "是" : "否";

const limitCell = (limit: Limit | undefined): string | undefined =>
  limit === undefined ? undefined : `${limit.day}${limit.type === "working" ? "个工作日" : "个自然日"}`;

const BETWEEN = "；";
/** What divides a list when it is read; a name that holds one of these makes the cell a JSON list. */
const DIVIDES = /[;；\n|,，、^]|^\s*\[/;

const nameCell = (names: readonly string[]): string | undefined => {
  if (names.length === 0) return undefined;
  return names.some((name) => DIVIDES.test(name)) ? JSON.stringify(names) : names.join(BETWEEN);
};

function listCell(entries: readonly object[], nameField: string): string | undefined {
  const names = entries.flatMap((entry) => {
    const { [nameField]: name, ...rest } = entry as Record<string, unknown>;
    return Object.keys(rest).length === 0 && typeof name === "string" && !DIVIDES.test(name) ? [name] : [];
  });
  if (entries.length === 0) return undefined;
  return names.length === entries.length ? names.join(BETWEEN) : JSON.stringify(entries);
}

/** Numbers as people write them, where they read back as the same. */
function phoneCell(phones: readonly Phone[]): string | undefined {
  if (phones.length === 0) return undefined;
  const plain = phones.map(({ number }) => number).join("、");
  const same = JSON.stringify(readPhones(plain).phones) === JSON.stringify(phones);
  return same ? plain : JSON.stringify(phones);
}

const text =
  (field: keyof Guide): Cell =>
  (guide) =>
    guide[field] === undefined ? undefined : String(guide[field]);

const cells: Readonly<Record<Heading, Cell>> = {
  taskCode: text("taskCode"),
  taskHandleItem: text("taskHandleItem"),
  taskName: text("taskName"),
  aliases: ({ aliases }) => nameCell(aliases),
  taskType: ({ taskType }) => codedCell(taskType, "taskType"),
  codeScheme: text("codeScheme"),
  catalogCode: text("catalogCode"),
  localCatalogCode: text("localCatalogCode"),
  localTaskCode: text("localTaskCode"),
  useLevel: ({ useLevel }) => codedCell(useLevel, "useLevel"),
  areaCode: text("areaCode"),
  areaName: text("areaName"),
  deptCode: text("deptCode"),
  deptName: text("deptName"),
  unionDept: text("unionDept"),
  serverType: ({ serverType }) => nameCell(serverType.map((each) => codedCell(each, "serverType") ?? "")),
  projectType: ({ projectType }) => codedCell(projectType, "projectType"),
  duty: text("duty"),
  byLaw: text("byLaw"),
  acceptCondition: text("acceptCondition"),
  anticipate: ({ anticipate }) => limitCell(anticipate),
  // The unit stands in the cell of the limit.
  anticipateType: () => undefined,
  anticipateExplain: ({ anticipate }) => anticipate?.explain,
  promise: ({ promise }) => limitCell(promise),
  promiseType: () => undefined,
  promiseExplain: ({ promise }) => promise?.explain,
  specialProcedure: text("specialProcedure"),
  handleFlow: text("handleFlow"),
  steps: ({ steps }) => listCell(steps, "name"),
  materials: ({ materials }) => listCell(materials, "materialName"),
  isFee: ({ isFee }) => flagCell(isFee),
  fees: ({ fees }) => listCell(fees, "name"),
  results: ({ results }) => listCell(results, "name"),
  resultType: () => undefined,
  limitSceneNum: text("limitSceneNum"),
  isExpress: ({ isExpress }) => flagCell(isExpress),
  isReservation: ({ isReservation }) => flagCell(isReservation),
  reservationAddr: text("reservationAddr"),
  isOnline: ({ isOnline }) => flagCell(isOnline),
  onlinePlatform: text("onlinePlatform"),
  linkAddr: text("linkAddr"),
  mobileTerminalUrl: text("mobileTerminalUrl"),
  places: ({ places }) => listCell(places, "address"),
  transactTime: () => undefined,
  linkWay: ({ linkWay }) => phoneCell(linkWay),
  superviseWay: ({ superviseWay }) => phoneCell(superviseWay),
  questions: ({ questions }) => listCell(questions, "question"),
  topics: ({ topics }) => nameCell(topics),
  lifeEvents: ({ lifeEvents }) => nameCell(lifeEvents),
  policies: ({ policies }) => listCell(policies, "name"),
  remedy: text("remedy"),
  lateConsequence: text("lateConsequence"),
  planEffectiveDate: text("planEffectiveDate"),
  planCancelDate: text("planCancelDate"),
  ownerId: text("ownerId"),
  checkedOn: text("checkedOn"),
};

/** Headings that only a foreign table has: what they say stands in the cell beside them. */
const readOnly: readonly Heading[] = ["anticipateType", "promiseType", "resultType", "transactTime"];
const columns = (Object.keys(cells) as Heading[]).filter((field) => !readOnly.includes(field));

/** The headings of the table, in Chinese. */
export const tableHeadings: readonly string[] = columns.map((field) => headings[field][0]);

/** The guide as the cells under these headings. */
export const tableRow = (guide: Guide): readonly string[] =>
  columns.map((field) => escapeFormula(cells[field](guide) ?? ""));
