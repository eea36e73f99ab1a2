/** A guide of the demo as an office writes it down; what is the same in many guides is filled in. */
import { addDays, type Day, weekdayOf } from "../../../functions/calendar/calendar.day.ts";
import { national, type Stage } from "../../../functions/guide/guide.dictionary.ts";
import type { Guide, Limit, Material } from "../../../functions/guide/guide.ts";
import { gazettePaths } from "../../../web/paths.gazette.ts";
import { demoIdOf } from "../demo-gazette/demo-item.ts";
import { formAddress } from "./blank-form.ts";
import type { GuideOffice } from "./office.ts";
import { atOnce, type StepWords, stepWords } from "./step.ts";
import type { LifeEvent, Topic } from "./topic.ts";

export interface DemoGuide {
  /** Of the item in its unit's catalogue. It is in the code, so it never changes. */
  readonly number: number;
  /** The 业务办理项 among those that share a catalogue entry; 1 when left out. */
  readonly handleItem?: number;
  readonly name: string;
  readonly aliases: readonly string[];
  /** A code of 事项类型. */
  readonly kind: "1" | "5" | "7" | "10" | "20";
  /** Codes of 服务对象; people when left out. */
  readonly audience?: readonly string[];
  readonly byLaw: string;
  /** All of them must hold, each is one question to oneself. */
  readonly conditions: readonly string[];
  readonly legal: Days;
  /** 0 is done while one waits. */
  readonly promise: number;
  /** The limits count all days, not working days only. */
  readonly calendarDays?: true;
  readonly special?: string;
  /** How long each step takes; needed when the promise is not 0. */
  readonly steps?: Readonly<Partial<Record<Stage, number>>>;
  /** What the examiner looks at. */
  readonly examined?: string;
  /** Where a step of this guide is not as it usually is. */
  readonly stepWords?: Readonly<Partial<Record<Stage, Partial<StepWords>>>>;
  readonly materials: readonly Material[];
  readonly fees?: Guide["fees"];
  readonly results: readonly { readonly name: string; readonly type: "10" | "20" | "30" }[];
  readonly visits: number;
  readonly isReservation?: true;
  readonly isExpress?: true;
  /** An address that begins with a slash is a page of the product. */
  readonly online?: { readonly platform: string; readonly address: string };
  /** Other places than the unit's own window. */
  readonly places?: Guide["places"];
  readonly unionDept?: string;
  readonly questions: readonly (readonly [question: string, answer: string])[];
  readonly topics: readonly Topic[];
  readonly lifeEvents?: readonly LifeEvent[];
  /** A text of the gazette is named by its title and its key there. */
  readonly policies?: readonly (string | { readonly name: string; readonly announcement: string })[];
  readonly remedy?: string;
  readonly lateConsequence?: string;
  /** Some were looked at long ago, so that the list of stale guides has something to show. */
  readonly checkedDaysAgo?: number;
}

/** Days by law; where the law sets none, the limit of the province's catalogue of services. */
export type Days = number | { readonly byCatalogue: number };

export interface Filling {
  readonly unit: string;
  readonly office: GuideOffice;
  readonly publicOrigin: string;
  readonly today: Day;
}

const REGION = "659901";
/** The province of the region: its two digits begin a catalogue code. */
const PROVINCE = REGION.slice(0, 2);
const COUNTY = "4";
const digits = (value: number, length: number): string => String(value).padStart(length, "0");

/** The whole guide. Throws a RangeError for a code that no dictionary has. */
export function guideOf(written: DemoGuide, filling: Filling): Guide {
  const { unit, office, publicOrigin, today } = filling;
  const catalogCode = `${PROVINCE}${digits(Number(written.kind), 2)}${office.department}${digits(written.number, 3)}000`;
  const taskCode = `${office.creditCode}${COUNTY}${catalogCode}`;
  return {
    schema: 1,
    codeScheme: "national",
    catalogCode,
    taskCode,
    taskHandleItem: `${taskCode}${digits(written.handleItem ?? 1, 2)}`,
    taskName: written.name,
    aliases: [...written.aliases],
    taskType: national("taskType", written.kind),
    useLevel: national("useLevel", COUNTY),
    areaCode: REGION,
    areaName: "示范县",
    deptCode: unit,
    deptName: office.deptName,
    serverType: (written.audience ?? ["1"]).map((code) => national("serverType", code)),
    projectType: national("projectType", written.promise === 0 ? "1" : "2"),
    duty: office.duty,
    byLaw: written.byLaw,
    acceptCondition: written.conditions.join("\n"),
    ...limitsOf(written),
    materials: written.materials.map((material) => withForm(material, publicOrigin)),
    isFee: written.fees !== undefined,
    fees: written.fees ?? [],
    results: written.results.map(({ name, type }) => ({ name, type: national("resultType", type) })),
    ...waysOf(written, office, publicOrigin),
    questions: written.questions.map(([question, answer]) => ({ question, answer })),
    topics: [...written.topics],
    lifeEvents: [...(written.lifeEvents ?? [])],
    policies: (written.policies ?? []).map((policy) => policyOf(policy, publicOrigin)),
    remedy: written.remedy ?? remedyOf(office),
    lateConsequence: written.lateConsequence ?? lateConsequenceOf(written.promise),
    ownerId: `clerk-${unit}`,
    checkedOn: checkedOn(written, today),
  };
}

