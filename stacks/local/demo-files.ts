import { crc32, deflateSync } from "node:zlib";

/** A real file that somebody hands in or an office sends, made here so that no binary lies in the repository. */
export interface DemoFile {
  readonly name: string;
  readonly type: string;
  bytes(): Uint8Array<ArrayBuffer>;
}

export const threePublicCosts: DemoFile = {
  name: "2025年度县本级“三公”经费支出明细表.pdf",
  type: "application/pdf",
  bytes: () =>
    pdf("2025年度县本级“三公”经费支出明细表（演示）", [
      "单位：万元",
      "",
      "项目　　　　　　　　　　　预算数　　　决算数",
      "因公出国（境）费　　　　　　 12.0　　　　 8.6",
      "公务用车购置费　　　　　　　 96.0　　　　90.4",
      "公务用车运行维护费　　　　　318.5　　　 301.2",
      "公务接待费　　　　　　　　　142.0　　　 117.9",
      "合计　　　　　　　　　　　　568.5　　　 518.1",
      "",
      "示范县人民政府办公室",
    ]),
};

export const acquisitionNotice: DemoFile = {
  name: "征地公告（村务公开栏张贴）.pdf",
  type: "application/pdf",
  bytes: () =>
    pdf("征收土地预公告（演示）", [
      "示自然资征告〔2025〕7号",
      "",
      "因城东片区道路建设需要，拟征收柳沟村集体土地。",
      "一、拟征收土地位置：柳沟村3组、4组，四至见现场界桩。",
      "二、拟征收土地面积：约2.36公顷，以勘测定界结果为准。",
      "三、自本公告发布之日起，暂停办理范围内的新建、改建手续。",
      "",
      "示范县自然资源局",
    ]),
};

export const roadSketch: DemoFile = {
  name: "人民路施工路段示意图.png",
  type: "image/png",
  bytes: sketch,
};

/** One page in a Chinese font that every reader of PDF has a substitute for, so that none need be embedded. */
function pdf(title: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const show = (text: string) => `<${Buffer.from(text, "utf16le").swap16().toString("hex")}> Tj`;
  const body = lines.map((line) => `0 -26 Td ${show(line)}`).join("\n");
  const content = `BT /F1 18 Tf 72 750 Td ${show(title)}\n/F1 12 Tf 0 -14 Td\n${body}\nET`;
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 4 0 R>>>>/Contents 7 0 R>>",
    "<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[5 0 R]>>",
    "<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 6 0 R/DW 1000/W[1 95 500]>>",
    "<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[-25 -254 1000 880]/ItalicAngle 0/Ascent 880/Descent -120/CapHeight 880/StemV 93>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const size = objects.length + 1;
  const table = `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Uint8Array.from(Buffer.from(text + table + end, "latin1"));
}

/** Left, top, right, bottom and colour: two roads, the river, blocks, and the stretch under repair in red. */
const shapes = [
  [0, 0, 480, 320, 0],
  [40, 30, 190, 130, 1],
  [240, 30, 440, 130, 1],
  [40, 190, 190, 250, 1],
  [240, 190, 440, 250, 1],
  [0, 275, 480, 310, 2],
  [0, 145, 480, 175, 3],
  [200, 0, 230, 320, 3],
  [200, 175, 230, 275, 4],
] as const;
const colours = [0xf5, 0xf3, 0xec, 0xdd, 0xd8, 0xc8, 0x9c, 0xc4, 0xe4, 0xb8, 0xb8, 0xb8, 0xc6, 0x28, 0x28];

/** 480 x 320 pixels, one byte each that names a colour of the palette. */
function sketch(): Uint8Array<ArrayBuffer> {
  const [width, height] = [480, 320];
  const rows = Buffer.alloc((width + 1) * height);
  for (const [left, top, right, bottom, colour] of shapes) {
    for (let y = top; y < bottom; y += 1)
      rows.fill(colour, y * (width + 1) + 1 + left, y * (width + 1) + 1 + right);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3], 8);
  return Uint8Array.from(
    Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      chunk("PLTE", Buffer.from(colours)),
      chunk("IDAT", deflateSync(rows)),
      chunk("IEND", Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}
