/**
 * A filled letter as paragraphs and tables, for a page that everybody can read and print. It is read from the Word file
 * itself, so that page and file say the same, whatever the office has changed in its template.
 */
import type { Element, Node } from "@xmldom/xmldom";

export interface ReadRun {
  readonly text: string;
  readonly bold: boolean;
}
export interface ReadParagraph {
  readonly kind: "paragraph";
  readonly align: "start" | "center" | "end";
  readonly heading: boolean;
  /** The first line begins further in. */
  readonly indent: boolean;
  /** One line after the other; a line is runs of text. */
  readonly lines: readonly (readonly ReadRun[])[];
}
export interface ReadTable {
  readonly kind: "table";
  readonly rows: readonly (readonly ReadCell[])[];
}
export interface ReadCell {
  readonly columns: number;
  readonly paragraphs: readonly ReadParagraph[];
}
export type ReadBlock = ReadParagraph | ReadTable;

const MAIN_PART = "word/document.xml";

/** The body of a DOCX in its order. Throws for what is no DOCX. */
export async function readLetter(bytes: Uint8Array): Promise<readonly ReadBlock[]> {
  const [{ unzipSync, strFromU8 }, { DOMParser }] = await Promise.all([
    import("fflate"),
    import("./letter.xml.ts"),
  ]);
  const part = unzipSync(bytes, { filter: ({ name }) => name === MAIN_PART })[MAIN_PART];
  if (part === undefined) throw new Error("a letter has a main part");
  const document = new DOMParser().parseFromString(strFromU8(part), "text/xml");
  const body = document.getElementsByTagName("w:body").item(0);
  return body === null ? [] : blocksIn(body);
}

const childrenOf = (node: Node): readonly Element[] =>
  Array.from({ length: node.childNodes.length }, (_, index) => node.childNodes.item(index)).filter(
    (each): each is Element => each !== null && each.nodeType === 1,
  );
const childNamed = (element: Element, name: string): Element | undefined =>
  childrenOf(element).find(({ nodeName }) => nodeName === name);
const settingOf = (element: Element | undefined): string => element?.getAttribute("w:val") ?? "";

function blocksIn(parent: Element): readonly ReadBlock[] {
  return childrenOf(parent).flatMap((child): readonly ReadBlock[] => {
    if (child.nodeName === "w:p") return [paragraphOf(child)];
    if (child.nodeName === "w:tbl") return [tableOf(child)];
    // Word wraps parts in content controls and revisions that say nothing of the text.
    return ["w:sdt", "w:sdtContent", "w:ins"].includes(child.nodeName) ? blocksIn(child) : [];
  });
}

const aligned = { center: "center", right: "end", end: "end" } as const;

function paragraphOf(element: Element): ReadParagraph {
  const properties = childNamed(element, "w:pPr");
  const align = settingOf(properties && childNamed(properties, "w:jc"));
  const style = settingOf(properties && childNamed(properties, "w:pStyle"));
  const lines: ReadRun[][] = [[]];
  for (const run of runsIn(element)) addRun(lines, run);
  return {
    kind: "paragraph",
    indent: isIndented(properties && childNamed(properties, "w:ind")),
    align: Object.hasOwn(aligned, align) ? aligned[align as keyof typeof aligned] : "start",
    heading: /^(Heading|标题)?\s*1$|^Title$/i.test(style),
    lines,
  };
}

/** In twentieths of a point, or in hundredths of a character. */
const isIndented = (element: Element | undefined): boolean =>
  ["w:firstLine", "w:firstLineChars"].some((name) => Number(element?.getAttribute(name) ?? 0) > 0);

/** Runs, also those within links, revisions and content controls; what was deleted is not among them. */
const runsIn = (element: Element): readonly Element[] =>
  childrenOf(element).flatMap((child): readonly Element[] => {
    if (child.nodeName === "w:r") return [child];
    const holders = ["w:hyperlink", "w:ins", "w:smartTag", "w:sdt", "w:sdtContent"];
    return holders.includes(child.nodeName) ? runsIn(child) : [];
  });

function addRun(lines: ReadRun[][], run: Element): void {
  const properties = childNamed(run, "w:rPr");
  const toggle = properties && childNamed(properties, "w:b");
  const bold = toggle !== undefined && !["0", "false"].includes(settingOf(toggle));
  for (const child of childrenOf(run)) {
    if (child.nodeName === "w:br" || child.nodeName === "w:cr") lines.push([]);
    const text =
      child.nodeName === "w:t" ? (child.textContent ?? "") : child.nodeName === "w:tab" ? "　" : "";
    if (text !== "") lines.at(-1)?.push({ text, bold });
  }
}

const tableOf = (element: Element): ReadTable => ({
  kind: "table",
  rows: childrenOf(element)
    .filter(({ nodeName }) => nodeName === "w:tr")
    .map((row) =>
      childrenOf(row)
        .filter(({ nodeName }) => nodeName === "w:tc")
        .map(cellOf),
    ),
});

function cellOf(element: Element): ReadCell {
  const properties = childNamed(element, "w:tcPr");
  const span = Number(settingOf(properties && childNamed(properties, "w:gridSpan")) || 1);
  return {
    columns: span,
    paragraphs: blocksIn(element).filter((block): block is ReadParagraph => block.kind === "paragraph"),
  };
}
