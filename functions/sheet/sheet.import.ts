/** A file that an office has handed in to be taken in, whatever it holds: what a list of such files shows. Pure. */
import type { DataFile } from "../attachment/attachment.service.ts";
import type { Instant } from "../kit/clock.ts";

/** What any import keeps of itself; `found` is what was seen in the file before anything was written. */
export interface ImportBase {
  readonly id: string;
  readonly unit: string;
  /** Orders writes to it. */
  readonly revision: number;
  readonly at: Instant;
  readonly by: { readonly id: string; readonly name: string };
  readonly file: DataFile;
  readonly found: { readonly rows: number };
  readonly run?: { readonly isDone: boolean } | undefined;
}

/** What a row of an office's list shows. */
export interface ImportCard {
  readonly kind: "import";
  readonly id: string;
  readonly name: string;
  readonly at: Instant;
  readonly by: string;
  readonly rows: number;
  readonly state: "found" | "running" | "done";
}

export const importState = ({ run }: Pick<ImportBase, "run">): ImportCard["state"] =>
  run === undefined ? "found" : run.isDone ? "done" : "running";

export const isImportId = (id: string): boolean => /^f[0-9a-f]{32}$/.test(id);

/** Where a kind of import is kept: the name of its items, that of their list, and how long. */
export interface ImportPlace {
  readonly name: string;
  readonly list: string;
  readonly keptSeconds: number;
}

/**
 * One page of what is said of the rows, the kinds of result in the order in which somebody must do something about them;
 * `only` names one. A page that is not there is the nearest one that is.
 */
export function pageOfLines<Result extends string, Line extends { readonly result: Result }>(
  lines: readonly Line[],
  query: Readonly<Record<string, string>>,
  urgency: readonly Result[],
) {
  const only = urgency.find((result) => result === query.only);
  const counts = Object.fromEntries(
    urgency.map((kind) => [kind, lines.filter(({ result }) => result === kind).length]),
  ) as Record<Result, number>;
  const wanted = (only === undefined ? urgency : [only]).flatMap((kind) =>
    lines.filter(({ result }) => result === kind),
  );
  const pages = Math.max(1, Math.ceil(wanted.length / LINES_SHOWN));
  const asked = /^\d{1,6}$/.test(query.page ?? "") ? Number(query.page) : 1;
  const page = Math.min(Math.max(asked, 1), pages);
  return { only, counts, page, pages, lines: wanted.slice((page - 1) * LINES_SHOWN, page * LINES_SHOWN) };
}
const LINES_SHOWN = 50;
