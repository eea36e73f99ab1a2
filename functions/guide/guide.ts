/**
 * A guide (办事指南) under the field names of the national exchange tables, in camel case: `ANTICIPATE_DAY` is
 * `anticipate.day`. The key is the 业务办理项, because one catalogue code has many of them.
 */
import * as v from "valibot";
import { isDay } from "../calendar/calendar.day.ts";
import { codeSchemes, MOST_CODE_CHARACTERS } from "./guide.code.ts";
import { codedSchema } from "./guide.dictionary.ts";

const text = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most));
const code = text(MOST_CODE_CHARACTERS);
const long = text(20_000);
const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(9999));
const day = v.pipe(v.string(), v.check(isDay));
const list = <Schema extends v.GenericSchema>(schema: Schema) => v.pipe(v.array(schema), v.maxLength(500));

/** 工作日 or 自然日. */
export const limitUnits = ["working", "calendar"] as const;

/** 时限. `day` 0 is 即办: done while one waits. */
export const limitSchema = v.object({
  day: count,
  type: v.picklist(limitUnits),
  explain: v.exactOptional(long),
});
export type Limit = v.InferOutput<typeof limitSchema>;

export const materialSchema = v.object({
  materialName: text(500),
  isNeed: v.exactOptional(codedSchema),
  materialType: v.exactOptional(codedSchema),
  materialFormat: v.exactOptional(codedSchema),
  sourceType: v.exactOptional(codedSchema),
  sourceExplain: v.exactOptional(long),
  /** 原件份数 and 复印件份数. */
  pageNum: v.exactOptional(count),
  copyNum: v.exactOptional(count),
  pageFormat: v.exactOptional(text(200)),
  acceptStand: v.exactOptional(long),
  fillExplain: v.exactOptional(long),
  byLaw: v.exactOptional(long),
  /** 空白表格 and 示例样表: where the files are. */
  form: v.exactOptional(text(2000)),
  example: v.exactOptional(text(2000)),
});
export type Material = v.InferOutput<typeof materialSchema>;

export const stepSchema = v.object({
  name: text(100),
  role: v.exactOptional(text(100)),
  limit: v.exactOptional(limitSchema),
  standard: v.exactOptional(long),
  result: v.exactOptional(long),
});

export const feeSchema = v.object({
  name: text(500),
  standard: v.exactOptional(long),
  basis: v.exactOptional(long),
  isReducible: v.exactOptional(v.boolean()),
  reductionBasis: v.exactOptional(long),
});

export const placeSchema = v.object({
  name: v.exactOptional(text(200)),
  address: text(500),
  /** 办理时间, as people write it. */
  hours: v.exactOptional(text(500)),
});

export const phoneSchema = v.object({ label: v.exactOptional(text(200)), number: text(60) });
export type Phone = v.InferOutput<typeof phoneSchema>;

export const guideSchema = v.object({
  schema: v.literal(1),
  codeScheme: v.picklist(codeSchemes),
  catalogCode: v.exactOptional(code),
  localCatalogCode: v.exactOptional(code),
  taskCode: code,
  localTaskCode: v.exactOptional(code),
  taskHandleItem: v.exactOptional(code),
  taskName: text(1000),
  /** What people call it: 简称 and 俗称. */
  aliases: list(text(200)),
  taskType: codedSchema,
  useLevel: v.exactOptional(codedSchema),
  areaCode: v.exactOptional(text(12)),
  areaName: v.exactOptional(text(100)),
  deptCode: v.exactOptional(code),
  deptName: text(200),
  /** 联办机构. */
  unionDept: v.exactOptional(long),
  serverType: list(codedSchema),
  projectType: v.exactOptional(codedSchema),
  /** 职责: what the organ is charged with, and under which law (办事依据). */
  duty: v.exactOptional(long),
  byLaw: v.exactOptional(long),
  acceptCondition: v.exactOptional(long),
  anticipate: v.exactOptional(limitSchema),
  promise: v.exactOptional(limitSchema),
  specialProcedure: v.exactOptional(long),
  handleFlow: v.exactOptional(long),
  steps: list(stepSchema),
  materials: list(materialSchema),
  /** 是否收费; left out means that nobody has said it yet. */
  isFee: v.exactOptional(v.boolean()),
  fees: list(feeSchema),
  results: list(
    v.object({ name: text(500), type: v.exactOptional(codedSchema), sample: v.exactOptional(text(2000)) }),
  ),
  limitSceneNum: v.exactOptional(count),
  isExpress: v.exactOptional(v.boolean()),
  isReservation: v.exactOptional(v.boolean()),
  reservationAddr: v.exactOptional(text(2000)),
  isOnline: v.exactOptional(v.boolean()),
  onlinePlatform: v.exactOptional(text(500)),
  linkAddr: v.exactOptional(text(2000)),
  mobileTerminalUrl: v.exactOptional(text(2000)),
  places: list(placeSchema),
  /** 咨询方式 and 监督投诉方式. */
  linkWay: list(phoneSchema),
  superviseWay: list(phoneSchema),
  questions: list(v.object({ question: text(1000), answer: long })),
  topics: list(text(100)),
  lifeEvents: list(text(100)),
  policies: list(v.object({ name: text(500), link: v.exactOptional(text(2000)) })),
  /** 救济渠道, and what follows when the office is late (逾期后果). */
  remedy: v.exactOptional(long),
  lateConsequence: v.exactOptional(long),
  planEffectiveDate: v.exactOptional(day),
  planCancelDate: v.exactOptional(day),
  /** Who keeps the guide true, and when they last looked. */
  ownerId: v.exactOptional(text(200)),
  checkedOn: v.exactOptional(day),
});
/** A guide as it is stored, exchanged and published; `schema` tells its version. */
export type Guide = v.InferOutput<typeof guideSchema>;

/** The key of a guide: its 业务办理项 where it has one, otherwise the item itself is the only one. */
export const itemCodeOf = (guide: Pick<Guide, "taskCode" | "taskHandleItem">): string =>
  guide.taskHandleItem ?? guide.taskCode;

/** A guide has an online way when it says so and says where. */
export const isDoneOnline = (guide: Guide): boolean =>
  guide.isOnline !== false && (guide.linkAddr !== undefined || guide.mobileTerminalUrl !== undefined);

/** Whether the dates let the guide be seen on a day: from its effective day to the day before it is cancelled. */
export const isInForce = (guide: Guide, today: string): boolean =>
  (guide.planEffectiveDate ?? today) <= today &&
  (guide.planCancelDate === undefined || today < guide.planCancelDate);
