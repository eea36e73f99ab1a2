/** A request that does not exist, to show a template with. */
import type { Calendar } from "../calendar/calendar.ts";
import type { Application } from "../disclosure/disclosure.ts";
import type { LetterFacts, LetterSettings, LetterUnit } from "./letter.data.ts";
import type { LetterDefinition } from "./letter.kind.ts";
import { askedOf } from "./letter.kind.ts";

const application: Application = {
  applicantKind: "person",
  name: "张某某",
  identityKind: "resident_id",
  identityNumber: "",
  unit: "",
  title: "2025年农村公路养护工程项目清单",
  description: "2025年本县农村公路养护工程的项目名称、里程、中标单位和合同金额。",
  form: "electronic",
  route: "site",
  phone: "",
  address: "示范路1号",
};

const REPLY =
  "您申请的《2025年农村公路养护工程项目清单》随本告知书一并提供。\n其中联系人的电话号码属于个人隐私，已作处理。";
const FILE = { id: "f0", name: "项目清单.pdf", kind: "pdf", sizeBytes: 1, sha256: "" } as const;

const SAMPLE_FEE = {
  scheme: "by_pages",
  feeYuan: 380,
  basis: "共68页：第1至30页不收费；第31至68页每页10元，计380元。合计380元。",
  payment: "到县财政局非税收入窗口缴纳。",
  on: "2026-03-10",
  until: "2026-04-08",
} as const;

const samples = {
  line: "示范单位",
  text: "示范内容",
  day: "2026-04-10",
  number: "40",
} as const;

export interface SampleOptions {
  readonly unit: LetterUnit;
  readonly settings: LetterSettings;
  readonly issuedOn: string;
  readonly calendar: Calendar;
}

/** The facts of a letter about the request that does not exist, as the unit would send it today. */
export function sampleFacts(letter: LetterDefinition, options: SampleOptions): LetterFacts {
  const { issuedOn, settings } = options;
  const clock = { submittedOn: "2026-03-02", confirmedOn: "2026-03-02" };
  return {
    ...options,
    letter,
    settings: { ...settings, onlineReview: settings.onlineReview || "（请在公文设置中填写）" },
    application,
    number: { year: Number(issuedOn.slice(0, 4)), serial: 1 },
    asked: Object.fromEntries(askedOf(letter).map(({ name, kind }) => [name, samples[kind]])),
    head: {
      reference: "440305G26030200001A",
      title: application.title,
      state: "answered",
      clock,
      due: { on: "2026-03-30" },
      assignee: { id: "", name: "李某某" },
      fee: SAMPLE_FEE,
      answer: { outcome: letter.outcome ?? "disclosed", reply: REPLY, files: [FILE], on: issuedOn },
    },
  };
}
