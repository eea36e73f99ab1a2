/** What can be done with disclosure requests: submit, act, read, find. The rules are in the models. */
import { openCaseService } from "../case/case.service.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { applyEvent, standingOf } from "./disclosure.case.ts";
import { openConsultations } from "./disclosure.consultation.ts";
import { openDisclosureFinds } from "./disclosure.find.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import { followEvent } from "./disclosure.follow.ts";
import type { DisclosureOptions } from "./disclosure.parts.ts";
import { partsOf } from "./disclosure.parts.ts";
import { prepareEvent } from "./disclosure.prepare.ts";
import { openDisclosureReads } from "./disclosure.read.ts";
import { openRecount } from "./disclosure.recount.ts";
import { openSilence } from "./disclosure.silence.ts";
import { openSubmissions } from "./disclosure.submit.ts";

export type { OfficeView } from "./disclosure.read.ts";
export type { Receipt, Submission } from "./disclosure.submit.ts";

export type Disclosure = ReturnType<typeof openDisclosure>;

export function openDisclosure(options: DisclosureOptions) {
  const parts = partsOf(options);
  const commands = openCaseService<DisclosureHead, DisclosureEvent>({
    table: parts.table,
    store: parts.cases,
    audit: parts.audit,
    clock: parts.clock,
    flow: disclosureFlow,
    standing: standingOf,
    apply: (head, event) => applyEvent(head, event, parts.calendar),
    prepare: (head, command, at) => prepareEvent(parts, { head, command, at }),
    follow: (head, event) => followEvent(parts, head, event),
  });
  const { consultationsOf, ...consultations } = openConsultations(parts, commands.run);
  const reads = openDisclosureReads(parts, consultationsOf);
  return {
    ...openSilence(parts, commands.run),
    ...openSubmissions(parts),
    ...reads,
    ...consultations,
    ...openDisclosureFinds(parts, reads.demand),
    ...openRecount(parts),
    /** Runs one action of the flow; see `case.service.ts` for what it raises. */
    act: commands.run,
  };
}
