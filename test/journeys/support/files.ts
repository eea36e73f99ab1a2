/** Files as people choose them: good ones, and everything that only pretends to be one. */
import { docxSample, joined, pngSample } from "../../attachment/samples.ts";

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, mimeType: string, bytes: Uint8Array | string): ChosenFile => ({
  name,
  mimeType,
  buffer: Buffer.from(bytes as Uint8Array),
});

/** A whole PDF of one page with a line of text and a right table of its objects. */
export function pdf(name: string, line = "Yichuang"): ChosenFile {
  const stream = `BT /F1 24 Tf 72 720 Td (${line}) Tj ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let text = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return file(name, "application/pdf", Buffer.from(text + table + end, "latin1"));
}

export const png = (name: string): ChosenFile => file(name, "image/png", pngSample());
export const docx = (name: string): ChosenFile =>
  file(name, "application/vnd.openxmlformats-officedocument.wordprocessingml.document", docxSample());
/** A program for Windows under another name. */
export const program = (name: string): ChosenFile =>
  file(name, "application/pdf", joined("MZ", new Uint8Array(600), "This program cannot be run in DOS mode."));
export const empty = (name: string): ChosenFile => file(name, "application/pdf", new Uint8Array());
export const html = (name: string): ChosenFile =>
  file(name, "application/pdf", Buffer.from("<!doctype html><script>alert(1)</script>"));
export const oversized = (name: string): ChosenFile =>
  file(name, "application/pdf", joined("%PDF-1.7\n", new Uint8Array(10 * 1024 * 1024 + 1)));
