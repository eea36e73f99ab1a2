/** People and commands for tests of disclosure requests. */

import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import type { Actor, Role, Staff } from "../../functions/identity/identity.ts";

export const reference = "440305G26030200001A";

export const staff = (role: Role, unit = "zfb", id: string = `${role}-${unit}`): Staff => ({
  kind: "staff",
  id,
  name: `${role} of ${unit}`,
  unit,
  roles: [role],
});

export const people = {
  clerk: staff("clerk"),
  handler: staff("handler"),
  otherHandler: staff("handler", "zfb", "handler-2"),
  reviewer: staff("reviewer"),
  auditor: staff("auditor", "jw"),
  admin: staff("admin"),
  clerkElsewhere: staff("clerk", "zrzy"),
  handlerElsewhere: staff("handler", "zrzy"),
  /** Handler and reviewer in one person: may not review their own proposal. */
  both: { ...staff("handler", "zfb", "both"), roles: ["handler", "reviewer"] } as Staff,
  applicant: { kind: "applicant", reference } as Actor,
  stranger: { kind: "applicant", reference: "440305G26030200002C" } as Actor,
  consulted: { kind: "consulted", reference, consultation: "c4" } as Actor,
  system: { kind: "system" } as Actor,
} satisfies Record<string, Actor>;

interface Outgoing {
  readonly objection?: string;
  readonly files: readonly { readonly id: string }[];
}
const itemsIn = ({ objection, files }: Outgoing) => [
  "reply",
  ...(objection === undefined ? [] : ["objection"]),
  ...files.map(({ id }) => id),
];
/** What is proposed, with each item reviewed by who proposes it. */
export const reviewed = <Proposed extends Outgoing>(proposed: Proposed) => ({
  ...proposed,
  marks: itemsIn(proposed),
});
/** The same by the other person. */
export const approvalOf = (proposed: Outgoing) => ({ marks: itemsIn(proposed).map((item) => ({ item })) });

const file = { id: "f1", name: "a.pdf", kind: "pdf", sizeBytes: 10, sha256: "00" } as const;

/** Data that suits each action, so that only turn and person decide. */
export const dataFor: Record<DisclosureAction, DisclosureEvent["data"]> = {
  attach: { file },
  confirm_receipt: { on: "2026-03-02" },
  assign: { assignee: { id: people.handler.id, name: people.handler.name } },
  ask_correction: { what: "请写明所需信息的名称。", until: "2026-03-27" },
  correct: { on: "2026-03-02", title: "补正后的名称", description: "补正后的描述。" },
  ask_extension: { workingDays: 10, reason: "需要向档案馆调取。" },
  extend: {},
  refuse_extension: { reason: "材料已经齐全。" },
  lapse: { outcome: "correction_not_made" },
  consult: { id: "", party: "third_party", name: "示范公司", about: "拟公开合同金额。", until: "2026-03-23" },
  record_service: { id: "c4", on: "2026-03-02", until: "2026-03-23" },
  opine: { id: "c4", on: "2026-03-02", opinion: "agree", via: "paper" },
  lapse_consultation: { id: "c4", on: "2026-03-23" },
  notify_fee: {
    scheme: "by_pages",
    pages: 68,
    feeYuan: 380,
    basis: "68 页。",
    payment: "非税账户。",
    until: "2026-03-30",
  },
  record_payment: { on: "2026-03-02" },
  waive_fee: { reason: "符合减免条件，免收。" },
  ask_reasons: { why: "请说明理由。", until: "2026-03-11" },
  give_reasons: { on: "2026-03-02", reasons: "用于课题研究。" },
  delay: { until: "2026-06-30", reason: "档案较多。" },
  add_scan: { file },
  transfer: { unit: "zrzy", reason: "属于自然资源局职责。" },
  split: {
    parts: [
      { reference: "440305G26030200003E", title: "第一件" },
      { reference: "440305G26030200004G", title: "第二件" },
    ],
  },
  propose: { outcome: "disclosed", reply: "现予公开。", files: [], marks: ["reply"] },
  approve: { marks: [{ item: "reply" }] },
  return: { reason: "请补充依据" },
  answer: { on: "2026-03-10" },
  archive: {},
  withdraw: {},
};

export const submission: Extract<DisclosureEvent, { kind: "submit" }> = {
  n: 1,
  kind: "submit",
  at: "2026-03-02T02:00:00.000Z",
  by: { kind: "applicant" },
  data: {
    unit: "zfb",
    channel: "internet",
    title: "2025年度财政预算执行情况",
    applicantKind: "natural_person",
    applicantMasked: "张*",
    attachments: [],
    access: { codeSalt: "salt", phoneHash: "hash" },
    notify: { lang: "zh" },
  },
};
