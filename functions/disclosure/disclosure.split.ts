/**
 * One matter for each application (一事一申请): a request that asks for several is split, and each part is a case of its
 * own with the clock, the outcome and the row of the report that it earns. All of them begin in the one transaction
 * that ends the request they came from.
 */

import { notFound } from "../kit/problem.ts";
import type { Write } from "../kit/table.ts";
import type { DisclosureEvent, DisclosureHead } from "./disclosure.case.ts";
import type { DataOf } from "./disclosure.event.ts";
import type { Openings } from "./disclosure.opening.ts";
import type { DisclosureParts } from "./disclosure.parts.ts";

type SplitEvent = Extract<DisclosureEvent, { kind: "split" }>;

/** The writes of the parts. They keep the day of receipt, the files and the secret of the request. */
export async function splitWrites(
  parts: DisclosureParts,
  openings: Openings,
  { head, event }: { readonly head: DisclosureHead; readonly event: SplitEvent },
): Promise<readonly Write[]> {
  const stored = await parts.store.readApplication(head.reference);
  if (stored === undefined) throw notFound("case_not_found");
  const { application, lang } = stored;
  const { access, attachments, channel = "internet", clock, description, reference } = head;
  return event.data.parts.flatMap(
    (part) =>
      openings.open({
        reference: part.reference,
        application: {
          ...application,
          title: part.title,
          ...(description === undefined ? {} : { description }),
        },
        attachments,
        lang,
        at: event.at,
        by: event.by,
        channel,
        codeSalt: access.codeSalt,
        arrivedOn: clock.submittedOn,
        receivedOn: clock.restarted?.on ?? clock.confirmedOn,
        parent: reference,
      }).writes,
  );
}

/** The parts with the numbers under which they will be found. */
export const drawParts = (
  openings: Openings,
  titles: readonly string[],
  at: string,
): DataOf<"split">["parts"] => {
  const drawn = new Set<string>();
  while (drawn.size < titles.length) drawn.add(openings.drawReference(at));
  return [...drawn].map((reference, place) => ({ reference, title: titles[place] ?? "" }));
};
