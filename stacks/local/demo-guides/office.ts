/** What guides share: those of a unit, and those of all. */
import type { Guide, Phone } from "../../../functions/guide/guide.ts";
import { units } from "../units.ts";

/** When the centre opens on Saturdays, for a guide of a window there. */
export const saturdays = { name: "政务服务中心周六开门，中午不休息", announcement: "hall-weekend" } as const;

type Place = Guide["places"][number];

export interface GuideOffice {
  /** As a document signs it. */
  readonly deptName: string;
  /** An invented 统一社会信用代码 that its check character fits. */
  readonly creditCode: string;
  /** Two digits of the department inside a catalogue code. */
  readonly department: string;
  readonly duty: string;
  readonly linkWay: readonly Phone[];
  readonly superviseWay: readonly Phone[];
  readonly places: readonly Place[];
  /** Where a decision of this unit is reviewed; 行政复议法 Art. 24 and 27. */
  readonly reviewedBy: string;
}

interface Own {
  readonly code: string;
  readonly creditCode: string;
  readonly department: string;
  readonly duty: string;
  readonly window: string;
  /** A national line, for questions. */
  readonly line?: Phone;
  readonly reviewedBy?: string;
}

function office({ code, window, line, reviewedBy = "示范县人民政府", ...own }: Own): [string, GuideOffice] {
  const unit = units.find((each) => each.code === code);
  if (unit === undefined) throw new RangeError(`no unit ${code}`);
  const watched: Phone = { label: `${unit.signs}监督电话`, number: unit.phone.replace("5550", "5551") };
  const shared = {
    deptName: unit.signs,
    linkWay: [{ label: window, number: unit.phone }, ...(line === undefined ? [] : [line])],
    superviseWay: [watched, { label: "政务服务便民热线（24 小时）", number: "12345" }],
    places: [{ name: window, address: unit.address.zh, hours: unit.hours.zh }],
    reviewedBy,
  };
  return [code, { ...own, ...shared }];
}

export const offices: ReadonlyMap<string, GuideOffice> = new Map([
  office({
    code: "zfb",
    creditCode: "11659901DEMA01016C",
    department: "61",
    duty: "负责推进、指导、协调、监督全县政府信息公开工作，办理向县政府及其办公室提出的申请，管理便民热线。",
    window: "政务公开窗口",
    line: { label: "政务服务便民热线（24 小时）", number: "12345" },
  }),
  office({
    code: "zrzy",
    creditCode: "11659901DEMA010247",
    department: "15",
    duty: "负责全县不动产统一登记、土地和规划管理。",
    window: "不动产登记大厅",
  }),
  office({
    code: "swj",
    creditCode: "11659901DEMA010322",
    department: "30",
    duty: "负责本县各项税收、社会保险费的征收管理和纳税服务。",
    window: "县税务局办税服务厅",
    line: { label: "纳税缴费服务热线", number: "12366" },
    reviewedBy: "上一级税务局",
  }),
  office({
    code: "wjj",
    creditCode: "11659901DEMA01040W",
    department: "23",
    duty: "负责全县医疗卫生机构和人员管理、公共场所卫生监督、妇幼健康和生育服务。",
    window: "卫生健康窗口",
  }),
  office({
    code: "scjg",
    creditCode: "11659901DEMA01059R",
    department: "31",
    duty: "负责全县经营主体登记，食品、药品、特种设备安全监督管理。",
    window: "县政务服务中心市场监管窗口",
    line: { label: "企业开办专线", number: "0999-5550205" },
  }),
  office({
    code: "mzj",
    creditCode: "11659901DEMA01067L",
    department: "11",
    duty: "负责全县社会救助、婚姻登记、养老服务、残疾人福利和殡葬管理。",
    window: "县民政局服务大厅",
  }),
  office({
    code: "gaj",
    creditCode: "11659901DEMA01075F",
    department: "09",
    duty: "负责全县户口登记、居民身份证和居住证管理。",
    window: "县公安局户政大厅",
  }),
  office({
    code: "rsj",
    creditCode: "11659901DEMA01083A",
    department: "14",
    duty: "负责全县养老、失业、工伤保险和社会保障卡，促进就业，处理劳动关系。",
    window: "县政务服务中心社保窗口",
    line: { label: "人力资源和社会保障热线", number: "12333" },
  }),
  office({
    code: "zjj",
    creditCode: "11659901DEMA010915",
    department: "17",
    duty: "负责全县住房保障、房屋交易、建筑市场、市政道路和排水管理。",
    window: "县住房和城乡建设局服务大厅",
  }),
  office({
    code: "jtj",
    creditCode: "11659901DEMA01104T",
    department: "18",
    duty: "负责全县道路运输、出租汽车、公共交通和公路管理。",
    window: "县交通运输局服务大厅",
    line: { label: "交通运输服务监督热线", number: "12328" },
  }),
  office({
    code: "ybj",
    creditCode: "11659901DEMA01112M",
    department: "36",
    duty: "负责全县医疗保险、生育保险和医疗救助的经办与管理。",
    window: "县政务服务中心医保窗口",
    line: { label: "医疗保障服务热线", number: "12393" },
  }),
  office({
    code: "jyj",
    creditCode: "11659901DEMA01120G",
    department: "05",
    duty: "负责全县学前教育、义务教育、高中教育、教师管理和学生资助。",
    window: "县教育局便民窗口",
  }),
]);
