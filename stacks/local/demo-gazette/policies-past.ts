import type { Days, DemoItem } from "./demo-item.ts";

/** Policies that were changed, that another took the place of, or whose time is over. */
export const pastPolicies = ({ day, said, year }: Days): readonly DemoItem[] => [
  {
    key: "old-age-allowance-before",
    kind: "policy",
    unit: "mzj",
    ago: 700,
    title: "示范县高龄老人生活补贴办法",
    more: {
      organ: "示范县人民政府",
      documentNumber: `示府发〔${year(702)}〕11号`,
      indexNumber: `SF-MZ-${year(702)}-0011`,
      writtenOn: day(702),
    },
    later: {
      ago: 82,
      validity: "repealed",
      validityNote: `${said(82)}起由《示范县高龄津贴发放办法》代替，标准提高，登记一次就行`,
      successor: "old-age-allowance",
    },
    body: [
      "# 一、对象",
      "具有本县户籍、年满八十周岁的老年人。",
      "# 二、标准",
      "每人每月50元，按季度发放。",
      "# 三、认证",
      "每年第一季度到户籍地乡镇、街道办理生存认证。",
    ],
  },
  {
    key: "free-rides",
    kind: "policy",
    unit: "jtj",
    ago: 410,
    title: "示范县老年人免费乘坐城乡公交车实施办法",
    more: {
      organ: "示范县交通运输局、示范县民政局",
      documentNumber: `示交发〔${year(412)}〕27号`,
      indexNumber: `SF-JT-${year(412)}-0027`,
      writtenOn: day(412),
    },
    guides: ["老年人免费乘车卡办理（公交老年卡）"],
    later: {
      ago: 30,
      validity: "amended",
      validityNote: "镇村班线从本月起也免费，见《关于镇村公交班线对老年人免费的通知》",
      successor: "free-rides-villages",
    },
    body: [
      "# 一、谁可以免费",
      "年满六十五周岁、常住本县的老年人，不看户口。六十至六十四周岁半价。",
      "# 二、哪些车",
      "县城全部公交线路，每天首班到末班，不分高峰平峰。",
      "# 三、凭什么坐",
      "敬老公交卡，或者当场出示居民身份证。司机不得拒载，拒载的打0999-5550110投诉。",
      "# 四、车要安全",
      "车辆停稳、老人坐好再起步。每辆车至少留四个爱心座位。",
    ],
  },
  {
    key: "parking",
    kind: "policy",
    unit: "zjj",
    ago: 830,
    title: "示范县城区道路停车泊位管理暂行办法",
    more: {
      organ: "示范县住房和城乡建设局、示范县公安局",
      documentNumber: `示建规〔${year(832)}〕2号`,
      indexNumber: `SF-ZJ-${year(832)}-0002`,
      writtenOn: day(832),
      validUntil: day(102),
    },
    body: [
      "# 一、划定",
      "道路停车泊位由住房和城乡建设局会同公安局交通警察大队划定，消防通道、盲道、医院急救通道两侧各30米内不得划定。",
      "# 二、收费",
      "7:30至21:00收费，首30分钟免费；其他时间和法定节假日免费。救护车、消防车、残疾人专用车辆免费。",
      `# 三、有效期`,
      `本办法有效期至${said(102)}。`,
    ],
  },
];
