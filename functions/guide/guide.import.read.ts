/** From the fields of a row to a guide, or to the reason why the row is none. */
import * as v from "valibot";
import { isErrorPage } from "../sheet/sheet.clean.ts";
import type { Fields } from "../sheet/sheet.ts";
import { codeProblem } from "./guide.code.ts";
import { guangdongCandidate, isGuangdong } from "./guide.import.guangdong.ts";
import { camelFields } from "./guide.import.name.ts";
import { nationalCandidate } from "./guide.import.national.ts";
import { openRow, type Row, TooDeep, unasked } from "./guide.import.row.ts";
import type { Read, Reject } from "./guide.import.ts";
import { guideSchema } from "./guide.ts";

type Candidate = Fields & {
  readonly [Code in "codeScheme" | "taskCode" | "taskHandleItem" | "taskName" | "deptName"]?:
    | string
    | undefined;
};

/** Reads one row. Never throws: what is wrong with a row is an answer. */
export function readFields(fields: Fields): Read {
  if (isDeep(fields)) return { reject: { reason: "shape" } };
  if (hasText(fields, (text) => text.includes("\ufffd"))) return { reject: { reason: "encoding" } };
  if (hasText(fields, isErrorPage)) return { reject: { reason: "html_page" } };
  const isProvincial = isGuangdong(fields);
  const row = isProvincial ? openRow(fields, "guangdong") : openRow(camelFields(fields), "national");
  try {
    return guideFrom(row, isProvincial ? guangdongCandidate(row) : nationalCandidate(row));
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    return { reject: { reason: "markup_too_deep", field: error.field } };
  }
}

/** No table of guides has lists in lists in lists; what is deeper is not looked at and not taken. */
const MOST_DEPTH = 8;

/** Whether a text of the row is of the kind. */
function hasText(value: unknown, isKind: (text: string) => boolean): boolean {
  if (typeof value === "string") return isKind(value);
  if (typeof value !== "object" || value === null) return false;
  return Object.values(value).some((each) => hasText(each, isKind));
}

const isDeep = (value: unknown, depth = 0): boolean =>
  typeof value === "object" &&
  value !== null &&
  (depth > MOST_DEPTH || Object.values(value).some((each) => isDeep(each, depth + 1)));

function guideFrom(row: Row, candidate: Candidate): Read {
  const { taskCode, taskHandleItem, taskName } = candidate;
  const code = taskHandleItem ?? taskCode;
  const known = {
    ...(code === undefined ? {} : { code: code.slice(0, 50) }),
    ...(taskName === undefined ? {} : { name: taskName.slice(0, 100) }),
  };
  const missing = firstMissing(candidate);
  if (missing !== undefined) return { reject: missing, ...known };
  const read = v.safeParse(guideSchema, plain({ ...candidate, schema: 1, codeScheme: schemeOf(candidate) }));
  if (!read.success)
    return { reject: { reason: "shape", field: v.getDotPath(read.issues[0]) ?? "" }, ...known };
  return { guide: read.output, repairs: row.repairs, unread: unasked(row) };
}

function firstMissing(candidate: Candidate): Reject | undefined {
  const codes = [candidate.taskCode, candidate.taskHandleItem].filter((code) => code !== undefined);
  if (candidate.taskCode === undefined) return { reason: "item_code_missing" };
  if (codes.some((code) => codeProblem(code, "other") !== undefined))
    return { reason: "item_code_unreadable" };
  if (candidate.taskName === undefined) return { reason: "name_missing" };
  if (candidate.deptName === undefined) return { reason: "department_missing" };
  return candidate.taskType === undefined ? { reason: "kind_missing" } : undefined;
}

/** The scheme that the row declares; without one, the national scheme where its codes follow it. */
function schemeOf({ codeScheme, taskCode, taskHandleItem }: Candidate): string {
  if (codeScheme !== undefined) return codeScheme;
  const codes = [taskCode, taskHandleItem].filter((code) => code !== undefined);
  return codes.every((code) => codeProblem(code, "national") === undefined) ? "national" : "other";
}

/** A copy without the fields that are undefined: a field that is not there is left out, never empty. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, each]) => (each === undefined ? [] : [[key, plain(each)]])),
  );
}
