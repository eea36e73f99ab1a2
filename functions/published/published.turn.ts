/** Whose turn it is with an answer for everybody. Pure. */
import { may } from "../identity/access.ts";
import type { Staff } from "../identity/identity.ts";
import { conflict } from "../kit/problem.ts";
import type { PublishedAct, PublishedAnswer } from "./published.ts";
import { actOf } from "./published.ts";

/** Throws 409 `published_changed` for who saw another version, `published_state` for what cannot be done now. */
export function demandTurn(act: PublishedAct, before: PublishedAnswer | undefined, version: number): void {
  if ((before?.version ?? 0) !== version) throw conflict("published_changed");
  if (!actOf(act).from.includes(before?.state ?? "none")) throw conflict("published_state");
}

/** Whether this person may do it now; for buttons. */
export const mayAct = (actor: Staff, answer: PublishedAnswer, act: PublishedAct): boolean => {
  const { from, permission, byAnother } = actOf(act);
  return (
    from.includes(answer.state) &&
    may(actor, permission, { unit: answer.unit }) &&
    !(byAnother && answer.author.id === actor.id)
  );
};

export interface PublishedCommand {
  readonly act: Exclude<PublishedAct, "write">;
  readonly version: number;
  readonly reason?: string;
  readonly files?: readonly string[];
}
