/**
 * What an act would tell, before it is told: computed as the act itself computes it, and shown with a mark. The act is
 * done for a form that bears the mark of what would be told now, so nobody confirms what they have not seen. Pure.
 */
import type { DataOf } from "../disclosure/disclosure.event.ts";

/** The act that is looked at first: the notice of a fee. */
export interface Told {
  readonly data: DataOf<"notify_fee">;
  /** All that was shown; nothing of it is secret, and it is compared as a whole. */
  readonly mark: string;
}

export const toldOf = (data: DataOf<"notify_fee">): Told => ({ data, mark: JSON.stringify(data) });
