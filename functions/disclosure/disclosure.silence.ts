/** What follows from somebody's silence, brought about by the clock: each as an event of its own, with its notice. */
import { dayOf } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import { caseWork } from "../case/case.ts";
import { itemsAtWork } from "../case/case.work.service.ts";
import { Problem } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { ClockCheck } from "./disclosure.clock.check.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { whyNot } from "./disclosure.turn.ts";

type Act = (command: Command<DisclosureEvent>) => Promise<DisclosureHead>;

/** Acts of the clock; what each of them is about follows from the case. */
const silences = [
  { action: "lapse_consultation", data: { id: "", on: "" } },
  { action: "lapse", data: { outcome: "" } },
] as const;

const isOpen = (head: DisclosureHead, action: (typeof silences)[number]["action"], check: ClockCheck) =>
  whyNot(head, action, { ...check, actor: { kind: "system" } }) === undefined;

export function openSilence(parts: DisclosureParts, act: Act) {
  /** Looks at every case that waits for somebody whose time has passed; answers with how many, and how many moved. */
  async function applySilence(): Promise<{ looked: number; changed: number }> {
    const check = { today: dayOf(parts.clock()), calendar: parts.calendar };
    const result = { looked: 0, changed: 0 };
    for await (const item of itemsAtWork(parts.table, { work: caseWork.wake, before: check.today })) {
      const head = parts.cases.readHeadFrom(item);
      if (head === undefined) continue;
      result.looked += 1;
      result.changed += await lapse(head);
    }
    return result;
  }

  /** One silence after the other, as each changes the case; answers with how many there were. */
  async function lapse(first: DisclosureHead): Promise<number> {
    const check = { today: dayOf(parts.clock()), calendar: parts.calendar };
    let head = first;
    for (let changed = 0; ; changed += 1) {
      const silence = silences.find(({ action }) => isOpen(head, action, check));
      const next =
        silence && (await done({ ...silence, reference: head.reference, expectedVersion: head.version }));
      if (next === undefined) return changed;
      head = next;
    }
  }

  async function done(command: Omit<Command<DisclosureEvent>, "actor">): Promise<DisclosureHead | undefined> {
    try {
      return await act({ ...command, actor: { kind: "system" } });
    } catch (error) {
      // Somebody was faster: the case is no longer silent.
      if (error instanceof Problem && error.status === 409) return undefined;
      throw error;
    }
  }

  return { applySilence };
}
