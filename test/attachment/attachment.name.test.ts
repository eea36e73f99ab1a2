import { expect, test } from "vitest";
import { decodeUploadedName } from "../../functions/attachment/attachment.name.ts";

const latin1 = (text: string) => Buffer.from(text).toString("latin1");
const word = (text: string) => `=?UTF-8?B?${Buffer.from(text).toString("base64")}?=`;

test.each([
  ["plain ASCII", "report.pdf", "report.pdf"],
  ["UTF-8 read as Latin-1", latin1("申请材料.pdf"), "申请材料.pdf"],
  ["an encoded word (B)", word("申请材料.pdf"), "申请材料.pdf"],
  ["an encoded word (Q)", "=?utf-8?Q?=E7=94=B3=E8=AF=B7_1.pdf?=", "申请 1.pdf"],
  ["two encoded words", `${word("申请")} ${word("材料.pdf")}`, "申请材料.pdf"],
  ["percent-encoded", encodeURIComponent("申请材料.pdf"), "申请材料.pdf"],
  ["a quote as browsers write it", "a%22b.pdf", 'a"b.pdf'],
  ["a per cent sign of its own", "50%.pdf", "50%.pdf"],
  ["percent that is no UTF-8", "%ff%fe.pdf", "%ff%fe.pdf"],
  ["Latin-1 that is no UTF-8", "caf\u00e9.pdf", "caf\u00e9.pdf"],
  ["UTF-8 already", "申请.pdf", "申请.pdf"],
  ["a word of another charset", "=?gbk?B?yerH6w==?=", "=?gbk?B?yerH6w==?="],
  ["nothing", "", ""],
])("%s", (_what, raw, wanted) => {
  expect(decodeUploadedName(raw)).toBe(wanted);
});
