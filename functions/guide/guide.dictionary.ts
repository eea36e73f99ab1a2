/**
 * The dictionaries of the exchange model. A code alone says nothing: `20` is 公共服务 in the national list and 其他 in
 * Guangdong's, so a guide keeps the code, the name and the list that the code is from.
 */
import * as v from "valibot";

export const codeSystems = ["national", "guangdong", "local"] as const;
export type CodeSystem = (typeof codeSystems)[number];

/** A value of a dictionary. `code` is "" where a source gave a name that no list has. */
export const codedSchema = v.object({
  system: v.picklist(codeSystems),
  code: v.pipe(v.string(), v.maxLength(20)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
});
export type Coded = v.InferOutput<typeof codedSchema>;

type Entries = Readonly<Record<string, string>>;

export const dictionaries = {
  taskType: {
    national: {
      1: "行政许可",
      2: "行政处罚",
      3: "行政强制",
      4: "行政征收",
      5: "行政给付",
      6: "行政检查",
      7: "行政确认",
      8: "行政奖励",
      9: "行政裁决",
      10: "其他行政权力",
      20: "公共服务",
    },
    guangdong: {
      "01": "行政许可",
      "05": "行政给付",
      "07": "行政确认",
      "08": "行政奖励",
      "09": "行政裁决",
      20: "其他行政权力",
      21: "公共服务",
    },
  },
  serverType: {
    national: {
      1: "自然人",
      2: "企业法人",
      3: "事业法人",
      4: "社会组织法人",
      5: "非法人企业",
      6: "行政机关",
      9: "其他组织",
    },
  },
  useLevel: {
    national: { 1: "国家级", 2: "省级", 3: "市级", 4: "县级", 5: "镇街", 6: "村居" },
  },
  projectType: { national: { 1: "即办件", 2: "承诺件" } },
  isNeed: { national: { 1: "必要", 2: "非必要", 3: "容缺后补" } },
  materialType: { national: { 1: "证件证书证明", 2: "申请表格文书", 3: "其他" } },
  materialFormat: { national: { 1: "纸质", 2: "电子化", 3: "纸质/电子化" } },
  sourceType: { national: { 10: "申请人自备", 20: "政府部门核发", 99: "其他" } },
  resultType: { national: { 10: "证照", 20: "批文", 30: "其他" } },
} as const satisfies Record<string, Partial<Record<CodeSystem, Entries>>>;
export type DictionaryName = keyof typeof dictionaries;

const entriesOf = (dictionary: DictionaryName, system: CodeSystem): Entries =>
  (dictionaries[dictionary] as Partial<Record<CodeSystem, Entries>>)[system] ?? {};

/**
 * The value for what a source wrote, a code or a name, in that source's own list; where the source has no list of its
 * own, in the national one. A name that no list has is kept as a local value; an unknown code gives undefined.
 */
export function codedOf(dictionary: DictionaryName, written: string, system: CodeSystem): Coded | undefined {
  const text = written.trim();
  if (text === "") return undefined;
  for (const each of [system, "national"] as const) {
    const found = Object.entries(entriesOf(dictionary, each)).find(
      ([code, name]) => code === text || name === text,
    );
    if (found !== undefined) return { system: each, code: found[0], name: found[1] };
    if (Object.keys(entriesOf(dictionary, each)).length > 0 && /^\d+$/.test(text)) return undefined;
  }
  return { system: "local", code: "", name: text };
}

/** A value that the code itself names, for texts written in this product. */
export function national<Name extends DictionaryName>(dictionary: Name, code: string): Coded {
  const name = entriesOf(dictionary, "national")[code];
  if (name === undefined) throw new RangeError("not a code of this dictionary");
  return { system: "national", code, name };
}

/** 行使层级 as the digit inside an item code; the notes have 2, 3 and 4 from data, the others from the glossary. */
export const isLevelDigit = (digit: string): boolean => digit in dictionaries.useLevel.national;

/** 环节: what a step of a guide is, and the part of the way it belongs to. */
export const stages = {
  收件: "申请与受理",
  受理: "申请与受理",
  审查: "审查与决定",
  决定: "审查与决定",
  制证: "颁证与送达",
  送达: "颁证与送达",
} as const;
export type Stage = keyof typeof stages;
