/** The blank forms of the demo as Word files: the stand-in for the websites on which offices keep theirs. */
import type { Answer } from "./answer.ts";
import { type BlankForm, blankForms, formAddress } from "./demo-guides/blank-form.ts";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
/** One line of a form, in twentieths of a point. */
const LINE_HEIGHT = 560;
const TABLE_WIDTH = 9000;
const LABEL_WIDTH = 3600;

const byAddress = new Map(
  Object.entries(blankForms).map(([name, form]) => [formAddress(name) ?? "", { name, form }] as const),
);
const made = new Map<string, Promise<Answer>>();

/** The form at an address, made when it is first asked for; undefined for every other address. */
export function blankForm(path: string): Promise<Answer> | undefined {
  const found = byAddress.get(path);
  if (found === undefined) return undefined;
  const answer = made.get(path) ?? answerWith(found.name, found.form);
  made.set(path, answer);
  return answer;
}

async function answerWith(name: string, form: BlankForm): Promise<Answer> {
  return {
    status: 200,
    headers: {
      "content-type": DOCX,
      "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(`${name}.docx`)}`,
      "x-content-type-options": "nosniff",
    },
    cookies: [],
    body: await formDocument(name, form, { creator: "示范县", title: name }),
  };
}

/** A form to fill in. `by`: what its properties say of who made it, which is nothing in a file that is looked at before. */
export async function formDocument(
  name: string,
  { lines, signed }: Omit<BlankForm, "file">,
  by: { readonly creator?: string; readonly title?: string },
): Promise<Buffer> {
  const { AlignmentType, Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } =
    await import("docx");
  const text = (words: string, size = 24) => new TextRun({ text: words, font: "宋体", size });
  const cell = (words: string, width: number) =>
    new TableCell({
      width: { size: width, type: WidthType.DXA },
      children: [new Paragraph({ children: [text(words)] })],
    });
  const rows = lines.map((line) => {
    const [label = "", times = "1"] = line.split("|");
    return new TableRow({
      height: { value: LINE_HEIGHT * Number(times), rule: "atLeast" },
      children: [cell(label, LABEL_WIDTH), cell("", TABLE_WIDTH - LABEL_WIDTH)],
    });
  });
  const children = [
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 300 }, children: [text(name, 36)] }),
    new Table({
      width: { size: TABLE_WIDTH, type: WidthType.DXA },
      columnWidths: [LABEL_WIDTH, TABLE_WIDTH - LABEL_WIDTH],
      rows,
    }),
    new Paragraph({ spacing: { before: 400 }, children: [text(`${signed}：`)] }),
    new Paragraph({ spacing: { before: 200 }, children: [text("日期：　　　　年　　月　　日")] }),
    new Paragraph({
      spacing: { before: 300 },
      children: [text("（示范县演示用表，不得用于实际办理。）", 20)],
    }),
  ];
  const document = new Document({ creator: "", lastModifiedBy: "", ...by, sections: [{ children }] });
  return Packer.toBuffer(document);
}
