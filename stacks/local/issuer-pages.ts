import { createHash } from "node:crypto";
import { ServerResponse } from "node:http";
import type { KoaContextWithOIDC } from "oidc-provider";
import { people, roleNames } from "./people.ts";
import { units } from "./units.ts";

const style = `
:root{--ink:#1d2129;--quiet:#4e5969;--line:#dfe3e8;--blue:#0b5cab;--deep:#084a8c}
*{box-sizing:border-box}
body{margin:0;background:#faf9f6;color:var(--ink);line-height:1.6;font-size:17px;
font-family:-apple-system,"PingFang SC","HarmonyOS Sans SC","MiSans","Microsoft YaHei","Noto Sans CJK SC",sans-serif}
main{max-width:720px;margin:0 auto;padding:24px 16px 48px}
.mark{margin:0 0 16px;color:var(--quiet);font-size:15px}
h1{font-size:28px;line-height:1.35;margin:0 0 8px;text-wrap:balance}
h2{font-size:19px;line-height:1.35;margin:32px 0 12px}
p{margin:0 0 8px}
.note{border-left:4px solid #b7791f;background:#fff;padding:12px 16px;margin:16px 0}
ul{list-style:none;margin:0;padding:0;display:grid;gap:8px;grid-template-columns:repeat(auto-fill,minmax(150px,1fr))}
button,.go{display:block;width:100%;min-height:56px;padding:10px 16px;border:1px solid var(--line);border-radius:8px;
background:#fff;color:var(--ink);font:inherit;text-align:left;cursor:pointer;text-decoration:none}
button:hover{border-color:var(--blue);background:#f3f8fd}
button:focus-visible,.go:focus-visible{outline:3px solid #ffbf47;outline-offset:2px}
button b{display:block;font-weight:600}
li span{display:block}button span{color:var(--quiet);font-size:15px}
.main{background:var(--blue);border-color:var(--blue);color:#fff;font-weight:600;text-align:center}
.main span{color:inherit}
.main:hover{background:var(--deep)}
.cancel{margin-top:24px}.cancel button{text-align:center;color:var(--blue)}
`;

const styleHash = createHash("sha256").update(style).digest("base64");

function page(lang: "zh-Hans" | "en", title: string, body: string): string {
  return `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"><title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>${style}</style></head>
<body><main>${body}</main></body></html>`;
}

/** No script; forms may lead to the issuer itself and, through its redirects, back to the counter. */
function headers(returnOrigin = ""): Record<string, string> {
  return {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "content-security-policy": `default-src 'none'; style-src 'sha256-${styleHash}'; form-action 'self' ${returnOrigin}; frame-ancestors 'none'; base-uri 'none'`,
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}

export interface SignIn {
  readonly uid: string;
  readonly english: boolean;
  readonly returnOrigin: string;
}

/** Who do you want to be? One button for each demo person. */
export function signInPage({ uid, english, returnOrigin }: SignIn, response: ServerResponse): void {
  const words = english
    ? {
        title: "Choose a demo person",
        mark: "Demo sign-in",
        cancel: "Cancel",
        note: "This is a demo on one machine: nobody here is real, and no password is asked. A real deployment signs in with the government's own identity provider.",
      }
    : {
        title: "选择一位演示人员",
        mark: "演示登录 · Demo sign-in",
        cancel: "取消",
        note: "这是单机演示：人员均为虚构，不需要密码。正式部署时由本级政府的统一身份认证系统登录。",
      };
  const language = english ? "en" : "zh";
  const groups = units.map(({ code, name }) => {
    const buttons = people
      .filter((person) => person.unit === code)
      .map(({ id, name: who, roles }) => {
        const does = roles.map((role) => roleNames[role][language]).join("、");
        return `<li><button name="person" value="${id}"><b>${who}</b><span>${does}</span><span>${id}</span></button></li>`;
      });
    return `<h2>${name[language]}</h2><ul>${buttons.join("")}</ul>`;
  });
  const cancel = `<div class="cancel"><button name="person" value="">${words.cancel}</button></div>`;
  const body = `<p class="mark">${words.mark}</p><h1>${words.title}</h1><p class="note">${words.note}</p>
<form method="post" action="/sign-in/${uid}">${groups.join("")}${cancel}</form>`;
  response.writeHead(200, headers(returnOrigin)).end(page(english ? "en" : "zh-Hans", words.title, body));
}

/** Asks before signing out (with `form`), and says so afterwards. */
export function signOutPage(context: KoaContextWithOIDC, form?: string): void {
  const title = form === undefined ? "您已退出登录" : "退出演示登录？";
  const body =
    form === undefined
      ? `<h1>${title}</h1><p lang="en">You are signed out.</p>`
      : `<h1>${title}</h1><p lang="en">Sign out of the demo?</p>${form}
<p><button class="main" form="op.logoutForm" name="logout" value="yes">退出 <span lang="en">Sign out</span></button></p>
<p><button form="op.logoutForm">不退出 <span lang="en">Stay signed in</span></button></p>`;
  const returnTo = context.oidc.params?.post_logout_redirect_uri;
  const origin = typeof returnTo === "string" ? (URL.parse(returnTo)?.origin ?? "") : "";
  context.set(headers(origin));
  context.body = page("zh-Hans", title, body);
}

/** `code` is an error of the protocol, from a fixed list; nothing that was submitted is shown. */
export function errorPage(to: KoaContextWithOIDC | ServerResponse, code: string): void {
  const known = /^[a-z_]{1,60}$/.test(code) ? code : "server_error";
  const body = `<h1>登录没有完成</h1><p>请回到政务服务页面，重新登录。</p>
<p lang="en">The sign-in was not completed. Go back to the counter and sign in again.</p><p class="mark">${known}</p>`;
  const html = page("zh-Hans", "登录没有完成", body);
  if (to instanceof ServerResponse) to.writeHead(400, headers()).end(html);
  else {
    to.set(headers());
    to.body = html;
  }
}
