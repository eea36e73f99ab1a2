/** Halls for tests: one with three counters, and the two rule samples that offices in China publish. */
import * as v from "valibot";
import { type Hall, hallSchema, type Place } from "../../functions/booking/booking.hall.ts";
import { type RuleSet, ruleSetSchema } from "../../functions/booking/booking.rules.ts";

const words = (zh: string, en = zh) => ({ zh, en });

/** 泉州市行政服务中心, 2020: the same identity or telephone; banned after 2 no-shows a month, 4 bookings a day, 5 cancellations. */
export const quanzhou: RuleSet = v.parse(ruleSetSchema, {
  from: "2020-03-10",
  persons: "identity_or_phone",
  oneLivePer: "none",
  penalties: [
    { id: "no-shows", counts: "no_show", per: "month", within: "hall", at: 2, warnAt: 1, banDays: 30 },
    { id: "hoarding", counts: "booking", per: "day", within: "service", at: 4, banDays: 30 },
    { id: "cancellations", counts: "cancellation", per: "month", within: "hall", at: 5, banDays: 30 },
  ],
});

/** 杭州 hzzk: real names, one booking per person and day, cancelled two hours before, own business only. */
export const hzzk: RuleSet = v.parse(ruleSetSchema, {
  from: "2020-01-01",
  oneLivePer: "none",
  limits: [{ id: "one-a-day", most: 1, per: "day", of: "visits", within: "hall" }],
  cancelBeforeMinutes: 120,
  ownBusinessOnly: true,
});

export const plainRules: RuleSet = v.parse(ruleSetSchema, { from: "2020-01-01" });

type Changes = {
  readonly hall?: Partial<v.InferInput<typeof hallSchema>>;
  readonly place?: Partial<v.InferInput<typeof hallSchema>["places"][number]>;
};

/** Three counters of half-hour slots, 9:00 to 17:00 with lunch from 12:00 to 13:30: 13 slots, open at 8:00 a week before. */
export function hallOf({ hall = {}, place = {} }: Changes = {}): Hall {
  return v.parse(hallSchema, {
    schema: 1,
    id: "zwzx",
    unit: "zfb",
    name: words("政务服务中心", "Government Service Centre"),
    places: [
      {
        id: "main",
        name: words("一楼大厅", "Ground floor"),
        address: words("人民路 1 号", "1 Renmin Road"),
        phone: "0999-5550100",
        counters: [
          { id: "a1", sign: "A01", lane: 1, services: ["id-card", "social"] },
          { id: "a2", sign: "A02", lane: 2, services: ["id-card", "social"] },
          { id: "a3", sign: "A03", lane: 3, services: ["social", "tax"] },
        ],
        slots: [{ from: "2020-01-01", minutes: 30 }],
        hours: {
          weekly: [{ weekdays: [1, 2, 3, 4, 5], hours: [{ from: "09:00", to: "17:00" }] }],
          breaks: [{ from: "12:00", to: "13:30" }],
        },
        release: { ahead: 7, unit: "days", at: "08:00" },
        cutOff: { minutes: 30 },
        ...place,
      },
    ],
    services: [
      { id: "id-card", number: 1, name: words("身份证", "ID card"), minutes: 30, group: "police" },
      {
        id: "social",
        number: 2,
        name: words("社保", "Social insurance"),
        minutes: 30,
        group: "social",
        mostParty: 3,
      },
      { id: "tax", number: 3, name: words("办税", "Tax"), minutes: 60, group: "tax" },
    ],
    rules: [plainRules],
    ...hall,
  });
}

export const placeIn = (hall: Hall): Place => {
  const [place] = hall.places;
  if (place === undefined) throw new Error("a hall has a place");
  return place;
};
