/** Where reports are kept: what is being written under `REPORT#`, what was published, one item each, under `FROZEN#`. */
import * as v from "valibot";
import type { By } from "../identity/identity.ts";
import type { Problem } from "../kit/problem.ts";
import { conflict } from "../kit/problem.ts";
import { keyOf } from "../kit/table.expression.ts";
import type { Key, StoredItem, Table, Write } from "../kit/table.ts";
import { isNew } from "../kit/table.ts";
import { emptyFour, emptyTwo, fourFields, twoFields } from "./report.form.ts";
import { reportColumns } from "./report.row.ts";
import type { Chapter, FrozenReport, ReportScope, ReportText } from "./report.ts";

export interface KeptText {
  readonly text: ReportText;
  /** 0 where nothing was written yet. */
  readonly version: number;
}

export interface ReportStore {
  readText(scope: ReportScope): Promise<KeptText>;
  /** Raises 409 `report_changed` when somebody else wrote after `before`. */
  textWrite(scope: ReportScope, text: ReportText, before: number): Write;
  /** All versions that were published, the newest first; an office has a handful. */
  frozen(scope: ReportScope): Promise<readonly FrozenReport[]>;
  latest(scope: ReportScope): Promise<FrozenReport | undefined>;
  /** Holds only while nothing of it is published. */
  unpublishedCheck(scope: ReportScope, otherwise: () => Error): Write;
  /** Raises 409 `report_changed` when this number is taken. */
  frozenWrite(frozen: FrozenReport): Write;
}

/** No unit has this code. */
const WHOLE = "*";
const textPartition = (scope: ReportScope) => keyOf("REPORT", scope.unit ?? WHOLE, String(scope.year));
const frozenPartition = (scope: ReportScope) => keyOf("FROZEN", scope.unit ?? WHOLE, String(scope.year));
const frozenKey = (scope: ReportScope, n: number): Key => ({
  pk: frozenPartition(scope),
  sk: String(n).padStart(4, "0"),
});
const textKey = (scope: ReportScope): Key => ({ pk: textPartition(scope), sk: "TEXT" });

const numbers = <Field extends string>(fields: readonly Field[]) =>
  v.object(
    Object.fromEntries(fields.map((field) => [field, v.optional(v.number(), 0)])) as Record<
      Field,
      v.OptionalSchema<v.NumberSchema<undefined>, 0>
    >,
  );
const textEntries = {
  two: numbers(twoFields),
  four: numbers(fourFields),
  chapters: v.object({
    overview: v.optional(v.string(), ""),
    problems: v.optional(v.string(), ""),
    other: v.optional(v.string(), ""),
  } satisfies Record<Chapter, unknown>),
};
const textItem = v.object({ text: v.object(textEntries), version: v.number() });
const report = v.object({
  schema: v.literal(1),
  unit: v.optional(v.string()),
  year: v.number(),
  three: v.array(numbers(reportColumns)),
  fees: v.optional(
    v.object({ told: numbers(["notices", "feeYuan"]), paid: numbers(["notices", "feeYuan"]) }),
  ),
  ...textEntries,
});
const frozenItem = v.object({
  n: v.number(),
  report,
  hash: v.string(),
  by: v.custom<By>((by) => typeof by === "object" && by !== null),
  at: v.string(),
  reason: v.optional(v.string()),
});

export const emptyText: ReportText = {
  two: emptyTwo,
  four: emptyFour,
  chapters: { overview: "", problems: "", other: "" },
};

const changed = (): Problem => conflict("report_changed");
const MOST_VERSIONS = 100;

export function openReportStore(table: Table): ReportStore {
  const versions = async (scope: ReportScope, limit: number): Promise<readonly FrozenReport[]> => {
    const where = { text: "#pk = :pk", values: { pk: frozenPartition(scope) } };
    const { items } = await table.query({ where, limit, descending: true });
    return items.map(readFrozen);
  };
  return {
    async readText(scope) {
      const item = await table.get(textKey(scope));
      return item === undefined ? { text: emptyText, version: 0 } : v.parse(textItem, item);
    },
    textWrite: (scope, text, before) => ({
      kind: "put",
      key: textKey(scope),
      item: { text, version: before + 1 },
      when: before === 0 ? isNew : { text: "#version = :before", values: { before } },
      otherwise: changed,
    }),
    frozen: (scope) => versions(scope, MOST_VERSIONS),
    latest: async (scope) => (await versions(scope, 1))[0],
    unpublishedCheck: (scope, otherwise) => ({
      kind: "check",
      key: frozenKey(scope, 1),
      when: isNew,
      otherwise,
    }),
    frozenWrite: (frozen) => ({
      kind: "put",
      key: frozenKey(frozen.report, frozen.n),
      item: { ...frozen },
      when: isNew,
      otherwise: changed,
    }),
  };
}

const readFrozen = (item: StoredItem): FrozenReport => v.parse(frozenItem, item) as FrozenReport;
