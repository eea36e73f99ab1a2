/** Answers for everybody at the office: written by one person from an answered request, published by another. */
import { Hono } from "hono";
import * as v from "valibot";
import {
  expectedVersion,
  referenceOf,
  referenceParameter,
  seenParameter,
} from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
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
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { addPublishedActs } from "./published.api.act.ts";
import { publishedOfficeProblems } from "./published.api.problems.ts";
import {
  officeAnswer,
  officeAnswers,
  officeView,
  writingBody,
  writingExamples,
} from "./published.api.shapes.ts";
import type { Published } from "./published.service.ts";
import type { PublishedAnswer, PublishedContent } from "./published.ts";
import { contentFields, publishedContent, publishedStates } from "./published.ts";

export interface PublishedOfficeApiServices {
  readonly config: Pick<Config, "units">;
  readonly published: Published;
}

const LIST = "/api/v1/office/answers";
const PAGE_SIZE = 50;
const documented = openDescriber({ ...problems, ...publishedOfficeProblems });
const written = v.object({ ...publishedContent.entries, files: writingBody.entries.files });
const common = { tag: "Office", security: ["bearer"] };

/** Mount it behind `requireBearer`. */
export function publishedOfficeApi({ config, published }: PublishedOfficeApiServices): Hono<ApiEnv> {
  const app = new Hono<ApiEnv>();
  addList(app, { config, published });
  app.get(
    `${LIST}/:id`,
    documented({
      ...common,
      id: "readOfficeAnswer",
      summary: "An answer for everybody, whatever has become of it, and what you may do now",
      parameters: [{ in: "path", name: "id", description: "From the list", schema: { type: "string" } }],
      answers: {
        200: { description: "The answer", schema: officeAnswer, headers: { ETag: "The version in quotes" } },
      },
      problems: [...always, ...ofOffice, "unit", "published_not_found"],
    }),
    async (context) => {
      const read = await published.readForOffice(context.get("staff"), context.req.param("id"));
      return context.json(officeView(read), 200, { etag: `"${read.answer.version}"` });
    },
  );
  app.put(
    `${LIST}/of/:reference`,
    documented({
      ...common,
      id: "writeAnswer",
      summary: "Write what everybody shall read of an answered request, without what tells who asked",
      description:
        "It is a draft until it is handed in. Texts that name the applicant are refused by field. The same again gives the same answer.",
      parameters: [referenceParameter, seenParameter("leave it out where nothing was written yet")],
      body: { schema: writingBody, examples: writingExamples },
      answers: {
        200: { description: "The draft", schema: officeAnswer, headers: { ETag: "The version in quotes" } },
      },
      problems: [
        ...always,
        ...ofOffice,
        ...ofBody,
        ...(["role", "unit", "case_not_found", "if_match_invalid"] as const),
        ...(["not_answered", "published_changed", "published_state"] as const),
      ],
    }),
    async (context) => {
      const staff = context.get("staff");
      const reference = referenceOf(context);
      const { answer: before } = await published.readWriting(staff, reference);
      const { files, ...content } = await readJson(context, written);
      const version = expectedVersion(context) ?? 0;
      // An answer that was lost on the way is asked for again; it is what this person has written already.
      const isKept =
        before?.state === "draft" &&
        before.version === version + 1 &&
        before.author.id === staff.id &&
        isSame(before, content, files);
      const { id } = isKept ? before : await published.write(staff, reference, { content, files, version });
      const read = await published.readForOffice(staff, id);
      return context.json(officeView(read), 200, { etag: `"${read.answer.version}"` });
    },
  );
  addPublishedActs(app, published);
  return app;
}

/** The engine gives the members of a map in any order. */
const isSame = (
  { content: before, files: chosen = [] }: PublishedAnswer,
  content: PublishedContent,
  files: readonly string[],
): boolean =>
  contentFields.every((field) => before[field] === content[field]) &&
  chosen.length === new Set(files).size &&
  chosen.every(({ id }) => files.includes(id));

function addList(app: Hono<ApiEnv>, { config, published }: PublishedOfficeApiServices): void {
  const query = v.object({
    unit: unitQuery(config),
    state: v.optional(v.picklist(publishedStates, "state.choose"), "review"),
    cursor: v.optional(cursorText),
  });
  app.get(
    LIST,
    documented({
      ...common,
      id: "listOfficeAnswers",
      summary: "A page of a unit's answers for everybody in one state, the one that was changed last first",
      parameters: [
        unitParameter,
        queryParameter("state", "`review` when left out: what waits for another person", {
          enum: [...publishedStates],
        }),
        cursorParameter,
      ],
      answers: { 200: { description: "One page", schema: officeAnswers } },
      problems: [...always, ...ofOffice, "unit", "invalid"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { unit = staff.unit, state, cursor } = readQuery(query, context);
      const page = await published.listForOffice(staff, { unit, state, cursor, limit: PAGE_SIZE });
      const items = page.answers.map((answer) => ({
        id: answer.id,
        subject: answer.content.subject,
        outcome: answer.outcome,
        state: answer.state,
        version: answer.version,
        author: { ...answer.author },
        changedAt: answer.changedAt,
      }));
      return context.json({ items, next: page.next ?? null });
    },
  );
}
