/** Notices that could not be delivered: none, some, and after something was done. */
import type { Notice } from "../../functions/notice/notice.ts";
import { noticeContext } from "../../functions/notice/notice.ts";
import { people } from "../disclosure/support.ts";
import type { Arrival, Arrivals } from "./arrivals.ts";
import type { Visit } from "./visit.ts";
import { again, visit } from "./visit.ts";

const NOTICES = "/office/notices";

/** A failure of a case by mail, and one of a booking that is gone. */
async function failures(all: Arrivals, path: string): Promise<Arrival> {
  const { vault, notices: store } = all.apps;
  const base = {
    unit: "zfb",
    lang: "zh",
    createdAt: "2026-03-02T02:00:00.000Z",
    state: "waiting",
    attempts: 1,
  } as const;
  const reference = "440305G26030200001A";
  const email = vault.seal("zhang@example.com", noticeContext(reference));
  const failed: readonly Notice[] = [
    { ...base, reference, n: 2, template: "answered", email, channel: "mail" },
    {
      ...base,
      about: "booking",
      reference: "7KQ2M9XD4BT",
      n: 1,
      template: "booking_made",
      channel: "sms",
      visitAt: "2026-03-05T02:00:00.000Z",
    },
  ];
  for (const notice of failed) {
    await store.add(notice);
    const stored = await store.read(notice);
    if (stored !== undefined) await store.fail(stored, "refused", "2026-03-03T02:00:00.000Z");
  }
  return all.desk(people.clerk, path);
}

export const noticeVisits: readonly Visit[] = [
  visit("notices of a unit without any that failed", NOTICES, (all) =>
    all.desk(people.clerkElsewhere, NOTICES),
  ),
  visit("notices that failed", NOTICES, (all) => failures(all, NOTICES)),
  visit("notices of any unit", NOTICES, (all) => all.desk(people.auditor, `${NOTICES}?unit=dxx`)),
  visit("notices, sent again", NOTICES, (all) => failures(all, `${NOTICES}?done=again`), again),
  visit("notices, gone", NOTICES, (all) => failures(all, `${NOTICES}?done=gone`), again),
  visit("notices of another unit", NOTICES, (all) => all.desk(people.clerk, `${NOTICES}?unit=zrzy`), {
    status: 403,
    ...again,
  }),
];
