/** What can be done with disclosure requests: submit, act, read, find. The rules are in the models. */
import type { Command } from "../case/case.service.ts";
import { openCaseService } from "../case/case.service.ts";
import { busy } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { applyEvent, standingOf } from "./disclosure.case.ts";
import { openConsultations } from "./disclosure.consultation.ts";
import { openEntries } from "./disclosure.enter.ts";
import { openDisclosureFinds } from "./disclosure.find.ts";
import { disclosureFlow } from "./disclosure.flow.ts";
import { followCommand } from "./disclosure.follow.ts";
import { openOpenings, taken } from "./disclosure.opening.ts";
import type { DisclosureOptions } from "./disclosure.parts.ts";
import { partsOf } from "./disclosure.parts.ts";
import { prepareEvent } from "./disclosure.prepare.ts";
import { openDisclosureReads } from "./disclosure.read.ts";
import { openSilence } from "./disclosure.silence.ts";
import { openSubmissions } from "./disclosure.submit.ts";

export type { OfficeView } from "./disclosure.read.ts";
export type { Receipt, Submission } from "./disclosure.submit.ts";

const MOST_DRAWS = 12;

export type Disclosure = ReturnType<typeof openDisclosure>;

export function openDisclosure(options: DisclosureOptions) {
  const parts = partsOf(options);
  const openings = openOpenings(parts);
  const commands = openCaseService<DisclosureHead, DisclosureEvent>({
    table: parts.table,
    store: parts.cases,
    audit: parts.audit,
    clock: parts.clock,
    flow: disclosureFlow,
    standing: standingOf,
    apply: (head, event) => applyEvent(head, event, parts.calendar),
    prepare: (head, command, at) => prepareEvent(parts, openings, { head, command, at }),
    follow: (head, event) => followCommand(parts, openings, { head, event }),
  });

  /** A number drawn for a part of a split may be in use: then all of it is drawn again. */
  async function act(command: Command<DisclosureEvent>, round = 1): Promise<DisclosureHead> {
    try {
      return await commands.run(command);
    } catch (error) {
      if (error !== taken) throw error;
      if (round >= MOST_DRAWS) throw busy();
      return act(command, round + 1);
    }
  }

  const { consultationsOf, ...consultations } = openConsultations(parts, act);
  const submissions = openSubmissions(parts, openings);
  const reads = openDisclosureReads(parts, consultationsOf);
  return {
    ...openSilence(parts, act),
    submit: submissions.submit,
    receiptOf: submissions.receiptOf,
    ...openEntries(parts, submissions, reads.demand),
    ...reads,
    ...consultations,
    ...openDisclosureFinds(parts, reads.demand),
    /** Runs one action of the flow; see `case.service.ts` for what it raises. */
    act: (command: Command<DisclosureEvent>) => act(command),
    /** What an action would put on record, for who is about to take it; nothing is changed. */
    rehearse: commands.rehearse,
  };
}
