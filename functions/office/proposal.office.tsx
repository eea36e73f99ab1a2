/** `/office/cases/<number>/proposal`: writing an answer, its files, handing it to review. */
import type { Context } from "hono";
import { Hono } from "hono";
import type { ProposalPageProps } from "../../web/pages/office/proposal.tsx";
import { ProposalPage } from "../../web/pages/office/proposal.tsx";
import { ProposalFilesPage } from "../../web/pages/office/proposal-files.tsx";
import { isRefusal, RefusedPage } from "../../web/pages/office/refused.tsx";
import { paths, withQuery } from "../../web/paths.ts";
import { acceptedTypes, MAX_SIZE_BYTES } from "../attachment/attachment.ts";
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
import type { Proposals } from "./proposal.service.ts";
import type { ProposalDraft } from "./proposal.ts";
import { MOST_REPLY_FILES } from "./proposal.ts";

export interface ProposalOfficeServices {
  readonly config: Pick<Config, "units" | "publicOrigin">;
  readonly proposals: Proposals;
  readonly random: Random;
}

const PROPOSAL = "/office/cases/:reference/proposal";

type Extra = Pick<ProposalPageProps, "errors" | "changedSince" | "ticked" | "done">;
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
  app.get(`${PROPOSAL}/files`, (context) => files(services, context));
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

const textOf = (form: FormValues) => ({ outcome: fieldOf(form, "outcome"), reply: fieldOf(form, "reply") });

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
    await proposals.submit({ text, tick }, { reference, staff, stamp: stampOf(form, staff.id) });
    return withQuery(paths.officeCase(reference), { done: "propose" });
  }
  const { head } = await proposals.open(reference, staff);
  await proposals.save(head, staff, text);
  if (intent === "files") return paths.officeProposalFiles(reference);
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
      : { errors, ticked: fieldOf(form, "tick") === "yes" };
  return show(services, context, { record, draft, extra, status });
}

function show(
  services: ProposalOfficeServices,
  context: Context<OfficeEnv>,
  { record, draft, extra, status }: Shown,
) {
  const staff = context.get("staff");
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
      outcomes={outcomes}
      stamp={{ version, command: randomId(services.random) }}
    />,
    status,
  );
}

/** The form for one file; the bucket sends the browser back here with the id of what it posted. */
async function files(services: ProposalOfficeServices, context: Context<OfficeEnv>): Promise<Response> {
  const { proposals, config } = services;
  const staff = context.get("staff");
  const view = context.get("view");
  const reference = referenceOf(context);
  const { head } = await proposals.open(reference, staff);
  const uploadId = context.req.query("upload");
  const error = uploadId === undefined ? undefined : await proposals.addFile(head, staff, uploadId);
  if (uploadId !== undefined && error === undefined)
    return seeOther(context, withQuery(paths.officeProposal(reference), { done: "fileAdded" }));
  const draft = await proposals.draftOf(head, staff);
  const full = draft.files.length >= MOST_REPLY_FILES;
  const next = (id: string) => paths.officeProposalFiles(reference, id);
  const offer = full
    ? undefined
    : await proposals.offer(reference, staff, (id) => config.publicOrigin + next(id));
  return renderPage(
    context,
    <ProposalFilesPage
      view={{ ...view, path: paths.officeProposalFiles(reference) }}
      person={personOf(config, staff, view.lang)}
      reference={reference}
      most={MOST_REPLY_FILES}
      error={error}
      offer={
        offer && {
          form: offer.form,
          next: next(offer.uploadId),
          accept: acceptedTypes.join(","),
          maxBytes: MAX_SIZE_BYTES,
        }
      }
    />,
    error === undefined ? 200 : 422,
  );
}
