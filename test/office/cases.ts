/** Cases on a desk, brought to a step by the people of their unit. */
import type { CaseFile } from "../../functions/attachment/attachment.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { approvalOf, people, reviewed } from "../disclosure/support.ts";
import type { Desk } from "./desk.ts";

export const caseOf = (reference: string) => `/office/cases/${reference}`;

const order = ["submitted", "accepted", "handling", "proposed", "approved", "answered"] as const;

export type CaseStep = (typeof order)[number];

/** `desk` is whoever can hand in a request and act on it; the reply is what stands in the answer. */
export async function caseAt(
  desk: Pick<Desk, "disclosure"> & { submit(): Promise<string> },
  step: CaseStep,
  reply: { text: string; files: readonly CaseFile[] } = { text: "现予公开，全文见附件。", files: [] },
): Promise<string> {
  const reference = await desk.submit();
  const steps: [string, Staff, object][] = [
    ["confirm_receipt", people.clerk, { on: "2026-03-02" }],
    ["assign", people.clerk, { assignee: { id: people.handler.id, name: "" } }],
    ["propose", people.handler, reviewed({ outcome: "disclosed", reply: reply.text, files: reply.files })],
    ["approve", people.reviewer, approvalOf({ files: reply.files })],
    ["answer", people.clerk, { on: "2026-03-02" }],
  ];
  for (const [action, actor, data] of steps.slice(0, order.indexOf(step)))
    await desk.disclosure.act({ reference, action, actor, data } as Parameters<
      typeof desk.disclosure.act
    >[0]);
  return reference;
}

/** The three who carry a case, in the roster and signed in. */
export const seats = async (desk: Desk) => ({
  clerk: await desk.seat({ ...people.clerk, name: "王小燕" }),
  handler: await desk.seat({ ...people.handler, name: "李建国" }),
  reviewer: await desk.seat({ ...people.reviewer, name: "赵敏" }),
});
