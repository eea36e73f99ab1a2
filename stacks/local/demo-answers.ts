import type { Demo } from "./demo.ts";
import { fillIn } from "./demo-desk.ts";
import { DemoFailure } from "./demo-visitor.ts";

interface DemoAnswer {
  /** Of the request in `demo-requests-zfb.ts`. */
  readonly key: string;
  readonly subject: string;
  readonly question: string;
  readonly answer: string;
}

/** What the county government lets everybody read of what it was asked. */
export const demoAnswers: readonly DemoAnswer[] = [
  {
    key: "budget-detail",
    subject: "2025年度县本级“三公”经费支出明细",
    question: "申请公开2025年度县本级“三公”经费的预算数和决算数，并按部门列出。",
    answer:
      "2025年度县本级“三公”经费支出明细表已提供给申请人，包括因公出国（境）费、公务用车购置及运行维护费、公务接待费的预算数和决算数，按部门列出。需要的请到县政府办公室查阅。",
  },
  {
    key: "meeting-minutes",
    subject: "2025年老旧小区改造名单、资金来源和完成时限",
    question: "申请公开县政府常务会议审议城区老旧小区改造年度计划议定的小区名单、资金来源和完成时限。",
    answer:
      "一、2025年改造幸福里、水塔巷、纺织厂家属院三个小区，共计412户；\n二、资金由上级补助、县级配套和居民出资共同承担，比例为6∶3∶1；\n三、2025年11月底前完工。\n各单位的讨论意见属于讨论记录，不予公开（《政府信息公开条例》第十六条第二款）。",
  },
];

/** Written by the handler and published by the reviewer, on the pages where it is done. */
export async function publishAnswers({ desk, record }: Demo): Promise<void> {
  const [handler, reviewer] = [await desk.person("handler-zfb"), await desk.person("reviewer-zfb")];
  for (const { key, subject, question, answer } of demoAnswers) {
    const receipt = record.receiptOf(key);
    if (receipt === undefined) throw new DemoFailure(`nobody has asked for ${key}`);
    const page = `/office/answers/of/${receipt.reference}`;
    const at = await handler.visit(page);
    // Once it was handed in, its address leads to what was made of it.
    if (at.url.pathname === page)
      await fillIn(handler, {
        page,
        tag: /\/office\/answers\/of\//,
        filled: { subject, question, answer },
        done: "write",
      });
    const { url, text } = await handler.visit(page);
    const own = url.pathname === page ? /\/office\/answers\/items\/[\w-]{22}/.exec(text)?.[0] : url.pathname;
    if (own === undefined) throw new DemoFailure(`the answer to ${key} cannot be found again`);
    for (const [visitor, act] of [
      [handler, "hand_in"],
      [reviewer, "publish"],
    ] as const) {
      const tag = new RegExp(`action="${own}/${act}"`);
      if (tag.test((await visitor.visit(own)).text))
        await fillIn(visitor, { page: own, tag, filled: {}, done: act });
    }
  }
}
