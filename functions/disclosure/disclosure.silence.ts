/** What follows from somebody's silence, brought about by the clock: each as an event of its own, with its notice. */
import { dayOf } from "../calendar/calendar.ts";
import type { Command } from "../case/case.service.ts";
import { caseWork } from "../case/case.ts";
import { Problem } from "../kit/problem.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import { refuseAction } from "./disclosure.law.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";
import { headsAtWork } from "./disclosure.work.ts";

type Act = (command: Command<DisclosureEvent>) => Promise<DisclosureHead>;

export function openSilence(parts: DisclosureParts, act: Act) {
  /** Looks at every case that waits for somebody whose time has passed; answers with how many, and how many moved. */
  async function applySilence(): Promise<{ looked: number; changed: number }> {
    const check = { today: dayOf(parts.clock()), calendar: parts.calendar };
    const result = { looked: 0, changed: 0 };
    for await (const head of headsAtWork(parts, { work: caseWork.wake, before: check.today })) {
      result.looked += 1;
      if (refuseAction(head, "lapse", check) !== undefined) continue;
      result.changed += (await lapse(head)) ? 1 : 0;
    }
    return result;
  }

  async function lapse({ reference, version }: DisclosureHead): Promise<boolean> {
    try {
      const actor = { kind: "system" } as const;
      await act({ reference, action: "lapse", data: { outcome: "" }, actor, expectedVersion: version });
      return true;
    } catch (error) {
      // Somebody was faster: the case is no longer silent.
      if (error instanceof Problem && error.status === 409) return false;
      throw error;
    }
  }

  return { applySilence };
}
