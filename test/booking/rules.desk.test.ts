/** Rules of booking from the office's form: both samples that offices in China publish, and what a form may not do. */
import { beforeAll, describe, expect, test } from "vitest";
import { withoutRules, withRules } from "../../functions/booking/booking.edit.rules.ts";
import { saveHallWrite } from "../../functions/booking/booking.hall.store.ts";
import { rulesOn } from "../../functions/booking/booking.rules.ts";
import { rulesInWords } from "../../web/pages/office/hall/rules.tsx";
import { staff } from "../disclosure/support.ts";
import type { Clerk, Desk } from "../office/desk.ts";
import { openDesk } from "../office/desk.ts";
import { useEngine } from "../support/engine.ts";
import { deskOn, freshHall } from "./desk.ts";
import { hallOf, hzzk, quanzhou } from "./halls.ts";

const TODAY = "2026-11-20";
const FROM = "2026-12-01";
const free = { persons: "identity", oneLivePer: "none", cancelBeforeMinutes: "0" };
const penalty = (n: number, fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`penalty${n}-${name}`, value]));

const asQuanzhou = {
  ...free,
  from: FROM,
  persons: "identity_or_phone",
  ...penalty(0, { counts: "no_show", per: "month", within: "hall", at: "2", warnAt: "1", banDays: "30" }),
  ...penalty(1, { counts: "booking", per: "day", within: "service", at: "4", banDays: "30" }),
  ...penalty(2, { counts: "cancellation", per: "month", within: "hall", at: "5", banDays: "30" }),
};
const asHzzk = {
  ...free,
  from: FROM,
  cancelBeforeMinutes: "120",
  ownBusinessOnly: "yes",
  "limit0-most": "1",
  "limit0-per": "day",
  "limit0-of": "visits",
  "limit0-within": "hall",
};

function rightly(edited: ReturnType<typeof withRules>) {
  if (!edited.ok) throw new Error("the form was refused");
  return edited.value;
}

describe("a new set of rules", () => {
  test.each([
    ["Quanzhou", asQuanzhou, quanzhou],
    ["hzzk", asHzzk, hzzk],
  ])("says what %s publishes", (_, form, sample) => {
    const edited = withRules(hallOf(), form, TODAY);
    if (!edited.ok) throw new Error("the sample was refused");
    const withoutIds = (sets: object) =>
      JSON.parse(JSON.stringify(sets, (key, value) => (key === "id" ? undefined : value)));
    expect(withoutIds(rulesOn(edited.value.rules, FROM))).toEqual(withoutIds({ ...sample, from: FROM }));
    expect(rulesOn(edited.value.rules, "2026-11-30")).toEqual(hallOf().rules[0]);
  });

  test("keeps the id of a rule that counts the same, so that its bans are still its own", () => {
    const edited = withRules(hallOf({ hall: { rules: [quanzhou] } }), asQuanzhou, TODAY);
    expect(edited.ok && edited.value.rules[1]?.penalties.map(({ id }) => id)).toEqual(
      quanzhou.penalties.map(({ id }) => id),
    );
  });

  test("begins tomorrow at the earliest, and one that has not begun is replaced or taken back", () => {
    const refused = withRules(hallOf(), { ...asHzzk, from: TODAY }, TODAY);
    expect(refused).toEqual({ ok: false, errors: [{ field: "from", code: "rules_past" }] });
    const first = rightly(withRules(hallOf(), asHzzk, TODAY));
    const second = rightly(withRules(first, { ...asHzzk, cancelBeforeMinutes: "60" }, TODAY));
    expect(second.rules.map((set) => [set.from, set.cancelBeforeMinutes])).toEqual([
      ["2020-01-01", 0],
      [FROM, 60],
    ]);
    expect(rightly(withoutRules(second, { from: FROM }, TODAY)).rules).toEqual(hallOf().rules);
    const kept = withoutRules(hallOf(), { from: "2020-01-01" }, TODAY);
    expect(kept.ok && kept.value.rules).toEqual(hallOf().rules);
  });

  test("is refused with every field that is wrong", () => {
    const wrong = { ...asQuanzhou, "penalty0-warnAt": "2", "penalty1-banDays": "", "limit0-most": "0" };
    const edited = withRules(hallOf(), wrong, TODAY);
    expect(!edited.ok && edited.errors.map(({ field, code }) => `${field} ${code}`).toSorted()).toEqual([
      "limit0-most range",
      "limit0-of choose",
      "limit0-per choose",
      "limit0-within choose",
      "penalty0-warnAt warn_before",
      "penalty1-banDays required",
    ]);
  });

  test("is told in words in both languages", () => {
    expect(rulesInWords(quanzhou, "zh")).toContain(
      "一个月里没有来满 2 次（全大厅一起算），停约 30 天；到第 1 次时提醒",
    );
    expect(rulesInWords(hzzk, "zh")).toEqual([
      "证件号码相同的算同一个人",
      "同时有几个没办的预约不限",
      "每人一天最多来办 1 次（全大厅一起算，取消的不算）",
      "开始前 2 小时以内不能取消或者改期",
      "只能本人预约本人的事，不能代办",
    ]);
    expect(rulesInWords(hzzk, "en")).toContain(
      "Cannot be cancelled or moved within 2 hours before it begins",
    );
  });
});

describe("at the desk", () => {
  const engine = useEngine();
  let desk: Desk;
  let handler: Clerk;
  beforeAll(async () => {
    desk = openDesk(engine);
    desk.clock.set("2026-11-20T02:00:00.000Z");
    handler = await desk.seat(staff("handler"));
  });

  test("rules are written, shown in words, published with the draft and hold from their day", async () => {
    const hall = freshHall();
    await engine.table.commit([saveHallWrite(hall, 0)]);
    const at = (rest: string) => `/office/halls/${hall.id}${rest}`;
    const form = await handler.open(at("/rules/new"));
    const wrong = await handler.press(form, "保存到草稿", { ...asQuanzhou, "penalty0-warnAt": "3" });
    expect([wrong.status, wrong.page.getAllByText("提醒的次数要比停约的次数少").length]).toEqual([422, 2]);
    const saved = await handler.press(wrong, "保存到草稿", { ...asQuanzhou, "penalty0-warnAt": "1" });
    expect(saved.page.getByText(/停约 30 天；到第 1 次时提醒/)).toBeTruthy();
    const before = await deskOn(engine.table, desk.clock).parts.halls.readForChange(hall.id);
    expect(before?.hall.rules).toHaveLength(1);
    const preview = await handler.open(at("/preview"));
    expect(preview.page.getByText(/规则等设置有修改/)).toBeTruthy();
    await handler.press(preview, "确认发布");
    const after = await deskOn(engine.table, desk.clock).parts.halls.readForChange(hall.id);
    expect(after?.hall.rules.map(({ from }) => from)).toEqual(["2020-01-01", FROM]);
  });
});
