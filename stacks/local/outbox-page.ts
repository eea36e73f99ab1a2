/** The page of what was sent, for who tries the stack on one machine. No citizen's function knows of it. */
import type { Sent } from "./outbox-read.ts";

const style = `body{font:17px/1.6 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;background:#f7f6f3;color:#1d2129}
article{background:#fff;border:1px solid #d9d9d9;border-radius:8px;padding:1rem;margin:0 0 1rem}
h1{font-size:1.5rem}h2{font-size:1.05rem;margin:0 0 .25rem;overflow-wrap:anywhere}
p{margin:0 0 .5rem;color:#5a6270}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}`;

const ways = { mail: "邮件 mail", sms: "短信 SMS", robot: "机器人 robot" } as const;

const safe = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`);

function article({ at, way, to, subject, text }: Sent): string {
  const length = way === "mail" ? "" : `（${text.length} 字）`;
  const whom = to === "" ? "" : ` → ${safe(to)}`;
  return `<article><h2>${ways[way]}${whom}</h2><p>${safe(at)} ${safe(subject)}${length}</p><pre>${safe(text)}</pre></article>`;
}

export const outboxPage = (sent: readonly Sent[]): string => `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>发出的通知 What was sent</title><style>${style}</style></head>
<body><main><h1>发出的通知 · What was sent</h1>
<p>只在这台机器上，没有发给任何人。On this machine only; nobody has received any of it.<br>
发给 13000000000 的短信会被拒收，见办公端“未送达通知”。An SMS to 13000000000 is refused and appears in the office.</p>
${sent.length === 0 ? "<p>还没有。Nothing yet.</p>" : sent.map(article).join("\n")}
</main></body></html>
`;
