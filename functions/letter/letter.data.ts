/** What stands in the placeholders of one letter: from the case, the unit, the calendar and what was asked. Pure. */
import type { Calendar } from "../calendar/calendar.ts";
import { isDay } from "../calendar/calendar.ts";
import type { Fee, FeeScheme } from "../disclosure/disclosure.fee.ts";
import { countFee, feeNotice, feeRulesOn, pageFee } from "../disclosure/disclosure.fee.ts";
import { outcomeOf, remedyOf } from "../disclosure/disclosure.outcome.ts";
import type { Application } from "../disclosure/disclosure.ts";
import { columnLabels, isKind } from "../report/report.row.ts";
import type { AskedField } from "./letter.field.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";
import type { LetterHead } from "./letter.record.ts";
import type { RemedyPlaces } from "./letter.remedy.ts";
import { remedyParagraphs } from "./letter.remedy.ts";
import { chineseDay, formWords, indented, letterNumber, provision, routeWords } from "./letter.words.ts";

/** The unit as its letters name it. */
export interface LetterUnit {
  readonly name: string;
  readonly government: string;
  readonly phone: string;
  readonly address: string;
  readonly hours: string;
}

/** What a unit has set once for all its letters. */
export interface LetterSettings extends RemedyPlaces {
  /** 发文机关代字, such as 示府办公开. */
  readonly word: string;
}

export interface LetterFacts {
  readonly letter: LetterDefinition;
  readonly head: Pick<
    LetterHead,
    | "reference"
    | "title"
    | "clock"
    | "due"
    | "assignee"
    | "answer"
    | "proposal"
    | "description"
    | "state"
    | "fee"
  >;
  readonly application: Application;
  readonly unit: LetterUnit;
  readonly settings: LetterSettings;
  /** Without a serial it is a preview; a text stands for one that is not known yet. */
  readonly number: { readonly year: number; readonly serial?: number | string };
  /** The day on it, from which the last days to contest it are counted. */
  readonly issuedOn: string;
  readonly asked: Readonly<Record<string, string>>;
  readonly calendar: Calendar;
}

export type LetterData = Readonly<Record<string, string>>;

/** The value of every placeholder that a template of this letter may hold. */
export function letterData(facts: LetterFacts): LetterData {
  const all = { ...fromCase(facts), ...fromUnit(facts), ...fromAnswer(facts), ...fromAsked(facts) };
  const inTable = (tag: string) =>
    facts.letter.table?.some(([, value]) => value.includes(`{${tag}}`)) === true;
  return Object.fromEntries(
    Object.entries(all).map(([tag, value]) => [tag, inTable(tag) ? value : indented(value)]),
  );
}

const NOT_YET = "（待确认）";
const NONE = "无";

function fromCase({ head, application }: LetterFacts): LetterData {
  const { clock, due } = head;
  const { applicantKind: kind } = application;
  return {
    编号: head.reference,
    申请人: application.name,
    申请人类别: isKind(kind) ? columnLabels[kind].zh : "",
    申请人地址: application.address ?? "",
    申请日期: chineseDay(clock.submittedOn),
    收到日期: clock.confirmedOn === undefined ? NOT_YET : chineseDay(clock.confirmedOn),
    申请内容: head.title,
    申请描述: head.description ?? application.description,
    获取方式: wantedBy(application),
    答复期限: chineseDay(due.on),
    承办人: head.assignee?.name ?? NONE,
  };
}

function fromUnit({ unit, settings, number, issuedOn }: LetterFacts): LetterData {
  return {
    文号: letterNumber(settings.word, number),
    年份: String(number.year),
    序号: number.serial === undefined ? "" : String(number.serial),
    落款日期: chineseDay(issuedOn),
    政府: unit.government,
    单位: unit.name,
    联系电话: unit.phone,
    单位地址: unit.address,
    办公时间: unit.hours,
    复议机关: settings.reviewBody,
    管辖法院: settings.court,
  };
}

/** Nothing where an old register does not say it. */
const wantedBy = ({ form, route }: Application): string =>
  form === undefined || route === undefined ? "" : `${formWords[form]}，${routeWords[route]}`;

/** Delivered through the internet, a decision must name the online way to apply for review (复议法 22). */
export const isOnline = ({ route }: Pick<Application, "route">): boolean =>
  route === "site" || route === "email";

