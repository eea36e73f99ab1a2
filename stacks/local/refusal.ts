import { STATUS_CODES } from "node:http";
import type { Answer } from "./answer.ts";
import { gatewayAnswer } from "./answer.ts";

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What somebody can do about it; a browser shows the page to a person, who must not be met with JSON. */
const advice: Readonly<Record<number, Words>> = {
  400: {
    zh: "这个网址写得不完整。请回到首页，用搜索找要办的事。",
    en: "This address is not complete. Go to the home page and search for what you need.",
  },
  404: {
    zh: "没有这个文件。请回到上一页，重新打开一次。",
    en: "There is no such file. Go back to the page before and open it again.",
  },
  413: {
    zh: "您交的内容太大。请把文件分开或者压缩，每次少交几个。",
    en: "What you sent is too large. Make the files smaller, or send fewer of them at a time.",
  },
  431: {
    zh: "这个网址太长，打不开。请回到首页，用几个字搜索。",
    en: "This address is too long to be opened. Go to the home page and search with a few words.",
  },
  503: {
    zh: "现在忙不过来。请过一两分钟再试，您没有提交的内容请先记下来。",
    en: "The service is busy. Try again in a minute or two, and note down what you have not sent yet.",
  },
};
const other: Words = {
  zh: "出了问题，是我们这边的。请过一会儿再试。",
  en: "Something went wrong on our side. Please try again later.",
};

/** A refusal of the gateway's own: a page for a browser, JSON for whoever asks for anything else. */
export function refusal(
  status: number,
  accepted: string | undefined,
  message = STATUS_CODES[status],
): Answer {
  const plain = gatewayAnswer(status, message ?? "");
  if (!(accepted ?? "").includes("text/html")) return plain;
  return {
    ...plain,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: Buffer.from(page(status)),
  };
}

function page(status: number): string {
  const { zh, en } = advice[status] ?? other;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>打不开这个页面</title>
<meta name="viewport" content="width=device-width, initial-scale=1"></head>
<body><main><h1>打不开这个页面</h1><p>${zh}</p><p lang="en">${en}</p><p><a href="/">回到首页 <span lang="en">Home</span></a></p></main></body></html>`;
}
