/** The parts of an XLSX as plain values: one pass over the tags, whatever prefix they have. Pure. */

/** A cell as it is written; texts are still escaped. `kind` is its `t`, absent for a number. */
export interface Cell {
  readonly kind: string | undefined;
  readonly value: string;
  readonly isFormula: boolean;
}

export interface CellRow {
  readonly row: number;
  /** By column from 0; cells that are not there are undefined. */
  readonly cells: readonly (Cell | undefined)[];
}

interface Tag {
  readonly name: string;
  readonly attributes: string;
  readonly kind: "open" | "close" | "empty";
  /** The text before it. */
  readonly before: string;
}

function* tagsOf(xml: string): Generator<Tag> {
  let from = 0;
  for (const { 0: all, 1: slash, 2: name = "", 3: attributes = "", index } of xml.matchAll(
    /<(\/?)(?:[\w-]+:)?([\w-]+)([^<>]*)>/g,
  )) {
    const kind = slash === "/" ? "close" : attributes.endsWith("/") ? "empty" : "open";
    yield { name, attributes, kind, before: xml.slice(from, index) };
    from = index + all.length;
  }
}

const attributeOf = (attributes: string, name: string): string | undefined =>
  new RegExp(`(?:^|\\s)(?:[\\w-]+:)?${name}="([^"]*)"`).exec(attributes)?.[1];

/** The relation of each visible sheet, in the order of their tabs. */
export function sheetsOf(workbook: string): readonly string[] {
  const sheets: string[] = [];
  for (const { name, attributes, kind } of tagsOf(workbook)) {
    const id = /\s[\w-]+:id="([^"]*)"/.exec(attributes)?.[1];
    const isHidden = /hidden/i.test(attributeOf(attributes, "state") ?? "");
    if (name === "sheet" && kind !== "close" && id !== undefined && !isHidden) sheets.push(id);
  }
  return sheets;
}

/** The name of the part that a relation of the workbook leads to. */
export function relationTarget(relations: string, id: string): string | undefined {
  for (const { name, attributes } of tagsOf(relations)) {
    if (name !== "Relationship" || attributeOf(attributes, "Id") !== id) continue;
    const target = attributeOf(attributes, "Target") ?? "";
    return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  }
  return undefined;
}

/** The shared texts by their number; of a text in pieces all pieces, without how it is read aloud. */
export function sharedTexts(xml: string): readonly string[] {
  const texts: string[] = [];
  let text = "";
  let isAloud = false;
  for (const { name, kind, before } of tagsOf(xml)) {
    if (name === "rPh") isAloud = kind === "open";
    else if (name === "t" && kind === "close" && !isAloud) text += before;
    else if (name === "si" && kind !== "open") {
      texts.push(text);
      text = "";
    }
  }
  return texts;
}

/** `AB12` as column 27. */
function columnOf(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(reference ?? "")?.[0];
  if (letters === undefined) return undefined;
  return [...letters].reduce((sum, letter) => 26 * sum + letter.charCodeAt(0) - 64, 0) - 1;
}

interface OpenCell {
  readonly column: number;
  readonly kind: string | undefined;
  value: string;
  isFormula: boolean;
}

/** The rows of a sheet; cells beyond `mostColumns` are not looked at. */
export function* cellRows(xml: string, mostColumns: number): Generator<CellRow> {
  let row = 0;
  let cells: (Cell | undefined)[] = [];
  let next = 0;
  let open: OpenCell | undefined;
  for (const tag of tagsOf(xml)) {
    const { name, attributes, kind } = tag;
    if (name === "row" && kind !== "close") {
      row = Number(attributeOf(attributes, "r") ?? row + 1);
      cells = [];
      next = 0;
    } else if (name === "row") yield { row, cells };
    else if (name === "c" && kind !== "close") {
      const column = columnOf(attributeOf(attributes, "r")) ?? next;
      next = column + 1;
      open =
        kind === "empty"
          ? undefined
          : { column, kind: attributeOf(attributes, "t"), value: "", isFormula: false };
    } else if (name === "c") {
      if (open !== undefined && open.column < mostColumns) cells[open.column] = open;
      open = undefined;
    } else if (open !== undefined) within(open, tag);
  }
}

/** `v` holds a value, `t` a piece of a text in the cell itself, `f` a formula. */
function within(cell: OpenCell, { name, kind, before }: Tag): void {
  if (name === "f") cell.isFormula = true;
  if (kind === "close" && (name === "v" || name === "t")) cell.value += before;
}
