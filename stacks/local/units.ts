/** The demo government: a county's twelve units. No number and no address here belongs to anybody. */
interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Unit {
  readonly code: string;
  readonly name: Words;
  /** As it signs documents; citizens are told the name. */
  readonly signs: string;
  readonly phone: string;
  readonly address: Words;
  /** When somebody is there. */
  readonly hours: Words;
}

const usual: Words = {
  zh: "工作日 9:30–13:30、15:30–19:00",
  en: "Working days 9:30–13:30, 15:30–19:00",
};

const openOverNoon: Words = {
  zh: "工作日 9:30–19:00，中午不休息",
  en: "Working days 9:30–19:00, open over noon",
};

export const units: readonly Unit[] = [
  {
    code: "zfb",
    name: { zh: "示范县人民政府办公室", en: "County Government Office" },
    signs: "示范县人民政府办公室",
    phone: "0999-5550101",
    address: { zh: "示范县人民路 1 号 2 楼 206", en: "Room 206, 1 Renmin Road, Shifan County" },
    hours: usual,
  },
  {
    code: "zrzy",
    name: { zh: "自然资源局", en: "Natural Resources Bureau" },
    signs: "示范县自然资源局",
    phone: "0999-5550102",
    address: { zh: "示范县建设路 18 号 1 楼大厅", en: "Ground floor, 18 Jianshe Road, Shifan County" },
    hours: openOverNoon,
  },
  {
    code: "swj",
    name: { zh: "税务局", en: "Tax Bureau" },
    signs: "国家税务总局示范县税务局",
    phone: "0999-5550103",
    address: { zh: "示范县建设路 40 号 1 楼办税厅", en: "Tax hall, 40 Jianshe Road, Shifan County" },
    hours: usual,
  },
  {
    code: "wjj",
    name: { zh: "卫生健康局", en: "Health Bureau" },
    signs: "示范县卫生健康局",
    phone: "0999-5550104",
    address: { zh: "示范县健康路 9 号 3 楼 301", en: "Room 301, 9 Jiankang Road, Shifan County" },
    hours: usual,
  },
  {
    code: "scjg",
    name: { zh: "市场监督管理局", en: "Market Regulation Bureau" },
    signs: "示范县市场监督管理局",
    phone: "0999-5550105",
    address: { zh: "示范县文化路 66 号政务服务中心 2 楼", en: "Floor 2, 66 Wenhua Road, Shifan County" },
    hours: openOverNoon,
  },
  {
    code: "mzj",
    name: { zh: "民政局", en: "Civil Affairs Bureau" },
    signs: "示范县民政局",
    phone: "0999-5550106",
    address: { zh: "示范县团结路 12 号 1 楼", en: "Ground floor, 12 Tuanjie Road, Shifan County" },
    hours: usual,
  },
  {
    code: "gaj",
    name: { zh: "公安局（户政）", en: "Public Security Bureau (Household Registration)" },
    signs: "示范县公安局",
    phone: "0999-5550107",
    address: { zh: "示范县人民路 30 号户政大厅", en: "Registration hall, 30 Renmin Road, Shifan County" },
    hours: openOverNoon,
  },
  {
    code: "rsj",
    name: { zh: "人力资源和社会保障局", en: "Human Resources and Social Security Bureau" },
    signs: "示范县人力资源和社会保障局",
    phone: "0999-5550108",
    address: { zh: "示范县文化路 66 号政务服务中心 1 楼", en: "Ground floor, 66 Wenhua Road, Shifan County" },
    hours: openOverNoon,
  },
  {
    code: "zjj",
    name: { zh: "住房和城乡建设局", en: "Housing and Urban-Rural Development Bureau" },
    signs: "示范县住房和城乡建设局",
    phone: "0999-5550109",
    address: { zh: "示范县建设路 22 号 1 楼大厅", en: "Ground floor, 22 Jianshe Road, Shifan County" },
    hours: usual,
  },
  {
    code: "jtj",
    name: { zh: "交通运输局", en: "Transport Bureau" },
    signs: "示范县交通运输局",
    phone: "0999-5550110",
    address: { zh: "示范县南环路 5 号 1 楼", en: "Ground floor, 5 Nanhuan Road, Shifan County" },
    hours: usual,
  },
  {
    code: "ybj",
    name: { zh: "医疗保障局", en: "Healthcare Security Bureau" },
    signs: "示范县医疗保障局",
    phone: "0999-5550111",
    address: { zh: "示范县文化路 66 号政务服务中心 3 楼", en: "Floor 3, 66 Wenhua Road, Shifan County" },
    hours: openOverNoon,
  },
  {
    code: "jyj",
    name: { zh: "教育局", en: "Education Bureau" },
    signs: "示范县教育局",
    phone: "0999-5550112",
    address: { zh: "示范县学府路 3 号 1 楼", en: "Ground floor, 3 Xuefu Road, Shifan County" },
    hours: usual,
  },
];

/** As the functions are given them, who know a unit by its name. */
export const deployedUnits = units.map(({ signs: _signs, ...unit }) => unit);
