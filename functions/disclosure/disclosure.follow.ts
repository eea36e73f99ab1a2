/** What must follow an event within its transaction: the notice to the applicant. */
import { paths } from "../../web/paths.ts";
import type { Write } from "../kit/table.ts";
import type { NoticeTemplate } from "../notice/notice.ts";
import { noticeContext } from "../notice/notice.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { consultationToken } from "./disclosure.consultation.ts";
import { consultationContext } from "./disclosure.event.ts";
import type { Openings } from "./disclosure.opening.ts";
import { foundBy } from "./disclosure.opening.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { splitWrites } from "./disclosure.split.ts";

const templates: Partial<Record<DisclosureEvent["kind"], NoticeTemplate>> = {
  submit: "submitted",
  confirm_receipt: "receipt_confirmed",
  ask_correction: "correction_asked",
  correct: "correction_received",
  extend: "extended",
  consult: "consulted",
  notify_fee: "fee_told",
  record_payment: "payment_received",
  waive_fee: "fee_waived",
  ask_reasons: "reasons_asked",
  delay: "delayed",
  transfer: "transferred",
  split: "split",
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
  const { lang, email, phone } = notify;
  const to = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
  const base = { reference, n: event.n, unit: head.unit, createdAt: event.at, attempts: 0 } as const;
  return [
    parts.notices.write({ ...base, template, lang, ...to, state: "waiting" }),
    ...(event.kind === "consult" ? consultationMail(parts, head, event) : []),
  ];
}

/**
 * The link for whoever is asked, where the office gave an address. Both are sealed: whoever holds the link can answer for
 * the other side. It is written in Chinese, the language of the letter that it goes with.
 */
function consultationMail(
  { vault, notices }: DisclosureParts,
  head: DisclosureHead,
  { n, at, data }: Extract<DisclosureEvent, { kind: "consult" }>,
): readonly Write[] {
  const { reference, unit } = head;
  if (data.email === undefined) return [];
  const seal = (value: string) => vault.seal(value, noticeContext(reference));
  const address = vault.open(data.email, consultationContext(reference, data.id, "email"));
  const link = paths.consultation(reference, data.id, consultationToken(vault, head, data.id));
  return [
    notices.write({
      ...{ reference, n, unit, template: "consultation_asked", lang: "zh", createdAt: at },
      ...{ email: seal(address), link: seal(link), state: "waiting", attempts: 0 },
    }),
  ];
}

/** All that must follow a command: besides the notice, the parts of a split, and how its new unit finds a case. */
export async function followCommand(
  parts: DisclosureParts,
  openings: Openings,
  { head, event }: { readonly head: DisclosureHead; readonly event: DisclosureEvent },
): Promise<readonly Write[]> {
  const notices = followEvent(parts, head, event);
  if (event.kind === "split") return [...notices, ...(await splitWrites(parts, openings, { head, event }))];
  if (event.kind === "transfer") return [...notices, ...(await foundByNewUnit(parts, head))];
  return notices;
}

async function foundByNewUnit(
  { lookups, store }: DisclosureParts,
  { reference, unit, submittedAt: at }: DisclosureHead,
): Promise<readonly Write[]> {
  const stored = await store.readApplication(reference);
  if (stored === undefined) return [];
  return lookups.writes({ unit, reference, at, values: foundBy(stored.application) });
}
