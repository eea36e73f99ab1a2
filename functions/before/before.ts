/**
 * Before a request is handed in: what was typed is looked at for two things that spare somebody weeks of waiting.
 * Is it public already? And is it a complaint, a report or a petition, which Art. 39(1) keeps out of these requests
 * and for which there are better doors? Both are hints; nobody is ever kept from handing in.
 */
import * as v from "valibot";

/** What is counted, so that an office sees what a published answer spares (a month each, no person). */
export const beforeEvents = ["shown", "opened", "found", "continued", "petition", "petitionTaken"] as const;
export type BeforeEvent = (typeof beforeEvents)[number];

/** What somebody does with what was shown. */
export const choiceForm = v.object({
  choice: v.picklist(["found", "continue", "petition"], "choice.required"),
});

/** Asks for somebody to be dealt with, or for a grievance to be set right. */
const demands =
  /(要求|请求|恳请|希望|请|强烈)[^，。；！？]{0,16}(查处|处理|解决|调查|赔偿|补偿到位|追责|问责|严惩|制止|取缔|给个说法|给予答复|还我|主持公道)/;
/** Calls itself what it is. */
const names = /(我|本人|我们|现|特此|实名|匿名|联名)[^，。；！？]{0,8}(投诉|举报|控告|检举|上访|信访|反映)/;
/** Words that hardly stand in a request for a document. */
const grievances =
  /(拖欠(工资|工程款)|讨要|讨薪|扰民|乱收费|欺诈|被骗|殴打|不作为|乱作为|包庇|刁难|态度(恶劣|很差|不好)|天理|冤)/;
/** Asks why something was done or not: consulting, not information that exists. */
const questions = /(为什么|凭什么|为何)[^，。；！？]{0,12}(不|没|未|拒)/;
/** What a request is for: something that is written somewhere. */
const documents =
  /(文件|批复|方案|名单|报告|统计|数据|清单|台账|记录|档案|合同|协议|预算|决算|标准|公告|通知|图纸|规划|许可证|决定书|意见书|笔录|纪要|复印件|情况表|明细)/;

/** Whether a text reads like a complaint or a petition. A document that is asked for outweighs a word of grievance. */
export function readsLikePetition(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  const weight =
    (demands.test(plain) ? 2 : 0) +
    (names.test(plain) ? 2 : 0) +
    (grievances.test(plain) ? 1 : 0) +
    (questions.test(plain) ? 1 : 0);
  return weight >= (documents.test(plain) ? 3 : 1);
}

/** What is meant for somebody to be brought to account; wishing that something be done is what a suggestion is. */
const charges =
  /(要求|请求|恳请|请|强烈)[^，。；！？]{0,16}(查处|调查|赔偿|追责|问责|严惩|取缔|给个说法|还我|主持公道)/;

/** Whether a question or a suggestion reads like a complaint or a report, for which there are better doors. */
export function readsLikeComplaint(text: string): boolean {
  const plain = text.normalize("NFKC").replace(/\s+/g, "");
  return names.test(plain) || grievances.test(plain) || charges.test(plain);
}

const MOST_CHARACTERS = 60;

/** What of a request is searched for: its title, and without one the beginning of the description. */
export function searchedFor({ title, description }: { title: string; description: string }): string {
  const text = title.trim() === "" ? description : title;
  return [...text.trim()].slice(0, MOST_CHARACTERS).join("");
}

/** Words that stand in any request and say nothing of what is wanted; years and numbers do not either. */
const EMPTY_WORDS =
  /(政府|公开|信息|申请|提供|情况|年度|有关|相关|关于|本级|办理|[\p{N}\p{P}\p{S}\s年月日的和及与])/gu;

/** Pairs of characters between empty words. */
export function pairsOf(text: string): ReadonlySet<string> {
  const pairs = new Set<string>();
  for (const part of text.normalize("NFKC").toLowerCase().split(EMPTY_WORDS)) {
    const characters = [...(part ?? "").replace(EMPTY_WORDS, "")];
    for (let at = 0; at + 1 < characters.length; at += 1) pairs.add(`${characters[at]}${characters[at + 1]}`);
  }
  return pairs;
}

/** So much of what is asked for must stand in what is shown. Less is what a search may list and nobody asked to see. */
const LEAST_SHARE = 0.4;
const LEAST_PAIRS = 2;

/** Whether a hint is worth somebody's time in the middle of a form. */
export function isAlike(asked: string, shown: string): boolean {
  const [wanted, there] = [pairsOf(asked), pairsOf(shown)];
  const common = [...wanted].filter((pair) => there.has(pair)).length;
  return common >= LEAST_PAIRS && common / Math.min(wanted.size, there.size) >= LEAST_SHARE;
}
