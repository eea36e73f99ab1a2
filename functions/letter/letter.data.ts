/** What stands in the placeholders of one letter: from the case, the unit, the calendar and what was asked. Pure. */
import type { Calendar } from "../calendar/calendar.ts";
import { isDay } from "../calendar/calendar.ts";
import type { FeeScheme } from "../disclosure/disclosure.fee.ts";
import { outcomeOf, remedyOf } from "../disclosure/disclosure.outcome.ts";
import type { Application } from "../disclosure/disclosure.ts";
import { columnLabels, isKind } from "../report/report.row.ts";
import type { AskedField } from "./letter.field.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";
import type { LetterHead } from "./letter.record.ts";
import type { RemedyPlaces } from "./letter.remedy.ts";
import { remedyParagraphs } from "./letter.remedy.ts";
import { chineseDay, formWords, indented, letterNumber, provisions, routeWords } from "./letter.words.ts";

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

type Answered = LetterFacts["head"]["answer"] | LetterFacts["head"]["proposal"];

function fromAnswer({ letter, head, application, settings, issuedOn, calendar }: LetterFacts): LetterData {
  const answer = letter.outcome === undefined ? undefined : (head.answer ?? head.proposal);
  const outcome = letter.outcome === undefined ? undefined : outcomeOf(letter.outcome);
  const delivered = { on: issuedOn, online: isOnline(application) };
  const remedy =
    letter.remedy === undefined ? undefined : remedyOf({ remedy: letter.remedy }, delivered, calendar);
  const files = answer?.files ?? [];
  return {
    处理结果: outcome?.label.zh ?? "",
    法律依据: provisions(appliedArticles(letter, answer)),
    答复内容: [answer?.reply ?? "", pointerWords(answer?.pointer), earlierWords(answer?.earlier)]
      .filter((text) => text !== "")
      .join("\n"),
    附件清单:
      files.length === 0
        ? ""
        : ["", "附件：", ...files.map(({ name }, index) => `${index + 1}. ${name}`)].join("\n"),
    救济途径: remedy === undefined ? "" : remedyParagraphs(remedy, settings, issuedOn).join("\n"),
  };
}

/** Art. 36(5). */
const pointerWords = (pointer: string | undefined): string =>
  pointer === undefined
    ? ""
    : `负责公开该政府信息的行政机关及其联系方式：${pointer.replace(/[。.；;，,\s]+$/, "")}。`;

/** Art. 36(6): which answer there was. */
const earlierWords = (earlier: string | undefined): string =>
  earlier === undefined ? "" : `此前已经答复的申请，编号为${earlier}。`;

/**
 * Of the items that an outcome may rest on, the one that the answer does: what another agency is responsible for is
 * item 5 of Art. 36 and what was not found is item 4; what is handed out is item 2.
 */
function appliedArticles({ outcome, articles }: LetterDefinition, answer: Answered): readonly string[] {
  if (outcome === "not_held") return [answer?.pointer === undefined ? "36(4)" : "36(5)"];
  const handsOut = outcome === "disclosed" && (answer?.files ?? []).length > 0;
  return handsOut ? ["36(2)"] : articles;
}

function fromAsked({ letter, head, asked }: LetterFacts): LetterData {
  const fields = askedOf(letter).map(
    (field) => [field.tag, askedWords(field, asked[field.name] ?? "")] as const,
  );
  return { ...Object.fromEntries(fields), ...(head.fee === undefined ? {} : feeOfCase(head.fee)) };
}

function askedWords({ kind }: AskedField, value: string): string {
  if (kind === "day") return isDay(value) ? chineseDay(value) : "";
  return value || NONE;
}

const schemeWords: Readonly<Record<FeeScheme, string>> = { by_count: "按件计收", by_pages: "按量计收" };

/** What the applicant was told stands on record; the letter says the same. */
const feeOfCase = (fee: NonNullable<LetterFacts["head"]["fee"]>): LetterData => ({
  收费方式: schemeWords[fee.scheme],
  计算过程: fee.basis.replace(/[。.]$/, ""),
  金额: String(fee.feeYuan),
  缴费期限: chineseDay(fee.until),
  缴费办法: fee.payment,
});
