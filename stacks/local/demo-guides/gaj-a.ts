import type { DemoGuide } from "./demo-guide.ts";
import { identity, issued } from "./material.ts";
import { saturdays } from "./office.ts";
import { policeStations } from "./place.ts";

export const guidesOfHousehold: readonly DemoGuide[] = [
  {
    number: 1,
    name: "出生登记（新生儿落户）",
    aliases: ["上户口", "新生儿上户口", "孩子上户口", "宝宝落户", "婴儿报户口", "给小孩上户"],
    kind: "7",
    byLaw: "《中华人民共和国户口登记条例》第七条",
    conditions: ["孩子的父亲或者母亲户籍在本县", "孩子还没有登记过户口"],
    legal: { byCatalogue: 1 },
    promise: 0,
    materials: [
      issued("出生医学证明", "孩子出生的医院", { acceptStand: "核对后退还；电子出生医学证明也可以。" }),
      issued("父亲、母亲的户口簿", "公安机关", {
        acceptStand: "落在谁的户口上，就带谁的户口簿；另一方的带复印件或者照片也行。",
      }),
      identity("父亲、母亲"),
      issued("结婚证（父母已婚的）", "民政部门", { need: "2", acceptStand: "能共享核对的不用带。" }),
    ],
    results: [{ name: "户口簿（登记新生儿页）", type: "10" }],
    visits: 1,
    places: policeStations,
    isReservation: true,
    questions: [
      ["多久以内要办？", "出生后一个月以内。过了也能办，不罚款。"],
      [
        "没有结婚证能上户口吗？",
        "能。未婚生育的孩子一样落户；随父亲落户又没有结婚证的，要有亲子关系的材料。",
      ],
      ["跟爸爸还是跟妈妈？", "父母商量定，随哪一方都可以。姓也可以随父姓或者随母姓。"],
      ["父母在外地，一定要回来吗？", "已经开通跨省通办，可以在居住地派出所申请，问当地户政窗口。"],
    ],
    topics: ["户籍办理", "生育收养"],
    lifeEvents: ["新生儿出生"],
  },
  {
    number: 2,
    name: "户口迁移（投靠、购房、工作落户）",
    aliases: ["迁户口", "转户口", "户口迁入", "户口迁出", "落户", "夫妻投靠落户", "买房落户"],
    kind: "7",
    byLaw: "《中华人民共和国户口登记条例》第十条、第十三条",
    conditions: ["户口要迁进本县，或者从本县迁到外地", "有投靠亲属、买房、工作、上学等迁移的事由"],
    legal: { byCatalogue: 20 },
    promise: 3,
    steps: { 受理: 0, 审查: 2, 决定: 1 },
    materials: [
      identity("迁移的人"),
      issued("户口簿", "公安机关"),
      issued(
        "事由证明：投靠带结婚证或者亲属关系证明，买房带不动产权证书，工作带劳动合同或者参保记录",
        "民政、自然资源等部门",
        {
          acceptStand: "选一种；能共享核对的不用带。",
        },
      ),
      issued("接收落户的户主户口簿（投靠的才要）", "公安机关", {
        need: "2",
        acceptStand: "户主同意，当面或者书面都可以。",
      }),
    ],
    results: [{ name: "户口簿", type: "10" }],
    visits: 1,
    places: policeStations,
    isReservation: true,
    questions: [
      ["要先回老家开迁移证吗？", "不用。到迁入地派出所一次申请，两地公安机关网上流转，不用两头跑。"],
      ["租房能落户吗？", "可以，落在社区的公共集体户或者经房主同意落在租的房子上。"],
      [
        "农村户口迁出去，承包地会没了吗？",
        "不会。不得以退出土地承包经营权、宅基地使用权作为进城落户的条件。",
      ],
    ],
    topics: ["户籍办理"],
  },
  {
    number: 3,
    handleItem: 1,
    name: "居民身份证到期换领",
    aliases: ["身份证过期", "身份证到期", "换身份证", "身份证换证"],
    kind: "7",
    byLaw: "《中华人民共和国居民身份证法》第十条至第十二条",
    conditions: ["身份证到期、快到期，或者登记的内容有变化"],
    legal: 60,
    promise: 15,
    calendarDays: true,
    steps: { 受理: 1, 审查: 2, 制证: 10, 送达: 2 },
    materials: [
      issued("原来的居民身份证", "公安机关", { acceptStand: "领新证时交回。" }),
      issued("户口簿（没有带旧证的才要）", "公安机关", { need: "2" }),
    ],
    fees: [
      {
        name: "居民身份证工本费（换领）",
        standard: "20 元/证",
        basis:
          "《中华人民共和国居民身份证法》第二十条；《国家发展改革委、财政部关于居民身份证收费标准及有关问题的通知》",
      },
    ],
    results: [{ name: "居民身份证", type: "10" }],
    visits: 1,
    places: policeStations,
    isReservation: true,
    isExpress: true,
    questions: [
      ["可以提前换吗？", "到期前三个月内就可以换。"],
      [
        "周六能办吗？",
        "能。政务服务中心（文化路66号）每周六10:00至18:00开门，见政务公告《政务服务中心周六开门，中午不休息》。",
      ],
      ["人在外地能换吗？", "能。在任何一个地方的派出所都能换，已经开通全国通办。"],
      ["头像照片要自己带吗？", "不用，窗口当场照，不收钱；不满意可以重照。"],
    ],
    policies: [saturdays],
    topics: ["证件办理"],
  },
  {
    number: 3,
    handleItem: 2,
    name: "居民身份证丢失补领",
    aliases: ["身份证丢了", "补身份证", "身份证补办", "身份证挂失", "临时身份证", "身份证被偷"],
    kind: "7",
    byLaw: "《中华人民共和国居民身份证法》第十一条、第十二条",
    conditions: ["居民身份证丢失、被盗或者损坏不能用"],
    legal: 60,
    promise: 15,
    calendarDays: true,
    steps: { 受理: 1, 审查: 2, 制证: 10, 送达: 2 },
    materials: [issued("户口簿", "公安机关", { acceptStand: "没有带的，窗口按指纹和人像核对身份。" })],
    fees: [
      {
        name: "居民身份证工本费（丢失补领、损坏换领）",
        standard: "40 元/证",
        basis:
          "《中华人民共和国居民身份证法》第二十条；《国家发展改革委、财政部关于居民身份证收费标准及有关问题的通知》",
      },
      {
        name: "临时居民身份证工本费（要办临时证的）",
        standard: "10 元/证",
        basis:
          "《中华人民共和国临时居民身份证管理办法》；《国家发展改革委、财政部关于居民身份证收费标准及有关问题的通知》",
      },
    ],
    results: [{ name: "居民身份证", type: "10" }],
    visits: 1,
    places: policeStations,
    isReservation: true,
    isExpress: true,
    questions: [
      [
        "急着坐车、住店怎么办？",
        "补领时可以同时办临时身份证，当场或者三日内拿。坐火车可以在 12306 手机上开电子临时乘车证明。",
      ],
      ["丢了的身份证会被人冒用吗？", "补领时登记挂失，旧证自动作废。银行等单位核验时能看到已经失效。"],
      ["身份证在外地丢了，要回来补吗？", "不用。在当地派出所就能补，已经开通全国通办。"],
    ],
    topics: ["证件办理"],
  },
];