function fromAnswer({ letter, head, application, settings, issuedOn, calendar }: LetterFacts): LetterData {
  const answer = letter.outcome === undefined ? undefined : (head.answer ?? head.proposal);
  const outcome = letter.outcome === undefined ? undefined : outcomeOf(letter.outcome);
  const delivered = { on: issuedOn, online: isOnline(application) };
  const remedy =
    letter.remedy === undefined ? undefined : remedyOf({ remedy: letter.remedy }, delivered, calendar);
  const files = answer?.files ?? [];
  return {
    处理结果: outcome?.label.zh ?? "",
    法律依据: letter.articles.map(provision).join("、"),
    答复内容: [answer?.reply ?? "", pointerWords(answer?.pointer)].filter((text) => text !== "").join("\n"),
    附件清单:
      files.length === 0
        ? ""
        : ["附件：", ...files.map(({ name }, index) => `${index + 1}. ${name}`)].join("\n"),
    救济途径: remedy === undefined ? "" : remedyParagraphs(remedy, settings, issuedOn).join("\n"),
  };
}

/** Art. 36(5). */
const pointerWords = (pointer: string | undefined): string =>
  pointer === undefined ? "" : `负责公开该政府信息的行政机关及其联系方式：${pointer}`;

function fromAsked(facts: LetterFacts): LetterData {
  const { letter, asked } = facts;
  const fields = askedOf(letter).map(
    (field) => [field.tag, askedWords(field, asked[field.name] ?? "")] as const,
  );
  return { ...Object.fromEntries(fields), ...(letter.asks.includes("feeScheme") ? feeWords(facts) : {}) };
}

function askedWords({ kind }: AskedField, value: string): string {
  if (kind === "day") return isDay(value) ? chineseDay(value) : "";
  return kind === "scheme" ? (schemeWords[value as FeeScheme] ?? "") : value || NONE;
}

const schemeWords: Readonly<Record<FeeScheme, string>> = { by_count: "按件计收", by_pages: "按量计收" };

/** The fee that was asked about; undefined where no tariff is in force, or for numbers that are none. */
export function feeAsked(asked: Readonly<Record<string, string>>, receivedOn: string): Fee | undefined {
  const rules = feeRulesOn(receivedOn);
  const [earlier, matters, pages] = ["feeEarlier", "feeMatters", "feePages"].map((name) =>
    Number(asked[name] || 0),
  );
  if (rules === undefined) return undefined;
  try {
    return asked.feeScheme === "by_pages"
      ? pageFee(rules, { pages: pages ?? Number.NaN })
      : countFee(rules, { earlier: earlier ?? Number.NaN, matters: matters ?? Number.NaN });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function feeWords(facts: LetterFacts): LetterData {
  const { head } = facts;
  return head.fee === undefined ? feeOfNumbers(facts) : feeOfCase(head.fee);
}

/** What the applicant was told stands on record; the letter says the same. */
const feeOfCase = (fee: NonNullable<LetterFacts["head"]["fee"]>): LetterData => ({
  收费方式: schemeWords[fee.scheme],
  计算过程: fee.basis.replace(/[。.]$/, ""),
  金额: String(fee.feeYuan),
  缴费期限: chineseDay(fee.until),
  缴费办法: fee.payment,
});

function feeOfNumbers({ asked, head, issuedOn, calendar }: LetterFacts): LetterData {
  const fee = feeAsked(asked, head.clock.confirmedOn ?? head.clock.submittedOn);
  const notice =
    fee &&
    feeNotice({ byCount: fee, byPages: fee }, { scheme: fee.scheme, noticeReceivedOn: issuedOn }, calendar);
  const unit = fee?.scheme === "by_pages" ? "页" : "件";
  const lines = fee?.lines.map(
    ({ from, through, yuanEach, feeYuan }) =>
      `第${from}${through === from ? "" : `至${through}`}${unit}每${unit}${yuanEach}元，计${feeYuan}元`,
  );
  return {
    计算过程: lines?.join("；") ?? "",
    金额: fee === undefined ? "" : String(fee.feeYuan),
    缴费期限: notice === undefined ? "" : chineseDay(notice.payBy),
  };
}
