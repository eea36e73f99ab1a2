/** What people come for, under the name of its guide. */
export interface DemoService {
  readonly id: string;
  readonly guide: string;
  readonly en: string;
  readonly group: string;
  readonly minutes?: number;
  readonly mostParty?: number;
  /** How its places are given out, where not in order of arrival. */
  readonly release?: "arrival" | "shuffled" | "lottery";
}

export const centreServices: readonly DemoService[] = [
  {
    id: "id-card",
    guide: "居民身份证到期换领",
    en: "Renewing an identity card",
    group: "police",
    mostParty: 3,
  },
  { id: "id-card-lost", guide: "居民身份证丢失补领", en: "Replacing a lost identity card", group: "police" },
  { id: "residence", guide: "居住证申领", en: "Residence permit", group: "police" },
  {
    id: "social-card",
    guide: "社会保障卡挂失与补领",
    en: "Replacing a social security card",
    group: "social",
  },
  {
    id: "pension",
    guide: "职工基本养老保险待遇申领（退休）",
    en: "Retirement pension",
    group: "social",
    minutes: 60,
  },
  { id: "unemployed", guide: "失业登记", en: "Registering as unemployed", group: "social" },
  { id: "care-abroad", guide: "异地就医备案", en: "Medical care elsewhere", group: "insurance" },
  {
    id: "newborn",
    guide: "新生儿参加城乡居民基本医疗保险登记",
    en: "Insuring a newborn",
    group: "insurance",
  },
  {
    id: "house-sale",
    guide: "不动产转移登记（二手房过户）",
    en: "Transfer of a used home",
    group: "land",
    minutes: 60,
    mostParty: 2,
  },
  {
    id: "house-deed",
    guide: "不动产权证书遗失补发",
    en: "Replacing a title certificate",
    group: "land",
  },
];
export const taxServices: readonly DemoService[] = [
  {
    id: "invoices",
    guide: "发票领用（发票票种核定）",
    en: "Getting invoices",
    group: "tax",
    release: "shuffled",
  },
  { id: "income", guide: "个人所得税纳税记录开具（完税证明）", en: "Record of income tax", group: "tax" },
  { id: "deed-tax", guide: "契税申报（买房交税）", en: "Deed tax", group: "tax", mostParty: 2 },
  {
    id: "closing",
    guide: "税务注销（清税证明）",
    en: "Closing a tax account",
    group: "tax",
    minutes: 60,
    release: "lottery",
  },
];