const policyOf = (
  policy: NonNullable<DemoGuide["policies"]>[number],
  origin: string,
): Guide["policies"][number] => {
  if (typeof policy === "string") return { name: policy };
  const link = new URL(gazettePaths.item("announcement", demoIdOf(policy.announcement)), origin).href;
  return { name: policy.name, link };
};

/** A form that has to be filled in before can be had before. */
function withForm(material: Material, publicOrigin: string): Material {
  const address = formAddress(material.materialName);
  return address === undefined ? material : { ...material, form: new URL(address, publicOrigin).href };
}

/** Offices do not check guides at the weekend. */
function checkedOn({ number, checkedDaysAgo = 5 + ((number * 17) % 90) }: DemoGuide, today: Day): Day {
  const day = addDays(today, -checkedDaysAgo);
  return addDays(day, -Math.max(0, weekdayOf(day) - 5));
}

function limitsOf(written: DemoGuide): Pick<Guide, "anticipate" | "promise" | "specialProcedure" | "steps"> {
  const { legal, promise, special } = written;
  const type: Limit["type"] = written.calendarDays ? "calendar" : "working";
  const days = (day: number): Limit => ({ day, type });
  const byLaw =
    typeof legal === "number"
      ? days(legal)
      : { ...days(legal.byCatalogue), explain: "这是省级政务服务事项目录确定的期限。" };
  const steps = written.steps ?? { 受理: 0, 决定: 0, 送达: 0 };
  return {
    anticipate: byLaw,
    promise: days(promise),
    ...(special === undefined ? {} : { specialProcedure: special }),
    steps: Object.entries(steps).map(([name, day]) => ({
      name,
      limit: days(day),
      ...(promise === 0 ? atOnce : stepWords)[name as Stage],
      ...(name === "审查" && written.examined !== undefined ? { standard: written.examined } : {}),
      ...written.stepWords?.[name as Stage],
    })),
  };
}

type Ways =
  | "limitSceneNum"
  | "isExpress"
  | "isReservation"
  | "isOnline"
  | "onlinePlatform"
  | "linkAddr"
  | "unionDept"
  | "places"
  | "linkWay"
  | "superviseWay";

function waysOf(written: DemoGuide, office: GuideOffice, publicOrigin: string): Pick<Guide, Ways> {
  const { online, unionDept } = written;
  return {
    limitSceneNum: written.visits,
    isExpress: written.isExpress === true,
    isReservation: written.isReservation === true,
    isOnline: online !== undefined,
    ...(online === undefined
      ? {}
      : { onlinePlatform: online.platform, linkAddr: new URL(online.address, publicOrigin).href }),
    ...(unionDept === undefined ? {} : { unionDept }),
    places: [...(written.places ?? office.places)],
    linkWay: [...office.linkWay],
    superviseWay: [...office.superviseWay],
  };
}

const remedyOf = ({ reviewedBy }: GuideOffice): string =>
  `对办理结果不服的，可以自知道之日起六十日内向${reviewedBy}申请行政复议，也可以自知道之日起六个月内向人民法院提起行政诉讼。`;

const lateConsequenceOf = (promise: number): string =>
  promise === 0
    ? "当场没有办成的，窗口应当当场告诉您原因和还缺什么。没有说清楚的，请拨打监督电话，两个工作日内给您答复。"
    : "超过承诺期限没有办结的，电子监察自动亮黄牌，办理单位应当主动告诉您原因和新的办结日期；超过法定期限的亮红牌并追究责任，您也可以就不履行法定职责申请行政复议或者提起诉讼。";
