import type { DemoGuide } from "./demo-guide.ts";
import { identity, issued, prepared } from "./material.ts";
import { marriageOffice, townships } from "./place.ts";

export const guidesOfFamily: readonly DemoGuide[] = [
  {
    number: 1,
    name: "结婚登记",
    aliases: ["领结婚证", "结婚证", "领证", "办结婚证", "登记结婚", "婚姻登记预约"],
    kind: "7",
    byLaw: "《中华人民共和国民法典》第一千零四十六条至第一千零四十九条；《婚姻登记条例》",
    conditions: [
      "男女双方完全自愿",
      "男方年满二十二周岁，女方年满二十周岁",
      "双方现在都没有配偶",
      "双方不是直系血亲，也不是三代以内的旁系血亲",
    ],
    legal: { byCatalogue: 1 },
    promise: 0,
    materials: [
      identity("男女双方"),
      prepared("双方没有配偶、不是近亲的声明", { pageNum: 2, fillExplain: "窗口打印，每人一份，当面签名。" }),
      prepared("双方近期二寸半身免冠合影照片", {
        pageNum: 3,
        pageFormat: "二寸，红底、蓝底都可以",
        acceptStand: "婚姻登记处可以免费拍。",
      }),
    ],
    results: [{ name: "结婚证", type: "10" }],
    visits: 1,
    places: marriageOffice,
    isReservation: true,
    questions: [
      [
        "要带户口簿吗？户口不在这里能办吗？",
        "不用带户口簿。在全国任何一个婚姻登记处都能办，不看户口在哪里。",
      ],
      ["要钱吗？", "不要。登记、证书和拍照都不收钱。"],
      ["可以代办吗？", "不可以，双方要一起来。"],
      ["以前离过婚要带什么？", "带离婚证或者生效的法院判决书、调解书；系统能查到的不用带。"],
    ],
    topics: ["婚姻登记"],
    lifeEvents: ["结婚生育"],
  },
  {
    number: 2,
    name: "离婚登记",
    aliases: ["离婚", "办离婚", "离婚证", "协议离婚", "离婚冷静期"],
    kind: "7",
    byLaw: "《中华人民共和国民法典》第一千零七十六条至第一千零七十八条；《婚姻登记条例》",
    conditions: [
      "双方都愿意离婚",
      "对子女抚养、财产、债务已经商量好，写成离婚协议",
      "结婚登记是在中国内地办的",
      "双方都是完全民事行为能力人",
    ],
    legal: { byCatalogue: 1 },
    promise: 0,
    special:
      "第一次来提交申请，之后三十日为冷静期，任何一方可以撤回。冷静期满后三十日内，双方一起再来领证；不来的，视为撤回。",
    materials: [
      identity("男女双方"),
      issued("结婚证", "民政部门", { pageNum: 2, acceptStand: "两本都带；丢了的，窗口查档案。" }),
      prepared("离婚协议书", {
        pageNum: 3,
        fillExplain: "写明自愿离婚，子女归谁抚养、抚养费，财产和债务怎么分；在工作人员面前签名。",
      }),
      prepared("双方各自的二寸单人照片", { pageNum: 4, acceptStand: "每人两张，婚姻登记处可以免费拍。" }),
    ],
    stepWords: {
      受理: { result: "收下申请，给您受理回执单，从第二天起算三十日冷静期" },
      决定: { standard: "冷静期满后三十日内双方一起再来，确认都还愿意离婚。", result: "当场登记" },
      送达: { standard: "双方核对内容、签名。", result: "每人一本离婚证，当场交给您" },
    },
    results: [{ name: "离婚证", type: "10" }],
    visits: 2,
    places: marriageOffice,
    isReservation: true,
    questions: [
      ["一方不同意怎么办？", "登记处不能办，可以向人民法院起诉离婚。"],
      ["三十日从哪天算？", "从收到申请的第二天算。最后一天是休息日的，顺延到下一个工作日。"],
      [
        "对方打我，也要等三十天吗？",
        "协议离婚要等。有家庭暴力的，可以报警、申请人身安全保护令，也可以直接起诉，起诉没有冷静期。",
      ],
    ],
    topics: ["婚姻登记"],
  },
  {
    number: 5,
    name: "高龄津贴申请",
    aliases: ["老年补贴", "八十岁补贴", "高龄补贴", "老人每月补贴", "长寿金"],
    kind: "5",
    byLaw: "《中华人民共和国老年人权益保障法》第三十三条",
    conditions: ["年满八十周岁", "户籍在本县"],
    legal: { byCatalogue: 20 },
    promise: 10,
    steps: { 受理: 1, 审查: 6, 决定: 3 },
    materials: [
      identity("老人"),
      issued("社会保障卡", "人力资源和社会保障部门", { acceptStand: "钱打到卡的银行账户。" }),
      prepared("代办人身份证（子女、村干部等代办时才要）", { need: "2" }),
    ],
    results: [{ name: "高龄津贴", type: "30" }],
    visits: 1,
    places: townships,
    questions: [
      ["从哪个月开始发？", "从申请的当月起发。到年龄前一个月就可以先来登记，免得漏领。"],
      ["每年要认证吗？", "系统自动比对，比对不上的，村、社区的人会上门看望，不要老人来跑。"],
      ["老人走不动怎么办？", "打电话给乡镇、街道，工作人员上门办。"],
    ],
    topics: ["优待抚恤"],
    lifeEvents: ["退休"],
  },
  {
    number: 6,
    name: "基本殡葬服务费减免",
    aliases: ["殡葬补贴", "火化费减免", "丧葬减免", "火葬免费", "殡仪馆费用"],
    kind: "20",
    byLaw: "《殡葬管理条例》",
    conditions: ["去世的人是本县户籍，或者是本县的低保、特困人员、优抚对象", "遗体在本县殡仪馆火化"],
    legal: { byCatalogue: 5 },
    promise: 0,
    materials: [
      identity("办理丧事的家属"),
      issued("死亡证明", "医院或者公安机关", { acceptStand: "能共享核对的不用带。" }),
    ],
    results: [{ name: "基本殡葬服务费减免确认", type: "30" }],
    visits: 1,
    places: [
      {
        name: "县殡仪馆业务厅",
        address: "示范县北环路 88 号",
        hours: "每天 8:00–20:00，节假日不休息，夜间可打电话",
      },
    ],
    questions: [
      [
        "免哪些钱？",
        "接运遗体、三天以内的存放、火化、骨灰寄存一年。骨灰盒、花圈、灵堂布置由您自己选，明码标价，不选不收。",
      ],
      ["火化以后还要办什么？", "带火化证明到派出所注销户口，再到社保窗口申领丧葬补助金和抚恤金。"],
    ],
    topics: ["死亡殡葬"],
    lifeEvents: ["身后事"],
  },
];
