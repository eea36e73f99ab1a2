/** What an office does with a case, one route for each action of the flow. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { Attachments } from "../attachment/attachment.service.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import type { Staff } from "../identity/identity.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { OfficeAction } from "./disclosure.api.action.table.ts";
import { officeActions } from "./disclosure.api.action.table.ts";
import { asideActions } from "./disclosure.api.aside.ts";
import {
  commandKey,
  commandKeyParameter,
  expectedVersion,
  referenceOf,
  referenceParameter,
  versionParameter,
} from "./disclosure.api.headers.ts";
import { officeCase } from "./disclosure.api.office.shapes.ts";
import { officeCaseView } from "./disclosure.api.office.view.ts";
import { always, ofBody, ofOffice, problems } from "./disclosure.api.problems.ts";
import type { DisclosureAction } from "./disclosure.flow.ts";
import { disclosureActions } from "./disclosure.flow.ts";
import type { Disclosure, OfficeView } from "./disclosure.service.ts";
import type { CaseUploads } from "./disclosure.upload.service.ts";
import { openCaseUploads } from "./disclosure.upload.service.ts";

export interface DisclosureActionServices {
  readonly disclosure: Pick<Disclosure, "act" | "readForOffice" | "readForApplicant">;
  readonly attachments: Pick<Attachments, "offer" | "accept" | "remove" | "link">;
}
type Command = Parameters<Disclosure["act"]>[0];

const documented = openDescriber(problems);
const common = { tag: "Office", security: ["bearer"] };

/** Mount it behind `requireBearer`. */
export function disclosureActionsApi(services: DisclosureActionServices): Hono<ApiEnv> {
  const uploads = openCaseUploads(services);
  const app = new Hono<ApiEnv>();
  for (const action of [...officeActions, ...asideActions]) addAction(app, action, { services, uploads });

  app.post(
    "/api/v1/office/cases/:reference/actions/:action",
    documented({
      ...common,
      id: "actOtherwise",
      summary: "Every other action is refused",
      description: "404 for what is no action; 403, on record, for what only an applicant may do.",
      parameters: [
        referenceParameter,
        { in: "path", name: "action", description: "No action of an office", schema: { type: "string" } },
      ],
      answers: {},
      problems: [...always, ...ofOffice, "role", "too_large", "case_not_found", "action_not_found"],
    }),
    async (context) => {
      const reference = referenceOf(context);
      const action = disclosureActions.find((each) => each === context.req.param("action"));
      if (action === undefined) throw notFound("action_not_found");
      // The flow has no office action left but those above, so this raises the refusal that belongs on record.
      await services.disclosure.act({ reference, action, data: {}, actor: context.get("staff") });
      throw notFound("action_not_found");
    },
  );
  return app;
}

interface Means {
  readonly services: DisclosureActionServices;
  readonly uploads: CaseUploads;
}

function addAction(app: Hono<ApiEnv>, action: OfficeAction, means: Means): void {
  const { disclosure } = means.services;
  app.post(
    `/api/v1/office/cases/:reference/actions/${action.name}`,
    documented({
      ...common,
      id: action.name.replace(/_(\w)/g, (_match, letter: string) => letter.toUpperCase()),
      summary: action.summary,
      description: "Whoever may not act is refused, and the attempt is on record.",
      parameters: [referenceParameter, commandKeyParameter, versionParameter],
      ...(action.body === undefined ? {} : { body: action.body }),
      answers: {
        200: {
          description: "The case after it",
          schema: officeCase,
          headers: { ETag: "The version in quotes" },
        },
      },
      problems: [
        ...always,
        ...ofOffice,
        "role",
        "unit",
        ...(action.body === undefined ? (["too_large"] as const) : ([...ofBody, "token_reused"] as const)),
        "idempotency_key_invalid",
        "if_match_invalid",
        "case_not_found",
        "out_of_turn",
        "case_changed",
        ...action.problems,
      ],
    }),
    async (context) => {
      const command = commandOf(context, action.name);
      const data = await dataFor(context, action, { ...means, command });
      const view = await viewAfter(disclosure, { ...command, data });
      return context.json(officeCaseView(view), 200, { etag: `"${view.head.version}"` });
    },
  );
}

/** The case after the act. What is handed to another unit is this one's to see for the last time. */
async function viewAfter(
  disclosure: Pick<Disclosure, "act" | "readForOffice">,
  command: Command & { readonly actor: Staff },
): Promise<OfficeView> {
  const { reference, actor, action } = command;
  if (action !== "transfer") {
    await disclosure.act(command);
    return disclosure.readForOffice(reference, actor);
  }
  const last = await disclosure.readForOffice(reference, actor).catch(() => undefined);
  const head = await disclosure.act(command);
  return last === undefined ? disclosure.readForOffice(reference, actor) : { ...last, head, actions: [] };
}

function commandOf(context: Context<ApiEnv>, action: DisclosureAction) {
  const actor = context.get("staff");
  const key = commandKey(context);
  return {
    reference: referenceOf(context),
    action,
    actor,
    // Bound to the person and the action, so that nobody's key can stand for what somebody else did.
    commandId: key === undefined ? undefined : JSON.stringify([actor.id, action, key]),
    expectedVersion: expectedVersion(context),
  };
}

/**
 * What the body says the action is about. When the body is wrong, who may not act is refused all the same: the
 * command then runs without data, which the service refuses for the person, for the turn, or at last for the data.
 */
async function dataFor(
  context: Context<ApiEnv>,
  action: OfficeAction,
  { services, uploads, command }: Means & { readonly command: Omit<Command, "data"> },
): Promise<Command["data"]> {
  if (action.body === undefined) return {};
  try {
    const body: unknown = await readJson(context, action.body.schema);
    return await action.dataOf(body, (ids) => uploads.replyFiles(command.reference, ids));
  } catch (wrong) {
    if (!(wrong instanceof Problem)) throw wrong;
    try {
      await services.disclosure.act({ ...command, data: action.nothing });
    } catch (refusal) {
      throw refusal instanceof Problem && refusal.status !== 422 ? refusal : wrong;
    }
    throw wrong;
  }
}
