/** The table of `functions/jobs.ts` says which items wake which job of the stream: what a job looks at is among them. */
import { expect, test } from "vitest";
import { seatKey } from "../../functions/booking/booking.seat.store.ts";
import { bookingKey } from "../../functions/booking/booking.store.ts";
import { headKey } from "../../functions/case/case.store.ts";
import { changedLive } from "../../functions/guide/guide.store.ts";
import { streamKinds } from "../../functions/jobs.ts";
import type { Change } from "../../functions/kit/table.stream.ts";
import type { Table } from "../../functions/kit/table.ts";
import { newNoticeOf, openNoticeStore } from "../../functions/notice/notice.store.ts";
import { isRebuildChange, isWordsChange } from "../../functions/search/search.wording.store.ts";

const change = (pk: string, sk: string, rest: object = {}): Change => ({
  kind: "insert",
  before: undefined,
  after: { pk, sk, ...rest },
  expired: false,
  sequence: "1",
});
const kindOf = (pk: string) => pk.split("#")[0] ?? "";

test("the items of each job", () => {
  const seat = seatKey({ hall: "h", place: "p", day: "2026-03-02", time: "09:30", lane: 1 });
  expect(streamKinds.bookings).toContain(kindOf(seat.pk));
  expect(streamKinds.counts).toContain(kindOf(headKey("110108G260320000012X").pk));
  expect(streamKinds.notices).toContain(kindOf(headKey("110108G260320000012X").pk));
  expect(streamKinds.bookingNotices).toContain(kindOf(bookingKey("7KQ2M9XD4BT").pk));
  const notice = { about: "booking", reference: "7KQ2M9XD4BT", n: 1, template: "booking_made" } as const;
  const waiting = {
    ...notice,
    lang: "zh",
    createdAt: "2026-03-02T02:00:00.000Z",
    state: "waiting",
    attempts: 0,
  } as const;
  for (const one of [waiting, { ...waiting, about: undefined }]) {
    const { key } = openNoticeStore({} as Table).write(one);
    expect(streamKinds.notices).toContain(kindOf(key.pk));
    expect(newNoticeOf(change(key.pk, key.sk, { notice: one }))).toEqual(one);
  }
  expect(changedLive(change(`${streamKinds.guides[0]}#1`, "LIVE", { live: { id: "1" } }))).toBeDefined();
  expect(isWordsChange(change(`${streamKinds.index[0]}#WORDS`, "CURRENT"))).toBe(true);
  expect(isRebuildChange(change(`${streamKinds.index[0]}#WORDS`, "REBUILD"))).toBe(true);
});
