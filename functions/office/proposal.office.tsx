/** `/office/cases/<number>/proposal`: writing an answer, its files, handing it to review. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { ProposalPageProps } from "../../web/pages/office/proposal.tsx";
import { ProposalPage } from "../../web/pages/office/proposal.tsx";
import { isRefusal, RefusedPage } from "../../web/pages/office/refused.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { bySilence, hasObjection } from "../disclosure/disclosure.outcome.check.ts";
import { outcomes } from "../disclosure/disclosure.outcome.ts";
import type { OfficeView } from "../disclosure/disclosure.service.ts";
import type { OfficeEnv } from "../identity/identity.office.tsx";
import type { Config } from "../kit/config.ts";
import type { FormValues } from "../kit/form.ts";
import { fieldOf, readForm } from "../kit/form.ts";
import type { Random } from "../kit/id.ts";
import { randomId } from "../kit/id.ts";
import { renderPage, seeOther } from "../kit/page.ts";
import { Problem } from "../kit/problem.ts";
import { stampOf } from "./case.form.ts";
import { personOf } from "./office.person.ts";
import { proposalFiles } from "./proposal.files.office.tsx";
import type { Proposals } from "./proposal.service.ts";
import type { ProposalDraft } from "./proposal.ts";

export interface ProposalOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly proposals: Proposals;
  readonly random: Random;
}

const PROPOSAL = "/office/cases/:reference/proposal";

type Extra = Pick<ProposalPageProps, "errors" | "changedSince" | "ticked" | "marks" | "done">;
interface Shown {
  readonly record: OfficeView;
  readonly draft: ProposalDraft;
  readonly extra: Extra;
  readonly status: 200 | 409 | 422;
}

export function proposalOffice(services: ProposalOfficeServices): Hono<OfficeEnv> {
  const app = new Hono<OfficeEnv>();
  const { proposals } = services;
  app.get(PROPOSAL, async (context) => {
    const staff = context.get("staff");
    const record = await proposals.open(referenceOf(context), staff);
    const draft = await proposals.draftOf(record.head, staff);
    return show(services, context, {
      record,
      draft,
      extra: { done: context.req.query("done") },
      status: 200,
    });
  });
  app.post(PROPOSAL, (context) => write(services, context));
  app.get(`${PROPOSAL}/files`, (context) => proposalFiles(services, context));
  return app;
}

const referenceOf = (context: Context): string => context.req.param("reference") ?? "";

/** One form, several buttons: each keeps what is written first, so that none of them loses anything. */
async function write(services: ProposalOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const form = await readForm(context);
  try {
    return seeOther(context, await carryOut(services, context, form));
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    return writeAgain(services, context, { form, problem: error });
  }
}

const textOf = (form: FormValues) => ({
  outcome: fieldOf(form, "outcome"),
  reply: fieldOf(form, "reply"),
  objection: fieldOf(form, "objection"),
  earlier: fieldOf(form, "earlier"),
  pointer: fieldOf(form, "pointer"),
});

/** The items that the proposer has reviewed for secrets, by the names of their boxes. */
const marksIn = (form: FormValues): readonly string[] =>
  Object.keys(form).flatMap((name) => {
    const item = /^mark-(reply|objection|f[0-9a-f]{32})$/.exec(name)?.[1];
    return item !== undefined && fieldOf(form, name) === "yes" ? [item] : [];
  });

/** Does what the button says and gives the address of the next page. */
async function carryOut(
  { proposals }: ProposalOfficeServices,
  context: Context<OfficeEnv>,
  form: FormValues,
): Promise<string> {
  const staff = context.get("staff");
  const reference = referenceOf(context);
  const intent = fieldOf(form, "intent");
  const text = textOf(form);
  if (intent === "submit") {
    const tick = fieldOf(form, "tick") === "yes";
    const marks = marksIn(form);
    await proposals.submit({ text, tick, marks }, { reference, staff, stamp: stampOf(form, staff.id) });
    return withQuery(paths.officeCase(reference), { done: "propose" });
  }
  const { head } = await proposals.open(reference, staff);
  await proposals.save(head, staff, text);
  if (intent === "files") return paths.officeProposalFiles(reference);
  const cleaned = /^clean (f[0-9a-f]{32})$/.exec(intent)?.[1];
  if (cleaned !== undefined) {
    await proposals.cleanFile(head, staff, cleaned);
    return withQuery(paths.officeProposal(reference), { done: "fileCleaned" });
  }
  const removed = /^remove (f[0-9a-f]{32})$/.exec(intent)?.[1];
  if (removed === undefined) return withQuery(paths.officeProposal(reference), { done: "saved" });
  await proposals.removeFile(reference, staff, removed);
  return withQuery(paths.officeProposal(reference), { done: "fileRemoved" });
}

interface Sent {
  readonly form: FormValues;
  readonly problem: Problem;
}

/** Whatever was wrong, the page that answers holds what was written. */
async function writeAgain(
  services: ProposalOfficeServices,
  context: Context<OfficeEnv>,
  { form, problem }: Sent,
): Promise<Response> {
  const staff = context.get("staff");
  const text = textOf(form);
  const { status, code, errors = [] } = problem;
  if (status === 403 && isRefusal(code)) {
    const view = { ...context.get("view"), path: paths.office() };
    const person = personOf(services.config, staff, view.lang);
    return renderPage(
      context,
      <RefusedPage view={view} person={person} reason={code} typed={text.reply} />,
      403,
    );
  }
  if (status !== 409 && status !== 422) throw problem;
  const record = await services.proposals.look(referenceOf(context), staff);
  const draft = { ...(await services.proposals.draftOf(record.head, staff)), ...text };
  const extra =
    status === 409
      ? { changedSince: stampOf(form, staff.id).version }
      : { errors, ticked: fieldOf(form, "tick") === "yes", marks: marksIn(form) };
  return show(services, context, { record, draft, extra, status });
}

async function show(
  services: ProposalOfficeServices,
  context: Context<OfficeEnv>,
  { record, draft, extra, status }: Shown,
) {
  const staff = context.get("staff");
  const [earlier, release] = await Promise.all([
    services.proposals.earlierAnswers(record.head, staff),
    services.proposals.checksOf(record.head, draft.files),
  ]);
  const view = context.get("view");
  const { reference, version } = record.head;
  return renderPage(
    context,
    <ProposalPage
      {...extra}
      view={{ ...view, path: paths.officeProposal(reference) }}
      person={personOf(services.config, staff, view.lang)}
      record={record}
      draft={draft}
      release={release}
      // What the clock alone brings about cannot be chosen.
      outcomes={outcomes.filter(({ code }) => !bySilence.includes(code))}
      objected={hasObjection(record.head)}
      earlier={earlier}
      stamp={{ version, command: randomId(services.random) }}
    />,
    status,
  );
}
