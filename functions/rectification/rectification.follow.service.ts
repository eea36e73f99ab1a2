/** What must follow an event of a correction of records within its transaction: the notice to who asked for it. */
import type { Write } from "../kit/table.ts";
import type { NoticeStore } from "../notice/notice.store.ts";
import type { CaseTemplate } from "../notice/notice.ts";
import type { RectificationEvent, RectificationHead } from "./rectification.case.ts";

const templates: Partial<Record<RectificationEvent["kind"], CaseTemplate>> = {
  submit: "rectification_submitted",
  transfer: "rectification_transferred",
  approve: "rectification_answered",
  withdraw: "rectification_withdrawn",
};

export function rectificationNotice(
  notices: Pick<NoticeStore, "write">,
  { reference, unit, notify }: RectificationHead,
  { kind, n, at }: RectificationEvent,
): readonly Write[] {
  const template = templates[kind];
  if (template === undefined) return [];
  const { lang, email, phone } = notify;
  const to = { ...(email === undefined ? {} : { email }), ...(phone === undefined ? {} : { phone }) };
  return [
    notices.write({
      ...{ reference, n, unit, template, lang, createdAt: at, state: "waiting", attempts: 0 },
      ...to,
    }),
  ];
}
