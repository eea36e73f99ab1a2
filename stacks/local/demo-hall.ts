/** The two halls of the demo county as their offices describe them. No number and no address belongs to anybody. */
import * as v from "valibot";
import { type Hall, hallSchema } from "../../functions/booking/booking.hall.ts";
import { centreServices, type DemoService, taxServices } from "./demo-hall-services.ts";

type Written = v.InferInput<typeof hallSchema>;
type Place = Written["places"][number];
type Service = Written["services"][number];

const half = { from: "2026-01-01", minutes: 30 };
const workdays = [1, 2, 3, 4, 5];
/** 9:30 to 19:00 on the clock of Beijing, with a long noon, as far west as the county is. */
const hours: Place["hours"] = {
  weekly: [{ weekdays: workdays, hours: [{ from: "09:30", to: "19:00" }] }],
  breaks: [{ from: "13:30", to: "15:30" }],
};

const serviceOf =
  (codeOf: (name: string) => string | undefined) =>
  (
    { id, guide, en, group, minutes = 30, mostParty = 1, release = "arrival" }: DemoService,
    place: number,
  ): Service => {
    const code = codeOf(guide);
    const item = code === undefined ? {} : { guide: code };
    return { id, number: place + 1, name: { zh: guide, en }, minutes, group, mostParty, release, ...item };
  };

const ofGroup = (...groups: readonly string[]): string[] =>
  centreServices.filter(({ group }) => groups.includes(group)).map(({ id }) => id);

const counters: Place["counters"] = [
  { id: "a1", sign: "A01", zone: "police", lane: 1, services: ofGroup("police") },
  { id: "a2", sign: "A02", zone: "police", lane: 2, services: ofGroup("police") },
  { id: "b1", sign: "B01", zone: "social", lane: 3, services: ofGroup("social", "insurance") },
  { id: "b2", sign: "B02", zone: "social", lane: 4, services: ofGroup("social", "insurance") },
  { id: "c1", sign: "C01", zone: "land", lane: 5, services: ofGroup("land") },
  {
    id: "d1",
    sign: "D01",
    zone: "land",
    lane: 6,
    services: ofGroup("police", "social", "insurance", "land"),
  },
];

const rules: Written["rules"] = [
  {
    from: "2026-01-01",
    cancelBeforeMinutes: 60,
    limits: [{ id: "two-a-day", most: 2, per: "day", of: "visits", within: "hall" }],
    penalties: [
      { id: "no-shows", counts: "no_show", per: "month", within: "hall", at: 2, warnAt: 1, banDays: 30 },
      {
        id: "cancellations",
        counts: "cancellation",
        per: "month",
        within: "hall",
        at: 5,
        warnAt: 4,
        banDays: 30,
      },
    ],
  },
];

/** 政务服务中心: one place, three zones, six counters; D01 and the last hour of B02 are for who walks in. */
export const centreHall = (codeOf: (name: string) => string | undefined): Hall =>
  v.parse(hallSchema, {
    schema: 1,
    id: "zwzx",
    unit: "zfb",
    name: { zh: "示范县政务服务中心", en: "Shifan County Service Centre" },
    places: [
      {
        id: "main",
        name: { zh: "一楼大厅", en: "Ground floor" },
        address: { zh: "示范县建设路 20 号 1 楼", en: "Ground floor, 20 Jianshe Road, Shifan County" },
        phone: "0999-5550120",
        zones: [
          { id: "police", name: { zh: "公安户政区", en: "Police and residence" } },
          { id: "social", name: { zh: "社保医保区", en: "Social security and health insurance" } },
          { id: "land", name: { zh: "不动产登记区", en: "Land and housing" } },
        ],
        counters,
        slots: [half],
        hours,
        pools: [
          { pool: "walk_in", counters: ["d1"] },
          { pool: "phone", counters: ["b2"], hours: { from: "18:00", to: "19:00" } },
        ],
        release: { ahead: 7, unit: "days", at: "08:00" },
        cutOff: { minutes: 30 },
        publishAheadDays: 14,
      },
    ],
    services: centreServices.map(serviceOf(codeOf)),
    rules,
  } satisfies Written);

const points = [
  ["county", "县税务局办税服务厅", "County tax office", "人民路 66 号"],
  ["east", "城东税务所", "East town tax office", "东环路 8 号"],
  ["west", "城西税务所", "West town tax office", "西环路 15 号"],
  ["station", "站前税务所", "Station tax office", "站前路 3 号"],
  ["market", "商贸城税务所", "Market tax office", "商贸城 2 号楼"],
  ["park", "园区税务所", "Industrial park tax office", "园区大道 1 号"],
  ["river", "河湾镇税务所", "Hewan tax office", "河湾镇镇政府东侧"],
  ["hill", "青山镇税务所", "Qingshan tax office", "青山镇中心街 9 号"],
  ["spring", "泉水乡税务所", "Quanshui tax office", "泉水乡便民服务中心"],
] as const;

const givenBy = (release: DemoService["release"]): readonly string[] =>
  taxServices.filter((service) => (service.release ?? "arrival") === release).map(({ id }) => id);

/** What is given out in another way has windows of its own: nobody gets round a draw by booking something else there. */
const windowsOf = (isMain: boolean): readonly (readonly string[])[] =>
  isMain
    ? [givenBy("arrival"), givenBy("arrival"), givenBy("shuffled"), givenBy("lottery")]
    : [givenBy("arrival"), givenBy("shuffled")];

/** 办税服务厅: nine service points of one unit, each with an address of its own. */
export const taxHall = (codeOf: (name: string) => string | undefined): Hall =>
  v.parse(hallSchema, {
    schema: 1,
    id: "tax",
    unit: "swj",
    name: { zh: "示范县办税服务厅", en: "Shifan County Tax Halls" },
    places: points.map(([id, zh, en, address], n) => ({
      id,
      name: { zh, en },
      address: { zh: `示范县${address}`, en: `${en}, Shifan County` },
      phone: `0999-555013${n}`,
      counters: windowsOf(n === 0).map((services, place) => ({
        id: `w${place + 1}`,
        sign: `${place + 1} 号窗口`,
        lane: place + 1,
        services: [...services],
      })),
      slots: [half],
      hours,
      release: { ahead: 5, unit: "working_days" as const, at: "00:00" },
      cutOff: { daysBefore: 1, at: "24:00" },
      publishAheadDays: 10,
    })),
    services: taxServices.map(serviceOf(codeOf)),
    // As hzzk.gov.cn publishes them: a day ahead, one booking a day, cancelled two hours before, own business only.
    rules: [
      {
        from: "2026-01-01",
        cancelBeforeMinutes: 120,
        ownBusinessOnly: true,
        limits: [{ id: "one-a-day", most: 1, per: "day", of: "visits", within: "hall" }],
      },
    ],
  } satisfies Written);
