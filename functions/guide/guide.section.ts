/**
 * The parts in which a guide is written, as data: which fields a part has and of what kind each is. Forms, their
 * reading and the list of findings all go by it, so that no field can be shown in one place and forgotten in another.
 */
import type { DictionaryName } from "./guide.dictionary.ts";
import type { Guide } from "./guide.ts";

/**
 * `line` one line, `text` several, `lines` one entry a line, `limit` a number of days with its unit, `coded` one value
 * of a dictionary and `codedMany` several, `owner` somebody of the unit.
 */
export type GuideField = { readonly name: string } & (
  | { readonly kind: "line" | "text" | "lines" | "number" | "yesno" | "day" | "limit" | "owner" }
  | { readonly kind: "coded" | "codedMany"; readonly dictionary: DictionaryName }
);

export interface GuideRows {
  readonly list: ListName;
  readonly fields: readonly GuideField[];
}

export type ListName =
  | "materials"
  | "steps"
  | "fees"
  | "results"
  | "places"
  | "linkWay"
  | "superviseWay"
  | "questions"
  | "policies";

/** Fields and lists in the order in which the form shows them. */
export type GuidePart = GuideField | GuideRows;
export const isRows = (part: GuidePart): part is GuideRows => "list" in part;

const line = (name: string): GuideField => ({ name, kind: "line" });
const text = (name: string): GuideField => ({ name, kind: "text" });
const number = (name: string): GuideField => ({ name, kind: "number" });
const yesno = (name: string): GuideField => ({ name, kind: "yesno" });
const day = (name: string): GuideField => ({ name, kind: "day" });
const limit = (name: string): GuideField => ({ name, kind: "limit" });
const lines = (name: string): GuideField => ({ name, kind: "lines" });
const coded = (name: string, dictionary: DictionaryName): GuideField => ({ name, kind: "coded", dictionary });

const phone = [line("number"), line("label")];

export const guideSections = {
  basics: [
    line("taskName"),
    coded("taskType", "taskType"),
    line("deptName"),
    { name: "serverType", kind: "codedMany", dictionary: "serverType" },
    coded("projectType", "projectType"),
    coded("useLevel", "useLevel"),
    text("duty"),
    text("byLaw"),
    line("unionDept"),
    line("areaName"),
    line("areaCode"),
    line("deptCode"),
    line("catalogCode"),
    line("localCatalogCode"),
    line("localTaskCode"),
  ],
  conditions: [text("acceptCondition"), limit("promise"), limit("anticipate"), text("specialProcedure")],
  materials: [
    {
      list: "materials",
      fields: [
        line("materialName"),
        coded("isNeed", "isNeed"),
        coded("sourceType", "sourceType"),
        coded("materialType", "materialType"),
        coded("materialFormat", "materialFormat"),
        number("pageNum"),
        number("copyNum"),
        line("pageFormat"),
        line("sourceExplain"),
        text("fillExplain"),
        text("acceptStand"),
        line("byLaw"),
        line("form"),
        line("example"),
      ],
    },
  ],
  steps: [
    { list: "steps", fields: [line("name"), line("role"), limit("limit"), text("standard"), text("result")] },
    text("handleFlow"),
    number("limitSceneNum"),
    yesno("isOnline"),
    line("onlinePlatform"),
    line("linkAddr"),
    line("mobileTerminalUrl"),
    yesno("isReservation"),
    line("reservationAddr"),
    yesno("isExpress"),
  ],
  fees: [
    yesno("isFee"),
    {
      list: "fees",
      fields: [line("name"), text("standard"), text("basis"), yesno("isReducible"), text("reductionBasis")],
    },
    { list: "results", fields: [line("name"), coded("type", "resultType"), line("sample")] },
  ],
  places: [
    { list: "places", fields: [line("address"), line("name"), line("hours")] },
    { list: "linkWay", fields: phone },
    { list: "superviseWay", fields: phone },
  ],
  questions: [{ list: "questions", fields: [line("question"), text("answer")] }],
  topics: [
    lines("aliases"),
    lines("topics"),
    lines("lifeEvents"),
    { list: "policies", fields: [line("name"), line("link")] },
  ],
  upkeep: [
    { name: "ownerId", kind: "owner" },
    day("checkedOn"),
    day("planEffectiveDate"),
    day("planCancelDate"),
    text("remedy"),
    text("lateConsequence"),
  ],
} as const satisfies Readonly<Record<string, readonly GuidePart[]>>;

export type GuideSection = keyof typeof guideSections;
export const sectionNames = Object.keys(guideSections) as readonly GuideSection[];
export const isGuideSection = (text: string): text is GuideSection => Object.hasOwn(guideSections, text);
export const partsOf = (section: GuideSection): readonly GuidePart[] => guideSections[section];

/** What a finding or an error is about, such as `materials` for `materials.2.sourceType`. */
export const headOf = (field: string): string => field.split(".")[0] ?? field;

/** Where a field is written; the code is the key and is written nowhere. */
export function sectionOf(field: string): GuideSection | undefined {
  const head = headOf(field);
  return sectionNames.find((section) =>
    partsOf(section).some((part) => (isRows(part) ? part.list === head : part.name === head)),
  );
}

export const isListName = (text: string): text is ListName =>
  sectionNames.some((section) => partsOf(section).some((part) => isRows(part) && part.list === text));

/** All parts with the names of their fields, and how many findings are about each. */
export const sectionsWith = (findings: readonly { readonly field: string }[]) =>
  sectionNames.map((section) => {
    const fields = partsOf(section).map((part) => (isRows(part) ? part.list : part.name) as string);
    const found = findings.filter(({ field }) => fields.includes(headOf(field)));
    return { section, fields, findings: found.length };
  });

/** Written once, when the guide begins. */
export const fixedFields = [
  "schema",
  "codeScheme",
  "taskCode",
  "taskHandleItem",
] as const satisfies readonly (keyof Guide)[];
