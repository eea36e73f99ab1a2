/** A reason not to start that the person at the keyboard can act on: shown as its one sentence, without a stack. */
export class StartFailure extends Error {
  override readonly name = "StartFailure";
}

/** The `code` of a Node system error (`EADDRINUSE`, `EACCES`, ...), or undefined for anything else. */
export function systemCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !("code" in error)) return undefined;
  return typeof error.code === "string" ? error.code : undefined;
}
