/** People, requests and cases at every step, for tests of the API. */
import type { CaseFile, DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import type { DisclosureState } from "../../functions/disclosure/disclosure.flow.ts";
import type { Actor, Role, Staff } from "../../functions/identity/identity.ts";
import { approvalOf, reviewed } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { upload } from "../support/bucket.ts";
import { newKey, type Reply, type Rig } from "./rig.ts";

export const staff = (role: Role, unit = "zfb"): Staff => ({
  kind: "staff",
  id: `${role}-${unit}`,
  name: `${role} of ${unit}`,
  unit,
  roles: [role],
});
export const clerk = staff("clerk");
export const handler = staff("handler");
export const reviewer = staff("reviewer");

export interface Receipt {
  readonly reference: string;
  readonly queryCode: string;
  readonly dueOn: string;
  readonly dueFrom: string;
  readonly submittedAt: string;
  readonly uploads: readonly {
    readonly id: string;
    readonly url: string;
    readonly fields: Readonly<Record<string, string>>;
  }[];
}

export const casePath = ({ reference }: Pick<Receipt, "reference">, rest = "") =>
  `/api/v1/cases/${reference}${rest}`;
export const officePath = ({ reference }: Pick<Receipt, "reference">, rest = "") =>
  `/api/v1/office/cases/${reference}${rest}`;
export const code = ({ queryCode }: Pick<Receipt, "queryCode">) => ({ "Query-Code": queryCode });

export const handIn = (rig: Rig, changes: Record<string, unknown> = {}, headers = newKey()) =>
  rig.call<Receipt>("POST", "/api/v1/disclosure-requests", {
    headers,
    json: { ...application, ...changes },
  });

/** A posted and confirmed file. */
export async function attach(rig: Rig, receipt: Receipt, place = 0, bytes?: Uint8Array): Promise<Reply> {
  const form = receipt.uploads[place];
  if (form === undefined) throw new Error("no such upload");
  if (bytes !== undefined) await upload(form, bytes);
  return rig.call("PUT", casePath(receipt, `/attachments/${form.id}`), { headers: code(receipt) });
}

const order: readonly [DisclosureState, DisclosureEvent["kind"], Staff, DisclosureEvent["data"]][] = [
  ["accepted", "confirm_receipt", clerk, { on: "2026-03-02" }],
  ["handling", "assign", clerk, { assignee: { id: handler.id, name: "" } }],
  ["proposed", "propose", handler, { outcome: "disclosed", reply: "现予公开。", files: [], marks: [] }],
  ["approved", "approve", reviewer, { marks: [] }],
  ["answered", "answer", clerk, { on: "2026-03-02" }],
  ["archived", "archive", clerk, {}],
];

/** A case at this step, brought there by the service itself. */
export async function caseAt(rig: Rig, state: DisclosureState, files: CaseFile[] = []): Promise<Receipt> {
  const { body } = await handIn(rig);
  const { reference } = body;
  const act = (action: DisclosureEvent["kind"], actor: Actor, data: DisclosureEvent["data"]) =>
    rig.services.disclosure.act({ reference, action, actor, data });
  if (state === "correcting") return correctingCase(rig, body);
  if (state === "withdrawn") await act("withdraw", { kind: "applicant", reference }, {});
  const last = order.findIndex(([reached]) => reached === state);
  for (const [, action, actor, data] of order.slice(0, last + 1))
    await act(action, actor, dataWith(action, data, files));
  return body;
}

/** Every item that leaves is reviewed by both. */
function dataWith(action: string, data: DisclosureEvent["data"], files: CaseFile[]): DisclosureEvent["data"] {
  if (action === "propose") return reviewed({ ...(data as object), files }) as never;
  return action === "approve" ? approvalOf({ files }) : data;
}

/** A case whose applicant is to correct the request. */
async function correctingCase(rig: Rig, receipt: Receipt): Promise<Receipt> {
  const { reference } = receipt;
  const { act } = rig.services.disclosure;
  await act({ reference, action: "confirm_receipt", actor: clerk, data: { on: "2026-03-02" } });
  const data = { what: "请写明文号。", until: "2026-03-27" };
  await act({ reference, action: "ask_correction", actor: clerk, data });
  return receipt;
}
