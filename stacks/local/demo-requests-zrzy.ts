import { acquisitionNotice } from "./demo-files.ts";
import { type DemoRequest, person, toAnswer, toHandling } from "./demo-request.ts";

const unit = "zrzy";

/** What people ask about land and plans. Every name, number, place and paper is invented. */
export const requestsOfNaturalResources: readonly DemoRequest[] = [
  {
    key: "homestead-file",
    application: {
      ...person("周文博", "659901197806010037", "19900000103"),
      unit,
      title: "1996年青河镇宅基地使用权审批档案",
      description: "请提供本人父亲1996年在青河镇青河村申请宅基地的审批表和附图，当时的户主为周德福。",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "not_held",
        reply:
          "您申请公开的信息收悉。经查找本局档案室和不动产登记系统，本机关没有1998年以前的农村宅基地审批档案；该时期的审批由乡镇人民政府办理，档案由其形成和保存。根据《中华人民共和国政府信息公开条例》第三十六条第（五）项的规定，建议您向青河镇人民政府提出申请，联系电话0999-5550123。",
      },
      ...toAnswer,
    ],
  },
  {
    key: "land-acquisition",
    application: {
      ...person("赵永贵", "659901196907060098", "19900000109"),
      unit,
      title: "柳沟村集体土地征收批准文件和补偿安置方案",
      documentNumber: "示自然资征告〔2025〕7号",
      description:
        "请公开柳沟村集体土地征收的批准文件、勘测定界图、征地补偿安置方案和社会稳定风险评估结论。村里张贴的公告见附件。",
    },
    file: acquisitionNotice,
    turns: toHandling,
  },
  {
    key: "quarry-contract",
    application: {
      applicantKind: "legal_service",
      name: "示范县明理律师事务所",
      legalRepresentative: "孔令仪",
      contactName: "沈佳",
      identityKind: "credit_code",
      identityNumber: "31659901MADEM002X9",
      unit,
      title: "青河砂石矿采矿权出让合同和价款缴纳凭证",
      description: "请公开青河砂石矿采矿权出让公告、成交确认书、出让合同，以及出让收益的缴纳凭证。",
      form: "electronic",
      route: "email",
      phone: "0999-5550312",
      email: "office@mingli.example.com",
    },
    turns: [
      ...toHandling,
      {
        act: "propose",
        outcome: "disclosed",
        reply:
          "你单位申请公开的信息收悉。青河砂石矿采矿权出让公告、成交确认书、出让合同和出让收益缴纳凭证属于可以公开的政府信息，根据《中华人民共和国政府信息公开条例》第三十六条第（二）项的规定，现予公开。",
      },
    ],
  },
  {
    key: "zoning-plan",
    application: {
      ...person("宋怀民", "659901197510160124", "19900000112"),
      unit,
      title: "城东片区控制性详细规划图则",
      description: "请公开城东片区控制性详细规划的文本和图则，特别是CD-04地块的用地性质、容积率和绿地率。",
    },
    turns: [],
  },
];
