/** The evidence of a case for programs of an office: whether its events are what was written, and all of it in one file. */
import { Hono } from "hono";
import * as v from "valibot";
import { referenceOf, referenceParameter } from "../disclosure/disclosure.api.headers.ts";
import { always, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import { link } from "../disclosure/disclosure.api.shapes.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Config } from "../kit/config.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { frontPageOf } from "./evidence.front.office.tsx";
import type { Evidence } from "./evidence.service.ts";

export interface EvidenceApiServices {
  readonly config: Pick<Config, "units">;
  readonly evidence: Evidence;
}

const LINK_SECONDS = 60;
const OF_CASE = "/api/v1/office/evidence/:reference";
const documented = openDescriber(problems);
const common = { tag: "Office", security: ["bearer"], parameters: [referenceParameter] };
const ofCase = [...always, ...ofOffice, "role", "unit", "case_not_found"] as const;

const state = named(
  "Evidence",
  v.strictObject({
    reference: v.string(),
    title: v.string(),
    chain: v.strictObject({
      ok: v.pipe(v.boolean(), v.description("The events are what was written when they happened")),
      fault: v.pipe(v.nullable(v.string()), v.description("What does not fit, and at which event")),
    }),
    contains: v.strictObject({
      attachments: v.number(),
      events: v.number(),
      replyFiles: v.number(),
      letters: v.number(),
    }),
  }),
);

/** Mount it behind `requireBearer`. */
export function evidenceApi({ config, evidence }: EvidenceApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    OF_CASE,
    documented({
      ...common,
      id: "readEvidence",
      summary: "What the evidence of a case holds, and whether its chain of hashes is whole",
      answers: { 200: { description: "Verified just now", schema: state } },
      problems: ofCase,
    }),
    async (context) => {
      const { record, verdict, letters } = await evidence.look(context.get("staff"), referenceOf(context));
      const { reference, title, attachments } = record.head;
      return context.json({
        reference,
        title,
        chain: { ok: verdict.ok, fault: verdict.ok ? null : `${verdict.fault} ${verdict.n}` },
        contains: {
          attachments: attachments.length,
          events: record.events.length,
          replyFiles: record.replyFiles.length,
          letters: letters.length,
        },
      });
    },
  );
  app.post(
    OF_CASE,
    documented({
      ...common,
      id: "bundleEvidence",
      summary: "Everything of a case in one ZIP with a manifest of hashes, as a review body asks for it",
      description:
        "It holds personal data. Each bundle goes on record with its hash and who asked for it; asked for again it is made anew.",
      answers: { 201: { description: "A link that works for a minute", schema: link } },
      problems: [...ofCase, "too_large"],
    }),
    async (context) => {
      const url = await evidence.create(context.get("staff"), referenceOf(context), frontPageOf(config));
      return context.json({ url, expiresInSeconds: LINK_SECONDS }, 201);
    },
  );
  return app;
}
