/** Those who ask for the same (Art. 44) for programs of an office: the list, a group, and what the office decides. */
import type { Context } from "hono";
import { Hono } from "hono";
import * as v from "valibot";
import { parseReference } from "../case/reference.ts";
import { referenceParameter, seenParameter, seenVersion } from "../disclosure/disclosure.api.headers.ts";
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
import { named, openDescriber } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
import { publishedOfficeProblems } from "../published/published.api.problems.ts";
import { alikeProblems } from "./alike.api.problems.ts";
import { groupShape, groupsShape, groupView, rowView } from "./alike.api.shapes.ts";
import type { Alike } from "./alike.service.ts";
import type { DecisionKind } from "./alike.ts";
import { groupStates, reasonForm } from "./alike.ts";

export interface AlikeApiServices {
  readonly config: Pick<Config, "units">;
  readonly alike: Alike;
}

const LIST = "/api/v1/office/alike";
const ONE = `${LIST}/:id`;
const PAGE_SIZE = 50;
const documented = openDescriber({ ...problems, ...publishedOfficeProblems, ...alikeProblems });
const common = { tag: "Office", security: ["bearer"] };
const idParameter = {
  in: "path",
  name: "id",
  description: "From the list: the number of the first request of the group",
  schema: { type: "string" },
} as const;
const group = { description: "The group", schema: groupShape, headers: { ETag: "The version in quotes" } };
const ofGroup = [...always, ...ofOffice, "unit", "alike_not_found"] as const;
const ofDecision = [
  ...ofGroup,
  ...(["role", "alike_changed", "version_required", "if_match_invalid"] as const),
] as const;
const reasonBody = named(
  "DismissAlike",
  v.object({ reason: v.pipe(v.string(), v.description("Why not; 300 characters at most")) }),
);

/** Mount it behind `requireBearer`. */
export function alikeApi(services: AlikeApiServices): Hono<ApiEnv> {
  const { alike } = services;
  const app = new Hono<ApiEnv>();
  addList(app, services);
  app.get(
    ONE,
    documented({
      ...common,
      id: "readAlike",
      summary: "A group of requests that ask for the same, and whose answer could be published",
      parameters: [idParameter],
      answers: { 200: group },
      problems: ofGroup,
    }),
    (context) => answer(context, alike),
  );
  app.post(
    `${ONE}/requests/:reference/propose`,
    documented({
      ...common,
      id: "proposeAlike",
      summary: "Propose that the answer to this request of the group be published (Art. 44)",
      description:
        "The proposal goes the way of two people: one writes the answer anew with `writeAnswer`, another publishes it. The same again gives the same answer.",
      parameters: [idParameter, referenceParameter, seenParameter()],
      answers: { 200: group },
      problems: [...ofDecision, "not_answered", "too_large"],
    }),
    async (context) => {
      const reference = parseReference(context.req.param("reference"))?.reference ?? "";
      await decide(context, alike, { kind: "propose", said: async () => ({ reference }) });
      return answer(context, alike);
    },
  );
  app.post(
    `${ONE}/dismiss`,
    documented({
      ...common,
      id: "dismissAlike",
      summary: "Decide that nothing of the group is published, with the reason; on record",
      description: "The same again gives the same answer.",
      parameters: [idParameter, seenParameter()],
      body: {
        schema: reasonBody,
        examples: { usual: { summary: "Not for everybody", value: { reason: "涉及个人信息，不宜公开。" } } },
      },
      answers: { 200: group },
      problems: [...ofDecision, ...ofBody],
    }),
    async (context) => {
      await decide(context, alike, { kind: "dismiss", said: () => readJson(context, reasonForm) });
      return answer(context, alike);
    },
  );
  return app;
}

async function answer(context: Context<ApiEnv>, alike: Alike) {
  const view = await alike.read(context.get("staff"), context.req.param("id") ?? "");
  return context.json(groupView(view), 200, { etag: `"${view.group.version}"` });
}

interface Deciding {
  readonly kind: DecisionKind;
  readonly said: () => Promise<{ readonly reference?: string; readonly reason?: string }>;
}

async function decide(context: Context<ApiEnv>, alike: Alike, { kind, said }: Deciding): Promise<void> {
  const staff = context.get("staff");
  const id = context.req.param("id") ?? "";
  // Who may not see it is told so before anything that they sent is looked at.
  await alike.read(staff, id);
  const version = seenVersion(context);
  const decision = await said();
  try {
    await alike.decide(staff, id, { kind, version, ...decision });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "alike_changed") throw error;
    // An answer that was lost on the way is asked for again: exactly this was decided on the version that they saw.
    const { group: now } = await alike.read(staff, id);
    const made = now.decision;
    const isDone =
      now.version === version + 1 &&
      made?.kind === kind &&
      made.by.id === staff.id &&
      made.reference === decision.reference &&
      made.reason === decision.reason;
    if (!isDone) throw error;
  }
}

function addList(app: Hono<ApiEnv>, { config, alike }: AlikeApiServices): void {
  const query = v.object({
    unit: unitQuery(config),
    state: v.optional(v.picklist(groupStates, "state.choose"), "open"),
    cursor: v.optional(cursorText),
  });
  app.get(
    LIST,
    documented({
      ...common,
      id: "listAlike",
      summary: "A page of a unit's groups of requests that ask for the same, the newest first",
      parameters: [
        unitParameter,
        queryParameter("state", "`open` when left out: what waits for a decision", {
          enum: [...groupStates],
        }),
        cursorParameter,
      ],
      answers: { 200: { description: "One page", schema: groupsShape } },
      problems: [...always, ...ofOffice, "unit", "invalid"],
    }),
    async (context) => {
      const staff = context.get("staff");
      const { unit = staff.unit, state, cursor } = readQuery(query, context);
      const page = await alike.list(staff, { unit, state, cursor, limit: PAGE_SIZE });
      return context.json({ items: page.groups.map(rowView), next: page.next ?? null });
    },
  );
}
