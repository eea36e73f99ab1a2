/** A row of a register while it is read: each field cleaned once, with what was done to it. Pure. */
import { clean, type TextShape } from "../sheet/sheet.clean.ts";
import type { CellMark, Fields } from "../sheet/sheet.ts";
import type { Heading } from "./old.heading.ts";
import type { Repair, RepairReason } from "./old.ts";

export interface OldFields {
  readonly repairs: readonly Repair[];
  /** Some of its characters were lost before it came here. */
  readonly isGarbled: boolean;
  line(field: Heading): string;
  text(field: Heading): string;
  repaired(field: Heading, reason: RepairReason): void;
  isMarked(field: Heading, mark: CellMark["mark"]): boolean;
  /** Columns that nothing is made of. */
  unread(): readonly string[];
}

export function openOldRow(fields: Fields, marks: readonly CellMark[]): OldFields {
  const repairs: Repair[] = [];
  const cleaned = new Map<Heading, string>();
  const has = (field: Heading, mark: CellMark["mark"]): boolean =>
    marks.some((each) => each.field === field && each.mark === mark);
  const repaired = (field: Heading, reason: RepairReason): void => {
    if (!repairs.some((each) => each.field === field && each.reason === reason))
      repairs.push({ field, reason });
  };

  function read(field: Heading, shape: TextShape): string {
    const known = cleaned.get(field);
    if (known !== undefined) return known;
    const written = fields[field];
    const { text = "", reasons } = clean(typeof written === "string" ? written : "", shape);
    // White space around a cell is nothing to speak of.
    for (const reason of reasons) if (reason !== "whitespace") repaired(field, reason);
    for (const { field: at, mark } of marks) if (at === field) repaired(field, mark);
    cleaned.set(field, text);
    return text;
  }

  return {
    repairs,
    isGarbled: Object.values(fields).some((value) => typeof value === "string" && value.includes("\ufffd")),
    line: (field) => read(field, "line"),
    text: (field) => read(field, "text"),
    repaired,
    isMarked: has,
    unread: () => Object.keys(fields).filter((name) => !cleaned.has(name as Heading)),
  };
}
