/** A table in front of which a function can die: before a request is sent, or after it was carried out. */
import type { Table } from "../../functions/kit/table.ts";

export class Crash extends Error {
  override readonly name = "Crash";
}

export interface FragileTable extends Table {
  /** Dies at the n-th request from now, 0 the next: `before` it is sent or `after` it was carried out. */
  dieAt(n: number, when: "before" | "after"): void;
  /** Lives on. */
  heal(): void;
  /** Requests since the last `dieAt` or `heal`. */
  readonly requests: number;
}

export function fragile(table: Table): FragileTable {
  let requests = 0;
  let death: { n: number; when: "before" | "after" } | undefined;
  /** A dead function sends nothing more: every request after the fatal one dies too. */
  async function through<Result>(send: () => Promise<Result>): Promise<Result> {
    const n = requests;
    requests += 1;
    if (death !== undefined && (n > death.n || (n === death.n && death.when === "before"))) throw new Crash();
    const result = await send();
    if (death !== undefined && n === death.n) throw new Crash();
    return result;
  }
  return {
    get requests() {
      return requests;
    },
    dieAt(n, when) {
      requests = 0;
      death = { n, when };
    },
    heal() {
      requests = 0;
      death = undefined;
    },
    get: (key, options) => through(() => table.get(key, options)),
    getMany: (keys) => through(() => table.getMany(keys)),
    query: (request) => through(() => table.query(request)),
    commit: (writes) => through(() => table.commit(writes)),
    update: (write) => through(() => table.update(write)),
  };
}
