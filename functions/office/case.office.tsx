/** `/office/cases/<number>`: reading a case, acting on it, its files. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { CasePageProps } from "../../web/pages/office/case.tsx";
import { CasePage } from "../../web/pages/office/case.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import type { Alike } from "../alike/alike.service.ts";
import type { Attachments } from "../attachment/attachment.service.ts";
import type { Calendar } from "../calendar/calendar.ts";
import { dayOf } from "../calendar/calendar.ts";
import type { DisclosureHead } from "../disclosure/disclosure.case.ts";
import { actBy } from "../disclosure/disclosure.case.ts";
import { MOST_OTHERS } from "../disclosure/disclosure.find.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { Mark } from "../disclosure/disclosure.review.ts";
import { approvalErrors, itemsOf } from "../disclosure/disclosure.review.ts";
import type { Disclosure, OfficeView } from "../disclosure/disclosure.service.ts";
import { may } from "../identity/access.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Identity } from "../identity/identity.service.ts";
import type { Clock } from "../kit/clock.ts";
import type { Config } from "../kit/config.ts";
import { readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { notFound, Problem } from "../kit/problem.ts";
import type { Letters } from "../letter/letter.service.ts";
import type { CaseAction, FormStamp } from "./case.form.ts";
import { isCaseAction, keptValues, readAction, stampOf } from "./case.form.ts";
import { personOf, unitName } from "./office.person.ts";
import type { ProposalOfficeServices } from "./proposal.office.tsx";
import { proposalOffice } from "./proposal.office.tsx";
import { standingOn } from "./queue.ts";
import { refusalPage } from "./refusal.office.tsx";

export interface CaseOfficeServices extends ProposalOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly disclosure: Pick<
    Disclosure,
    "readForOffice" | "readAudit" | "fileFor" | "act" | "othersOfApplicant"
  >;
  readonly attachments: Pick<Attachments, "link">;
  readonly identity: Pick<Identity, "colleagues">;
  /** What letters are made of is loaded when there is an answer. */
  readonly missingLetter: Letters["missing"];
  /** Who else asks for the same; loaded when a case is opened. */
  readonly alike: () => Promise<Alike>;
  readonly calendar: Calendar;
  readonly clock: Clock;
  readonly random: Random;
}

const ONE_CASE = "/office/cases/:reference";

type Extra = Pick<CasePageProps, "state" | "changedSince" | "done">;

export function caseOffice(services: CaseOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  app.onError(refusalPage(services));
  app.get(ONE_CASE, async (context) => {
    const record = await services.disclosure.readForOffice(referenceOf(context), context.get("staff"));
    return showCase(services, context, { record, extra: { done: context.req.query("done") }, status: 200 });
  });
  app.post(`${ONE_CASE}/actions/:action`, (context) => act(services, context));
  app.get(`${ONE_CASE}/files/:file`, async (context) => {
    const { disclosure, attachments } = services;
    const file = await disclosure.fileFor(
      referenceOf(context),
      context.req.param("file") ?? "",
      context.get("staff"),
    );
    return seeOther(context, await attachments.link(file));
  });
  app.route("/", proposalOffice(services));
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

async function act(services: CaseOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const staff = context.get("staff");
  const reference = referenceOf(context);
  const action = context.req.param("action") ?? "";
  if (!isCaseAction(action)) throw notFound("action_not_found");
  const form = await readForm(context);
  const { data, errors } = readAction(action, form);
  const stamp = stampOf(form, staff.id);
  const values = keptValues(form);
  const again = async (problem: Pick<Problem, "status" | "errors">) => {
    const record = await services.disclosure.readForOffice(reference, staff);
    const state = { action, values, errors: problem.errors ?? [] };
    const extra = problem.status === 409 ? { state, changedSince: stamp.version } : { state };
    return showCase(services, context, { record, extra, status: problem.status === 409 ? 409 : 422 });
  };
  try {
    if (errors.length > 0) {
      const { actions, head } = await services.disclosure.readForOffice(reference, staff);
      // A form that lacks something is shown again to who may act; who may not is left to the service, which refuses.
      if (actions.includes(action))
        return await again({ status: 422, errors: [...reviewErrors(action, head, data), ...errors] });
    }
    await services.disclosure.act({
      reference,
      action,
      data,
      actor: staff,
      commandId: stamp.commandId,
      expectedVersion: stamp.version,
    });
  } catch (error) {
    if (error instanceof Problem && (error.status === 409 || error.status === 422)) return again(error);
    throw error;
  }
  return seeOther(context, withQuery(paths.officeCase(reference), { done: action }));
}

/** So that all that is missing is said at once. */
const reviewErrors = (action: CaseAction, { proposal }: DisclosureHead, data: object) =>
  action === "approve" && proposal !== undefined
    ? approvalErrors(proposal, (data as { readonly marks: readonly Mark[] }).marks)
    : [];

/** Asked only while the answer is at hand: before there is one, and once the file is closed, nothing is lacking. */
const mayLackLetter = ({ state }: DisclosureHead): boolean =>
  ["approved", "answered", "lapsed"].includes(state);

interface Shown {
  readonly record: OfficeView;
  readonly extra: Extra;
  readonly status: 200 | 409 | 422;
}

async function showCase(
  services: CaseOfficeServices,
  context: Context<OfficeEnv>,
  { record, extra, status }: Shown,
) {
  const { config, disclosure, identity, proposals, clock, calendar, random } = services;
  const staff = context.get("staff");
  const { lang, ...view } = context.get("view");
  const { head, actions } = record;
  const today = dayOf(clock());
  const [people, audit, draft, letter, alike, same] = await Promise.all([
    actions.includes("assign") ? identity.colleagues(staff, head.unit) : [],
    may(staff, "case.read_audit", head) ? disclosure.readAudit(head.reference, staff) : undefined,
    actions.includes("propose") ? proposals.hasDraft(head.reference, staff) : false,
    mayLackLetter(head) ? services.missingLetter(staff, head) : undefined,
    services.alike().then((desk) => desk.othersOf(staff, head)),
    disclosure.othersOfApplicant(record),
  ]);
  const stamp: FormStamp = { version: head.version, commandId: randomId(random) };
  return renderPage(
    context,
    <CasePage
      {...extra}
      // A page that answers a post has no address of its own for the language switch to lead back to.
      view={{ ...view, lang, path: paths.officeCase(head.reference) }}
      person={personOf(config, staff, lang)}
      record={record}
      unit={unitName(config, head.unit, lang)}
      standing={standingOn({ dueOn: actBy(head), state: head.state }, { today, calendar })}
      today={today}
      stamp={{ version: stamp.version, command: stamp.commandId }}
      handlers={people.filter((one) => one.roles.includes("handler"))}
      outcome={{
        proposal: outcomeOf(head.proposal?.outcome ?? ""),
        answer: outcomeOf(head.answer?.outcome ?? ""),
      }}
      downloads={{
        attachments: may(staff, "attachment.download", head),
        replyFiles: may(staff, "reply_file.download", head),
      }}
      links={{
        letters: may(staff, "letter.read", head),
        evidence: may(staff, "evidence.download", head),
        publish: head.answer !== undefined && may(staff, "published.write", head),
      }}
      draft={draft}
      letter={letter}
      alike={{ alike, same: { count: same, most: MOST_OTHERS } }}
      review={{
        items: head.proposal === undefined ? [] : itemsOf(head.proposal),
        files: head.proposal?.files ?? [],
        checks: head.proposal?.checks ?? [],
      }}
      audit={audit}
    />,
    status,
  );
}
