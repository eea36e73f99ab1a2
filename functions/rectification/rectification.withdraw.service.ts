/** Withdrawing a correction of records, whatever the office does at the same moment. */
import { Problem } from "../kit/problem.ts";
import { applicantOf } from "../progress/progress.ts";
import type { Rectifications } from "./rectification.service.ts";

const MOST_ROUNDS = 5;

/** Raises 409 `out_of_turn` when it is answered; withdrawing what is withdrawn does nothing. */
export async function withdrawRectification(
  rectifications: Pick<Rectifications, "act" | "readForApplicant">,
  reference: string,
  commandId: string,
): Promise<void> {
  const actor = applicantOf(reference);
  for (let round = 1; ; round += 1) {
    try {
      await rectifications.act({ reference, action: "withdraw", data: {}, actor, commandId });
      return;
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 409) throw error;
      if (error.code === "case_changed" && round < MOST_ROUNDS) continue;
      const { state } = await rectifications.readForApplicant(reference, actor);
      if (state !== "withdrawn") throw error;
      return;
    }
  }
}
