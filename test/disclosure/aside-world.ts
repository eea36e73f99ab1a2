/** Requests on the real engine with a clock that moves, and what must hold of every act on them. */
import { beforeAll, expect } from "vitest";
import { caseSubject } from "../../functions/audit/audit.ts";
import { chinaCalendar } from "../../functions/calendar/calendar.ts";
import type { DisclosureEvent } from "../../functions/disclosure/disclosure.case.ts";
import { fold } from "../../functions/disclosure/disclosure.case.ts";
import type { DisclosureAction } from "../../functions/disclosure/disclosure.flow.ts";
import { partsOf } from "../../functions/disclosure/disclosure.parts.ts";
import type { Application } from "../../functions/disclosure/disclosure.ts";
import type { Actor } from "../../functions/identity/identity.ts";
import { openNoticeStore } from "../../functions/notice/notice.store.ts";
import { application } from "../support/application.ts";
import { disclosureOn } from "../support/disclosure.ts";
import { useEngine } from "../support/engine.ts";
import { dataFor, people } from "./support.ts";

export const START = "2026-03-02T02:00:00.000Z";
export const applicantOf = (reference: string): Actor => ({ kind: "applicant", reference });

/** Call at the top of a test file. */
export function useAsides() {
  const engine = useEngine();
  let made: ReturnType<typeof disclosureOn> | undefined;
  const world = () => {
    if (made === undefined) throw new Error("the world is there during tests only");
    return made;
  };
  beforeAll(() => {
    made = disclosureOn(engine.table);
  });

  let tokens = 0;
  async function submitted(changes: Partial<Application> = {}): Promise<string> {
    world().clock.set(START);
    tokens += 1;
    const made = await world().disclosure.submit({
      application: { ...application, ...changes },
      attachments: [],
      lang: "zh",
      token: `asides ${tokens}`,
    });
    return made.reference;
  }

  const act = (reference: string, action: DisclosureAction, actor: Actor, data: unknown = dataFor[action]) =>
    world().disclosure.act({ reference, action, actor, data: data as DisclosureEvent["data"] });

  async function accepted(changes: Partial<Application> = {}): Promise<string> {
    const reference = await submitted(changes);
    await act(reference, "confirm_receipt", people.clerk);
    return reference;
  }
  async function handling(changes: Partial<Application> = {}): Promise<string> {
    const reference = await accepted(changes);
    await act(reference, "assign", people.clerk);
    return reference;
  }

  async function headOf(reference: string) {
    const head = await partsOf(world().options).cases.readHead(reference);
    if (head === undefined) throw new Error("no head");
    return head;
  }

  const recordOf = (reference: string) => world().audit.list(caseSubject(reference), 100);

  /** Refused with 422 at the field with the provision, nothing changed, and on record under the same code. */
  async function refused(
    attempt: () => Promise<unknown>,
    reference: string,
    wanted: { readonly field: string; readonly code: string; readonly basis: string },
  ): Promise<void> {
    const before = await headOf(reference);
    const records = (await recordOf(reference)).length;
    await expect(attempt()).rejects.toMatchObject({ status: 422, errors: [wanted] });
    expect((await headOf(reference)).version).toBe(before.version);
    const after = await recordOf(reference);
    expect(after).toHaveLength(records + 1);
    expect(after).toContainEqual(expect.objectContaining({ result: "refused", reason: wanted.code }));
  }

  const noticeOf = async (reference: string, n: number) =>
    (await openNoticeStore(engine.table).read({ reference, n, template: "submitted" }))?.template;

  /** The stored head is what the stored events come to. */
  async function replays(reference: string): Promise<void> {
    const events = await partsOf(world().options).cases.readEvents(reference);
    const { lastCommand: _command, chain: _chain, ...head } = await headOf(reference);
    expect(fold(reference, events, chinaCalendar())).toEqual(head);
  }

  return {
    engine,
    get world() {
      return world();
    },
    submitted,
    accepted,
    handling,
    act,
    headOf,
    recordOf,
    refused,
    noticeOf,
    replays,
  };
}
