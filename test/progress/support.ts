/** A disclosure case on the real engine, and the services that follow it, without the ones that hand it in. */
import { openAuditStore } from "../../functions/audit/audit.store.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import { openCaseService } from "../../functions/case/case.service.ts";
import { headKey, openCaseStore } from "../../functions/case/case.store.ts";
import { formReference } from "../../functions/case/reference.ts";
import { phoneHash, queryCodeOf } from "../../functions/disclosure/disclosure.access.ts";
import type {
  CaseFile,
  DisclosureEvent,
  DisclosureHead,
} from "../../functions/disclosure/disclosure.case.ts";
import {
  applyEvent,
  disclosureEventSchema,
  disclosureHeadSchema,
  firstHead,
  queueOf,
  standingOf,
} from "../../functions/disclosure/disclosure.case.ts";
import { disclosureFlow } from "../../functions/disclosure/disclosure.flow.ts";
import type { Staff } from "../../functions/identity/identity.ts";
import { noSettings, openLetterTemplateStore } from "../../functions/letter/letter.template.store.ts";
import { openProgressService } from "../../functions/progress/progress.service.ts";
import { openProgressStore } from "../../functions/progress/progress.store.ts";
import { applicantLettersOf } from "../../functions/wiring.letter.ts";
import { memoryBucket } from "../support/apps.ts";
import type { Engine } from "../support/engine.ts";
import { clockAt, seededRandom, testVault } from "../support/world.ts";

export const UNIT = "housing";
export const PHONE4 = "4321";

const staff = (id: string, role: Staff["roles"][number]): Staff => ({
  kind: "staff",
  id,
  name: id,
  unit: UNIT,
  roles: [role],
});
export const people = {
  clerk: staff("clerk", "clerk"),
  handler: staff("handler", "handler"),
  reviewer: staff("reviewer", "reviewer"),
};

export const file = (id: string, name = `${id}.pdf`): CaseFile => ({
  id,
  name,
  kind: "pdf",
  sizeBytes: 12_345,
  sha256: "0".repeat(64),
});

/** One engine serves a whole file, so numbers go on from test to test. */
let serial = 0;

export function openCounter(engine: Engine, start = "2026-02-14T02:00:00.000Z") {
  const { table } = engine;
  const clock = clockAt(start);
  const vault = testVault();
  const calendar = chinaCalendar();
  const cases = openCaseStore<DisclosureHead, DisclosureEvent>({
    table,
    head: disclosureHeadSchema,
    event: disclosureEventSchema,
    queueOf,
    flow: "disclosure",
  });
  const audit = openAuditStore(table, seededRandom("audit"));
  const service = openCaseService<DisclosureHead, DisclosureEvent>({
    table,
    store: cases,
    audit,
    clock: clock.now,
    flow: disclosureFlow,
    standing: standingOf,
    apply: (head, event) => applyEvent(head, event, calendar),
    prepare: async (_head, command) => command.data,
    follow: () => [],
  });
  const disclosure = { act: service.run };
  const progress = openProgressService({
    store: openProgressStore({ table, vault, headKey }),
    vault,
    clock: clock.now,
    calendar,
    heads: cases,
    disclosure,
  });
  const nextReference = () => {
    serial += 1;
    return formReference({ regionCode: "440305", kind: "G", day: "2026-02-14", serial });
  };

  return {
    clock,
    vault,
    cases,
    disclosure,
    progress,
    letters: applicantLettersOf({ table, bucket: memoryBucket(), audit, clock: clock.now }),
    /** A number that is well formed and belongs to no case. */
    nextReference,
    async submit(attachments: readonly CaseFile[] = []) {
      const reference = nextReference();
      const codeSalt = `salt ${reference}`;
      const event: DisclosureEvent = {
        n: 1,
        kind: "submit",
        at: clock.now(),
        by: { kind: "applicant" },
        data: {
          unit: UNIT,
          channel: "internet",
          title: "2025 年老旧小区改造计划",
          applicantKind: "person",
          applicantMasked: "李*敏",
          attachments: [...attachments],
          access: { codeSalt, phoneHash: phoneHash(vault, reference, PHONE4) },
          notify: { lang: "zh" },
        },
      };
      const head = firstHead(reference, event, calendar);
      await table.commit(cases.createWrites(head, [event], () => new Error("taken")));
      return { reference, queryCode: queryCodeOf(vault, reference, codeSalt) };
    },
    /** What the unit has set for its letters says where to apply for review online. */
    setOnlineReview: (onlineReview: string) =>
      table.commit([
        openLetterTemplateStore(table, memoryBucket()).settingsWrite(
          UNIT,
          { ...noSettings, onlineReview },
          0,
        ),
      ]),
    /** From receipt to answer. */
    async answer(reference: string, files: readonly CaseFile[] = []) {
      const { clerk, handler, reviewer } = people;
      const act = (action: DisclosureEvent["kind"], actor: Staff, data: unknown = {}) =>
        service.run({ reference, action, actor, data: data as Record<string, never> });
      await act("confirm_receipt", clerk, { on: "2026-02-14" });
      await act("assign", clerk, { assignee: { id: handler.id, name: handler.name } });
      await act("propose", handler, { outcome: "disclosed", reply: "您申请的信息见附件。", files });
      await act("approve", reviewer);
      await act("answer", clerk, { on: "2026-03-10" });
    },
  };
}
