/** Following a case through the API: how it stands, its answer, withdrawing it; and the table of outcomes. */
import { Hono } from "hono";
import * as v from "valibot";
import type { Attachments } from "../attachment/attachment.service.ts";
import { LINK_SECONDS } from "../attachment/attachment.service.ts";
import { openDescriber } from "../kit/openapi.ts";
import type { ProgressService } from "../progress/progress.service.ts";
import { applicantOf } from "../progress/progress.ts";
import { fileParameter, provenCase, referenceParameter } from "./disclosure.api.headers.ts";
import { always, ofProof, problems } from "./disclosure.api.problems.ts";
import { link, outcome, publicCase } from "./disclosure.api.shapes.ts";
import { outcomeView, publicCaseView } from "./disclosure.api.view.ts";
import { outcomes } from "./disclosure.outcome.ts";
import type { Disclosure } from "./disclosure.service.ts";

export interface DisclosurePublicServices {
  readonly disclosure: Pick<Disclosure, "fileFor">;
  readonly progress: Pick<ProgressService, "prove" | "read" | "withdraw" | "partCodes">;
  readonly attachments: Pick<Attachments, "link">;
}

const documented = openDescriber(problems);
const tag = "Applicants";

export function disclosurePublicApi({ disclosure, progress, attachments }: DisclosurePublicServices): Hono {
  const app = new Hono();

  app.get(
    "/api/v1/cases/:reference",
    documented({
      id: "readCase",
      tag,
      summary: "How a case stands, by when it is answered and why by then",
      description:
        "A missing number and a wrong code are the same answer. After five wrong tries on a number or thirty from an address within 15 minutes, wait.",
      security: ["queryCode", "phoneLast4"],
      parameters: [referenceParameter],
      answers: { 200: { description: "The case", schema: publicCase } },
      problems: [...always, ...ofProof],
    }),
    async (context) => {
      const found = await provenCase(context, progress, "code_or_phone");
      // Four digits of a phone are the weaker proof: they open a case, and hand out no code.
      const byCode = context.req.header("query-code") !== undefined;
      const codes = byCode && found.parts.length > 0 ? await progress.partCodes(found.reference) : {};
      return context.json(publicCaseView(found, codes));
    },
  );

  app.get(
    "/api/v1/cases/:reference/files/:file",
    documented({
      id: "readReplyFile",
      tag,
      summary: "A link to a file of the answer",
      description:
        "The answer is a link and not a redirect, because a client would send the query code along to where it leads.",
      security: ["queryCode", "phoneLast4"],
      parameters: [referenceParameter, fileParameter],
      answers: { 200: { description: "A link that works for a minute", schema: link } },
      problems: [...always, ...ofProof, "file_not_found", "role"],
    }),
    async (context) => {
      const { reference } = await provenCase(context, progress, "code_or_phone");
      const found = await disclosure.fileFor(reference, context.req.param("file"), applicantOf(reference));
      return context.json({ url: await attachments.link(found), expiresInSeconds: LINK_SECONDS });
    },
  );

  app.post(
    "/api/v1/cases/:reference/withdraw",
    documented({
      id: "withdrawCase",
      tag,
      summary: "Withdraw a request; again changes nothing",
      security: ["queryCode"],
      parameters: [referenceParameter],
      answers: { 200: { description: "The withdrawn case", schema: publicCase } },
      problems: [...always, ...ofProof, "too_large", "out_of_turn"],
    }),
    async (context) => {
      const { reference } = await provenCase(context, progress, "code");
      await progress.withdraw(reference, "api withdraw");
      return context.json(publicCaseView(await progress.read(reference)));
    },
  );

  app.get(
    "/api/v1/disclosure/outcomes",
    documented({
      id: "listOutcomes",
      tag: "Tables",
      summary: "The 21 outcomes of a request, with their articles",
      security: [],
      answers: { 200: { description: "All of them", schema: v.strictObject({ items: v.array(outcome) }) } },
      problems: [],
    }),
    (context) => context.json({ items: outcomes.map(outcomeView) }),
  );

  return app;
}
