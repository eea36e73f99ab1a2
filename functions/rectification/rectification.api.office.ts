/** Corrections of records for programs of an office: one case, its files, and what came on paper. */
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import { LINK_SECONDS } from "../attachment/attachment.service.ts";
import { dayOf } from "../calendar/calendar.ts";
import {
  fileParameter,
  referenceOf,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { entryBesides } from "../disclosure/disclosure.api.intake.ts";
import { always, ofBody, ofFile, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import { file, link, upload } from "../disclosure/disclosure.api.shapes.ts";
import { declaredFile, uploadParameter, uploadView } from "../disclosure/disclosure.api.submit.ts";
import { fileView } from "../disclosure/disclosure.api.view.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { enteredExamples } from "./rectification.api.examples.ts";
import { addActs } from "./rectification.api.office.act.ts";
import { officeRectification, rectificationReceipt } from "./rectification.api.shapes.ts";
import { officeRectificationView, receiptView } from "./rectification.api.view.ts";
import { enteredEntries, rectificationJson } from "./rectification.json.ts";
import type { Rectifications } from "./rectification.service.ts";
import { openRectificationUploads } from "./rectification.upload.service.ts";

export interface RectificationOfficeApiServices {
  readonly rectifications: Pick<
    Rectifications,
    "enter" | "act" | "demand" | "readForOffice" | "readForApplicant" | "fileFor"
  >;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove" | "link">;
  readonly clock: Clock;
}

const PATH = "/api/v1/office/rectifications";
const ONE = `${PATH}/:reference`;
const documented = openDescriber(problems);
const common = { tag: "Office", security: ["bearer"] };
const ofCase = [...always, ...ofOffice, "unit", "case_not_found"] as const;
const entryBody = named("EnteredRectification", v.object({ ...enteredEntries, ...entryBesides }));
const anyObject = v.record(v.string(), v.unknown(), "application.required");

/** Mount it behind `requireBearer`. */
export function rectificationOfficeApi(services: RectificationOfficeApiServices): Hono<ApiEnv> {
  const { rectifications, attachments } = services;
  const app = new Hono<ApiEnv>();
  addEntry(app, services);
  app.get(
    ONE,
    documented({
      ...common,
      id: "readOfficeRectification",
      summary:
        "A correction of records with what was asked, events and what you may do now. That you looked is on record",
      parameters: [referenceParameter],
      answers: {
        200: {
          description: "The case",
          schema: officeRectification,
          headers: { ETag: "The version in quotes" },
        },
      },
      problems: ofCase,
    }),
    async (context) => {
      const view = await rectifications.readForOffice(referenceOf(context), context.get("staff"));
      return context.json(officeRectificationView(view), 200, { etag: `"${view.head.version}"` });
    },
  );
  app.get(
    `${ONE}/files/:file`,
    documented({
      ...common,
      id: "readEvidenceFile",
      summary: "A link to a piece of evidence. The download is on record",
      parameters: [referenceParameter, fileParameter],
      answers: { 200: { description: "A link that works for a minute", schema: link } },
      problems: [...ofCase, "role", "file_not_found"],
    }),
    async (context) => {
      const id = context.req.param("file") ?? "";
      const found = await rectifications.fileFor(referenceOf(context), id, context.get("staff"));
      return context.json({ url: await attachments.link(found), expiresInSeconds: LINK_SECONDS });
    },
  );
  addScans(app, services);
  addActs(app, rectifications);
  return app;
}

function addEntry(app: Hono<ApiEnv>, { rectifications, clock }: RectificationOfficeApiServices): void {
  app.post(
    PATH,
    documented({
      ...common,
      id: "enterRectification",
      summary: "Enter a correction of records of your unit that came on paper, by fax or by word of mouth",
      parameters: [submissionKeyParameter],
      body: { schema: entryBody, examples: enteredExamples },
      answers: {
        201: { description: "Entered; hand number and query code over", schema: rectificationReceipt },
      },
      problems: [
        ...always,
        ...ofOffice,
        ...ofBody,
        ...(["role", "idempotency_key_required", "idempotency_key_invalid", "token_reused"] as const),
      ],
    }),
    async (context) => {
      const staff = context.get("staff");
      await rectifications.demand(staff, "case.enter", { unit: staff.unit });
      const token = submissionKey(context);
      const sent = await readJson(context, anyObject);
      const rules = { today: dayOf(clock()), units: [staff.unit], enteredByStaff: true };
      const application = check(rectificationJson(rules), { ...sent, unit: staff.unit });
      const rest = check(v.object(entryBesides), sent);
      if (!application.ok || !rest.ok)
        throw invalid([application, rest].flatMap((each) => (each.ok ? [] : each.errors)));
      const entry = { application: application.value, ...rest.value, token };
      return context.json(receiptView(await rectifications.enter(entry, staff), []), 201);
    },
  );
}

function addScans(app: Hono<ApiEnv>, services: RectificationOfficeApiServices): void {
  const { rectifications } = services;
  const uploads = openRectificationUploads(services);
  app.post(
    `${ONE}/scans`,
    documented({
      ...common,
      id: "offerEvidenceScan",
      summary: "A form to post a scan of what came on paper with; confirm it with PUT then",
      parameters: [referenceParameter],
      body: {
        schema: named("DeclaredScan", declaredFile),
        examples: { letter: { summary: "A letter", value: { name: "更正申请.pdf", sizeBytes: 204_800 } } },
      },
      answers: { 201: { description: "The form", schema: upload } },
      problems: [...ofCase, "role", ...ofBody],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { head } = await rectifications.readForOffice(referenceOf(context), staff);
      await rectifications.demand(staff, "case.add_scan", head);
      const declared = await readJson(context, declaredFile);
      return context.json(uploadView(await uploads.offerScan(head.reference), declared), 201);
    },
  );
  app.put(
    `${ONE}/scans/:upload`,
    documented({
      ...common,
      id: "confirmEvidenceScan",
      summary: "Make a posted scan a piece of evidence; again gives the same answer",
      parameters: [referenceParameter, uploadParameter],
      answers: { 200: { description: "The evidence", schema: file } },
      problems: [...ofCase, "role", "too_large", "out_of_turn", "too_many_files", ...ofFile],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { head } = await rectifications.readForOffice(referenceOf(context), staff);
      await rectifications.demand(staff, "case.add_scan", head);
      const posted = context.req.param("upload") ?? "";
      return context.json(fileView(await uploads.scan(head.reference, posted, staff)));
    },
  );
}
