/** The blank forms that the guides of the demo name: what has to be filled in, line by line, and who signs. */

export interface BlankForm {
  /** Its name as a file; the address of the form ends with it. */
  readonly file: string;
  /** What each line asks for; `|` and a number give a line that is so many times as high. */
  readonly lines: readonly string[];
  readonly signed: string;
}

const person = ["姓名", "公民身份号码", "联系电话", "现住址"];
const company = ["单位名称", "统一社会信用代码", "法定代表人（负责人）", "联系人和联系电话"];
const applicant = "申请人（签名）";
const stamped = "申请单位（盖章）";

export const blankForms: Readonly<Record<string, BlankForm>> = {
  变更姓名申请书: {
    file: "name-change",
    lines: [
      ...person,
      "现在的姓名",
      "变更后的姓名",
      "变更的理由|4",
      "未满十八周岁的：父母双方姓名和联系电话",
    ],
    signed: "申请人（签名；未满十八周岁的由父母双方签名，满八周岁的本人也签名）",
  },
  涉路施工活动申请书: {
    file: "road-works",
    lines: [
      ...company,
      "公路名称和桩号（几公里加几米）",
      "施工内容|3",
      "开工和完工日期",
      "保障通行和安全的措施|4",
    ],
    signed: stamped,
  },
  家庭经济困难学生认定申请表: {
    file: "student-aid",
    lines: [
      "学生姓名",
      "学校、年级、班",
      "公民身份号码",
      "家庭成员和各自的收入|4",
      "困难的原因|4",
      "监护人联系电话",
    ],
    signed: "监护人（签名）",
  },
  最低生活保障申请书: {
    file: "subsistence",
    lines: [
      ...person,
      "共同生活的家庭成员|3",
      "家庭收入来源|2",
      "家庭财产（房屋、车辆、存款）|2",
      "困难的原因|4",
    ],
    signed: "申请人（签名或者按手印；代写的，代写人也签名）",
  },
  养老保险待遇申领表: {
    file: "pension",
    lines: [...person, "社会保障卡卡号", "参加工作时间", "希望从哪年哪月开始领取", "领取待遇的银行"],
    signed: applicant,
  },
  工伤认定申请表: {
    file: "work-injury",
    lines: [
      ...person,
      "用人单位名称和地址",
      "职业、工种",
      "受伤的时间和地点",
      "受伤的经过|4",
      "伤在哪里、诊断结论|2",
    ],
    signed: "申请人（签名；由单位申请的盖章）",
  },
  食品经营许可申请书: {
    file: "food-business",
    lines: [
      ...["经营者名称", "统一社会信用代码", "经营场所地址", "法定代表人（负责人）", "联系电话"],
      "经营项目（请勾选）：□热食类　□冷食类　□生食类　□糕点类　□自制饮品　□预包装食品|2",
      "食品安全管理人员姓名和联系电话",
    ],
    signed: "申请人（签名或者盖章）",
  },
  公共场所卫生许可证申请表: {
    file: "public-place-hygiene",
    lines: [...["场所名称", "地址", "面积（平方米）", "经营者和联系电话"], "服务项目|2", "从业人员人数"],
    signed: "经营者（签名或者盖章）",
  },
  公共租赁住房申请表: {
    file: "public-housing",
    lines: [
      ...person,
      "申请方式（请勾选）：□实物配租　□租赁补贴",
      ...["家庭成员和各自的年收入|4", "现在的住房（自有、租住、借住；面积）|2"],
    ],
    signed: "全体成年家庭成员（签名）",
  },
  住宅专项维修资金使用申请表: {
    file: "maintenance-fund",
    lines: ["小区名称、楼栋", "维修的部位和项目|3", "预算金额（元）", "分摊的户数", "联系人和联系电话"],
    signed: "业主委员会或者物业服务企业（盖章）",
  },
  建筑工程施工许可申请表: {
    file: "building-works",
    lines: [
      ...company,
      ...["工程名称", "建设地点", "建设规模", "合同价（万元）", "合同工期"],
      "勘察、设计、施工、监理单位|4",
    ],
    signed: "建设单位（盖章）",
  },
  "城市道路占用（挖掘）申请表": {
    file: "street-works",
    lines: [
      ...company,
      "道路名称和路段",
      "占用（挖掘）面积（平方米）",
      "起止日期",
      "理由|3",
      "恢复道路的办法|2",
    ],
    signed: stamped,
  },
  排水许可申请表: {
    file: "drainage",
    lines: [...company, "排水地址", "每天用水量（立方米）", "排水口的位置和数量|2", "预处理设施|2"],
    signed: stamped,
  },
  燃气经营许可申请表: {
    file: "gas-business",
    lines: [...company, "经营类别", "供气区域|2", "燃气设施|3", "经过培训考核的人员|3"],
    signed: "法定代表人（签名）、申请单位（盖章）",
  },
  "农村宅基地和建房（规划许可）申请表": {
    file: "village-house",
    lines: [
      ...person,
      "家庭人口",
      "现有的宅基地和房屋|2",
      "申请建在哪里（四至）|2",
      "占地面积、层数、建筑面积",
    ],
    signed: "户主（签名）、村民委员会（盖章）",
  },
};

const FOLDER = "/demo-forms/";
export const formAddress = (name: string): string | undefined =>
  Object.hasOwn(blankForms, name) ? `${FOLDER}${blankForms[name]?.file}.docx` : undefined;
