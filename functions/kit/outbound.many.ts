/** Asking many addresses in a time that somebody can wait for. */
import type { Outbound, Reached } from "./outbound.ts";

export interface Patience {
  readonly atOnce: number;
  /** For all of them together; who has not answered by then counts as not reached. */
  readonly milliseconds: number;
}

const tooLate: Reached = { kind: "failed", why: "timeout" };

/** In the order of the addresses. */
export async function reachMany(
  outbound: Outbound,
  addresses: readonly string[],
  { atOnce, milliseconds }: Patience,
): Promise<readonly Reached[]> {
  const found: Reached[] = addresses.map(() => tooLate);
  const late = Promise.withResolvers<void>();
  let isLate = false;
  let next = 0;
  const take = async (): Promise<void> => {
    for (let place = next++; place < addresses.length && !isLate; place = next++) {
      const reached = await outbound.reach(addresses[place] ?? "");
      if (!isLate) found[place] = reached;
    }
  };
  const patience = setTimeout(() => {
    isLate = true;
    late.resolve();
  }, milliseconds);
  await Promise.race([Promise.all(Array.from({ length: atOnce }, take)), late.promise]);
  clearTimeout(patience);
  return found;
}
