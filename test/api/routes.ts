/** Every route of an office: who may take it by the permission table, and a request that succeeds. */
import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import type { DisclosureState } from "../../functions/disclosure/disclosure.flow.ts";
import type { Permission } from "../../functions/identity/access.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { pdfSample } from "../attachment/samples.ts";
import { application } from "../support/application.ts";
import { upload } from "../support/bucket.ts";
import { adviceRoutes } from "./advice.ts";
import { alikeRoutes } from "./alike.ts";
import { hallDayRoutes } from "./hall-days.ts";
import { letterRoutes } from "./letters.ts";
import { periodRoutes } from "./period.ts";
import { rectificationRoutes } from "./rectifications.ts";
import type { Rig } from "./rig.ts";
import { newKey } from "./rig.ts";
import type { Receipt } from "./thread.ts";
import { caseAt, clerk, handler, officePath, reviewer } from "./thread.ts";
import { writingRoutes } from "./writings.ts";

export interface OfficeRoute {
  readonly operationId: string;
  readonly permission: Permission;
  /** What is asked before it, because the route reads the case first. */
  readonly reads?: Permission;
  /** Somebody who may. */
  readonly as: Staff;
  readonly method: "GET" | "POST" | "PUT";
  readonly path: (receipt: Pick<Receipt, "reference">) => string;
  readonly json?: unknown;
  readonly headers?: () => Record<string, string>;
  /** It is about the asker's own unit, whichever that is. */
  readonly own?: true;
  readonly state: DisclosureState;
  /** What happens to the case first. */
  readonly first?: (rig: Rig, receipt: Receipt) => Promise<unknown>;
}

