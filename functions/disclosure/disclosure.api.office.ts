/** The office's side of the API: the queue, a case, its files, and forms for the files of a reply. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { LINK_SECONDS } from "../attachment/attachment.service.ts";
import { isDay } from "../calendar/calendar.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Config } from "../kit/config.ts";
import { readJson } from "../kit/json.ts";
import type { Parameter } from "../kit/openapi.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import type { DisclosureActionServices } from "./disclosure.api.actions.ts";
import { fileParameter, referenceOf, referenceParameter } from "./disclosure.api.headers.ts";
import { cardPage, officeCase } from "./disclosure.api.office.shapes.ts";
import { officeCaseView } from "./disclosure.api.office.view.ts";
import { always, ofBody, ofOffice, problems } from "./disclosure.api.problems.ts";
import {
  cursorParameter,
  cursorText,
  queryParameter,
  readQuery,
  unitParameter,
  unitQuery,
} from "./disclosure.api.query.ts";
import { link, upload } from "./disclosure.api.shapes.ts";
import { declaredFile, uploadView } from "./disclosure.api.submit.ts";
import { disclosureSteps } from "./disclosure.flow.ts";
import type { Disclosure } from "./disclosure.service.ts";
import { openCaseUploads } from "./disclosure.upload.service.ts";

export interface DisclosureOfficeServices extends DisclosureActionServices {
  readonly config: Pick<Config, "units">;
  readonly disclosure: DisclosureActionServices["disclosure"] &
    Pick<Disclosure, "queue" | "fileFor" | "demand">;
}

const documented = openDescriber(problems);
const common = { tag: "Office", security: ["bearer"] };
const MOST_ITEMS = 100;
const USUAL_ITEMS = 25;

const filters: readonly Parameter[] = [
  unitParameter,
  queryParameter("step", "Without it: what still waits for its answer", { enum: [...disclosureSteps] }),
  queryParameter("assignee", "Subject of who handles the case", { type: "string", maxLength: 255 }),
  queryParameter("dueBefore", "Only cases due before this day", { type: "string", format: "date" }),
  cursorParameter,
  queryParameter("limit", "How many at most", {
    type: "integer",
    minimum: 1,
    maximum: MOST_ITEMS,
    default: USUAL_ITEMS,
  }),
];

/** A position in a queue, as the pages before gave it; anything else would quietly start from the front. */
const isCursor = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}#[0-9A-Z]{6,40}$/.test(Buffer.from(text, "base64url").toString("utf8"));

function readFilters(context: Context<ApiEnv>, config: DisclosureOfficeServices["config"]) {
  const schema = v.object({
    unit: unitQuery(config),
    step: v.optional(v.picklist(disclosureSteps, "step.choose")),
    assignee: v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]{1,255}$/, "assignee.invalid"))),
    dueBefore: v.optional(v.pipe(v.string(), v.check(isDay, "day.invalid"))),
    cursor: v.optional(v.pipe(cursorText, v.check(isCursor, "cursor.invalid"))),
    limit: v.pipe(
      v.optional(v.pipe(v.string(), v.regex(/^\d{1,3}$/, "limit.invalid")), String(USUAL_ITEMS)),
      v.transform(Number),
      v.minValue(1, "limit.invalid"),
      v.maxValue(MOST_ITEMS, "limit.invalid"),
    ),
  });
  return readQuery(schema, context);
}

/** Mount it behind `requireBearer`. */
export function disclosureOfficeApi(services: DisclosureOfficeServices): Hono<ApiEnv> {
  const { config, disclosure } = services;
  const app = new Hono<ApiEnv>();

  app.get(
    "/api/v1/office/cases",
    documented({
      ...common,
      id: "listCases",
      summary: "A page of a unit's queue, due soonest first",
      parameters: filters,
      answers: { 200: { description: "One page", schema: cardPage } },
      problems: [...always, ...ofOffice, "unit", "invalid"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { unit = staff.unit, step, assignee, dueBefore, cursor, limit } = readFilters(context, config);
      const filter = { unit, step, assigneeId: assignee, dueBefore };
      const { cards, next } = await disclosure.queue(staff, filter, { limit, cursor });
      return context.json({ items: cards, next: next ?? null });
    },
  );

  app.get(
    "/api/v1/office/cases/:reference",
    documented({
      ...common,
      id: "readOfficeCase",
      summary: "A case with its application, events and what you may do now. That you looked is on record",
      parameters: [referenceParameter],
      answers: {
        200: { description: "The case", schema: officeCase, headers: { ETag: "The version in quotes" } },
      },
      problems: [...always, ...ofOffice, "unit", "case_not_found"],
    }),
    async (context) => {
      const view = await disclosure.readForOffice(referenceOf(context), context.get("staff"));
      return context.json(officeCaseView(view), 200, { etag: `"${view.head.version}"` });
    },
  );

  addFiles(app, services);
  return app;
}

function addFiles(app: Hono<ApiEnv>, services: DisclosureOfficeServices): void {
  const { disclosure, attachments } = services;
  const uploads = openCaseUploads(services);

  app.get(
    "/api/v1/office/cases/:reference/files/:file",
    documented({
      ...common,
      id: "readOfficeFile",
      summary: "A link to a file of a case. The download is on record",
      parameters: [referenceParameter, fileParameter],
      answers: { 200: { description: "A link that works for a minute", schema: link } },
      problems: [...always, ...ofOffice, "role", "unit", "case_not_found", "file_not_found"],
    }),
    async (context) => {
      const fileId = context.req.param("file");
      const found = await disclosure.fileFor(referenceOf(context), fileId, context.get("staff"));
      return context.json({ url: await attachments.link(found), expiresInSeconds: LINK_SECONDS });
    },
  );

  app.post(
    "/api/v1/office/cases/:reference/uploads",
    documented({
      ...common,
      id: "offerReplyFile",
      summary: "A form to post one file of a reply with; name its id in `propose` then",
      parameters: [referenceParameter],
      body: {
        schema: named("DeclaredFile", declaredFile),
        examples: { letter: { summary: "A letter", value: { name: "答复书.pdf", sizeBytes: 120_400 } } },
      },
      answers: { 201: { description: "The form", schema: upload } },
      problems: [...always, ...ofOffice, "role", "unit", ...ofBody, "case_not_found"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { head } = await disclosure.readForOffice(referenceOf(context), staff);
      await disclosure.demand(staff, "case.propose", head);
      const declared = await readJson(context, declaredFile);
      return context.json(uploadView(await uploads.offerReplyFile(head.reference), declared), 201);
    },
  );
}
