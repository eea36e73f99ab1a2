import type { DemoGuide } from "./demo-guide.ts";
import { form, from, identity, issued, prepared } from "./material.ts";
import { townships } from "./place.ts";

const authorisation = prepared("家庭经济状况核对授权书", {
  fillExplain: "家里成年的人都要签名，同意民政部门查询收入和财产；窗口打印。",
});

export const guidesOfRelief: readonly DemoGuide[] = [
  {
    number: 3,
    name: "最低生活保障申请（低保）",
    aliases: ["低保", "申请低保", "吃低保", "低保户", "低保怎么申请", "家里困难补助"],
    kind: "5",
    byLaw: "《社会救助暂行办法》第九条至第十三条；《最低生活保障审核确认办法》",
    conditions: [
      "家庭人均收入低于本县当年的低保标准",
      "家庭的存款、房、车等财产符合规定",
      "家里有人是本县户籍，或者持有本县居住证",
    ],
    legal: 30,
    promise: 20,
    special: "对公示有异议的，或者人户分离要两地核查的，最长延长到四十五个工作日。",
    steps: { 受理: 1, 审查: 15, 决定: 4 },
    examined: "核对收入和财产，两名以上工作人员入户看，审核意见在村、社区公示七日。",
    materials: [
      identity("共同生活的家庭成员"),
      issued("户口簿", "公安机关", { acceptStand: "能共享核对的不用带。" }),
      authorisation,
      form(
        "最低生活保障申请书",
        "写家里有几口人、靠什么生活、为什么困难；不会写的，由工作人员代写、念给您听后签名或者按手印。",
      ),
      from("大病、残疾等能说明困难的材料（有的才要）", "医院、残联等", { need: "2" }),
    ],
    results: [{ name: "最低生活保障确认通知书", type: "20" }],
    visits: 1,
    places: townships,
    questions: [
      [
        "家里有车、有房还能申请吗？",
        "一套自住房不影响。车要看用途和价值，残疾人代步车、谋生用的小货车不一律排除，由核查决定。",
      ],
      ["多久能拿到钱？", "从确认的当月或者下个月起，每月打到卡上。"],
      ["找了工作，低保马上停吗？", "不马上停。就业后有渐退期，收入稳定超过标准才停。"],
    ],
    topics: ["社会救助"],
    lifeEvents: ["扶残助困"],
    remedy:
      "没有批准的，乡镇、街道五日内书面告诉您理由。不服的，可以自知道之日起六十日内申请行政复议，也可以自知道之日起六个月内向人民法院提起行政诉讼。",
  },
  {
    number: 4,
    name: "临时救助申请",
    aliases: ["临时救助", "急难救助", "生大病没钱", "家里突发困难", "火灾救助", "困难救助"],
    kind: "5",
    byLaw: "《社会救助暂行办法》第四十七条至第五十三条",
    conditions: [
      "因为火灾、交通事故、家人突发重病或者其他特殊原因，基本生活暂时出现严重困难",
      "其他救助制度暂时帮不上，或者帮了以后还是很困难",
    ],
    legal: { byCatalogue: 20 },
    promise: 10,
    special: "情况紧急的先救助，再补手续，二十四小时内办好。",
    steps: { 受理: 1, 审查: 6, 决定: 3 },
    materials: [
      identity("申请人"),
      authorisation,
      prepared("遇到困难的证明，例如医疗费单据、事故认定书、火灾证明", {
        need: "3",
        acceptStand: "急的可以后补。",
      }),
    ],
    results: [{ name: "临时救助金或者实物", type: "30" }],
    visits: 1,
    places: townships,
    questions: [
      ["户口不在本县能申请吗？", "能。在事情发生的地方就可以申请，急难的不看户口。"],
      ["能给多少？", "按困难程度和人数算，乡镇可以先给小额的，数额大的由县民政局确认。标准在窗口公示。"],
      ["夜里遇到急事找谁？", "打 12345，全天有人接，会转给值班的救助人员。"],
    ],
    topics: ["社会救助"],
    lifeEvents: ["扶残助困"],
  },
];
