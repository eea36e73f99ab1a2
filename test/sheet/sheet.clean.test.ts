import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean, isErrorPage, isPlaceholder } from "../../functions/sheet/sheet.clean.ts";

const text = (written: string) => clean(written, "text");

describe("cleaning", () => {
  test.each([
    ["身份证&amp;户口簿", "身份证&户口簿", ["entities"]],
    ["&lt;p&gt;一&lt;/p&gt;&lt;p&gt;二&lt;/p&gt;", "一\n\n二", ["entities", "tags"]],
    ["&amp;lt;br/&amp;gt;一&amp;amp;nbsp;二", "一 二", ["entities", "tags"]],
    ["<p>一、<b>带</b>身份证</p><P class='a>b'>二、照片</P>", "一、带身份证\n\n二、照片", ["tags"]],
    ["<td>20</td><td>天</td>", "20 天", ["tags"]],
    ["a<script>alert(1)</script>b<!-- c -->d<style>p{}</style>", "abd", ["tags"]],
    ["<o:p></o:p>正文<?xml:namespace prefix=o />", "正文", ["tags"]],
    [
      "《广东省实施<中华人民共和国海洋环境保护法>办法》",
      "《广东省实施<中华人民共和国海洋环境保护法>办法》",
      [],
    ],
    ["面积<100且高度>3", "面积<100且高度>3", []],
    ["第一行\u0000\u200b第二\u0007行\ufeff", "第一行第二行", ["control"]],
    ["好\ud83d。", "好。", ["control"]],
    ["　甲　　乙\u00a0丙　", "甲 乙 丙", ["whitespace"]],
    ["甲\r\n乙\r丙", "甲\n乙\n丙", ["whitespace"]],
    ["条件：   1、甲；   2、乙。   （三）丙", "条件：\n1、甲；\n2、乙。\n（三）丙", ["lines"]],
    ["约   3 天", "约 3 天", ["whitespace"]],
    ["https://a.gov.cn/?a=1&copy=2&lt=3", "https://a.gov.cn/?a=1&copy=2&lt=3", []],
    ["https://a.gov.cn/?a=1&amp;b=2", "https://a.gov.cn/?a=1&b=2", ["entities"]],
    ["&#20013;&#x56fd;", "中国", ["entities"]],
  ])("%j becomes %j, because %j", (written, expected, reasons) => {
    const cleaned = text(written);
    expect(cleaned.text).toBe(expected);
    expect(new Set(cleaned.reasons)).toEqual(new Set(reasons));
  });

  test("a name is one line", () => {
    expect(clean("<div>社保卡</div><div>补领</div>", "line").text).toBe("社保卡 补领");
  });

  test.each([
    "无",
    "无。",
    "暂无",
    "/",
    "-",
    "——",
    "N/A",
    "null",
    "&nbsp;",
    "<p>无</p>",
    "　",
    "暂无数据",
    "无；",
  ])("%j is nothing", (written) => expect(text(written).text).toBeUndefined());
  test.each(["无条件受理", "无受理条件", "无医疗事故证明", "3", "无线下办理窗口", "无w"])(
    "%j is something",
    (written) => {
      expect(text(written).text).toBe(written);
      expect(isPlaceholder(written)).toBe(false);
    },
  );

  test("what three rounds do not bring to an end is refused", () => {
    const encode = (inner: string) => inner.replaceAll("&", "&amp;");
    const thrice = encode(encode("&lt;"));
    expect(text(thrice)).toMatchObject({ text: "<", tooDeep: false });
    expect(text(encode(thrice))).toMatchObject({ text: undefined, tooDeep: true });
  });

  test("pages of web servers are told from texts", () => {
    const pages = [
      "<!DOCTYPE html><html>",
      "502 Bad Gateway",
      "<html><head><title>404 Not Found",
      "&lt;html&gt;",
    ];
    expect(pages.map(isErrorPage)).toEqual([true, true, true, true]);
    expect(["共 502 项", "网页制作（html）培训", "<p>一</p>"].map(isErrorPage)).toEqual([
      false,
      false,
      false,
    ]);
  });
});

/** Texts out of the pieces that dirty data is made of, put together in every order. */
const piece = fc.constantFrom(
  ...[
    "<p>",
    "</p>",
    "<",
    ">",
    "<b",
    "br/>",
    "&",
    "amp;",
    "&lt;",
    "&amp;lt;",
    "&nbsp;",
    "#60;",
    "&#x3c;",
    "&#0;",
  ],
  ...[
    "无",
    "。",
    "　",
    "  ",
    "\n",
    "\r\n",
    "\u0085",
    "\u0000",
    "\ud800",
    "\udc00",
    "1、",
    "（一）",
    '"',
    "'",
    "<!--",
    "-->",
  ],
  ...["<script>", "</script>", "div", "="],
);
const dirty = fc.oneof(
  fc
    .array(fc.oneof(piece, fc.string({ unit: "binary", maxLength: 4 })), { maxLength: 24 })
    .map((parts) => parts.join("")),
  fc.string({ unit: "binary" }),
);

test.each(["line", "text"] as const)("cleaning what is clean changes nothing (%s)", (shape) => {
  fc.assert(
    fc.property(dirty, (written) => {
      const { text: once, tooDeep } = clean(written, shape);
      if (once === undefined) return;
      expect(tooDeep).toBe(false);
      expect(clean(once, shape)).toEqual({ text: once, reasons: [], tooDeep: false });
    }),
    { numRuns: 2000 },
  );
});

test.each(["<", "<a ", "<!--", '<a "', "&amp;", "&", "  ", "<script>", "　1"])(
  "a megabyte of %j takes bounded time",
  (one) => {
    const started = performance.now();
    text(one.repeat(1_000_000 / one.length));
    expect(performance.now() - started).toBeLessThan(3_000);
  },
);
