import type { DemoGuide } from "./demo-guide.ts";
import { form, identity, issued, onBehalf, prepared } from "./material.ts";
import { policeStations } from "./place.ts";

export const guidesOfResidence: readonly DemoGuide[] = [
  {
    number: 4,
    name: "居住证申领",
    aliases: ["居住证", "暂住证", "办居住证", "外地人办居住证", "流动人口登记"],
    kind: "7",
    byLaw: "《居住证暂行条例》第二条、第九条、第十条",
    conditions: [
      "户口不在本县，到本县居住半年以上",
      "在本县有合法稳定的工作，或者有合法稳定的住处，或者连续上学，有一样就行",
    ],
    legal: 15,
    promise: 7,
    calendarDays: true,
    steps: { 受理: 1, 审查: 3, 制证: 2, 送达: 1 },
    materials: [
      identity(),
      prepared("住处、工作或者上学的证明，有一样就行", {
        acceptStand: "租房合同、房产证、单位出的住宿证明；劳动合同、参保记录；学生证、学校证明。",
      }),
    ],
    results: [{ name: "居住证", type: "10" }],
    visits: 1,
    places: policeStations,
    isReservation: true,
    isExpress: true,
    questions: [
      ["要钱吗？", "第一次领不要钱。丢了补领、坏了换领，按省里定的标准收工本费。"],
      [
        "有了居住证能做什么？",
        "孩子可以在本县上学，可以在本县办出入境证件、换补身份证、机动车登记、申请驾驶证。",
      ],
      ["每年要签注吗？", "要。到期前一个月内到派出所签注，手机上也能办，不签注的使用功能会中止。"],
      ["刚来不满半年怎么办？", "先到派出所或者社区登记居住，从登记那天开始算半年。"],
    ],
    topics: ["户籍办理", "证件办理"],
  },
  {
    number: 5,
    name: "姓名变更",
    aliases: ["改名字", "改名", "给孩子改姓", "户口本改名", "改姓", "更名"],
    kind: "7",
    byLaw:
      "《中华人民共和国民法典》第一千零一十二条、第一千零一十五条、第一千零一十六条；《中华人民共和国户口登记条例》第十八条",
    conditions: [
      "户籍在本县",
      "新名字用规范汉字，不违背公序良俗",
      "没有正在被追究刑事责任，也不在服刑、社区矫正期间",
    ],
    legal: { byCatalogue: 20 },
    promise: 10,
    steps: { 受理: 1, 审查: 6, 决定: 3 },
    materials: [
      identity(),
      issued("户口簿", "公安机关"),
      form(
        "变更姓名申请书",
        "写原来的名字、新的名字、为什么改；本人签名。不满十八周岁的由父母双方签名，八周岁以上的孩子本人也要签名。",
      ),
      prepared("父母双方同意的书面意见（给未成年人改名的才要）", {
        need: "2",
        acceptStand: "父母离婚的也要双方同意。",
      }),
    ],
    results: [{ name: "户口簿（变更后）", type: "10" }],
    visits: 1,
    places: policeStations,
    questions: [
      ["离婚后我一个人能给孩子改姓吗？", "不能，要孩子的父亲、母亲都同意。"],
      [
        "改名后身份证、社保卡要换吗？",
        "要。身份证当场换领；社保、银行、学籍、房产等，带改名后的户口簿去各单位变更。",
      ],
      ["能改几次？", "法律没有限定次数，但改名影响您的各种证件，请想好再改，窗口会再确认一次。"],
    ],
    topics: ["户籍办理"],
  },
  {
    number: 6,
    name: "死亡登记（注销户口）",
    aliases: ["销户", "死亡销户", "老人去世注销户口", "注销户口", "死亡证明销户口"],
    kind: "7",
    byLaw: "《中华人民共和国户口登记条例》第八条",
    conditions: ["去世的人户籍在本县", "您是户主、亲属、抚养人或者邻居"],
    legal: { byCatalogue: 1 },
    promise: 0,
    materials: [
      issued("死亡证明", "医院、公安机关或者人民法院", {
        acceptStand: "死亡医学证明、火化证明、宣告死亡的判决书，有一样就行。",
      }),
      issued("去世的人的户口簿、居民身份证", "公安机关", {
        acceptStand: "找不到身份证的，写明情况。",
      }),
      identity("办理人"),
    ],
    results: [{ name: "户口注销证明", type: "10" }],
    visits: 1,
    places: policeStations,
    questions: [
      ["什么时候要办？", "城市在葬前、农村在一个月以内。过了也能办。"],
      [
        "在家里去世的，谁开死亡证明？",
        "由居住地的乡镇卫生院或者社区卫生服务中心开；非正常死亡的由公安机关开。",
      ],
      ["销户后存款、房子怎么办？", "可以继承。存款问银行，房子到不动产登记大厅办继承登记。"],
    ],
    topics: ["户籍办理", "死亡殡葬"],
    lifeEvents: ["身后事"],
  },
  {
    number: 7,
    name: "犯罪记录查询（无犯罪记录证明）",
    aliases: ["无犯罪证明", "无犯罪记录证明", "开无犯罪记录", "政审证明", "入职要无犯罪"],
    kind: "20",
    audience: ["1", "2"],
    byLaw: "《公安机关办理犯罪记录查询工作规定》",
    conditions: ["户籍地或者居住地在本县", "本人查自己，或者单位依照法律查在职、拟聘用的人"],
    legal: 3,
    promise: 1,
    steps: { 受理: 0, 审查: 1 },
    materials: [
      identity("查询人"),
      onBehalf(),
      prepared("单位介绍信和依法查询的说明（单位查询的才要）", {
        need: "2",
        fillExplain: "写明依据哪部法律、查谁、做什么用，加盖公章。",
      }),
    ],
    results: [{ name: "无犯罪记录证明", type: "10" }],
    visits: 1,
    places: policeStations,
    isExpress: true,
    questions: [
      ["当场能拿吗？", "系统里没有疑问的当场出；要核实的，一个工作日内出。"],
      ["有效期多久？", "证明写的是开的那天以前的情况，能用多久由要证明的单位定。"],
      ["出国用要公证吗？", "大多数国家要公证、认证，拿着这份证明到公证处办。"],
    ],
    topics: ["证件办理"],
    lifeEvents: ["就业"],
  },
];
