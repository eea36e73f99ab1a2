/** Questions and suggestions for programs of an office: the list, one thread, and what can be done with it. */
import { Hono } from "hono";
import * as v from "valibot";
import { referenceOf, referenceParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import {
  cursorParameter,
  cursorText,
  queryParameter,
  readQuery,
  unitParameter,
  unitQuery,
} from "../disclosure/disclosure.api.query.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Config } from "../kit/config.ts";
import { openDescriber } from "../kit/openapi.ts";
import { addActs } from "./advice.api.office.act.ts";
import { adviceProblems } from "./advice.api.problems.ts";
import { officeShape, officeView, rowsShape, rowView } from "./advice.api.shapes.ts";
import { adviceLists } from "./advice.read.service.ts";
import type { AdviceService } from "./advice.service.ts";

export interface AdviceOfficeApiServices {
  readonly config: Pick<Config, "units">;
  readonly advice: Pick<AdviceService, "list" | "readForOffice" | "act">;
}

const documented = openDescriber({ ...problems, ...adviceProblems });
const common = { tag: "Office", security: ["bearer"] };
const PAGE_SIZE = 50;
const ONE = "/api/v1/office/advice/:reference";

/** Mount it behind `requireBearer`. */
export function adviceOfficeApi(services: AdviceOfficeApiServices): Hono<ApiEnv> {
  const { advice } = services;
  const app = new Hono<ApiEnv>();
  addList(app, services);

  app.get(
    ONE,
    documented({
      ...common,
      id: "readOfficeAdvice",
      summary: "A question with its replies and what you may do now. That you looked is on record",
      parameters: [referenceParameter],
      answers: {
        200: { description: "The thread", schema: officeShape, headers: { ETag: "The version in quotes" } },
      },
      problems: [...always, ...ofOffice, "unit", "case_not_found"],
    }),
    async (context) => {
      const thread = await advice.readForOffice(referenceOf(context), context.get("staff"));
      return context.json(officeView(thread), 200, { etag: `"${thread.head.version}"` });
    },
  );

  addActs(app, advice);
  return app;
}

function addList(app: Hono<ApiEnv>, { advice, config }: AdviceOfficeApiServices): void {
  const query = v.object({
    unit: unitQuery(config),
    list: v.optional(v.picklist(adviceLists, "list.choose"), "pending"),
    cursor: v.optional(cursorText),
  });
  app.get(
    "/api/v1/office/advice",
    documented({
      ...common,
      id: "listAdvice",
      summary: "A page of a unit's questions: what waits for a reply, due soonest first, or what is done",
      parameters: [
        unitParameter,
        queryParameter("list", "`pending` when left out", { enum: [...adviceLists] }),
        cursorParameter,
      ],
      answers: { 200: { description: "One page", schema: rowsShape } },
      problems: [...always, ...ofOffice, "unit", "invalid"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { unit = staff.unit, list, cursor } = readQuery(query, context);
      const { rows, next } = await advice.list(staff, { unit, list, limit: PAGE_SIZE, cursor });
      return context.json({ items: rows.map(rowView), next: next ?? null });
    },
  );
}
