import { roadSketch, threePublicCosts } from "./demo-files.ts";
import { type DemoRequest, person, toAnswer, toHandling } from "./demo-request.ts";

const unit = "zfb";

/** What people ask the county government for. Every name, number, place and paper is invented. */
export const requestsOfGovernmentOffice: readonly DemoRequest[] = [
  {
    key: "budget-detail",
    application: {
      ...person("刘一禾", "659901199104120011", "19900000101"),
      unit,
      title: "2025年度县本级“三公”经费支出明细",
      description:
        "请公开2025年度县本级一般公共预算安排的“三公”经费支出明细，包括因公出国（境）费、公务用车购置及运行维护费、公务接待费的预算数和决算数，并按部门列出。",
      email: "liu.yihe@example.com",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "disclosed",
        reply:
          "您申请公开的“2025年度县本级‘三公’经费支出明细”收悉。经检索，该信息由本机关保存，属于可以公开的政府信息。根据《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定，现将《2025年度县本级“三公”经费支出明细表》提供给您，请下载附件查收。",
        file: threePublicCosts,
      },
      ...toAnswer,
    ],
  },
  {
    key: "meeting-minutes",
    application: {
      ...person("何雨桐", "659901200103140075", "19900000107"),
      unit,
      title: "县政府常务会议审议老旧小区改造计划的会议纪要",
      description:
        "请公开2025年县政府常务会议审议城区老旧小区改造年度计划的会议纪要，重点是列入改造的小区名单、资金来源和完成时限。",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "partly_disclosed",
        reply:
          "您申请公开的会议纪要收悉。经审查，纪要中已经议定的事项（列入改造的小区名单、资金来源、完成时限）属于可以公开的政府信息，摘录如下：一、2025年改造幸福里、水塔巷、纺织厂家属院三个小区，共计412户；二、资金由上级补助、县级配套和居民出资共同承担，比例为6∶3∶1；三、2025年11月底前完工。\n纪要中各单位的讨论意见属于行政机关在履行行政管理职能过程中形成的讨论记录，根据《中华人民共和国政府信息公开条例》第十六条第二款的规定，不予公开。根据第三十七条的规定，本机关作区分处理，提供可以公开的内容。",
      },
      ...toAnswer,
    ],
  },
  {
    key: "hospital-approval",
    application: {
      ...person("杨国栋", "659901195911280080", "19900000108"),
      unit,
      title: "县人民医院迁建项目可行性研究报告的批复",
      description: "请公开县人民医院迁建项目可行性研究报告的批复文件全文，以及项目选址和总投资的依据。",
    },
    turns: [{ act: "confirm_receipt" }, { act: "withdraw" }],
  },
  {
    key: "bus-subsidy",
    application: {
      ...person("郭立伟", "659901198801190109", "19900000110"),
      unit,
      title: "城乡公交一体化运营补贴的考核结果和拨付金额",
      description: "请公开2025年度城乡公交一体化运营补贴的考核办法、考核得分、补贴测算表和实际拨付金额。",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "disclosed",
        reply:
          "您申请公开的信息收悉。2025年度城乡公交一体化运营补贴考核得分为92.4分，按考核办法核定补贴系数为0.95，全年实际拨付386.2万元。根据《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定，现予公开。",
      },
      { act: "approve" },
    ],
  },
  {
    key: "road-contract",
    application: {
      ...person("马晓军", "659901198305220110", "19900000111"),
      unit,
      title: "人民路道路改造工程中标通知书和施工合同",
      description:
        "人民路（建设路口至南桥段）道路改造工程2025年6月开工，至今半幅封闭。请公开该工程的中标通知书、施工合同和批准的延期文件。所指路段见附件示意图。",
    },
    file: roadSketch,
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "partly_disclosed",
        reply:
          "您申请公开的信息收悉。现提供该工程的中标通知书。施工合同和延期文件涉及第三方商业秘密，不予公开。",
      },
      {
        act: "return",
        reason:
          "合同是否涉及商业秘密，请先按《条例》第三十二条书面征求中标单位意见；工期和延期文件与商业秘密无关，应当区分处理后公开。请补充后再报。",
      },
    ],
  },
  {
    key: "farmland-subsidy",
    application: {
      applicantKind: "other_organisation",
      name: "示范县柳沟禾田农业专业合作社",
      legalRepresentative: "徐秋霞",
      contactName: "徐秋霞",
      identityKind: "credit_code",
      identityNumber: "93659901MADEM00115",
      unit,
      title: "柳沟镇2025年耕地地力保护补贴发放明细",
      description:
        "请公开柳沟镇各村2025年耕地地力保护补贴的核定面积、补贴标准、发放时间和发放明细，以便与本社社员的承包面积核对。",
      form: "paper",
      route: "post",
      phone: "0999-5550311",
      address: "示范县柳沟镇柳沟村 3 组 12 号",
      postcode: "659901",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "partly_disclosed",
        reply:
          "你单位申请公开的信息收悉。现公开柳沟镇2025年耕地地力保护补贴标准（每亩98.5元）、各村核定面积汇总表和发放时间（2025年6月20日）。发放明细中农户的身份证件号码、银行账号属于个人隐私，公开会对第三方合法权益造成损害，根据《中华人民共和国政府信息公开条例》第十五条、第三十七条的规定，隐去后提供。",
      },
    ],
  },
  {
    key: "demolition-compensation",
    application: {
      ...person("黄桂兰", "659901196602170042", "19900000104"),
      unit,
      title: "城东片区房屋征收补偿方案和补偿标准",
      description:
        "本人房屋位于城东片区征收范围内。请公开城东片区国有土地上房屋征收决定、补偿方案全文、各类房屋的补偿标准，以及评估机构的选定过程。",
      email: "huang.guilan@example.com",
    },
    turns: [{ act: "confirm_receipt" }, { act: "assign", byScript: true }],
  },
  {
    key: "school-districts",
    application: {
      ...person("陈思远", "65990119850923002X", "19900000102"),
      unit,
      title: "城区小学和初中招生学区划分方案",
      description:
        "请公开最近一次城区义务教育阶段学校招生学区划分方案、学区示意图，以及划分时征求意见的情况。",
      email: "chen.siyuan@example.com",
    },
    turns: [{ act: "confirm_receipt" }],
  },
  {
    key: "canteen-inspection",
    application: {
      ...person("阿依古丽·买买提", "659901199408300054", "19900000105"),
      unit,
      title: "秋季学期学校食堂食品安全监督抽检结果",
      description:
        "请公开本学期城区各学校食堂食品安全监督抽检的批次、检验项目、结果，以及不合格批次的处理情况。",
    },
    turns: [],
  },
  {
    key: "lift-grant",
    application: {
      ...person("朱红梅", "659901197209050065", "19900000106"),
      unit,
      title: "既有住宅加装电梯财政补助办法和申报流程",
      description: "请公开既有住宅加装电梯的财政补助办法、补助标准、申报材料清单和已经批准的小区名单。",
    },
    turns: [],
  },
];
