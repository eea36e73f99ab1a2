/**
 * Where reports on guides are kept: `GUIDEREPORT#guide / id`, in the list of what is open or answered of their unit.
 * Counters of what came from one address or on one guide stand at `TRY#report#...` and go by themselves.
 */
import { keyOf } from "../kit/table.expression.ts";
import type { Key, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import type { ReportState, StoredReport } from "./guide.report.ts";

const reportKey = (guideId: string, id: string): Key => ({ pk: keyOf("GUIDEREPORT", guideId), sk: id });
const listOf = (unit: string, state: ReportState) => keyOf("GUIDEREPORTS", unit, state);

export interface ReportPage {
  readonly reports: readonly StoredReport[];
  readonly next: string | undefined;
}

/** One counter: how many are allowed under a name, and when it is forgotten (epoch seconds). */
export interface Counter {
  readonly name: readonly string[];
  readonly most: number;
  readonly expiresAt: number;
}

export type ReportStore = ReturnType<typeof openReportStore>;

export function openReportStore(table: Table) {
  const itemOf = (report: StoredReport) => {
    const { unit, guideId, id, at, answered } = report;
    return {
      report,
      stepQueue: listOf(unit, answered === undefined ? "open" : "answered"),
      queueOrder: keyOf(answered?.at ?? at, id),
      card: { kind: "report", guideId, id },
    };
  };
  return {
    read: async (guideId: string, id: string): Promise<StoredReport | undefined> =>
      (await table.get(reportKey(guideId, id)))?.report as StoredReport | undefined,
    /** A new report; raises `repeated` when this very one is there. */
    addWrite: (report: StoredReport, repeated: () => Error): Write => ({
      kind: "put",
      key: reportKey(report.guideId, report.id),
      item: itemOf(report),
      when: isNew,
      otherwise: repeated,
    }),
    countWrite: ({ name, most, expiresAt }: Counter, tooMany: () => Error): Write => ({
      kind: "update",
      key: { pk: keyOf("TRY", "report", ...name), sk: "COUNT" },
      update: { text: "SET #expiresAt = :expiresAt ADD #count :one", values: { expiresAt, one: 1 } },
      when: { text: "attribute_not_exists(#count) OR #count < :most", values: { most } },
      otherwise: tooMany,
    }),
    /** The report as it was answered; raises `answered` when somebody else was first. */
    answerWrite: (report: StoredReport, answered: () => Error): Write => ({
      kind: "put",
      key: reportKey(report.guideId, report.id),
      item: itemOf(report),
      when: { text: "attribute_exists(#pk) AND attribute_not_exists(#report.#answered)" },
      otherwise: answered,
    }),
    commit: (writes: readonly Write[]): Promise<void> => table.commit(writes),
    /** Those that wait the longest first; what is answered, the latest first. One query, and one read of what it found. */
    async list(
      unit: string,
      state: ReportState,
      { limit, cursor }: { limit: number; cursor?: string | undefined },
    ): Promise<ReportPage> {
      const position = cursor === undefined ? undefined : positionOf(cursor);
      const page = await table.query({
        index: "byStep",
        where: { text: "#stepQueue = :list", values: { list: listOf(unit, state) } },
        limit,
        descending: state === "answered",
        ...(position === undefined ? {} : { after: { ...position, stepQueue: listOf(unit, state) } }),
      });
      const items = await table.getMany(page.items.map(({ pk, sk }) => ({ pk, sk })));
      const next = page.next;
      return {
        reports: items.flatMap((item) => (item?.report as StoredReport | undefined) ?? []),
        next:
          next === undefined
            ? undefined
            : Buffer.from([next.pk, next.sk, next.queueOrder].join("\n")).toString("base64url"),
      };
    },
  };
}

/** A cursor holds which report came last; the list comes from the request that was authorised. */
function positionOf(cursor: string) {
  const [pk = "", sk = "", queueOrder = ""] = Buffer.from(cursor, "base64url")
    .toString("utf8")
    .split("\n", 3);
  const fits =
    /^GUIDEREPORT#[0-9A-Za-z-]{1,50}$/.test(pk) &&
    /^[\w-]{22}$/.test(sk) &&
    /^[\dT:.Z-]{20,24}#[\w-]{22}$/.test(queueOrder);
  return fits ? { pk, sk, queueOrder } : undefined;
}
