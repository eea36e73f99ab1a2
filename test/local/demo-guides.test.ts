import { unzipSync } from "fflate";
import * as v from "valibot";
import { describe, expect, test } from "vitest";
import { weekdayOf } from "../../functions/calendar/calendar.day.ts";
import { readIdentityNumber } from "../../functions/disclosure/disclosure.identity.ts";
import { codeParts } from "../../functions/guide/guide.code.ts";
import { isStale } from "../../functions/guide/guide.freshness.ts";
import { lint } from "../../functions/guide/guide.lint.ts";
import { guideSchema, itemCodeOf } from "../../functions/guide/guide.ts";
import { blankForm } from "../../stacks/local/demo-forms.ts";
import { blankForms } from "../../stacks/local/demo-guides/blank-form.ts";
import { demoGuides } from "../../stacks/local/demo-guides.ts";
import { people } from "../../stacks/local/people.ts";
import { units } from "../../stacks/local/units.ts";
import { everydayDemo } from "../search/everyday-demo.ts";

const TODAY = "2026-03-02";
const ORIGIN = "https://banshi.example";
const all = demoGuides(ORIGIN, TODAY);
const guides = all.map(({ guide }) => guide);
const named = all.map(({ unit, guide }) => [guide.taskName, unit, guide] as const);

const doubled = (values: readonly string[]) => values.filter((each, at) => values.indexOf(each) !== at);

