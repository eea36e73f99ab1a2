/** The letters that end a request: one for each of the 21 outcomes, each with its own provision and wording. */
import type { OutcomeCode, OutcomeEffect } from "../disclosure/disclosure.outcome.ts";
import { outcomeOf } from "../disclosure/disclosure.outcome.ts";
import type { LetterDefinition } from "./letter.kind.ts";

const regulation = "《中华人民共和国政府信息公开条例》";
const opening = "您于{申请日期}提出的政府信息公开申请（编号{编号}，申请内容：{申请内容}）收悉。";

interface Wording {
  /** 政府信息…告知书 */
  readonly title: readonly [zh: string, en: string];
  /** What the agency decides and on which provision, before the text of the answer. */
  readonly decides: string;
}

const disclosed = ["政府信息公开告知书", "Disclosure"] as const;
const withheld = ["政府信息不予公开告知书", "Refusal to disclose"] as const;
const notProvided = ["政府信息无法提供告知书", "Notice that it cannot be provided"] as const;
const notHandled = ["政府信息公开申请不予处理告知书", "Notice that it is not handled"] as const;
const closed = ["政府信息公开申请不再处理告知书", "Notice that it is no longer handled"] as const;

const refuses = (why: string, article: string) =>
  `经审查，您申请的政府信息${why}。依照${regulation}${article}的规定，本机关决定不予公开，理由如下：`;

const wordings: Readonly<Record<OutcomeCode, Wording>> = {
  disclosed: {
    title: disclosed,
    decides: "经审查，您申请的政府信息可以公开。依照{法律依据}的规定，现答复如下：",
  },
  partly_disclosed: {
    title: ["政府信息部分公开告知书", "Disclosure in part"],
    decides: `经审查，您申请的政府信息中含有不应当公开的内容，但能够作区分处理。依照${regulation}第三十七条的规定，本机关向您提供可以公开的内容，并对不予公开的内容说明理由：`,
  },
  state_secret: { title: withheld, decides: refuses("依法确定为国家秘密", "第十四条、第三十六条第（三）项") },
  prohibited_by_law: {
    title: withheld,
    decides: refuses("属于法律、行政法规禁止公开的政府信息", "第十四条、第三十六条第（三）项"),
  },
  security_and_stability: {
    title: withheld,
    decides: refuses(
      "公开后可能危及国家安全、公共安全、经济安全、社会稳定",
      "第十四条、第三十六条第（三）项",
    ),
  },
  third_party_interests: {
    title: withheld,
    decides: refuses(
      "涉及商业秘密、个人隐私等，公开会对第三方合法权益造成损害",
      "第十五条、第三十二条、第三十六条第（三）项",
    ),
  },
  internal_affairs: {
    title: withheld,
    decides: refuses(
      "属于行政机关人事管理、后勤管理、内部工作流程等方面的内部事务信息",
      "第十六条第一款、第三十六条第（三）项",
    ),
  },
  process_information: {
    title: withheld,
    decides: refuses(
      "属于行政机关在履行行政管理职能过程中形成的讨论记录、过程稿、磋商信函、请示报告等过程性信息",
      "第十六条第二款、第三十六条第（三）项",
    ),
  },
  enforcement_file: {
    title: withheld,
    decides: refuses("属于行政执法案卷信息", "第十六条第二款、第三十六条第（三）项"),
  },
  administrative_query: {
    title: ["行政查询事项告知书", "Notice of a query under another law"],
    decides: `经审查，您申请的信息属于法律、行政法规对获取有特别规定的信息。依照${regulation}第三十六条第（七）项的规定，请依照以下规定办理：`,
  },
  not_held: {
    title: notProvided,
    decides: "经检索，本机关不掌握您申请的政府信息。依照{法律依据}的规定，现告知如下：",
  },
  needs_making: {
    title: notProvided,
    decides: `经审查，您申请的信息没有现成的政府信息，需要本机关对现有政府信息进行加工、分析。依照${regulation}第三十八条的规定，本机关不予提供，现说明如下：`,
  },
  unclear_after_correction: {
    title: notProvided,
    decides: `本机关依照${regulation}第三十条的规定告知您补正，补正后的申请内容仍不明确，本机关无法提供，现说明如下：`,
  },
  petition_or_complaint: {
    title: notHandled,
    decides: `经审查，您以政府信息公开申请的形式进行信访、投诉、举报等活动。依照${regulation}第三十九条第一款的规定，不作为政府信息公开申请处理，您可以通过相应渠道提出：`,
  },
  repeated: {
    title: ["政府信息公开申请不予重复处理告知书", "Notice that it was answered before"],
    decides: `经审查，本机关已就您提出的政府信息公开申请作出答复，您再次申请公开相同的政府信息。依照${regulation}第三十六条第（六）项的规定，本机关不予重复处理。此前答复的情况如下：`,
  },
  publication: {
    title: notHandled,
    decides: `经审查，您要求提供政府公报、报刊、书籍等公开出版物。依照${regulation}第三十九条第二款的规定，本机关告知您获取的途径：`,
  },
  excessive: {
    title: notHandled,
    decides: `您提出政府信息公开申请的数量、频次明显超过合理范围，本机关要求您说明理由后，认为理由不合理。依照${regulation}第三十五条的规定，本机关不予处理，现说明如下：`,
  },
  confirmation_or_reissue: {
    title: notHandled,
    decides:
      "经审查，您要求本机关对已获取的政府信息进行确认或者重新出具，不属于政府信息公开申请，本机关不予处理，现说明如下：",
  },
  correction_not_made: {
    title: closed,
    decides: `本机关依照${regulation}第三十条的规定告知您补正，您无正当理由逾期未补正，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  },
  fee_not_paid: {
    title: closed,
    decides: `本机关依照${regulation}第四十二条和《政府信息公开信息处理费管理办法》（国办函〔2020〕109号）的规定向您发出收费通知，您逾期未缴纳，视为放弃申请，本机关不再处理该政府信息公开申请。`,
  },
  other: {
    title: ["政府信息公开申请处理告知书", "Notice of how it was dealt with"],
    decides: "经审查，本机关对您的政府信息公开申请处理如下：",
  },
};

/** What is closed by silence says all in its first sentence; nobody has written an answer below it. */
const bodyOf = (effect: OutcomeEffect, decides: string): readonly string[] =>
  effect === "otherwise_closed" && decides.endsWith("。")
    ? [`${decides}{答复内容}{附件清单}`]
    : [decides, "{答复内容}{附件清单}"];

function letterFor(code: OutcomeCode, { title: [zh, en], decides }: Wording): LetterDefinition {
  const outcome = outcomeOf(code);
  if (outcome === undefined) throw new Error("every wording is of an outcome");
  return {
    kind: `outcome_${code}`,
    outcome: code,
    title: { zh, en },
    about: outcome.label,
    articles: outcome.articles,
    to: "applicant",
    asks: [],
    remedy: outcome.remedy,
    body: [...bodyOf(outcome.effect, `${opening}${decides}`), "{救济途径}"],
  };
}

export const decisionLetters: readonly LetterDefinition[] = Object.entries(wordings).map(([code, wording]) =>
  letterFor(code as OutcomeCode, wording),
);
