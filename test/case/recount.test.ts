/** Dates of every kind of case are counted again when the next calendar is announced, by one pass of the clock. */
import { beforeAll, describe, expect, test } from "vitest";
import type { Calendar } from "../../functions/calendar/calendar.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { recheckDueDates } from "../../functions/case/case.recount.service.ts";
import { headKey } from "../../functions/case/case.store.ts";
import type { Card } from "../../functions/case/case.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import { adviceOf } from "../../functions/wiring.advice.ts";
import { recountOf } from "../../functions/wiring.recount.ts";
import { rectificationsOf } from "../../functions/wiring.rectification.ts";
import { question } from "../advice/rig.ts";
import { people } from "../disclosure/support.ts";
import { application as asked } from "../rectification/support.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";

const engine = useEngine();
const announced = chinaCalendar();
/** Before the notice, nobody knows that the tenth of March will be a holiday. */
const unsure: Calendar = { ...announced, firmThrough: "2026-03-01" };
const sure: Calendar = {
  ...announced,
  nameOf: (day) =>
    day === "2026-03-10" ? { code: "holiday", name: { zh: "假日", en: "a holiday" } } : announced.nameOf(day),
};

const worldWith = (calendar: Calendar) => {
  const { disclosure, options, vault, audit, clock } = disclosureOn(engine.table, {
    calendar,
    regionCode: "330107",
  });
  const parts = partsOf(options);
  const config = { regionCode: "330107", units: [{ code: "zfb" }, { code: "zrzy" }] } as never;
  const ground = { ...options, vault, audit, config, clock: clock.now };
  return {
    disclosure,
    parts,
    rectifications: rectificationsOf({ parts, disclosure }),
    advice: adviceOf(ground),
  };
};

describe("a calendar that is announced", () => {
  const references = { request: "", rectification: "", question: "" };
  const cardOf = async (reference: string) => (await engine.table.get(headKey(reference)))?.card as Card;
  beforeAll(async () => {
    const { disclosure, rectifications, advice } = worldWith(unsure);
    const common = { attachments: [], lang: "zh", token: "recount" } as const;
    references.request = (await disclosure.submit({ ...common, application })).reference;
    references.rectification = (await rectifications.submit({ ...common, application: asked })).reference;
    references.question = (
      await advice.submit({ advice: question as never, lang: "zh", token: "recount" })
    ).reference;
  });

  test("moves the date of a request, a correction of records and a question, once, and makes it firm", async () => {
    const before = { request: "2026-03-30", rectification: "2026-03-23", question: "2026-03-11" };
    const after = { request: "2026-03-31", rectification: "2026-03-24", question: "2026-03-12" };
    const cards = async () =>
      Object.fromEntries(
        await Promise.all(
          Object.entries(references).map(async ([kind, reference]) => {
            const { dueOn, provisional } = await cardOf(reference);
            return [kind, provisional ? `${dueOn} at the earliest` : dueOn];
          }),
        ),
      );
    const unsettled = Object.entries(before).map(([kind, day]) => [kind, `${day} at the earliest`]);
    expect(await cards()).toEqual(Object.fromEntries(unsettled));
    const world = worldWith(sure);
    const recount = () => recheckDueDates(recountOf(world.parts));
    expect(await recount()).toEqual({ looked: 3, changed: 3 });
    expect(await cards()).toEqual(after);
    expect(await recount()).toEqual({ looked: 0, changed: 0 });
    const { head } = await world.rectifications.readForOffice(references.rectification, people.clerk);
    expect(head).toMatchObject({
      version: 1,
      due: { on: "2026-03-24", workingDays: 15, provisional: false },
    });
  });

  test("says nothing of a case that is over", async () => {
    const { rectifications } = worldWith(unsure);
    const { reference } = await rectifications.submit({
      ...{ application: asked, attachments: [], lang: "zh", token: "over" },
    });
    const actor = { kind: "applicant", reference } as const;
    await rectifications.act({ reference, action: "withdraw", actor, data: {} });
    expect(await recheckDueDates(recountOf(worldWith(sure).parts))).toEqual({ looked: 0, changed: 0 });
  });
});
