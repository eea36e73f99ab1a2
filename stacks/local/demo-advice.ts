import { createHmac } from "node:crypto";
import type { Demo } from "./demo.ts";
import { fillIn } from "./demo-desk.ts";
import type { DemoPlace, Visitor } from "./demo-visitor.ts";
import { DemoFailure, formIn, openVisitor } from "./demo-visitor.ts";

interface DemoThread {
  /** Never changes: a later start knows the thread by it. */
  readonly key: string;
  readonly typed: Readonly<Record<string, string>>;
  readonly reply?: string;
  /** What everybody may read of it, written by the handler; published when `published` says so. */
  readonly open?: Readonly<Record<"subject" | "question" | "answer", string>>;
  readonly published?: true;
  readonly accepted?: true;
}

/** In several states, as an office would find them on a day. */
export const demoThreads: readonly DemoThread[] = [
  {
    key: "bus-card",
    typed: {
      ...{ kind: "question", unit: "zfb", name: "", phone: "13900000001" },
      subject: "公交老年卡在哪里办",
      text: "我父亲今年满六十五岁，想办公交老年卡，要带什么，去哪里办？",
    },
    reply: "您好。年满六十五周岁的老人，带身份证到县政务服务大厅公交窗口办理，当场拿卡，不收费。",
    open: {
      subject: "公交老年卡在哪里办、要带什么",
      question: "年满六十五周岁的老人怎么办公交老年卡？",
      answer:
        "带身份证到县政务服务大厅公交窗口办理，当场拿卡，不收费。行动不便的可以由家人带双方身份证代办。",
    },
    published: true,
  },
  {
    key: "library",
    typed: {
      ...{ kind: "suggestion", unit: "zfb", name: "李明", phone: "13900000002" },
      subject: "建议县图书馆周末延长开放时间",
      text: "上班的人只有周末有空，建议周末开到晚上九点。",
    },
    reply: "感谢您的建议。从下月起，县图书馆周六、周日开放到晚上九点，试行半年。",
    open: {
      subject: "县图书馆周末开放到几点",
      question: "建议县图书馆周末延长开放时间。",
      answer: "从下月起，县图书馆周六、周日开放到晚上九点，试行半年。",
    },
    published: true,
  },
  {
    key: "parking",
    typed: {
      ...{ kind: "question", unit: "zfb", name: "王芳", phone: "13900000003" },
      subject: "大厅门口可以停车吗",
      text: "去政务服务大厅办事，开车去停哪里，收不收费？",
    },
    reply: "大厅地下停车场办事群众两小时内免费，从南门进。",
    open: {
      subject: "到大厅办事停车收费吗",
      question: "到政务服务大厅办事，开车停哪里，收不收费？",
      answer: "大厅地下停车场办事群众两小时内免费，从南门进。",
    },
  },
  {
    key: "heating",
    typed: {
      ...{ kind: "question", unit: "zfb", name: "", phone: "13900000004" },
      subject: "今年什么时候开始供暖",
      text: "城东片区今年哪一天开始供暖？老人在家，想早做准备。",
    },
    accepted: true,
  },
  {
    key: "playground",
    typed: {
      ...{ kind: "suggestion", unit: "zfb", name: "赵强", phone: "13900000005" },
      subject: "建议河滨公园加装儿童滑梯",
      text: "河滨公园带孩子的人多，建议在草坪边加装一处滑梯和遮阳棚。",
    },
  },
  {
    key: "homestead",
    typed: {
      ...{ kind: "question", unit: "zrzy", name: "孙丽", phone: "13900000006" },
      subject: "宅基地确权证什么时候发",
      text: "村里去年测量过宅基地，确权证什么时候能发下来？",
    },
  },
];

const WRITE = "/advice/new";
const numberIn = (text: string): string | undefined => /data-copy="(\d{6}Z\d{11}[A-Z])"/.exec(text)?.[1];

/** Handed in on the pages where citizens do it; what is shown before is passed by. */
async function handIn(place: DemoPlace, { key, typed }: DemoThread): Promise<string> {
  const visitor = openVisitor(place);
  const form = formIn((await visitor.visit(WRITE)).text, /action="\/advice\/new"/);
  if (form === undefined) throw new DemoFailure("there is no form for questions");
  // The same token for the same thread, so that a start that was stopped in the middle finds what it did.
  const token = createHmac("sha256", place.clientSecret)
    .update(`advice ${key}`)
    .digest("base64url")
    .slice(0, 22);
  const body = new URLSearchParams({ ...form.fields, ...typed, token, go: "send" });
  const reference = numberIn((await visitor.visit(WRITE, { method: "POST", body })).text);
  if (reference === undefined) throw new DemoFailure(`the question ${key} has no receipt`);
  return reference;
}

/** One act, unless a start before has done it. */
async function act(visitor: Visitor, page: string, action: string, filled: Readonly<Record<string, string>>) {
  const tag = new RegExp(`action="${page}/actions/${action}"`);
  if (tag.test((await visitor.visit(page)).text)) await fillIn(visitor, { page, tag, filled, done: action });
}

/** Replied to by the handler and published by the reviewer, on the pages where it is done. */
export async function putAdvice({ place, desk }: Demo): Promise<void> {
  for (const thread of demoThreads) {
    const page = `/office/advice/${await handIn(place, thread)}`;
    const { unit } = thread.typed;
    const handler = await desk.person(`handler-${unit}`);
    if (thread.reply !== undefined || thread.accepted) await act(handler, page, "accept", {});
    if (thread.reply !== undefined) await replyOnce(handler, page, thread.reply);
    if (thread.open !== undefined) await act(handler, page, "propose_public", thread.open);
    if (thread.published) await act(await desk.person(`reviewer-${unit}`), page, "publish", {});
  }
}

/** A reply can be added to at any time, so that the form alone does not tell whether one is there. */
async function replyOnce(handler: Visitor, page: string, text: string): Promise<void> {
  if (!(await handler.visit(page)).text.includes(text)) await act(handler, page, "reply", { text });
}
