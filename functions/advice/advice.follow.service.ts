/** What must follow an event within its transaction: the notice to whoever asked, and what everybody may read. */
import { dayOf } from "../calendar/calendar.ts";
import type { Write } from "../kit/table.ts";
import type { NoticeTemplate } from "../notice/notice.ts";
import type { AdviceEvent, AdviceEventKind, AdviceHead } from "./advice.case.ts";
import type { AdviceParts } from "./advice.parts.service.ts";
import { publicIdOf } from "./advice.parts.service.ts";

const templates: Partial<Record<AdviceEventKind, NoticeTemplate>> = {
  submit: "advice_submitted",
  transfer: "advice_transferred",
  reply: "advice_replied",
};

export function noticeWrites(
  { notices }: Pick<AdviceParts, "notices">,
  { reference, unit, notify: { lang, phone } }: AdviceHead,
  { kind, n, at }: AdviceEvent,
): readonly Write[] {
  const template = templates[kind];
  if (template === undefined) return [];
  const to = phone === undefined ? {} : { phone };
  const base = { reference, n, unit, template, lang, createdAt: at } as const;
  return [notices.write({ ...base, ...to, attempts: 0, state: "waiting" })];
}

export function followAdvice(parts: AdviceParts, head: AdviceHead, event: AdviceEvent): readonly Write[] {
  return [...noticeWrites(parts, head, event), ...publicWrites(parts, head, event)];
}

function publicWrites(parts: AdviceParts, head: AdviceHead, { kind, at }: AdviceEvent): readonly Write[] {
  const { publication, unit, replies } = head;
  if ((kind !== "publish" && kind !== "unpublish") || publication?.publishedAt === undefined) return [];
  const { publishedAt, content, reason = "" } = publication;
  const shared = { id: publicIdOf(parts, head.reference), unit, kind: head.kind, publishedAt };
  const repliedOn = dayOf(replies.at(-1)?.at ?? publishedAt);
  return parts.store.publicWrites(
    kind === "publish"
      ? { ...shared, state: "public", content, repliedOn }
      : { ...shared, state: "withdrawn", withdrawnAt: at, reason },
  );
}
