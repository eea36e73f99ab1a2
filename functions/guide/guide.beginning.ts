/** The form with which a guide begins, read as a guide that has a code, a name and nothing else yet. */
import * as v from "valibot";
import type { Checked, FormValues } from "../kit/form.ts";
import { check, fieldOf } from "../kit/form.ts";
import type { FieldErrors } from "../kit/problem.ts";
import type { CodeScheme } from "./guide.code.ts";
import { codeProblem, codeSchemes } from "./guide.code.ts";
import type { Coded } from "./guide.dictionary.ts";
import { codedOf } from "./guide.dictionary.ts";
import type { Guide } from "./guide.ts";

const line = (most: number) =>
  v.pipe(v.string(), v.trim(), v.minLength(1, "required"), v.maxLength(most, "invalid.max_length"));

/** What a form sends for a kind: `national|20|公共服务`. */
const kind = v.pipe(
  v.string(),
  v.transform((text): Coded | undefined => codedOf("taskType", text.split("|")[1] ?? "", "national")),
  v.check((coded) => coded?.system === "national", "choice"),
  v.transform((coded) => coded as Coded),
);

const guideBeginning = v.pipe(
  v.object({
    codeScheme: v.picklist(codeSchemes, "choice"),
    taskCode: v.pipe(v.string(), v.trim()),
    taskHandleItem: v.pipe(v.string(), v.trim()),
    taskName: line(1000),
    taskType: kind,
    deptName: line(200),
  }),
  v.transform(
    ({ taskHandleItem, ...fields }): Guide => ({
      schema: 1,
      ...fields,
      ...(taskHandleItem === "" ? {} : { taskHandleItem }),
      ...empty,
    }),
  ),
);

const empty = {
  aliases: [],
  serverType: [],
  steps: [],
  materials: [],
  fees: [],
  results: [],
  places: [],
  linkWay: [],
  superviseWay: [],
  questions: [],
  topics: [],
  lifeEvents: [],
  policies: [],
};

/** The guide that the form begins, or all that is wrong with the form at once, the code first. */
export function readBeginning(values: FormValues): Checked<Guide> {
  const read = check(guideBeginning, values);
  const errors = [...codeErrors(values), ...(read.ok ? [] : read.errors)];
  return read.ok && errors.length === 0 ? read : { ok: false, errors };
}

function codeErrors(values: FormValues): FieldErrors {
  const scheme: CodeScheme = fieldOf(values, "codeScheme") === "other" ? "other" : "national";
  const written = (["taskCode", "taskHandleItem"] as const).map((field) => ({
    field,
    code: fieldOf(values, field),
  }));
  return written.flatMap(({ field, code }) => {
    const problem = field === "taskHandleItem" && code === "" ? undefined : codeProblem(code, scheme);
    return problem === undefined ? [] : [{ field, code: problem }];
  });
}
