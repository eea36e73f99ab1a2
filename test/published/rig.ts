/** An answered request, and the people who make something of it for everybody. */
import type { Application } from "../../functions/disclosure/disclosure.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import type { PublishedContent } from "../../functions/published/published.ts";
import { people } from "../disclosure/support.ts";
import { application } from "../support/application.ts";
import type { Apps } from "../support/apps.ts";

export const content: PublishedContent = {
  subject: "2025年度财政预算执行情况报告",
  question: "申请公开2025年度本级财政预算执行情况。",
  answer: "2025年度本级一般公共预算收入完成12.3亿元，报告全文见县政府网站。",
};

/** What of a rig an answer for everybody is made with. */
export interface Ground extends Pick<Apps, "disclosure"> {
  readonly answers: Pick<Apps["answers"], "published">;
  seat(person: Staff): Promise<unknown>;
}

export async function answeredCase(
  apps: Ground,
  changes: Partial<Application> = {},
  reply = "现予公开。",
): Promise<string> {
  const { reference } = await apps.disclosure.submit({
    application: { ...application, ...changes },
    attachments: [],
    lang: "zh",
    token: `published ${Math.random()}`,
  });
  await apps.seat(people.handler);
  const act = (action: string, actor: unknown, data: unknown = {}) =>
    apps.disclosure.act({ reference, action, actor, data } as Parameters<Apps["disclosure"]["act"]>[0]);
  await act("confirm_receipt", people.clerk, { on: "2026-03-02" });
  await act("assign", people.clerk, { assignee: { id: people.handler.id, name: "" } });
  await act("propose", people.handler, { outcome: "disclosed", reply, files: [], marks: ["reply"] });
  await act("approve", people.reviewer, { marks: [{ item: "reply" }] });
  await act("answer", people.clerk, { on: "2026-03-02" });
  return reference;
}

/** Written by the handler, published by the reviewer. */
export async function publishedCase(
  apps: Ground,
  changes: Partial<PublishedContent> = {},
  reference?: string,
): Promise<string> {
  const answered = reference ?? (await answeredCase(apps));
  const { published } = apps.answers;
  const written = await published.write(people.handler, answered, {
    content: { ...content, ...changes },
    version: 0,
  });
  const { id, version } = written;
  await published.act(people.handler, id, { act: "hand_in", version });
  await published.act(people.reviewer, id, { act: "publish", version: version + 1 });
  return id;
}
