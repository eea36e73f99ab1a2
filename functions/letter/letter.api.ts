/** The letters of a case for programs of an office: what was issued, what can be, looked at first, then numbered. */
import { createHash } from "node:crypto";
import type { Context } from "hono";
import { Hono } from "hono";
import {
  referenceOf,
  referenceParameter,
  submissionKey,
  submissionKeyParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import { may } from "../identity/access.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { invalid, Problem } from "../kit/problem.ts";
import { addOneLetter } from "./letter.api.one.ts";
import { letterProblems } from "./letter.api.problems.ts";
import {
  letterFields,
  letterForm,
  letterPreview,
  lettersOfCase,
  readLetterShape,
} from "./letter.api.shapes.ts";
import { blocksView, choicesView, formView, issuedView, readView, whyOf } from "./letter.api.view.ts";
import type { Asked } from "./letter.asked.ts";
import { closedCode } from "./letter.issue.service.ts";
import type { Draft, Letters } from "./letter.service.ts";
import { definitionOf } from "./letter.template.service.ts";
import { letterRefusals } from "./letter.turn.ts";

export interface LetterApiServices {
  readonly letters: Letters;
}

const documented = openDescriber({ ...problems, ...letterProblems });
const common = { tag: "Office", security: ["bearer"] };
const OF_CASE = "/api/v1/office/letters/:reference";
const KIND = `${OF_CASE}/kinds/:kind`;
const kindParameter = {
  in: "path",
  name: "kind",
  description: "Kind of letter, from the list of the case",
  schema: { type: "string" },
} as const;
const ofCase = [...always, ...ofOffice, "role", "unit", "case_not_found"] as const;
const ofKind = [...ofCase, "letter_not_found", "letter_not_ready"] as const;
const body = {
  schema: letterFields,
  examples: {
    registration: {
      summary: "What the form of a registration asks",
      value: { fields: { remarks: "当面递交。" } },
    },
  },
};

/** Mount it behind `requireBearer`. */
export function letterApi({ letters }: LetterApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  app.get(
    OF_CASE,
    documented({
      ...common,
      id: "listLetters",
      summary: "The letters of a case, and which kinds it is ready for. That you looked is on record",
      description: "Cases of both sorts: requests, and corrections of records (Art. 41).",
      parameters: [referenceParameter],
      answers: { 200: { description: "The letters", schema: lettersOfCase } },
      problems: ofCase,
    }),
    async (context) => {
      const staff = context.get("staff");
      const { record, issued, choices } = await letters.list(staff, referenceOf(context));
      const mayIssue = may(staff, "letter.issue", record.head);
      return context.json({ items: issued.map(issuedView), kinds: choicesView(choices), mayIssue });
    },
  );
  app.get(
    KIND,
    documented({
      ...common,
      id: "readLetterForm",
      summary: "What a letter of a kind asks for; what the case answers itself is not asked",
      parameters: [referenceParameter, kindParameter],
      answers: { 200: { description: "The fields", schema: letterForm } },
      problems: ofKind,
    }),
    async (context) => {
      const draft = await draftOf(letters, context);
      return context.json(formView(draft, letters.fieldsOf(draft)));
    },
  );
  addMaking(app, letters);
  addOneLetter(app, letters);
  return app;
}

function addMaking(app: Hono<ApiEnv>, letters: Letters): void {
  app.post(
    `${KIND}/preview`,
    documented({
      ...common,
      id: "previewLetter",
      summary: "The letter as it would be, without a number; nothing is kept",
      parameters: [referenceParameter, kindParameter],
      body,
      answers: { 200: { description: "Its text", schema: letterPreview } },
      problems: [...ofKind, ...ofBody],
    }),
    async (context) => {
      const draft = await draftOf(letters, context);
      const asked = await askedIn(letters, context, draft);
      return context.json({ blocks: blocksView(await letters.preview(draft, asked)) });
    },
  );
  app.post(
    `${KIND}/issue`,
    documented({
      ...common,
      id: "issueLetter",
      summary: "Issue the letter under the next number of the unit and year",
      description: "The same key again gives the letter that was issued with it, and takes no other number.",
      parameters: [referenceParameter, kindParameter, submissionKeyParameter],
      body,
      answers: { 201: { description: "The letter as it was issued", schema: readLetterShape } },
      problems: [
        ...ofKind,
        ...ofBody,
        ...(["idempotency_key_required", "idempotency_key_invalid", "token_reused"] as const),
      ],
    }),
    async (context) => {
      const staff = context.get("staff");
      const draft = await draftOf(letters, context);
      const commandId = commandIdOf(staff.id, submissionKey(context));
      const asked = await askedIn(letters, context, draft);
      const { reference } = draft.record.head;
      const number = await letters.issue(staff, draft, { asked, commandId });
      const issued = await letters.read(staff, reference, number);
      // The key has issued a letter of another kind.
      if (issued.letter.kind !== draft.letter.kind) throw new Problem(422, "token_reused");
      return context.json(readView(issued), 201);
    },
  );
}

/** Bound to the person, and hashed, because it becomes part of a key of the table. */
const commandIdOf = (person: string, key: string): string =>
  createHash("sha256")
    .update(JSON.stringify([person, key]))
    .digest("base64url");

/** Raises 409 `letter_not_ready` with the article of the letter, and what has to happen first. */
async function draftOf(letters: Letters, context: Context<ApiEnv>): Promise<Draft> {
  const kind = context.req.param("kind") ?? "";
  try {
    return await letters.begin(context.get("staff"), referenceOf(context), kind);
  } catch (error) {
    const refusal = letterRefusals.find(
      (each) => error instanceof Problem && error.code === closedCode(each),
    );
    if (refusal === undefined) throw error;
    const members = { reason: refusal, why: whyOf(refusal) };
    throw new Problem(409, "letter_not_ready", { basis: definitionOf(kind).articles[0], members });
  }
}

/** What was sent for the fields that are asked; a name that nobody asked for is an error and no silence. */
async function askedIn(letters: Letters, context: Context<ApiEnv>, draft: Draft): Promise<Asked> {
  const { fields: sent } = await readJson(context, letterFields);
  const names = letters.fieldsOf(draft).map(({ name }) => name);
  if (Object.keys(sent).some((name) => !names.includes(name)))
    throw invalid([{ field: "fields", code: "fields.unknown" }]);
  const wrong = names.filter((name) => !["string", "number", "undefined"].includes(typeof sent[name]));
  if (wrong.length > 0) throw invalid(wrong.map((field) => ({ field, code: "fields.text" })));
  return Object.fromEntries(Object.entries(sent).map(([name, value]) => [name, String(value)]));
}