describe("the guides of the demo county", () => {
  test("there are many, of every unit that the county has, and no two are the same", () => {
    expect(guides.length).toBeGreaterThanOrEqual(44);
    expect([...new Set(all.map(({ unit }) => unit))].sort()).toEqual(units.map(({ code }) => code).sort());
    for (const { code } of units)
      expect(all.filter(({ unit }) => unit === code).length).toBeGreaterThanOrEqual(4);
    expect(doubled(guides.map(itemCodeOf))).toEqual([]);
    expect(doubled(guides.map(({ taskName }) => taskName))).toEqual([]);
  });

  test.each(named)("%s may be published", (_name, _unit, guide) => {
    expect(v.parse(guideSchema, guide)).toEqual(guide);
    expect(lint(guide)).toEqual([]);
  });

  test("behind each blank form that a guide names is a real file, and there is none that nobody names", async () => {
    const forms = guides.flatMap(({ materials }) => materials.flatMap(({ form }) => form ?? []));
    expect(forms).toHaveLength(15);
    expect(doubled(forms)).toEqual([]);
    expect(Object.keys(blankForms)).toHaveLength(forms.length);
    for (const address of forms) {
      const { origin, pathname } = new URL(address);
      const answer = await blankForm(pathname);
      expect(origin).toBe(ORIGIN);
      expect(answer?.body.length).toBeLessThan(20_000);
      const files = unzipSync(new Uint8Array(answer?.body ?? []));
      const text = new TextDecoder().decode(files["word/document.xml"]);
      const [name, form] =
        Object.entries(blankForms).find(([, { file }]) => pathname.endsWith(`/${file}.docx`)) ?? [];
      for (const words of [
        name ?? "?",
        form?.signed ?? "?",
        ...(form?.lines ?? []).map((line) => line.split("|")[0] ?? "?"),
      ])
        expect(text).toContain(words);
    }
    expect(blankForm("/demo-forms/../secret.docx")).toBeUndefined();
  });

  test.each(named)("%s answers every question of a citizen", (_name, unit, guide) => {
    const conditions = guide.acceptCondition?.split("\n") ?? [];
    expect(conditions.length).toBeGreaterThanOrEqual(1);
    // A condition is ticked on a phone: one short line, which is no heading and holds no list of its own.
    for (const each of conditions) expect(each).toMatch(/^[^\n]{4,80}[^。：:；\n]$/);
    expect(guide.aliases.length).toBeGreaterThanOrEqual(3);
    expect(doubled(guide.aliases)).toEqual([]);
    for (const each of guide.aliases) expect([...each].length).toBeLessThanOrEqual(14);
    expect(guide.questions.length).toBeGreaterThanOrEqual(2);
    expect(guide.topics.length).toBeGreaterThanOrEqual(1);
    expect(guide.deptCode).toBe(unit);
    expect(people.find(({ id }) => id === guide.ownerId)).toMatchObject({ unit });
    for (const place of guide.places) expect(place.hours).toBeTruthy();
    for (const field of ["remedy", "lateConsequence", "byLaw"] as const)
      expect(guide[field]?.length).toBeGreaterThan(4);
    // Who need not come must be able to do it from afar: online, or by phone where that is the service.
    if (guide.limitSceneNum === 0 && !guide.taskName.includes("热线")) expect(guide.isOnline).toBe(true);
    // The first phone is the unit's own, and whoever complains reaches another than whom they complain about.
    expect(guide.linkWay[0]?.number).toBe(units.find(({ code }) => code === unit)?.phone);
    expect(guide.superviseWay.map(({ number }) => number)).not.toContain(guide.linkWay[0]?.number);
  });

  test.each(named)("%s is said in plain words of China", (_name, _unit, guide) => {
    const text = JSON.stringify(guide);
    expect(text).not.toMatch(/[!！]|你/);
    // Half-width marks between Chinese characters are slips of the hand.
    expect(text).not.toMatch(/\p{Script=Han}[,;:?]\p{Script=Han}/u);
  });

  test("an organisation code is invented and right, and a catalogue code belongs to one kind and one unit", () => {
    for (const { unit, guide } of all) {
      const parts = codeParts(itemCodeOf(guide));
      expect(readIdentityNumber(parts?.organisation, "credit_code", TODAY)).toMatchObject({ ok: true });
      expect(parts).toMatchObject({ level: "4", catalog: guide.catalogCode });
      expect(parts?.organisation).toContain("659901DEMA");
      const others = all.filter((each) => each.guide.deptCode !== unit);
      expect(others.map(({ guide: other }) => other.catalogCode)).not.toContain(guide.catalogCode);
    }
    const shared = doubled(guides.map(({ taskCode }) => taskCode));
    expect(shared).toHaveLength(1);
  });

  test("an everyday word leads to one guide", () => {
    const words = guides.flatMap(({ taskName, aliases }) => [taskName, ...aliases]);
    expect(doubled(words)).toEqual([]);
  });

  test("each is asked for in everyday words at least twice", () => {
    for (const guide of guides) {
      const questions = everydayDemo.filter(({ code }) => code === itemCodeOf(guide));
      expect([guide.taskName, questions.length >= 2]).toEqual([guide.taskName, true]);
    }
    const written = guides.flatMap(({ taskName, aliases }) => [taskName, ...aliases]);
    expect(doubled([...written, ...everydayDemo.map(({ question }) => question)])).toEqual([]);
  });

  test("a life event is more than one thing to do", () => {
    const events = guides.flatMap(({ lifeEvents }) => lifeEvents);
    for (const event of new Set(events))
      expect([event, events.filter((each) => each === event).length >= 2]).toEqual([event, true]);
    expect(new Set(events).size).toBeGreaterThanOrEqual(10);
  });

  test("each way to be served is there", () => {
    const some = (where: (guide: (typeof guides)[number]) => boolean | undefined) =>
      guides.filter(where).length;
    expect(some(({ isReservation }) => isReservation)).toBeGreaterThanOrEqual(10);
    expect(some(({ isOnline }) => isOnline)).toBeGreaterThanOrEqual(10);
    expect(some(({ promise }) => promise?.day === 0)).toBeGreaterThanOrEqual(10);
    expect(some(({ isFee }) => isFee)).toBeGreaterThanOrEqual(5);
    expect(some(({ promise }) => promise?.type === "calendar")).toBeGreaterThanOrEqual(3);
    expect(guides.filter(({ linkAddr }) => linkAddr?.startsWith(ORIGIN))).toMatchObject([
      { taskName: "政府信息公开申请（依申请公开）", linkAddr: `${ORIGIN}/disclosure` },
    ]);
  });

  test("some are stale, so that an office sees what that looks like; each was checked on a weekday before", () => {
    const stale = guides.filter((guide) => isStale(guide, TODAY)).length;
    expect(stale).toBeGreaterThanOrEqual(1);
    expect(stale).toBeLessThanOrEqual(3);
    for (const { checkedOn = "" } of guides)
      expect([checkedOn < TODAY, weekdayOf(checkedOn) <= 5]).toEqual([true, true]);
  });
});
