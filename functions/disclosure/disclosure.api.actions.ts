/** What an office does with a case, one route for each action of the flow. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { Attachments } from "../attachment/attachment.service.ts";
import type { ApiEnv } from "../identity/identity.api.ts";
import { readJson } from "../kit/json.ts";
import { openDescriber } from "../kit/openapi.ts";
import { notFound } from "../kit/problem.ts";
import { actParameters, bodyOr, commandOf, ofAct, viewAfter } from "./disclosure.api.acting.ts";
import type { OfficeAction } from "./disclosure.api.action.table.ts";
import { officeActions } from "./disclosure.api.action.table.ts";
import { asideActions } from "./disclosure.api.aside.ts";
import { referenceOf, referenceParameter } from "./disclosure.api.headers.ts";
import { officeCase } from "./disclosure.api.office.shapes.ts";
import { officeCaseView } from "./disclosure.api.office.view.ts";
import { always, ofOffice, problems } from "./disclosure.api.problems.ts";
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
      parameters: actParameters,
      ...(action.body === undefined ? {} : { body: action.body }),
      answers: {
        200: {
          description: "The case after it",
          schema: officeCase,
          headers: { ETag: "The version in quotes" },
        },
      },
      problems: [...ofAct(action.body !== undefined), ...action.problems],
    }),
    async (context) => {
      const command = commandOf(context, action.name);
      const data = await dataFor(context, action, { ...means, command });
      const view = await viewAfter<OfficeView, OfficeView["head"]>(action.name, {
        act: () => disclosure.act({ ...command, data }),
        read: () => disclosure.readForOffice(command.reference, command.actor),
      });
      return context.json(officeCaseView(view), 200, { etag: `"${view.head.version}"` });
    },
  );
}

/** What the body says the action is about; the files that it names are looked at first. */
const dataFor = (
  context: Context<ApiEnv>,
  action: OfficeAction,
  { services, uploads, command }: Means & { readonly command: Omit<Command, "data"> },
): Promise<Command["data"]> => {
  const { body } = action;
  if (body === undefined) return Promise.resolve({});
  return bodyOr(
    async () => {
      const said: unknown = await readJson(context, body.schema);
      return action.dataOf(said, (ids) => uploads.replyFiles(command.reference, ids));
    },
    () => services.disclosure.act({ ...command, data: action.nothing }),
  );
};
