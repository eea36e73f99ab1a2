/** Requests on paper, by fax or by word of mouth as an office's program enters them, and scans of what came. */
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Clock } from "../kit/clock.ts";
import { check } from "../kit/form.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { invalid } from "../kit/problem.ts";
import { entryExamples } from "./disclosure.api.examples.ts";
import {
  referenceOf,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "./disclosure.api.headers.ts";
import { always, ofBody, ofFile, ofOffice, problems } from "./disclosure.api.problems.ts";
import { file, receipt, upload } from "./disclosure.api.shapes.ts";
import { declaredFile, receiptView, uploadParameter, uploadView } from "./disclosure.api.submit.ts";
import { fileView } from "./disclosure.api.view.ts";
import { officeChannels } from "./disclosure.channel.ts";
import { applicationJson, applicationShape, enteredContacts } from "./disclosure.json.ts";
import type { Disclosure } from "./disclosure.service.ts";
import { openCaseUploads } from "./disclosure.upload.service.ts";

export interface IntakeApiServices {
  readonly disclosure: Pick<Disclosure, "enter" | "demand" | "act" | "readForOffice" | "readForApplicant">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove">;
  readonly clock: Clock;
}

/** How and when it came. */
export const entryBesides = {
  channel: v.pipe(v.picklist(officeChannels, "channel.choose"), v.description("How it came")),
  arrivedOn: v.pipe(
    v.string("day.invalid"),
    v.maxLength(10, "day.invalid"),
    v.description("The day that it came; not in the future"),
  ),
  lang: v.optional(v.picklist(["zh", "en"], "lang.choose"), "zh"),
};
const { unit: _own, ...applicationEntries } = applicationShape.entries;
const entryBody = named(
  "EnteredRequest",
  v.object({ ...applicationEntries, ...enteredContacts, ...entryBesides }),
);

const documented = openDescriber(problems);
const common = { tag: "Office", security: ["bearer"] };

/** Mount it behind `requireBearer`. */
export function disclosureIntakeApi(services: IntakeApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addEntry(app, services);
  addScans(app, services);
  return app;
}

/** Requests on paper, by fax or by word of mouth. */
function addEntry(app: Hono<ApiEnv>, { disclosure, clock }: IntakeApiServices): void {
  app.post(
    "/api/v1/office/cases",
    documented({
      ...common,
      id: "enterCase",
      summary: "Enter a request of your unit that came on paper, by fax or by word of mouth",
      description:
        "Handed in, told or signed for: it is received as it comes and accepted at once. By ordinary mail or fax it waits for its confirmation (Art. 31).",
      parameters: [submissionKeyParameter],
      body: { schema: entryBody, examples: entryExamples },
      answers: { 201: { description: "Entered; hand number and query code over", schema: receipt } },
      problems: [
        ...always,
        ...ofOffice,
        ...ofBody,
        "role",
        "idempotency_key_required",
        "idempotency_key_invalid",
        "token_reused",
      ],
    }),
    async (context) => {
      const staff = context.get("staff");
      await disclosure.demand(staff, "case.enter", { unit: staff.unit });
      const token = submissionKey(context);
      const sent = await readJson(context, v.record(v.string(), v.unknown(), "application.required"));
      const rules = { today: dayOf(clock()), units: [staff.unit], enteredByStaff: true };
      const application = check(applicationJson(rules), { ...sent, unit: staff.unit });
      const rest = check(v.object(entryBesides), sent);
      if (!application.ok || !rest.ok)
        throw invalid([application, rest].flatMap((each) => (each.ok ? [] : each.errors)));
      const made = await disclosure.enter({ application: application.value, ...rest.value, token }, staff);
      return context.json(receiptView(made, []), 201);
    },
  );
}

function addScans(app: Hono<ApiEnv>, services: IntakeApiServices): void {
  const { disclosure } = services;
  const uploads = openCaseUploads(services);
  const reading = [...always, ...ofOffice, "role", "unit", "case_not_found"] as const;
  app.post(
    "/api/v1/office/cases/:reference/scans",
    documented({
      ...common,
      id: "offerScan",
      summary: "A form to post a scan of what came on paper with; confirm it with PUT then",
      parameters: [referenceParameter],
      body: {
        schema: named("DeclaredScan", declaredFile),
        examples: { letter: { summary: "A letter", value: { name: "申请书.pdf", sizeBytes: 204_800 } } },
      },
      answers: { 201: { description: "The form", schema: upload } },
      problems: [...reading, ...ofBody],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { head } = await disclosure.readForOffice(referenceOf(context), staff);
      await disclosure.demand(staff, "case.add_scan", head);
      const declared = await readJson(context, declaredFile);
      return context.json(uploadView(await uploads.offerScan(head.reference), declared), 201);
    },
  );
  app.put(
    "/api/v1/office/cases/:reference/scans/:upload",
    documented({
      ...common,
      id: "confirmScan",
      summary: "Make a posted scan an attachment of the case; again gives the same answer",
      parameters: [referenceParameter, uploadParameter],
      answers: { 200: { description: "The attachment", schema: file } },
      problems: [...reading, "too_large", "out_of_turn", "too_many_files", ...ofFile],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { head } = await disclosure.readForOffice(referenceOf(context), staff);
      await disclosure.demand(staff, "case.add_scan", head);
      return context.json(
        fileView(await uploads.scan(head.reference, context.req.param("upload") ?? "", staff)),
      );
    },
  );
}
