/** The words of registers for applicants, channels and deliveries: synonyms in Chinese and English. Pure. */
import type { ApplicantKind } from "../disclosure/disclosure.applicant.ts";
import type { Channel } from "../disclosure/disclosure.channel.ts";
import type { Delivery } from "../disclosure/disclosure.delivery.ts";
import { finder } from "./old.finder.ts";

const kindByWord = finder<ApplicantKind>({
  person: ["自然人", "公民", "个人", "群众", "居民", "individual", "citizen", "natural person"],
  company: ["商业企业", "企业", "公司", "企业法人", "commercial", "business"],
  research: ["科研机构", "科研院所", "高校", "educational", "research institution", "academic"],
  charity: ["社会公益组织", "公益组织", "社会组织", "社会团体", "non-profit", "nonprofit"],
  legal_service: ["法律服务机构", "律师事务所", "律所", "law firm"],
  other_organisation: ["其他组织", "其他", "其他法人", "机关", "事业单位", "媒体", "news media", "other"],
});
/** Says that it is no person, and not what. */
const someOrganisation = finder({
  organisation: [
    "法人",
    "法人或其他组织",
    "法人或者其他组织",
    "单位",
    "组织",
    "organisation",
    "organization",
  ],
});

const ofNames: readonly (readonly [ApplicantKind, RegExp])[] = [
  ["legal_service", /律师事务所|法律服务所|公证处|\b(?:llp|law (?:firm|office)|attorneys?)\b/i],
  ["research", /大学|学院|研究院|研究所|科学院|\b(?:university|institute|college)\b/i],
  ["charity", /基金会|慈善|志愿|公益|协会|学会|\b(?:foundation|charity|association)\b/i],
  ["company", /公司|集团|企业|厂|商行|银行|合作社|\b(?:inc|llc|ltd|co|corp|company|bank)\b\.?/i],
];
const organisationWord =
  /局|委员会|中心|委|院|站|所|社|队|会$|部$|办公室|\b(?:news|times|department|office|agency)\b/i;
const personName =
  /^(?:[\p{Script=Han}·]{2,4}|\p{Script=Han}+·[\p{Script=Han}·]+|[A-Za-z][A-Za-z.'’-]*(?: [A-Za-z][A-Za-z.'’-]*){1,3})$/u;

/** The kind that a word or, where there is none or one that says too little, the name tells. */
export function readKind(
  word: string,
  name: string,
): { readonly kind: ApplicantKind; readonly fromName: boolean } | "missing" | "unknown" {
  const said = kindByWord(word);
  if (said !== undefined) return { kind: said, fromName: false };
  const isOrganisation = someOrganisation(word) !== undefined;
  if (word !== "" && !isOrganisation) return "unknown";
  const told = ofNames.find(([, pattern]) => pattern.test(name))?.[0];
  if (told !== undefined) return { kind: told, fromName: true };
  if (isOrganisation) return { kind: "other_organisation", fromName: true };
  const isPerson = personName.test(name) && !organisationWord.test(name);
  return isPerson ? { kind: "person", fromName: true } : "missing";
}

export const readChannel = finder<Channel>({
  internet: [
    "网上",
    "网络",
    "互联网",
    "网站",
    "在线",
    "网上申请",
    "电子邮件",
    "邮箱",
    "email",
    "e-mail",
    "online",
    "web",
  ],
  in_person: ["当面", "现场", "当面提交", "现场申请", "窗口", "直接提交", "上门", "in person", "walk-in"],
  oral: ["口头", "口头申请"],
  registered_mail: ["挂号信", "邮政快递", "ems", "特快专递", "快递", "邮政特快专递", "registered mail"],
  ordinary_mail: ["信函", "邮寄", "平常信函", "平信", "邮件寄送", "信件", "mail", "letter", "post"],
  fax: ["传真"],
});

export const readDelivery = finder<Delivery>({
  site: ["网上", "网络", "网站", "在线", "电子邮件", "邮箱", "email", "e-mail", "online"],
  post: ["邮寄", "信函", "快递", "挂号信", "ems", "邮政快递", "特快专递", "mail"],
  in_person: ["当面", "现场", "当面送达", "直接送达", "自取", "自行领取", "当场", "in person"],
});
