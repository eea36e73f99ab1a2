/** Letters on the real engine with a bucket in memory, at a desk that works on cases. */
import { openAttachments } from "../../functions/attachment/attachment.service.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Application } from "../../functions/disclosure/disclosure.ts";
import type { Config } from "../../functions/kit/config.ts";
import { systemRandom } from "../../functions/kit/id.ts";
import { applicantLettersOf } from "../../functions/wiring.letter.ts";
import { lettersOf } from "../../functions/wiring.report.ts";
import { staff } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import { config as appsConfig, memoryBucket } from "../support/apps.ts";
import { disclosureOn } from "../support/disclosure.ts";
import type { Engine } from "../support/engine.ts";

export const settings = {
  word: "示公开",
  reviewBody: "示范县人民政府",
  court: "示范县人民法院",
  onlineReview: "https://xzfy.example.gov.cn",
};

export function openLetterRig(engine: Pick<Engine, "table">, config: Config = appsConfig) {
  const bucket = memoryBucket();
  const world = disclosureOn(engine.table);
  const { disclosure, options, vault } = world;
  const attachments = openAttachments({ bucket, vault, random: systemRandom });
  const ground = { parts: partsOf(options), disclosure, attachments, bucket, config };
  const { letters, templates, store } = lettersOf(ground);
  const received = applicantLettersOf({
    table: engine.table,
    bucket,
    audit: options.audit,
    clock: world.clock.now,
  });
  let tokens = 0;

  async function submit(changes: Partial<Application> = {}): Promise<string> {
    tokens += 1;
    const { reference } = await disclosure.submit({
      application: { ...application, ...changes },
      attachments: [],
      lang: "zh",
      token: `letters ${Math.random()} ${tokens}`,
    });
    return reference;
  }
  const act = (reference: string, action: string, actor: unknown, data: unknown = {}) =>
    disclosure.act({ reference, action, actor, data } as Parameters<typeof disclosure.act>[0]);

  /** A case whose receipt its own unit has confirmed. */
  async function confirmed(changes: Partial<Application> = {}): Promise<string> {
    const reference = await submit(changes);
    const clerk = staff("clerk", changes.unit ?? application.unit);
    await act(reference, "confirm_receipt", clerk, { on: "2026-03-02" });
    return reference;
  }

  /** A case that is answered with an outcome. */
  async function answered(
    outcome = "not_held",
    changes: Partial<Application> = {},
    more: object = {},
  ): Promise<string> {
    const unit = changes.unit ?? application.unit;
    const [clerk, handler, reviewer] = [
      staff("clerk", unit),
      staff("handler", unit),
      staff("reviewer", unit),
    ];
    const reference = await submit(changes);
    await act(reference, "confirm_receipt", clerk, { on: "2026-03-02" });
    await act(reference, "assign", clerk, { assignee: { id: handler.id, name: "" } });
    await act(reference, "propose", handler, {
      outcome,
      reply: "经检索，没有。\n请向县自然资源局查询。",
      files: [],
      marks: ["reply"],
      ...more,
    });
    await act(reference, "approve", reviewer, { marks: [{ item: "reply" }] });
    await act(reference, "answer", clerk, { on: "2026-03-02" });
    return reference;
  }

  return {
    ...world,
    bucket,
    attachments,
    letters,
    templates,
    store,
    received,
    submit,
    confirmed,
    act,
    answered,
  };
}
