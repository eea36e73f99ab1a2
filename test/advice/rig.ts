/** A question, and the people who bring it to each state. */
import type { OfficeAction } from "../../functions/advice/advice.flow.ts";
import type { AdviceCommand, AdviceService } from "../../functions/advice/advice.service.ts";
import type { Advice, PublicContent } from "../../functions/advice/advice.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { people } from "../disclosure/support.ts";

export const question: Advice = {
  kind: "question",
  unit: "zfb",
  subject: "公交老年卡在哪里办",
  text: "我今年满六十五岁，想办公交老年卡，要带什么，去哪里办？",
  name: "张三丰",
  phone: "13812345678",
};
export const content: PublicContent = {
  subject: "公交老年卡在哪里办、要带什么",
  question: "年满六十五岁的老人怎么办公交老年卡？",
  answer: "带身份证到县政务服务大厅公交窗口，当场办好，不收费。",
};
export const REPLY = "带身份证到县政务服务大厅公交窗口，当场办好，不收费。";

export type ThreadState = "submitted" | "accepted" | "replied" | "reviewing" | "public" | "withdrawn";

let sent = 0;
export async function handIn(advice: AdviceService, changes: Partial<Advice> = {}) {
  sent += 1;
  const token = `rig ${sent} ${Math.random()}`;
  return advice.submit({ advice: { ...question, ...changes }, lang: "zh", token });
}

export const acting =
  (advice: AdviceService, reference: string) =>
  (action: OfficeAction, actor: Staff, data: object = {}) =>
    advice.act({ reference, action, actor, data } as AdviceCommand);

const inChinese = { reply: REPLY, content, reason: "办理地点变了" };
export type Said = typeof inChinese;

const turns = ({
  reply,
  content: written,
  reason,
}: Said): readonly [ThreadState, OfficeAction, Staff, object][] => [
  ["accepted", "accept", people.handler, {}],
  ["replied", "reply", people.handler, { text: reply }],
  ["reviewing", "propose_public", people.handler, written],
  ["public", "publish", people.reviewer, {}],
  ["withdrawn", "unpublish", people.reviewer, { reason }],
];

/** A thread brought to this state by the service itself. */
export async function threadAt(
  advice: AdviceService,
  state: ThreadState,
  { changes = {}, said = inChinese }: { changes?: Partial<Advice>; said?: Said } = {},
) {
  const receipt = await handIn(advice, changes);
  const all = turns(said);
  const last = all.findIndex(([reached]) => reached === state);
  const act = acting(advice, receipt.reference);
  for (const [, action, actor, data] of all.slice(0, last + 1)) await act(action, actor, data);
  return receipt;
}
