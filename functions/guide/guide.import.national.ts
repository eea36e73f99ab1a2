/**
 * Rows under the field names of the national exchange tables, in camel case or `UPPER_SNAKE`, flat as the tables are
 * or with lists inside; and this product's own export, which is the same.
 */
import {
  entriesOf,
  feesOf,
  limitIn,
  materialsOf,
  phonesIn,
  placesOf,
  resultsOf,
  stepsOf,
} from "./guide.import.list.ts";
import { nameIn } from "./guide.import.name.ts";
import { countOf, flagOf, lineOf, namesOf, note, type Row, rawOf, textOf } from "./guide.import.row.ts";
import { codedField, codedFields, dayField, linkOf } from "./guide.import.value.ts";

const topicFields = [
  "topics",
  "userTopicType",
  "userCharacterTopicType",
  "corpTopicType",
  "corpCharacterTopicType",
];

function topicsOf(row: Row): string[] {
  const names = topicFields.flatMap((field) => namesOf(row, field, /[,，、;；\n|^]+/));
  return [...new Set(names)];
}

const questionsOf = (row: Row) =>
  entriesOf(row, "questions", "question").flatMap((entry) => {
    const question = lineOf(entry, "question");
    const answer = textOf(entry, "answer");
    if (question !== undefined && answer !== undefined) return [{ question, answer }];
    note(entry, question === undefined ? "question" : "answer", "entry_unreadable");
    return [];
  });

const policiesOf = (row: Row) =>
  entriesOf(row, "policies", "name").flatMap((entry) => {
    const name = lineOf(entry, "name");
    return name === undefined ? [] : [{ name, link: linkOf(entry, "link") }];
  });

function wordsOf(row: Row) {
  return {
    duty: textOf(row, "duty"),
    byLaw: textOf(row, "byLaw"),
    acceptCondition: textOf(row, "acceptCondition"),
    specialProcedure: textOf(row, "specialProcedure"),
    handleFlow: textOf(row, "handleFlow"),
    remedy: textOf(row, "remedy"),
    lateConsequence: textOf(row, "lateConsequence"),
  };
}

function whoOf(row: Row) {
  return {
    codeScheme: lineOf(row, "codeScheme"),
    catalogCode: lineOf(row, "catalogCode"),
    localCatalogCode: lineOf(row, "localCatalogCode"),
    taskCode: lineOf(row, "taskCode"),
    localTaskCode: lineOf(row, "localTaskCode"),
    taskHandleItem: lineOf(row, "taskHandleItem"),
    taskName: lineOf(row, "taskName"),
    aliases: [...namesOf(row, "aliases")],
    taskType: codedField(row, "taskType", "taskType"),
    useLevel: codedField(row, "useLevel", "useLevel"),
    areaCode: lineOf(row, nameIn(row, "areaCode")),
    areaName: lineOf(row, "areaName"),
    deptCode: lineOf(row, "deptCode"),
    deptName: lineOf(row, "deptName"),
    unionDept: textOf(row, nameIn(row, "unionDept")),
    serverType: codedFields(row, "serverType", "serverType"),
    projectType: codedField(row, "projectType", "projectType"),
  };
}

/** The row, under camel-case names, as a candidate for a guide; what is missing is undefined. Throws TooDeep. */
export function nationalCandidate(row: Row) {
  rawOf(row, "schema");
  return {
    ...whoOf(row),
    ...wordsOf(row),
    anticipate: limitIn(row, "anticipate"),
    promise: limitIn(row, "promise"),
    steps: stepsOf(row),
    materials: materialsOf(row),
    isFee: flagOf(row, "isFee"),
    fees: feesOf(row),
    results: resultsOf(row),
    limitSceneNum: countOf(row, "limitSceneNum"),
    isExpress: flagOf(row, "isExpress"),
    isReservation: flagOf(row, nameIn(row, "isReservation")),
    reservationAddr: linkOf(row, "reservationAddr"),
    isOnline: flagOf(row, "isOnline"),
    onlinePlatform: lineOf(row, nameIn(row, "onlinePlatform")),
    linkAddr: linkOf(row, nameIn(row, "linkAddr")),
    mobileTerminalUrl: linkOf(row, "mobileTerminalUrl"),
    places: placesOf(row),
    linkWay: phonesIn(row, "linkWay"),
    superviseWay: phonesIn(row, "superviseWay"),
    questions: questionsOf(row),
    topics: topicsOf(row),
    lifeEvents: [...namesOf(row, "lifeEvents", /[,，、;；\n|]+/)],
    policies: policiesOf(row),
    planEffectiveDate: dayField(row, "planEffectiveDate"),
    planCancelDate: dayField(row, "planCancelDate"),
    ownerId: lineOf(row, "ownerId"),
    checkedOn: dayField(row, "checkedOn"),
  };
}