const { unit: _unit, ...person } = application;
const file = { id: "f1", name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" } as const;
const at = (rest: string) => (receipt: Pick<Receipt, "reference">) => officePath(receipt, rest);

const attached = (rig: Rig, { reference }: Receipt) => {
  const actor = { kind: "applicant", reference } as const;
  return rig.services.disclosure.act({ reference, action: "attach", actor, data: { file } });
};

const extensionAsked = (rig: Rig, { reference }: Receipt, actor = handler) => {
  const data = { workingDays: 10, reason: "需要调取档案。" };
  return rig.services.disclosure.act({ reference, action: "ask_extension", actor, data });
};

const fee = { scheme: "by_pages", pages: 68, payment: "非税账户。" };
const excess = { why: "请说明理由。", until: "2026-03-11" };

/** What happens to the case before the act that is tried. */
const before =
  (action: DisclosureEvent["kind"], actor: Staff, data: object) =>
  (rig: Rig, { reference }: Receipt) =>
    rig.services.disclosure.act({ reference, action, actor, data: data as DisclosureEvent["data"] });

/** The upload that was posted for a case. */
const scans = new Map<string, string>();
export async function scanned(rig: Rig, receipt: Receipt): Promise<void> {
  const json = { name: "a.pdf", sizeBytes: 1 };
  const { body } = await rig.call<Receipt["uploads"][number]>("POST", officePath(receipt, "/scans"), {
    as: clerk,
    json,
  });
  await upload(body, pdfSample());
  scans.set(receipt.reference, body.id);
}

const action = (
  operationId: string,
  name: string,
  route: Pick<OfficeRoute, "permission" | "as" | "state" | "json" | "first">,
): OfficeRoute => ({ operationId, method: "POST", path: at(`/actions/${name}`), ...route });

export const officeRoutes: readonly OfficeRoute[] = [
  {
    operationId: "listCases",
    permission: "queue.read",
    as: clerk,
    method: "GET",
    path: () => "/api/v1/office/cases?unit=zfb",
    state: "submitted",
  },
  {
    operationId: "readOfficeCase",
    permission: "case.read",
    as: clerk,
    method: "GET",
    path: at(""),
    state: "submitted",
  },
  {
    operationId: "readOfficeFile",
    permission: "attachment.download",
    as: clerk,
    method: "GET",
    path: at("/files/f1"),
    state: "submitted",
    first: attached,
  },
  {
    operationId: "offerReplyFile",
    permission: "case.propose",
    reads: "case.read",
    as: handler,
    method: "POST",
    path: at("/uploads"),
    json: { name: "a.pdf", sizeBytes: 1 },
    state: "handling",
  },
  action("confirmReceipt", "confirm_receipt", {
    permission: "case.confirm_receipt",
    as: clerk,
    state: "submitted",
    json: { on: "2026-03-02" },
  }),
  action("assign", "assign", {
    permission: "case.assign",
    as: clerk,
    state: "accepted",
    json: { assignee: handler.id },
  }),
  action("propose", "propose", {
    permission: "case.propose",
    as: handler,
    state: "handling",
    json: { outcome: "disclosed", reply: "现予公开。", marks: ["reply"] },
  }),
  action("approve", "approve", {
    permission: "case.approve",
    as: reviewer,
    state: "proposed",
    json: { marks: [{ item: "reply" }] },
  }),
  action("return", "return", {
    permission: "case.return",
    as: reviewer,
    state: "proposed",
    json: { reason: "请补充依据。" },
  }),
  action("answer", "answer", {
    permission: "case.answer",
    as: clerk,
    state: "approved",
    json: { on: "2026-03-02" },
  }),
  action("archive", "archive", { permission: "case.archive", as: clerk, state: "answered" }),
  action("askCorrection", "ask_correction", {
    permission: "case.ask_correction",
    as: clerk,
    state: "accepted",
    json: { what: "请写明文号。", until: "2026-03-27" },
  }),
  action("correct", "correct", {
    permission: "case.correct",
    as: clerk,
    state: "correcting",
    json: { on: "2026-03-02", title: "补正后的名称", description: "补正后的描述。" },
  }),
  action("askExtension", "ask_extension", {
    permission: "case.ask_extension",
    as: handler,
    state: "handling",
    json: { workingDays: 10, reason: "需要调取档案。" },
  }),
  action("extend", "extend", {
    permission: "case.extend",
    as: reviewer,
    state: "handling",
    first: extensionAsked,
  }),
  action("refuseExtension", "refuse_extension", {
    permission: "case.refuse_extension",
    as: reviewer,
    state: "handling",
    json: { reason: "材料已经齐全。" },
    first: extensionAsked,
  }),
  action("consult", "consult", {
    permission: "case.consult",
    as: handler,
    state: "handling",
    json: { party: "third_party", name: "示范公司", about: "拟公开合同金额。" },
  }),
  action("recordService", "record_service", {
    permission: "case.record_service",
    as: clerk,
    state: "handling",
    json: { id: "c4", on: "2026-03-02" },
    first: before("consult", handler, { party: "co_author", name: "住建局", about: "征求意见。" }),
  }),
  action("opine", "opine", {
    permission: "case.opine",
    as: handler,
    state: "handling",
    json: { id: "c4", on: "2026-03-02", opinion: "agree" },
    first: before("consult", handler, { party: "co_author", name: "住建局", about: "征求意见。" }),
  }),
  action("notifyFee", "notify_fee", {
    permission: "case.notify_fee",
    as: handler,
    state: "handling",
    json: fee,
  }),
  action("recordPayment", "record_payment", {
    permission: "case.record_payment",
    as: clerk,
    state: "handling",
    json: { on: "2026-03-02" },
    first: before("notify_fee", handler, fee),
  }),
  action("waiveFee", "waive_fee", {
    permission: "case.waive_fee",
    as: reviewer,
    state: "handling",
    json: { reason: "免收。" },
    first: before("notify_fee", handler, fee),
  }),
  action("askReasons", "ask_reasons", {
    permission: "case.ask_reasons",
    as: clerk,
    state: "accepted",
    json: excess,
  }),
  action("giveReasons", "give_reasons", {
    permission: "case.give_reasons",
    as: clerk,
    state: "accepted",
    json: { on: "2026-03-02", reasons: "用于课题研究。" },
    first: before("ask_reasons", clerk, excess),
  }),
  action("delay", "delay", {
    permission: "case.delay",
    as: reviewer,
    state: "handling",
    json: { until: "2026-06-30", reason: "档案较多。" },
    first: async (rig, receipt) => {
      await before("ask_reasons", clerk, excess)(rig, receipt);
      await before("give_reasons", clerk, { on: "2026-03-02", reasons: "用于课题研究。" })(rig, receipt);
    },
  }),
  action("transfer", "transfer", {
    permission: "case.transfer",
    as: clerk,
    state: "submitted",
    json: { unit: "zrzy", reason: "属于自然资源局职责。" },
  }),
  action("split", "split", {
    permission: "case.split",
    as: clerk,
    state: "accepted",
    json: { parts: ["第一件", "第二件"] },
  }),
  {
    operationId: "enterCase",
    permission: "case.enter",
    as: clerk,
    method: "POST",
    path: () => "/api/v1/office/cases",
    json: { ...person, channel: "fax", arrivedOn: "2026-03-02" },
    headers: newKey,
    state: "submitted",
    own: true,
  },
  {
    operationId: "offerScan",
    permission: "case.add_scan",
    reads: "case.read",
    as: clerk,
    method: "POST",
    path: at("/scans"),
    json: { name: "a.pdf", sizeBytes: 1 },
    state: "submitted",
  },
  {
    operationId: "confirmScan",
    permission: "case.add_scan",
    reads: "case.read",
    as: clerk,
    method: "PUT",
    path: (receipt) => officePath(receipt, `/scans/${scans.get(receipt.reference) ?? "none"}`),
    state: "submitted",
    first: scanned,
  },
  ...hallDayRoutes,
  ...adviceRoutes,
  ...rectificationRoutes,
  ...letterRoutes,
  ...writingRoutes,
  ...alikeRoutes,
  ...periodRoutes,
  action("actOtherwise", "withdraw", { permission: "case.withdraw", as: clerk, state: "submitted" }),
];

export async function caseFor(rig: Rig, { state, first }: OfficeRoute): Promise<Receipt> {
  const receipt = await caseAt(rig, state);
  await first?.(rig, receipt);
  return receipt;
}

export const send = (rig: Rig, route: OfficeRoute, receipt: Receipt, sent: Parameters<Rig["call"]>[2] = {}) =>
  rig.call(route.method, route.path(receipt), {
    ...(route.json === undefined || "text" in sent ? {} : { json: route.json }),
    ...sent,
    headers: { ...route.headers?.(), ...sent.headers },
  });
