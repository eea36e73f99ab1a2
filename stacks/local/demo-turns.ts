import { type Desk, fillIn, withFile } from "./demo-desk.ts";
import type { DemoFile } from "./demo-files.ts";
import type { Turn } from "./demo-request.ts";
import { DemoFailure, type DemoPlace, formIn, send, type Visitor } from "./demo-visitor.ts";

export interface Receipt {
  readonly reference: string;
  readonly queryCode: string;
}

/** A case that was handed in. */
export interface DemoCase extends Receipt {
  readonly unit: string;
}

export interface Work {
  readonly place: DemoPlace;
  readonly desk: Desk;
  readonly one: DemoCase;
}

const roleOf = { assign: "clerk", confirm_receipt: "clerk", answer: "clerk", approve: "reviewer" } as const;

/** Does one act on a case as whoever it belongs to does it: people through their pages, programs through the API. */
export async function takeTurn(work: Work, turn: Turn): Promise<void> {
  const { place, desk, one } = work;
  const assignee = `handler-${one.unit}`;
  switch (turn.act) {
    case "withdraw": {
      const url = new URL(`/api/v1/cases/${one.reference}/withdraw`, place.publicOrigin);
      return void (await send(place, url, { method: "POST", headers: { "query-code": one.queryCode } }));
    }
    case "propose":
      return propose(work, turn);
    case "return":
      return actOnPage(one, await desk.person(`reviewer-${one.unit}`), turn.act, { reason: turn.reason });
    case "assign": {
      if (turn.byScript) return assignByScript(work, assignee);
      return actOnPage(one, await desk.person(`clerk-${one.unit}`), turn.act, { assignee });
    }
    case "approve":
      return approve(one, await desk.person(`reviewer-${one.unit}`));
    default:
      return actOnPage(one, await desk.person(`${roleOf[turn.act]}-${one.unit}`), turn.act, { tick: "yes" });
  }
}

/** Each item of what leaves is ticked, and what the release check found is let out with a reason. */
async function approve({ reference }: DemoCase, visitor: Visitor): Promise<void> {
  const page = `/office/cases/${reference}`;
  const { text } = await visitor.visit(page);
  const reasons = fieldsIn(text, /name="(accept-[\w-]+)"/g).map((name) => [name, RELEASE_REASON]);
  const filled = { tick: "yes", ...marksIn(text), ...Object.fromEntries(reasons) };
  await fillIn(visitor, { page, tag: /\/actions\/approve"/, filled, done: "approve" });
}

const RELEASE_REASON = "已在制作文件的软件里逐页核对，没有不应公开的内容。";
const fieldsIn = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name]) => name ?? "");
const marksIn = (text: string): Readonly<Record<string, string>> =>
  Object.fromEntries(fieldsIn(text, /name="(mark-[\w-]+)"/g).map((name) => [name, "yes"]));

const actOnPage = (
  { reference }: DemoCase,
  visitor: Visitor,
  act: Turn["act"],
  filled: Readonly<Record<string, string>>,
): Promise<void> =>
  fillIn(visitor, {
    page: `/office/cases/${reference}`,
    tag: new RegExp(`/actions/${act}"`),
    filled,
    done: act,
  });

async function assignByScript({ place, desk, one }: Work, assignee: string): Promise<void> {
  const url = new URL(`/api/v1/office/cases/${one.reference}/actions/assign`, place.publicOrigin);
  await send(place, url, {
    method: "POST",
    headers: {
      ...(await desk.machine(`script-clerk-${one.unit}`)),
      "content-type": "application/json",
      "idempotency-key": `demo-assign-${one.reference}`,
    },
    body: JSON.stringify({ assignee }),
  });
}

async function propose({ desk, one }: Work, turn: Extract<Turn, { act: "propose" }>): Promise<void> {
  const visitor = await desk.person(`handler-${one.unit}`);
  const page = `/office/cases/${one.reference}/proposal`;
  if (turn.file !== undefined) await addFile(visitor, page, turn.file);
  const { outcome, reply } = turn;
  const { text } = await visitor.visit(page);
  await fillIn(visitor, {
    page,
    tag: /\/proposal"/,
    filled: { outcome, reply, tick: "yes", ...marksIn(text), intent: "submit" },
    done: turn.act,
  });
}

/** Once: a start that was stopped behind it finds the file among what is kept of the answer. */
async function addFile(visitor: Visitor, page: string, file: DemoFile): Promise<void> {
  const { text: written } = await visitor.visit(page);
  if (written.includes(file.name)) return;
  const { text, url } = await visitor.visit(`${page}/files`);
  const form = formIn(text, /class="upload/);
  if (form === undefined) throw new DemoFailure(`${url.pathname} has no form for a file`);
  const body = withFile(form.fields, file);
  const next = await visitor.visit(new URL(form.action, url), { method: "POST", body });
  if (next.url.searchParams.get("done") !== "fileAdded")
    throw new DemoFailure(`${url.pathname} did not take the file`);
}
