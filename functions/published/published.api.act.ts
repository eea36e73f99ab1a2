/** What becomes of an answer for everybody, by programs of an office: handed in, sent back, published, taken back. */
import type { Context, Hono } from "hono";
import * as v from "valibot";
import { seenParameter, seenVersion } from "../disclosure/disclosure.api.headers.ts";
import { always, ofBody, ofOffice, problems } from "../disclosure/disclosure.api.problems.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { named, openDescriber } from "../kit/openapi.ts";
import { Problem } from "../kit/problem.ts";
import { publishedOfficeProblems } from "./published.api.problems.ts";
import { officeAnswer, officeView } from "./published.api.shapes.ts";
import type { Published } from "./published.service.ts";
import type { PublishedAct } from "./published.ts";
import { actOf, MOST_CHARACTERS, reasonForm } from "./published.ts";

type Act = Exclude<PublishedAct, "write">;

const acts: Readonly<
  Record<Act, { readonly id: string; readonly summary: string; readonly reason?: string }>
> = {
  hand_in: { id: "handInAnswer", summary: "Hand a draft in, for another person to look at" },
  return: {
    id: "returnAnswer",
    summary: "Send it back to who wrote it",
    reason: "数字请与决算一致。",
  },
  publish: {
    id: "publishAnswer",
    summary: "Let everybody read what another person wrote; never the person who wrote it",
  },
  withdraw: {
    id: "withdrawAnswer",
    summary: "Take it back. The reason is public, and what was public stays on record",
    reason: "数字有误，更正后再公开。",
  },
};
const documented = openDescriber({ ...problems, ...publishedOfficeProblems });

export function addPublishedActs(app: Hono<ApiEnv>, published: Published): void {
  for (const act of Object.keys(acts) as Act[]) addAct(app, published, act);
}

const ticks = {
  schema: named(
    "PublishAnswer",
    v.object(
      {
        files: v.pipe(
          v.array(v.string("files.invalid"), "files.invalid"),
          v.maxLength(20, "files.invalid"),
          v.description("Ids of those of its files that you have looked at; no other becomes public"),
        ),
      },
      "body.required",
    ),
  ),
  examples: { usual: { summary: "Without files", value: { files: [] } } },
};
const bodyFor = (id: string, reason: string) => ({
  schema: named(
    `${id.charAt(0).toUpperCase()}${id.slice(1)}`,
    v.object({
      reason: v.pipe(v.string(), v.description(`${MOST_CHARACTERS.reason} characters at most`)),
    }),
  ),
  examples: { usual: { summary: "With the reason", value: { reason } } },
});

function addAct(app: Hono<ApiEnv>, published: Published, act: Act): void {
  const { id, summary, reason } = acts[act];
  app.post(
    `/api/v1/office/answers/:id/actions/${act}`,
    documented({
      tag: "Office",
      security: ["bearer"],
      ...{ id, summary },
      description:
        "Whoever may not act is refused, and the attempt is on record. The same again on the same version gives the same answer.",
      parameters: [
        { in: "path", name: "id", description: "From the list", schema: { type: "string" } },
        seenParameter(),
      ],
      ...(act === "publish" ? { body: ticks } : reason === undefined ? {} : { body: bodyFor(id, reason) }),
      answers: {
        200: {
          description: "The answer after it",
          schema: officeAnswer,
          headers: { ETag: "The version in quotes" },
        },
      },
      problems: [
        ...always,
        ...ofOffice,
        ...(["role", "unit", "published_not_found", "published_changed", "published_state"] as const),
        ...(["version_required", "if_match_invalid"] as const),
        ...(act === "hand_in" ? (["too_large"] as const) : ofBody),
        ...(act === "publish" ? (["own_work"] as const) : []),
      ],
    }),
    async (context) => {
      await run(context, published, act);
      const read = await published.readForOffice(context.get("staff"), context.req.param("id"));
      return context.json(officeView(read), 200, { etag: `"${read.answer.version}"` });
    },
  );
}

async function run(context: Context<ApiEnv>, published: Published, act: Act): Promise<void> {
  const staff = context.get("staff");
  const id = context.req.param("id") ?? "";
  // Who may not see it is told so before anything that they sent is looked at.
  await published.readForOffice(staff, id);
  const version = seenVersion(context);
  const said = await saidIn(context, act);
  try {
    await published.act(staff, id, { act, version, ...said });
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== "published_changed") throw error;
    // An answer that was lost on the way is asked for again: exactly this was done to the version that they saw.
    const { answer } = await published.readForOffice(staff, id);
    const isDone =
      answer.version === version + 1 &&
      answer.state === actOf(act).to &&
      (said.reason === undefined || answer.reason === said.reason) &&
      (answer.files ?? []).every(({ id: file }) => said.files?.includes(file) ?? true);
    if (!isDone) throw error;
  }
}

interface Said {
  readonly reason?: string;
  readonly files?: readonly string[];
}
function saidIn(context: Context<ApiEnv>, act: Act): Promise<Said> | Said {
  if (act === "publish") return readJson(context, ticks.schema);
  return acts[act].reason === undefined ? {} : readJson(context, reasonForm);
}
