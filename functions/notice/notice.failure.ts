/** How an adapter says that a message was not taken. */
import type { Failure } from "./notice.ts";

export class NotTaken extends Error {
  override readonly name = "NotTaken";
  readonly failure: Failure;
  /** Trying again would give the same: there is no such address, or the other side refuses the message. */
  readonly isPermanent: boolean;

  constructor(failure: Failure, isPermanent: boolean, options?: { readonly cause?: unknown }) {
    super(`message not taken: ${failure}`, options);
    this.failure = failure;
    this.isPermanent = isPermanent;
  }
}
