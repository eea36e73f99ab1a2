/** Which years are published: for whoever brings old cases, which must not change a report that is out. */
import type { Write } from "../kit/table.ts";
import type { ReportStore } from "./report.store.ts";

export type ReportYears = ReturnType<typeof openReportYears>;

/** A government's report of a year holds the cases of all its units. */
const scopesOf = (unit: string, year: number) => [{ unit, year }, { year }] as const;

export function openReportYears(store: Pick<ReportStore, "latest" | "unpublishedCheck">) {
  const known = new Map<string, Promise<boolean>>();

  async function ask(unit: string, year: number): Promise<boolean> {
    const found = await Promise.all(scopesOf(unit, year).map((scope) => store.latest(scope)));
    return found.some((report) => report !== undefined);
  }

  return {
    /** Whether the report of the unit or of the whole government is published; asked once a unit and year. */
    isPublished(unit: string, year: number): Promise<boolean> {
      const name = `${unit} ${year}`;
      const asked = known.get(name) ?? ask(unit, year);
      known.set(name, asked);
      asked.catch(() => known.delete(name));
      return asked;
    },
    /** Hold only while neither is published; when one does not, what was known is forgotten. */
    stillOpen: (unit: string, year: number, otherwise: () => Error): readonly Write[] =>
      scopesOf(unit, year).map((scope) =>
        store.unpublishedCheck(scope, () => {
          known.clear();
          return otherwise();
        }),
      ),
  };
}
