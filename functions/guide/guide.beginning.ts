/** The form with which a guide begins, read as a guide that has a code, a name and nothing else yet. */
import * as v from "valibot";
import { codeSchemes } from "./guide.code.ts";
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

export const guideBeginning = v.pipe(
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
