/** What must follow an event within its transaction: the notice to the applicant. */
import type { Write } from "../kit/table.ts";
import type { NoticeTemplate } from "../notice/notice.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

const templates: Partial<Record<DisclosureEvent["kind"], NoticeTemplate>> = {
  submit: "submitted",
  confirm_receipt: "receipt_confirmed",
  ask_correction: "correction_asked",
  correct: "correction_received",
  extend: "extended",
  consult: "consulted",
  notify_fee: "fee_told",
  record_payment: "payment_received",
  ask_reasons: "reasons_asked",
  delay: "delayed",
  answer: "answered",
  lapse: "lapsed",
  withdraw: "withdrawn",
};

export function followEvent(
  parts: DisclosureParts,
  head: DisclosureHead,
  event: DisclosureEvent,
): readonly Write[] {
  const template = templates[event.kind];
  if (template === undefined) return [];
  const { reference, notify } = head;
  const email = notify.email === undefined ? {} : { email: notify.email };
  return [
    parts.notices.write({
      reference,
      n: event.n,
      template,
      lang: notify.lang,
      ...email,
      createdAt: event.at,
      state: "waiting",
      attempts: 0,
    }),
  ];
}
