/** `/office/rectifications`: a correction of records at the office, read and acted on. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { OfficeRectificationProps } from "../../web/pages/office/rectification/case.tsx";
import { OfficeRectificationPage } from "../../web/pages/office/rectification/case.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { Attachments } from "../attachment/attachment.service.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Identity } from "../identity/identity.service.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Letters } from "../letter/letter.service.ts";
import { stampOf } from "../office/case.form.ts";
import { personOf, unitName } from "../office/office.person.ts";
import { standingOn } from "../office/queue.ts";
import { refusalPage } from "../office/refusal.office.tsx";
import type { RectificationEvent } from "./rectification.case.ts";
import { rectificationDesk } from "./rectification.desk.office.tsx";
import { rectificationOutcomes } from "./rectification.flow.ts";
import { rectificationPeriod } from "./rectification.period.office.tsx";
import type { Rectifications, RectificationView } from "./rectification.service.ts";

export interface RectificationOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly rectifications: Rectifications;
  readonly attachments: Pick<Attachments, "link" | "offer" | "accept" | "remove">;
  readonly identity: Pick<Identity, "colleagues">;
  readonly missingLetter: Letters["missing"];
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly random: Random;
}

const ONE = "/office/rectifications/cases/:reference";

/** The forms of the page: which fields each has; `tick` is a box that has to be ticked. */
const formsOf = {
  assign: ["assignee"],
  propose: ["outcome", "reply", "organ"],
  approve: ["tick"],
  return: ["reason"],
  transfer: ["unit", "reason"],
  archive: [],
} as const;
type Act = keyof typeof formsOf;
const isAct = (text: string): text is Act => Object.hasOwn(formsOf, text);

export function rectificationOffice(services: RectificationOfficeServices): Hono<OfficeEnv> {
  const { rectifications, attachments } = services;
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.route("/", rectificationPeriod(services));
  app.route("/", rectificationDesk(services));
  app.get(ONE, async (context) => {
    const record = await rectifications.readForOffice(referenceOf(context), context.get("staff"));
    return show(services, context, { record, extra: { changed: false, done: context.req.query("done") } });
  });
  app.post(`${ONE}/acts/:act`, (context) => act(services, context));
  app.get(`${ONE}/files/:file`, async (context) => {
    const id = context.req.param("file") ?? "";
    const file = await rectifications.fileFor(referenceOf(context), id, context.get("staff"));
    return seeOther(context, await attachments.link(file));
  });
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

async function act(services: RectificationOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { rectifications } = services;
  const staff = context.get("staff");
  const reference = referenceOf(context);
  const action = context.req.param("act") ?? "";
  if (!isAct(action)) throw notFound("action_not_found");
  const form = await readForm(context);
  const values = Object.fromEntries(formsOf[action].map((name) => [name, fieldOf(form, name)]));
  const { version: expectedVersion, commandId } = stampOf(form, staff.id);
  const again = async (errors: Problem["errors"], changed: boolean) => {
    const record = await rectifications.readForOffice(reference, staff);
    const sent = { act: action, values, errors: errors ?? [] };
    return show(services, context, { record, extra: { changed, sent } });
  };
  const record = await rectifications.readForOffice(reference, staff);
  // A box that is not ticked is asked for again where the act is open; otherwise the service refuses, on record.
  if (action === "approve" && values.tick !== "yes" && record.actions.includes("approve"))
    return again([{ field: "tick", code: "tick.required" }], false);
  try {
    const data = dataOf(action, form);
    await rectifications.act({ reference, action, data, actor: staff, commandId, expectedVersion });
  } catch (error) {
    if (!(error instanceof Problem) || (error.status !== 409 && error.status !== 422)) throw error;
    return again(error.errors, error.status === 409);
  }
  // What was handed over is no longer this unit's to see.
  const next = action === "transfer" ? paths.office() : paths.officeCase(reference);
  return seeOther(context, withQuery(next, { done: action }));
}

function dataOf(action: Act, form: FormValues): RectificationEvent["data"] {
  const text = (name: string) => fieldOf(form, name);
  switch (action) {
    case "assign":
      return { assignee: { id: text("assignee"), name: "" } };
    case "propose":
      return {
        outcome: text("outcome") as (typeof rectificationOutcomes)[number],
        reply: text("reply"),
        organ: text("organ"),
      };
    case "return":
      return { reason: text("reason") };
    case "transfer":
      return { unit: text("unit"), reason: text("reason") };
    default:
      return {};
  }
}

interface Shown {
  readonly record: RectificationView;
  readonly extra: Pick<OfficeRectificationProps, "sent" | "changed" | "done">;
}

async function show(
  services: RectificationOfficeServices,
  context: Context<OfficeEnv>,
  { record, extra }: Shown,
): Promise<Response> {
  const { config, rectifications, identity, clock, calendar, random } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const { head, actions } = record;
  const [people, audit, letter] = await Promise.all([
    actions.includes("assign") ? identity.colleagues(staff, head.unit) : [],
    may(staff, "case.read_audit", head) ? rectifications.readAudit(head.reference, staff) : undefined,
    head.answer && may(staff, "letter.issue", head)
      ? services.missingLetter(staff, rectifications.letterHead(head))
      : undefined,
  ]);
  const wrong = (extra.sent?.errors.length ?? 0) > 0;
  return renderPage(
    context,
    <OfficeRectificationPage
      {...extra}
      view={{ ...view, lang, path: paths.officeCase(head.reference) }}
      person={personOf(config, staff, lang)}
      record={record}
      unit={unitName(config, head.unit, lang)}
      standing={standingOn({ dueOn: head.due.on, state: head.state }, { today: dayOf(clock()), calendar })}
      actions={actions}
      stamp={{ version: head.version, command: randomId(random) }}
      handlers={people.filter((one) => one.roles.includes("handler") && one.id !== head.assignee?.id)}
      units={config.units
        .filter(({ code }) => code !== head.unit)
        .map(({ code, name }) => ({ code, name: name[lang] }))}
      outcomes={rectificationOutcomes}
      may={{
        attachments: may(staff, "attachment.download", head),
        letters: may(staff, "letter.read", head),
        evidence: may(staff, "evidence.download", head),
        scans: actions.includes("add_scan"),
        receipt: head.channel !== "internet" && may(staff, "case.enter", head),
      }}
      lacksLetter={letter !== undefined}
      audit={audit}
    />,
    wrong ? 422 : extra.changed ? 409 : 200,
  );
}
